import { matchesPieces, piecesOf, remembered, type Variables } from './pattern.ts';

/** The six fields of an ARN; the sixth is everything after the fifth colon. */
const fieldsOf = remembered((text): readonly string[] => {
  const parts = text.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
});

/**
 * Whether one entry of `Resource` or `NotResource` matches a resource: `*` matches all, ARNs are compared field by
 * field, and IAM fills up the fields that an ARN lacks with `*`. Variables stand after the fifth colon only, and an
 * entry with one that has no value, or that stands elsewhere, matches nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceMatches(pattern: string, resource: string, variables: Variables): boolean {
  if (pattern === '*') return true;
  const actual = fieldsOf(resource);
  if (actual.length < 6) return false; // an action without a resource
  const fields = fieldsOf(pattern);
  return actual.every((field, i) =>
    i < 5
      ? nameMatches(fields[i] ?? '*', field, variables)
      : pathMatches(fields[i] ?? '*', field, variables),
  );
}

/** `arn`, partition, service, region and account. */
function nameMatches(pattern: string, actual: string, { context }: Variables): boolean {
  if (context !== undefined && pattern.includes('${')) return false;
  const pieces = piecesOf(pattern, { context: undefined });
  return pieces !== undefined && matchesPieces(pieces, actual);
}

function pathMatches(pattern: string, actual: string, variables: Variables): boolean {
  const pieces = piecesOf(pattern, variables);
  return pieces !== undefined && matchesPieces(pieces, actual);
}

/**
 * ArnEquals and ArnLike, which are the same: each of the six fields may hold wildcards and variables. The colons
 * that part the fields are those of the policy's own text.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function arnMatches(pattern: string, actual: string, variables: Variables): boolean {
  const fields = fieldsOf(actual);
  if (fields.length < 6 || fields[0] !== 'arn') return false;
  if (pattern === '*') return true;
  const patterns = patternFields(pattern).map((field) => piecesOf(field, variables));
  return (
    patterns.length === 6 &&
    patterns.every((pieces, i) => pieces !== undefined && matchesPieces(pieces, fields[i] ?? ''))
  );
}

/** The fields of a pattern. A colon inside `${aws:username}` parts nothing. */
function patternFields(pattern: string): readonly string[] {
  const fields = [''];
  let insideVariable = false;
  Array.from(pattern).forEach((character, i, all) => {
    if (character === '{' && all[i - 1] === '$') insideVariable = true;
    if (character === '}') insideVariable = false;
    if (character === ':' && !insideVariable && fields.length < 6) fields.push('');
    else fields.push((fields.pop() ?? '') + character);
  });
  return fields;
}
