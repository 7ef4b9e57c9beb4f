import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';
import { isIpRange } from './ip-range.ts';
import { hasForm, operandForm } from './operand-format.ts';
import { policySize } from './policy-size.ts';

test.each([
  '203.0.113.0/24',
  '203.0.113.5',
  '0.0.0.0/0',
  '10.0.0.1/32',
  '2001:db8::/32',
  '2001:db8::1',
  '::/0',
  '::',
  '1:2:3:4:5:6:7:8/128',
  '::ffff:192.0.2.1',
])('%s is an address or a range', (text) => expect(isIpRange(text)).toBe(true));

test.each([
  ['a part above 255', '203.0.113.999/24'],
  ['a prefix above 32', '10.0.0.0/33'],
  ['a prefix above 128', '::/129'],
  ['a host name', 'example.com'],
  ['three parts', '1.2.3'],
  ['a space', '10.0.0.0/8 '],
  ['a leading zero', '010.0.0.1'],
  ['two prefixes', '10.0.0.0/8/8'],
  ['an empty prefix', '10.0.0.0/'],
  ['a negative prefix', '10.0.0.0/-1'],
  ['a zone', 'fe80::1%eth0'],
  ['seven groups', '1:2:3:4:5:6:7'],
  ['nine groups', '1:2:3:4:5:6:7:8:9'],
  ['two gaps', '1::2::3'],
  ['a gap for nothing', '1:2:3:4::5:6:7:8'],
  ['five digits', '12345::'],
  ['an IPv4 part that is not last', '1.2.3.4::1'],
  ['three colons', ':::'],
  ['nothing', ''],
])('%s is none: %s', (_why, text) => expect(isIpRange(text)).toBe(false));

test.each([
  ['arn', 'arn:*:s3:::b', true],
  ['arn', 'arn:aws:*:*:*:*', true],
  ['arn', '*', true],
  ['arn', 'arn:aws:iam::1:role/${aws:username}', true],
  ['arn', 'arn:aws:s3:::', false],
  ['arn', 'xarn:aws:s3:::b', false],
  ['base64', 'YWJj', true],
  ['base64', 'YWJjZA==', true],
  ['base64', 'YWJjZGU=', true],
  ['base64', 'YWJj=', false],
  ['bool', 'TRUE', true],
  ['bool', '1', false],
] as const)('%s: `%s` is %s', (form, value, good) => expect(hasForm(form, value)).toBe(good));

test.each([
  ['DateLessThanEquals', 'date'],
  ['NumericNotEquals', 'number'],
  ['NotIpAddress', 'ip'],
  ['ArnNotLike', 'arn'],
  ['Null', 'bool'],
  ['StringLike', undefined],
] as const)('the values of %s are of the form %s', (operator, form) =>
  expect(operandForm(operator)).toBe(form),
);

test.each([
  ['{}', 2],
  ['{ "a" :\n\t[ 1 , 2 ] }\r\n', 11],
  ['{"a b":" c  "}', 14],
  ['{"a\\" b": 1}', 11],
  ['\uFEFF{}', 2],
  ['{"a": "not closed ', 17],
  ['', 0],
])('%j has the size %d', (text, size) => expect(policySize(text)).toBe(size));

test('sizes are counted in little time', () => {
  const started = performance.now();
  policySize(`"${'\\"'.repeat(65_000)}`);
  policySize('"'.repeat(131_071));
  expect(performance.now() - started).toBeLessThan(4_000);
});

const words = ['Action', 'NotAction', 'Condition', 'Sid', 'Id'];

test.each([
  ['action', 'Action'],
  ['Actions', 'Action'],
  ['Acion', 'Action'],
  ['Aciton', 'Action'],
  ['notaction', 'NotAction'],
  ['Conditions', 'Condition'],
  ['SID', 'Sid'],
  ['Ids', 'Id'],
  ['Resource', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('by %s was meant %s', (word, meant) => expect(didYouMean(word, words)).toBe(meant));
