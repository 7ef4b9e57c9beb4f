/**
 * The names of the condition operators. AWS compares them with regard to case when a policy is saved.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const operatorNames = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnNotEquals',
  'ArnLike',
  'ArnNotLike',
  'Null',
] as const;
export type OperatorName = (typeof operatorNames)[number];

/** Prefixes that quantify over the several values a request may carry under one key. */
export const setOperators = ['ForAllValues', 'ForAnyValue'] as const;
type SetOperator = (typeof setOperators)[number];

/** An operator taken apart: `ForAnyValue:StringLikeIfExists`. */
export interface Operator {
  readonly set: SetOperator | undefined;
  readonly name: OperatorName;
  readonly ifExists: boolean;
}

const ifExistsSuffix = 'IfExists';

/**
 * Takes an operator apart, or gives `undefined` where AWS answers "Syntax errors in policy." (AWS IAM, row M1):
 * unknown names, other case, `NullIfExists` and a doubled colon. `ForAllValues:Null` is accepted when saved.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function parseOperator(text: string): Operator | undefined {
  const set = setOperators.find((prefix) => text.startsWith(`${prefix}:`));
  const rest = set === undefined ? text : text.slice(set.length + 1);
  const ifExists = rest.endsWith(ifExistsSuffix);
  const bare = ifExists ? rest.slice(0, -ifExistsSuffix.length) : rest;
  const name = operatorNames.find((known) => known === bare);
  if (name === undefined || (name === 'Null' && ifExists)) return undefined;
  return { set, name, ifExists };
}
