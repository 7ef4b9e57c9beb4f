import { type Piece, type TextTest, compileGlob, hasWildcard, textOfPieces } from './wildcard.ts';

/** The colons that separate an ARN's six fields; every later colon belongs to the resource. */
const separators = 5;
const anything: readonly Piece[] = [{ text: '*', fixed: false }];

type Fields = readonly (readonly Piece[])[];

/** `*`, which as a Resource stands for every ARN and also for no ARN at all. */
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
 * (`arn:aws:cloudfront:*`). The case of letters counts. What is no ARN fits nothing.
 *
 * SIMPLIFIED: AWS says "segments" of Resource and states the rule outright only for ArnLike; other engines glob
 * the whole text. A recorded live call with a star across a colon would settle it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function compileArn(fields: Fields): TextTest {
  return startsPlainly(fields) ? plainArn(fields) : anyArn(fields);
}

/** Six fields, wildcards only in the last: the first five can be compared as one text. */
const startsPlainly = (fields: Fields): boolean =>
  fields.length === separators + 1 &&
  !fields.slice(0, separators).flat().some(isUnplain) &&
  textOfPieces(fields[0] ?? []) === 'arn';

/** A variable's value may hold a colon, which separates nothing. */
const isUnplain = (piece: Piece): boolean => hasWildcard(piece) || piece.text.includes(':');

function plainArn(fields: Fields): TextTest {
  const start = fields
    .slice(0, separators)
    .map((field) => `${textOfPieces(field)}:`)
    .join('');
  const last = fields[separators] ?? anything;
  return compileGlob([{ text: start, fixed: true }, ...last]);
}

function anyArn(fields: Fields): TextTest {
  const tests = Array.from({ length: separators + 1 }, (_, i) =>
    compileGlob(fields[i] ?? anything),
  );
  return (actual) => {
    const parts = cutAtColons(actual, separators);
    if (parts.length !== separators + 1 || parts[0] !== 'arn') return false;
    return tests.every((fits, i) => fits(parts[i] ?? ''));
  };
}
