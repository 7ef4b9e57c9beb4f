import { type PolicyDocument } from '../../syntax/document.ts';
import { type Diagnostic, type ReadResult } from '../diagnostic.ts';
import { createReport } from '../report.ts';
import { advice } from './advice-finding.ts';
import { type AdviceOptions } from './advice-options.ts';
import { checkComparisons } from './comparisons.ts';
import { checkFederated } from './federated.ts';
import { checkGrants, checkTrustAndAssume } from './grants.ts';
import { checkKeyActions, checkKeys } from './keys.ts';
import { checkVariables } from './policy-variables.ts';
import { checkPrincipals } from './principals.ts';
import { checkRedundancy, checkRedundantStatements } from './redundancy.ts';
import { checkResources } from './resources.ts';
import { type AddAdvice, type Check, type Subject } from './subject.ts';

/** Each looks at one statement by itself. */
const checks: readonly Check[] = [
  checkActions,
  checkGrants,
  checkPrincipals,
  checkFederated,
  checkResources,
  checkKeys,
  checkComparisons,
  checkVariables,
  checkRedundancy,
];

/** Each looks at all statements together. */
const checksOfAll: readonly ((subjects: readonly Subject[]) => void)[] = [
  checkTrustAndAssume,
  checkKeyActions,
  checkRedundantStatements,
];

/**
 * What AWS saves and a reader should know about all the same, in the order of its places. A text that AWS would
 * refuse is advised on as far as it could be read.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function advise(reading: ReadResult, options: AdviceOptions = {}): readonly Diagnostic[] {
  const document = reading.refusal === undefined ? reading.document : reading.draft;
  return document === undefined ? [] : adviseOn(document, options);
}

function adviseOn(
  { kind, version, statements }: PolicyDocument,
  options: AdviceOptions,
): readonly Diagnostic[] {
  const report = createReport();
  const add: AddAdvice = (code, at, facts) => report.add(advice(code, at, facts));
  const subjects = statements.map((statement) => ({ kind, version, statement, options, add }));
  for (const subject of subjects) for (const check of checks) check(subject);
  for (const check of checksOfAll) check(subjects);
  return report.diagnostics();
}

/** Whether there are such actions, as far as somebody knows. */
function checkActions({ statement, options, add }: Subject): void {
  for (const { value, at } of statement.action.patterns) {
    if (options.actionExists?.(value) !== false) continue;
    add('unknown-action', at, { action: value, near: options.similarAction?.(value) ?? '' });
  }
}
