import { type Placed, type PolicyVersion, type Statement } from '../../syntax/document.ts';
import { parseOperator } from '../../syntax/operators.ts';
import { advice } from './advice-finding.ts';
import { type Report } from '../report.ts';

/**
 * `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters themselves. IAM saves a broken one
 * and never matches it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function checkVariables(report: Report, version: PolicyVersion, statement: Statement): void {
  for (const text of placesForVariables(statement)) {
    for (const variable of text.value.match(/\$\{[^}]*\}?/g) ?? []) {
      const broken = !/^\$\{(?:[*?$]|[^\s${},']+(?:, '[^']*')?)\}$/.test(variable);
      if (version === '2008-10-17') report.add(advice('variable-in-2008', text.at, { variable }));
      else if (broken) report.add(advice('broken-variable', text.at, { variable }));
    }
  }
}

/** Resources, and the values of the operators that compare text or ARNs. */
function placesForVariables({ resource, conditions }: Statement): readonly Placed<string>[] {
  const texts = conditions.filter(({ operator }) =>
    /^(?:String|Arn)/.test(parseOperator(operator.value)?.name ?? ''),
  );
  return [...(resource?.patterns ?? []), ...texts.flatMap(({ values }) => values)];
}
