import { type Span } from '../syntax/document.ts';
import { type Diagnostic, type Severity } from './diagnostic.ts';
import { type Facts, type ReadingCode } from './facts.ts';

/** Whatever is not named here makes AWS refuse the document. */
const saved: ReadonlyMap<ReadingCode, Severity> = new Map<ReadingCode, Severity>([
  ['version-missing', 'suggestion'],
  ['version-2008', 'suggestion'],
  ['id-not-used', 'warning'],
  ['sid-characters-unusual', 'warning'],
  ['federated-unknown', 'warning'],
  ['action-never-matches', 'warning'],
  ['resource-arn-prefix', 'warning'],
  ['operand-never-matches', 'warning'],
  ['no-values', 'warning'],
  ['key-in-two-cases', 'warning'],
  ['key-without-prefix', 'warning'],
  ['look-alike', 'warning'],
]);

/** A finding that reading itself makes. */
export const finding = <Code extends ReadingCode>(
  code: Code,
  at: Span,
  facts: Facts[Code],
): Diagnostic<Code> => ({ code, severity: saved.get(code) ?? 'error', at, facts });
