import { expect, test } from 'vitest';
import { arnFields, compileArn, isBareStar } from './arns.ts';
import { type Piece } from './wildcard.ts';

const written = (text: string): Piece => ({ text, fixed: false });
const filled = (text: string): Piece => ({ text, fixed: true });
const fits = (pieces: readonly Piece[], text: string) => compileArn(arnFields(pieces))(text);

type Row = readonly [why: string, pattern: string, text: string, matches: boolean];
test.each<Row>([
  ['the same', 'arn:aws:s3:::b', 'arn:aws:s3:::b', true],
  ['one field differs', 'arn:aws:s3:::b', 'arn:aws:s4:::b', false],
  ['a star at the end', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b/k:v', true],
  ['a star in a field', 'arn:aws:s3:*:1:b', 'arn:aws:s3:eu:1:b', true],
  ['a star that would cross a colon', 'arn:aws:s3:*:b', 'arn:aws:s3:eu:1:b', false],
  ['a question mark takes no colon', 'arn:aws:s3:e?:1:b', 'arn:aws:s3:e::1:b', false],
  ['missing fields count as stars', 'arn:aws:s3', 'arn:aws:s3:eu:1:b', true],
  ['missing fields are no missing colons', 'arn:aws:s3', 'arn:aws:s3:eu', false],
  ['four fields', 'arn:aws:s3:eu', 'arn:aws:s3:eu:1:b', true],
  ['four fields and five', 'arn:aws:s3:eu', 'arn:aws:s3:eu:1', false],
  ['missing fields, and a star', 'arn:aws:s3:*', 'arn:aws:s3:eu:1', false],
  ['a star for all fields', '*', 'arn:aws:s3:eu:1:b', true],
  ['a star for all fields, and no ARN', '*', 'arn:aws:s3', false],
  ['what does not start with arn', 'ran:aws:s3:::b', 'ran:aws:s3:::b', false],
  ['what does not start with arn, and a star', '*:aws:s3:::b', 'ran:aws:s3:::b', false],
  ['more colons', 'arn:aws:sns:e:1:t:s', 'arn:aws:sns:e:1:t:s', true],
  ['more colons in the text', 'arn:aws:sns:e:1:t', 'arn:aws:sns:e:1:t:s', false],
  ['more colons and stars', 'arn:aws:sns:*:1:t:*:u', 'arn:aws:sns:e:1:t:s:x:u', true],
  ['no ARN at all', 'b', 'b', false],
])('%s: %s on %s', (_why, pattern, text, matches) =>
  expect(fits([written(pattern)], text)).toBe(matches),
);

/** As a condition may have them: in Resource nothing is filled before the fifth colon. */
test.each<readonly [why: string, pieces: readonly Piece[], text: string, matches: boolean]>([
  [
    'a value in the last field may have colons',
    [written('arn:aws:sns:e:1:'), filled('a:b'), written(':c')],
    'arn:aws:sns:e:1:a:b:c',
    true,
  ],
  [
    'a value in another field',
    [written('arn:aws:sns:'), filled('e'), written(':1:t')],
    'arn:aws:sns:e:1:t',
    true,
  ],
  [
    'a colon of a value separates nothing',
    [written('arn:aws:sns:'), filled('e:1'), written(':2:t')],
    'arn:aws:sns:e:1:2:t',
    false,
  ],
  [
    'a star of a value is itself',
    [written('arn:aws:sns:'), filled('*'), written(':1:t')],
    'arn:aws:sns:e:1:t',
    false,
  ],
  [
    'arn may come from a value',
    [filled('arn'), written(':aws:sns:e:1:t')],
    'arn:aws:sns:e:1:t',
    true,
  ],
])('%s', (_why, pieces, text, matches) => expect(fits(pieces, text)).toBe(matches));

test.each<readonly [pieces: readonly Piece[], isBare: boolean]>([
  [[written('*')], true],
  [[written('***')], true],
  [[written('*'), written('*')], true],
  [[filled('*')], false],
  [[written('*'), filled('*')], false],
  [[written('*a')], false],
  [[written('a*')], false],
  [[written('')], false],
  [[], false],
])('%j is a bare star: %j', (pieces, isBare) => expect(isBareStar(pieces)).toBe(isBare));
