import { describe, expect, test } from 'vitest';
import { type Principal, type RequestContext } from '#policy';
import { isInRange } from './address.ts';
import { arnMatches, resourceMatches } from './arn.ts';
import { conditionHolds } from './condition.ts';
import { readDate } from './date.ts';
import { compareDecimals, readDecimal } from './number.ts';
import { matchesPieces, piecesOf } from './pattern.ts';
import { namedBy, strengthOf, type Strength } from './principal.ts';

// The plain evaluator must be believed by itself, so that it can be held against the other.
// The decision rows A to H are asked of it in the corpus; here are the parts that it is made of.

const glob = (pattern: string, text: string): boolean =>
  matchesPieces(piecesOf(pattern, { context: undefined }) ?? [], text);

test.each<[pattern: string, text: string, matches: boolean]>([
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['*', 'any/thing:at all', true],
  ['?', '', false],
  ['?', '😀', true], // one character, though two UTF-16 units
  ['??', '😀', false],
  ['a*c', 'abbbc', true],
  ['a*c', 'ac', true],
  ['a*c', 'acb', false],
  ['a*a', 'a', false],
  ['*a*b*', 'xxaybzz', true],
  ['*a*b*', 'xxbyazz', false],
  ['*/test/*', '/test/', true],
  ['a**?', 'ab', true],
  ['a**?', 'a', false],
  ['*aab', 'aaaab', true],
])('the pattern %j and the text %j: %j', (pattern, text, matches) => {
  expect(glob(pattern, text)).toBe(matches);
});

const context: RequestContext = {
  'aws:username': 'alice',
  'aws:principaltag/team': 'a*b',
  'aws:tagkeys': ['dept'],
  ['__proto__']: 'own',
};

test.each<[row: string, pattern: string, text: string | undefined]>([
  ['V1', '${aws:username}', 'alice'],
  ['V2: names in any case', '${AWS:UserName}/x', 'alice/x'],
  ['V2: multivalued keys are no variables', '${aws:TagKeys}', undefined],
  ['V5', '${aws:userid}', undefined],
  ['V6', "${aws:userid, 'all'}", 'all'],
  ['V6: the value goes before the default', "${aws:username, 'all'}", 'alice'],
  ['V6: an empty default', "${aws:userid, ''}x", 'x'],
  ['V6: the space is needed', "${aws:username,'all'}", undefined],
  ['V7', '${*}${?}${$}', '*?$'],
  ['V8: never closed', '${aws:username', undefined],
  ['V8: empty', '${}', undefined],
  ['V8: a space', '${ aws:username}', undefined],
  ['a key that every object has', '${constructor}', undefined],
  ['a key of that name', '${__proto__}', 'own'],
])('%s: %s stands for %j', (_row, pattern, text) => {
  const pieces = piecesOf(pattern, { context });
  expect(pieces?.join('')).toBe(text);
});

test('V9: a star in a value stands for itself', () => {
  const pieces = piecesOf('${aws:PrincipalTag/team}/*', { context }) ?? [];
  expect(['a*b/x', 'axb/x'].map((text) => matchesPieces(pieces, text))).toEqual([true, false]);
});

const bucket = 'arn:aws:s3:::b/alice/x';

