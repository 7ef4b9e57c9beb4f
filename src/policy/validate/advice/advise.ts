import { type Diagnostic, type ReadResult } from '../diagnostic.ts';
import { type Statement } from '../../syntax/document.ts';
import { type Report, createReport } from '../report.ts';
import { advice } from './advice-finding.ts';
import { type AdviceOptions } from './advice-options.ts';
import { checkVariables } from './policy-variables.ts';
import { adviseOn } from './statement-advice.ts';

/**
 * What AWS saves and a reader should know about all the same, in the order of its places. A text that AWS would
 * refuse is advised on as far as it could be read.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function advise(reading: ReadResult, options: AdviceOptions = {}): readonly Diagnostic[] {
  const document = reading.refusal === undefined ? reading.document : reading.draft;
  const report = createReport();
  for (const statement of document?.statements ?? []) {
    adviseOn(report, document?.kind ?? 'identity', statement);
    checkActions(report, statement, options);
    checkVariables(report, document?.version ?? '2008-10-17', statement);
  }
  return report.diagnostics();
}

function checkActions(report: Report, { action }: Statement, options: AdviceOptions): void {
  for (const { value, at } of action.patterns) {
    if (options.actionExists?.(value) !== false) continue;
    const near = options.similarAction?.(value) ?? '';
    report.add(advice('unknown-action', at, { action: value, near }));
  }
}
