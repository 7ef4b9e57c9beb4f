import { type Span } from '../syntax/document.ts';
import { type Diagnostic, type Severity } from './diagnostic.ts';
import { type Facts, type ReadingCode } from './facts.ts';

/** What is not named here is an error: AWS refuses the document, or a part of it does nothing. */
const saved: ReadonlyMap<ReadingCode, Severity> = new Map<ReadingCode, Severity>([
  ['version-missing', 'warning'],
  ['version-2008', 'suggestion'],
  ['id-not-used', 'warning'],
  ['sid-characters-unusual', 'warning'],
  ['federated-unknown', 'warning'],
  ['action-never-matches', 'warning'],
  ['operand-never-matches', 'warning'],
  ['no-values', 'suggestion'],
  ['empty-condition', 'suggestion'],
  ['empty-sid', 'suggestion'],
  ['look-alike', 'warning'],
]);

/** A finding that reading itself makes. */
export const finding = <Code extends ReadingCode>(
  code: Code,
  at: Span,
  facts: Facts[Code],
): Diagnostic<Code> => ({ code, severity: saved.get(code) ?? 'error', at, facts });
