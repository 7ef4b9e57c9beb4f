import { type Piece, globMatches } from './wildcard.ts';

/** The colons that separate an ARN's six fields; every later colon belongs to the resource. */
const separators = 5;
const anything: readonly Piece[] = [{ text: '*', fixed: false }];

type Fields = readonly (readonly Piece[])[];

/** `*`, which stands for every ARN and also for no ARN at all. */
export const isBareStar = (pieces: readonly Piece[]): boolean =>
  pieces.length > 0 && pieces.every(({ text, fixed }) => !fixed && /^\*+$/.test(text));

/** Cuts at the first five colons that were written in the policy: a variable's value cannot add a field. */
export function arnFields(pieces: readonly Piece[]): Fields {
  let open: Piece[] = [];
  const fields = [open];
  for (const { text, fixed } of pieces) {
    const [head = '', ...rest] = fixed ? [text] : cutAtColons(text, separators - fields.length + 1);
    open.push({ text: head, fixed });
    for (const field of rest) fields.push((open = [{ text: field, fixed }]));
  }
  return fields;
}

/** At most `most` cuts; the last part keeps its colons. */
function cutAtColons(text: string, most: number): readonly string[] {
  const parts = text.split(':');
  if (parts.length <= most + 1) return parts;
  return [...parts.slice(0, most), parts.slice(most).join(':')];
}

/**
 * Field by field: a `*` in one field never swallows a colon into the next. Missing trailing fields count as `*`
 * (`arn:aws:cloudfront:*`). The case of letters counts.
 *
 * SIMPLIFIED: AWS says "segments" of Resource and states the rule outright only for ArnLike; other engines glob
 * the whole text. A recorded live call with a star across a colon would settle it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function arnMatches(pattern: Fields, actual: string): boolean {
  const fields = cutAtColons(actual, separators);
  if (fields.length !== separators + 1 || fields[0] !== 'arn') return false;
  return fields.every((field, i) => globMatches(pattern[i] ?? anything, field));
}
