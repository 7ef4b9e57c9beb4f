import { type Span } from '../../syntax/document.ts';
import { type Diagnostic, type Severity } from '../diagnostic.ts';
import { type AdviceCode, type Facts } from '../facts.ts';

const severities: Readonly<Record<AdviceCode, Severity>> = {
  'unknown-action': 'error',
  'broken-variable': 'warning',
  'variable-in-2008': 'warning',
  anyone: 'security-warning',
  'account-principal': 'suggestion',
  'allows-everything': 'security-warning',
  'pass-role-on-everything': 'security-warning',
  'allows-all-but-some': 'security-warning',
  'literal-star': 'warning',
  'for-all-values-allows': 'security-warning',
};

/** A finding about a document that AWS saves. */
export const advice = <Code extends AdviceCode>(
  code: Code,
  at: Span,
  facts: Facts[Code],
): Diagnostic<Code> => ({ code, severity: severities[code], at, facts });