test.each<[why: string, pattern: string, resource: string, matches: boolean]>([
  ['everything', '*', bucket, true],
  ['everything, where there is no resource', '*', '*', true],
  ['an ARN, where there is no resource: H14', 'arn:aws:s3:::*', '*', false],
  ['H5', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b', false],
  ['H6', 'arn:aws:s3:::b*', 'arn:aws:s3:::b/k', true],
  ['H7', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1/2/test/3/x', true],
  ['H8', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/test/x', false],
  ['a star stays in its field', 'arn:aws:sqs:*:q', 'arn:aws:sqs:eu-west-1:111111111111:q', false],
  ['fields left out', 'arn:aws:sqs:*', 'arn:aws:sqs:eu-west-1:111111111111:q', true],
  [
    'the last field may hold colons',
    'arn:aws:logs:*:*:log-group:*',
    'arn:aws:logs:r:a:log-group:g:x',
    true,
  ],
  ['letters of another case', 'arn:aws:s3:::B/alice/x', bucket, false],
  ['a variable', 'arn:aws:s3:::b/${aws:username}/*', bucket, true],
  ['a variable before the fifth colon', 'arn:aws:s3::${aws:username}:b/alice/x', bucket, false],
  ['an escape before the fifth colon', 'arn:aws:s3:${*}::b/alice/x', bucket, false],
])('a resource, %s: %s and %s: %j', (_why, pattern, resource, matches) => {
  expect(resourceMatches(pattern, resource, { context })).toBe(matches);
});

test.each<[pattern: string, actual: string, matches: boolean]>([
  ['arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/dev/x', true], // F25
  [
    'arn:aws:x:*:111122223333:finance/*',
    'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d',
    false,
  ], // H19
  ['arn:aws:iam::1:user/${aws:username}', 'arn:aws:iam::1:user/alice', true],
  ['arn:aws:iam::1:user/${aws:userid}', 'arn:aws:iam::1:user/alice', false],
  ['*', 'arn:aws:s3:::b', true],
  ['*', 'anonymous', false], // row L23: no ARN
])('the ARN condition %s and %s: %j', (pattern, actual, matches) => {
  expect(arnMatches(pattern, actual, { context })).toBe(matches);
});

test.each<[a: string, b: string, order: number]>([
  ['10', '10.0', 0],
  ['1e3', '1000', 0],
  ['-1', '0', -1],
  ['0.1', '.09', 1],
  ['9007199254740993', '9007199254740992', 1],
])('the numbers %s and %s', (a, b, order) => {
  const [left, right] = [readDecimal(a), readDecimal(b)];
  expect(left && right && compareDecimals(left, right)).toBe(order);
});

test.each(['', ' 10', '0x10', 'abc', '1e', '.', '1.2.3', '１'])('%j is no number', (text) => {
  expect(readDecimal(text)).toBeUndefined();
});

test.each<[date: string, seconds: number]>([
  ['1970-01-01', 0],
  ['1970-01', 0],
  ['2000-02-29T00:00Z', 951_782_400],
  ['2026-01-01T01:00:00+01:00', 1_767_225_600],
  ['2025-12-31T19:00:00-05:00', 1_767_225_600],
  ['1767225600', 1_767_225_600],
  ['2026', 2026], // digits alone are seconds
  ['0000-01-01', -62_167_219_200],
  ['9999-12-31T23:59:59Z', 253_402_300_799],
])('%s is %d seconds after 1970', (date, seconds) => {
  expect(readDate(date)).toBe(BigInt(seconds) * 10n ** 12n);
});

test.each([
  '',
  '2026-13',
  '2026-02-29',
  '2026-01-01T10:00',
  '2026/01/01',
  '2026-01-01T24:00Z',
  'noon',
])('%j is no date', (text) => {
  expect(readDate(text)).toBeUndefined();
});

test.each<[actual: string, range: string, inside: boolean | undefined]>([
  ['203.0.113.255', '203.0.113.0/24', true], // F10
  ['203.0.114.0', '203.0.113.0/24', false],
  ['203.0.113.42', '203.0.113.77/25', true], // bits after the prefix do not matter
  ['1.2.3.4', '0.0.0.0/0', true],
  ['1.2.3.4', '::/0', false],
  ['2001:db8::1', '2001:DB8:0:0:0:0:0:1', true],
  ['2001:db8:1::', '2001:db8::/32', true],
  ['2001:db9::', '2001:db8::/32', false],
  ['::ffff:1.2.3.4', '::ffff:102:304', true],
  ['010.0.0.1', '0.0.0.0/0', undefined],
  ['1.2.3', '0.0.0.0/0', undefined],
  ['1.2.3.4', '1.2.3.4/33', undefined],
  ['1::2::3', '::/0', undefined],
  ['1:2:3:4:5:6:7:8:9', '::/0', undefined],
])('the address %s in %s: %j', (actual, range, inside) => {
  expect(isInRange(actual, range)).toBe(inside);
});

const carried: RequestContext = {
  'k:one': 'a',
  'k:empty': '',
  'k:none': [],
  'k:single': ['a'],
  'k:pair': ['a', 'b'],
  'k:number': '5',
  'k:word': 'five',
};

test.each<[row: string, operator: string, key: string, values: unknown, holds: boolean]>([
  ['L3', 'StringEquals', 'k:one', ['b', 'a'], true],
  ['L4', 'StringNotEquals', 'k:one', ['b', 'a'], false],
  ['L5', 'StringEquals', 'k:missing', 'a', false],
  ['L6', 'StringNotEquals', 'k:missing', 'a', true],
  ['L6', 'NotIpAddress', 'k:missing', '10.0.0.0/8', true],
  ['L7', 'DateLessThan', 'k:missing', '2026-01-01', false],
  ['L8', 'NumericEqualsIfExists', 'k:missing', '1', true],
  ['L8', 'ForAnyValue:StringEqualsIfExists', 'k:missing', 'a', true],
  ['L9', 'StringEqualsIfExists', 'k:one', 'b', false],
  ['L10', 'Null', 'k:missing', 'true', true],
  ['L10', 'Null', 'k:one', true, false],
  ['L11', 'Null', 'k:missing', 'false', false],
  ['L11', 'Null', 'k:empty', 'false', false],
  ['L12', 'ForAllValues:StringEquals', 'k:missing', 'a', true],
  ['L12', 'ForAllValues:StringEquals', 'k:none', 'a', true],
  ['L13', 'ForAnyValue:StringEquals', 'k:none', 'a', false],
  ['L14', 'ForAllValues:StringEquals', 'k:pair', ['a', 'b', 'c'], true],
  ['L14', 'ForAllValues:StringEquals', 'k:pair', 'a', false],
  ['L15', 'ForAnyValue:StringEquals', 'k:pair', ['b', 'x'], true],
  ['L16', 'ForAllValues:StringNotEquals', 'k:pair', ['c', 'd'], true],
  ['L16', 'ForAllValues:StringNotEquals', 'k:pair', ['c', 'a'], false],
  ['L17', 'ForAnyValue:StringNotEquals', 'k:pair', 'a', true],
  ['L18', 'ForAnyValue:StringNotEquals', 'k:missing', 'a', false],
  ['L19', 'StringEquals', 'k:single', 'a', false],
  ['L19', 'StringNotEquals', 'k:single', 'b', false],
  ['L20', 'ForAnyValue:StringEquals', 'k:one', 'a', true],
  ['L21', 'StringEquals', 'k:one', [], true],
  ['L21', 'ForAnyValue:StringEquals', 'k:pair', [], false],
  ['L21', 'ForAllValues:StringEquals', 'k:pair', [], false],
  ['L21', 'ForAllValues:StringEquals', 'k:missing', [], true],
  ['L21', 'StringEqualsIfExists', 'k:one', [], false],
  ['L22', 'ForAllValues:Null', 'k:one', 'true', true],
  ['L22', 'ForAnyValue:Null', 'k:one', 'false', false],
  ['L23', 'NumericLessThan', 'k:word', '10', false],
  ['L23', 'NumericNotEquals', 'k:word', '10', true],
  ['L25', 'NumericLessThan', 'K:Number', 10, true],
  ['H20', 'StringEquals', 'k:one', '*', false],
  ['section 5.1', 'StringLike', 'k:one', '?', true],
  ['section 5.1', 'Bool', 'k:one', 'a', false],
])('%s: %s %s %j: %j', (_row, operator, key, values, holds) => {
  expect(conditionHolds({ [operator]: { [key]: values } }, carried, { context: carried })).toBe(
    holds,
  );
});

test('L1 and L2: every key under every operator must hold', () => {
  const both = {
    StringEquals: { 'k:one': 'a' },
    NumericEquals: { 'k:number': '5', 'k:word': '5' },
  };
  expect(conditionHolds(both, carried, { context: carried })).toBe(false);
});

const a = '111111111111';
const user: Principal = {
  type: 'user',
  account: a,
  arn: `arn:aws:iam::${a}:user/eng/alice`,
  uniqueId: 'AIDAALICE',
};
const session: Principal = {
  type: 'role-session',
  account: a,
  arn: `arn:aws:sts::${a}:assumed-role/R/s1`,
  roleArn: `arn:aws:iam::${a}:role/dev/R`,
  uniqueId: 'AROAR',
  serviceLinked: false,
};
const federated: Principal = {
  type: 'federated-user',
  account: a,
  arn: `arn:aws:sts::${a}:federated-user/bob`,
  userArn: `arn:aws:iam::${a}:user/eng/alice`,
  userUniqueId: 'AIDAALICE',
};

describe('section 3.3: how principals are named', () => {
  test.each<[caller: Principal, element: unknown, strength: Strength | undefined]>([
    [{ type: 'anonymous' }, '*', 'direct'],
    [{ type: 'anonymous' }, { AWS: '*' }, 'direct'],
    [{ type: 'anonymous' }, { AWS: a }, undefined],
    [user, { AWS: user.arn }, 'direct'],
    [user, { AWS: 'AIDAALICE' }, 'direct'],
    [user, { AWS: `arn:aws:iam::${a}:user/alice` }, undefined],
    [user, { AWS: ['222222222222', '1111-1111-1111'] }, 'account'],
    [user, { AWS: [a, user.arn] }, 'direct'],
    [user, { Service: 'ec2.amazonaws.com' }, undefined],
    [session, { AWS: session.arn }, 'direct'],
    [session, { AWS: session.roleArn }, 'role'],
    [session, { AWS: 'AROAR' }, 'role'],
    [session, { AWS: `arn:aws:iam::${a}:role/R` }, undefined],
    [session, { AWS: `arn:aws:iam::${a}:root` }, 'account'],
    [federated, { AWS: federated.arn }, 'direct'],
    [federated, { AWS: federated.userArn }, 'federating-user'],
    [{ type: 'root', account: a, arn: `arn:aws:iam::${a}:root` }, { AWS: a }, 'direct'],
    [
      { type: 'service', service: 'ec2.amazonaws.com' },
      { Service: ['ec2.amazonaws.com'] },
      'direct',
    ],
    [
      { type: 'federated', provider: 'accounts.google.com' },
      { Federated: 'accounts.google.com' },
      'direct',
    ],
    [user, { CanonicalUser: '79a5' }, undefined],
  ])('%j by %j: %j', (caller, element, strength) => {
    expect(strengthOf(element, caller)).toBe(strength);
  });

  test.each<[others: unknown, hasBoundary: boolean, strength: Strength | undefined]>([
    [{ AWS: user.arn }, false, undefined],
    [{ AWS: session.arn }, false, 'direct'],
    [{ AWS: user.arn }, true, 'direct'], // trap 23
  ])('NotPrincipal %j, with a boundary %j: %j', (others, hasBoundary, strength) => {
    expect(namedBy({ NotPrincipal: others }, user, hasBoundary)).toBe(strength);
  });
});
