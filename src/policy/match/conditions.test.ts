import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operatorNames } from '../syntax/operators.ts';
import { type RequestContext } from './caller.ts';
import { type Asked } from './asked.ts';
import { compileCondition } from './conditions.ts';
import { operatorRules } from './operators.ts';

const at = { start: 0, end: 0 };
type Actual = string | readonly string[] | undefined;

let turn = 0;
const asked = (context: RequestContext): Asked => ({
  turn: ++turn,
  principal: { type: 'anonymous' },
  action: 's3:GetObject',
  actionInLowerCase: 's3:getobject',
  resource: '*',
  context,
  hasBoundary: false,
});

/** Makes sure on the way that the short answer is the long one's. */
function ask(operator: string, expected: readonly string[], context: RequestContext) {
  const test = compileCondition(
    {
      at,
      operator: { value: operator, at },
      key: { value: 'Test:Key', at },
      values: expected.map((value) => ({ value, at })),
    },
    '2012-10-17',
  );
  const request = asked(context);
  const finding = test.trace(request);
  expect(test.matches(request)).toBe(finding.trace.matched);
  return finding;
}
const holds = (operator: string, actual: Actual, expected: readonly string[]) =>
  ask(operator, expected, actual === undefined ? {} : { 'test:key': actual }).trace.matched;

type Row = readonly [operator: string, actual: Actual, expected: readonly string[], holds: boolean];

describe('each operator compares in its own way', () => {
  test.each<Row>([
    ['StringEquals', 'a', ['a'], true],
    ['StringEquals', 'A', ['a'], false],
    ['StringEquals', 'home/a', ['home/*'], false], // row H20
    ['StringEquals', 'home/*', ['home/*'], true],
    ['StringEqualsIgnoreCase', 'alice', ['ALICE'], true], // row F32
    ['StringNotEqualsIgnoreCase', 'alice', ['ALICE'], false],
    ['StringLike', 'repo:o/r:ref:refs/heads/main', ['repo:o/r:*'], true], // row G1
    ['StringLike', 'repo:O/r:x', ['repo:o/r:*'], false], // row G8
    ['StringNotLike', 'abc', ['a?c'], false],
    ['NumericEquals', '10.0', ['10'], true],
    ['NumericEquals', '1e3', ['1000'], true],
    ['NumericEquals', '9007199254740993', ['9007199254740992'], false], // a double cannot tell them apart
    ['NumericEquals', '0.1', ['0.10000000000000000000001'], false],
    ['NumericEquals', '-0', ['0'], true],
    ['NumericEquals', '007', ['7'], true],
    ['NumericLessThan', '-10', ['-9.5'], true],
    ['NumericLessThan', '9', ['10'], true],
    ['NumericLessThan', '10', ['10'], false],
    ['NumericLessThanEquals', '10', ['10'], true],
    ['NumericGreaterThan', '.5', ['0.25'], true],
    ['NumericGreaterThan', '0', ['-1'], true],
    ['NumericGreaterThanEquals', '99', ['100'], false],
    ['NumericEquals', ' 10', ['10'], false],
    ['NumericNotEquals', 'ten', ['10'], true], // the wrong type matches no value: row L23
    ['DateLessThan', '2026-01-01T10:00:00Z', ['2026-01-01T10:00:01Z'], true],
    ['DateLessThan', '2026-01-01T10:00:00Z', ['2026-01-01T10:00:00Z'], false], // row E-18
    ['DateLessThanEquals', '2026-01-01T10:00:00Z', ['2026-01-01T10:00:00Z'], true],
    ['DateGreaterThan', '2026-01-01T10:00:00+02:00', ['2026-01-01T08:00:00Z'], false],
    ['DateEquals', '2026-01-01T10:00:00+02:00', ['2026-01-01T08:00:00Z'], true],
    ['DateEquals', '2026-01-01', ['1767225600'], true],
    ['DateGreaterThanEquals', '1767225600', ['2026-01-01T00:00Z'], true],
    ['DateNotEquals', '2026-01-02', ['2026-01-01'], true],
    ['DateLessThan', 'yesterday', ['2026-01-01'], false],
    ['DateGreaterThanEquals', '2026-01-01', ['yesterday'], false],
    ['DateEquals', 'yesterday', ['yesterday'], false],
    ['DateNotEquals', 'yesterday', ['yesterday'], true],
    ['Bool', 'true', ['True'], true],
    ['Bool', 'false', ['true'], false],
    ['Bool', 'False', ['false'], true],
    ['Bool', 'yes', ['yes'], false],
    ['BinaryEquals', 'QmFzZTY0', ['QmFzZTY0'], true],
    ['BinaryEquals', 'qmFzZTY0', ['QmFzZTY0'], false],
    ['IpAddress', '203.0.113.255', ['203.0.113.0/24'], true], // row F10
    ['IpAddress', '203.0.114.0', ['203.0.113.0/24'], false],
    ['IpAddress', '203.0.113.42', ['10.0.0.1/32'], false], // row F9
    ['IpAddress', '203.0.113.7', ['203.0.113.7'], true],
    ['IpAddress', '203.0.113.7', ['0.0.0.0/0'], true],
    ['IpAddress', '2001:db8::1', ['2001:DB8:0:0::/64'], true],
    ['IpAddress', '2001:db8:0:1::1', ['2001:db8::/64'], false],
    ['IpAddress', '203.0.113.7', ['::/0'], false], // another family never matches
    ['NotIpAddress', '203.0.113.7', ['::/0'], true],
    ['IpAddress', '::ffff:203.0.113.7', ['203.0.113.0/24'], false],
    ['IpAddress', '203.0.113.7', ['203.0.113.0/33'], false],
    ['IpAddress', '010.0.0.1', ['8.0.0.1'], false], // no octal
    ['IpAddress', 'fe80::1%eth0', ['fe80::/10'], false], // no zones
    ['IpAddress', 'localhost', ['0.0.0.0/0'], false],
    ['ArnEquals', 'arn:aws:iam::1:role/dev/x', ['arn:aws:iam::1:role/dev/*'], true], // row F25
    ['ArnLike', 'arn:aws:iam::1:role/x', ['arn:aws:iam::1:role/dev/*'], false],
    [
      // row H19: a star stays within its field
      'ArnLike',
      'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d',
      ['arn:aws:x:*:111122223333:finance/*'],
      false,
    ],
    [
      'StringLike',
      'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d',
      ['arn:aws:x:*:111122223333:finance/*'],
      true,
    ],
    ['ArnNotEquals', 'no ARN', ['arn:aws:iam::1:role/x'], true],
    ['ArnNotLike', 'arn:aws:iam::1:role/x', ['arn:*:iam::?:role/*'], false],
    ['StringEquals', 'arn:aws:iam::1:role/x', ['arn:aws:iam::1:role/*'], false], // row F27
  ])('%s: %s against %s: %s', (operator, actual, expected, result) =>
    expect(holds(operator, actual, expected)).toBe(result),
  );
});

describe('keys that are absent', () => {
  const negated = [
    'StringNotEquals',
    'StringNotLike',
    'ArnNotEquals',
    'ArnNotLike',
    'NumericNotEquals',
    'DateNotEquals',
    'NotIpAddress',
    'StringNotEqualsIgnoreCase',
  ];

  test.each(operatorNames.filter((name) => name !== 'Null'))('L5 to L8, L12, L13: %s', (name) => {
    expect(holds(name, undefined, ['1'])).toBe(negated.includes(name));
    expect(holds(`${name}IfExists`, undefined, ['1'])).toBe(true);
    expect(holds(`ForAllValues:${name}`, undefined, ['1'])).toBe(true);
    expect(holds(`ForAnyValue:${name}`, undefined, ['1'])).toBe(false); // also negated ones: row L18
    expect(holds(`ForAllValues:${name}`, [], ['1'])).toBe(true);
    expect(holds(`ForAnyValue:${name}`, [], ['1'])).toBe(false);
  });

  test('the key is reported once, in lower case', () => {
    expect(ask('StringEquals', ['a'], {}).missing).toEqual(['test:key']);
    expect(ask('StringEquals', ['a'], { 'test:key': 'b' }).missing).toEqual([]);
  });
});

describe('logic', () => {
  test.each<Row>([
    ['StringEquals', 'b', ['a', 'b'], true], // row L3, F29
    ['StringNotEquals', 'b', ['a', 'b'], false], // row L4, F30
    ['StringNotEquals', 'c', ['a', 'b'], true],
    ['StringEqualsIfExists', 'c', ['a', 'b'], false], // row L9
    ['Null', undefined, ['true'], true], // row L10
    ['Null', 'x', ['true'], false],
    ['Null', 'x', ['false'], true], // row L11
    ['Null', undefined, ['false'], false], // row F33
    ['Null', ['a'], ['false'], true],
    ['Null', 'x', ['true', 'false'], true],
    ['Null', 'x', [], true], // restricts nothing, as any list without values
    ['Null', undefined, [], true],
    ['ForAllValues:Null', 'x', ['true'], true], // row L22
    ['ForAnyValue:Null', undefined, ['true'], false],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b', 'c'], true], // row L14
    ['ForAllValues:StringEquals', ['a', 'x'], ['a', 'b'], false], // row F19
    ['ForAnyValue:StringEquals', ['a', 'x'], ['a', 'b'], true], // row L15
    ['ForAnyValue:StringEquals', ['x'], ['a', 'b'], false],
    ['ForAllValues:StringNotEquals', ['x', 'y'], ['a'], true], // row L16
    ['ForAllValues:StringNotEquals', ['x', 'a'], ['a'], false],
    ['ForAnyValue:StringNotEquals', ['a', 'x'], ['a', 'b'], true], // row L17
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
    ['ForAnyValue:StringEqualsIfExists', undefined, ['a'], true],
    ['ForAllValues:StringEquals', 'a', ['a'], true], // row L20
    ['ForAnyValue:StringLike', 'abc', ['a*'], true],
    ['StringEquals', ['dept'], ['dept'], false], // row L19, F36
    ['StringNotEquals', ['dept'], ['other'], false],
    ['StringEquals', 'a', [], true], // row L21
    ['StringEqualsIfExists', 'a', [], false],
    ['StringEqualsIfExists', '', [], false],
    ['StringEqualsIfExists', undefined, [], true],
    ['ForAnyValue:StringEqualsIfExists', undefined, [], true],
    ['ForAnyValue:StringEquals', '', [], false],
    ['ForAllValues:StringEquals', ['a'], [], false],
    ['ForAnyValue:StringEquals', ['a'], [], false],
    ['stringequals', 'a', ['a'], false], // no such operator: AWS refuses to save it
    ['NullIfExists', undefined, ['true'], false],
  ])('%s: %s against %s: %s', (operator, actual, expected, result) =>
    expect(holds(operator, actual, expected)).toBe(result),
  );
});

describe('variables in values', () => {
  const context = { 'test:key': 'alice', 'aws:username': 'alice', 'aws:principaltag/any': '*' };
  type VariableRow = readonly [operator: string, expected: string, holds: boolean];
  test.each<VariableRow>([
    ['StringEquals', '${aws:username}', true], // row F12
    ['StringEquals', '${aws:userid}', false], // row F14
    ['StringNotEquals', '${aws:userid}', true], // row V5
    ['StringLike', '${aws:PrincipalTag/any}', false], // row V9: a value cannot widen
    ['StringLike', '${aws:username}*', true],
    ['StringEquals', "${aws:userid, 'alice'}", true],
    ['Bool', '${aws:username}', false],
  ])('%s %s: %s', (operator, expected, result) =>
    expect(ask(operator, [expected], context).trace.matched).toBe(result),
  );

  test.each([
    ['StringEquals', ['bob', '${aws:username}'], true],
    ['StringEquals', ['alice', '${aws:userid}'], true],
    ['StringEquals', ['${aws:userid}', 'alice'], true],
    ['StringEquals', ['bob', '${aws:userid}'], false],
    ['StringNotEquals', ['bob', '${aws:username}'], false],
  ])('beside plain ones: %s %j: %s', (operator, expected, result) =>
    expect(ask(operator, expected, context).trace.matched).toBe(result),
  );

  test.each([
    ['NumericNotEquals', '7'],
    ['DateNotEquals', '2026-01-01'],
    ['NotIpAddress', '203.0.113.7'],
    ['BinaryEquals', '${test:key}'],
  ])('none are filled in for %s', (operator, actual) => {
    const { trace } = ask(operator, ['${test:key}'], { 'test:key': actual });
    expect(trace.matched).toBe(true);
    expect(trace.entries.map(({ expected }) => expected)).toEqual(['${test:key}']);
  });

  test('what was filled in is in the trace, and what was missing is told', () => {
    const { trace, missing } = ask('StringEquals', ['${aws:username}', '${AWS:UserId}'], context);
    expect(trace.entries).toEqual([
      { at, expected: 'alice', matched: true },
      { at, expected: '${AWS:UserId}', matched: false },
    ]);
    expect(missing).toEqual(['aws:userid']);
  });
});

test.each<readonly [operator: string, actual: Actual, entries: readonly boolean[]]>([
  ['StringEquals', 'b', [false, true]],
  ['StringNotEquals', 'b', [false, true]], // each says whether it fits, before negation
  ['StringNotEquals', undefined, [false, false]],
  ['ForAllValues:StringEquals', ['b', 'x'], [false, true]],
  ['ForAnyValue:StringEquals', ['a', 'b'], [true, true]],
  ['Null', undefined, [false, false]],
])('each value gives its own answer: %s %j: %j', (operator, actual, entries) => {
  const { trace } = ask(operator, ['a', 'b'], actual === undefined ? {} : { 'test:key': actual });
  expect(trace.entries.map(({ matched }) => matched)).toEqual(entries);
});

describe('laws', () => {
  const values = fc.array(fc.constantFrom('a', 'b', '1', '2', 'true', '2026-01-01', '10.0.0.1'), {
    minLength: 1,
    maxLength: 3,
  });
  const actual = fc.option(
    fc.constantFrom('a', 'b', '1', '1.0', 'TRUE', '2026-01-01', '10.0.0.1'),
    { nil: undefined },
  );
  const pairs = [
    ['StringEquals', 'StringNotEquals'],
    ['StringLike', 'StringNotLike'],
    ['NumericEquals', 'NumericNotEquals'],
    ['DateEquals', 'DateNotEquals'],
    ['IpAddress', 'NotIpAddress'],
    ['ArnLike', 'ArnNotLike'],
  ] as const;

  test('a negated operator is the opposite of its plain one, whatever the key', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        actual,
        values,
        ([plain, negated], value, expected) => {
          expect(holds(negated, value, expected)).toBe(!holds(plain, value, expected));
        },
      ),
    );
  });

  test('no operator throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...operatorNames),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (name, value, expected) => {
          expect(typeof holds(name, value, [expected])).toBe('boolean');
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('every operator name has a rule and the reverse', () => {
    expect(Object.keys(operatorRules)).toEqual([...operatorNames]);
  });
});

describe('an empty text is data, but none for those who ask whether there is any', () => {
  test.each<Row>([
    ['Null', '', ['true'], true], // row L11
    ['Null', '', ['false'], false],
    ['Null', ['', ''], ['true'], true],
    ['Null', ['', 'a'], ['true'], false],
    ['ForAllValues:StringEquals', '', ['a'], true], // row L12
    ['ForAllValues:StringEquals', [''], ['a'], true],
    ['ForAllValues:StringEquals', ['', 'a'], ['a'], false],
    ['ForAllValues:StringEquals', '', [], true],
    ['ForAnyValue:StringNotEquals', '', ['a'], false], // row L13
    ['ForAnyValue:StringEquals', [''], [''], false],
    ['StringEquals', '', [''], true],
    ['StringEquals', '', ['a'], false],
    ['StringEqualsIfExists', '', ['a'], false],
  ])('%s: %j against %j: %j', (operator, actual, expected, answer) =>
    expect(holds(operator, actual, expected)).toBe(answer),
  );
});

test.each<Row>([
  ['ArnLike', 'arn:aws:iam::1:role/a:b', ['*'], true],
  ['ArnLike', '203.0.113.42', ['*'], false], // row L23
  ['ArnLike', 'ran:aws:iam::1:role/a', ['*'], false],
  ['ArnNotLike', '203.0.113.42', ['*'], true],
])('`*` stands for any ARN: %s %j against %j: %j', (operator, actual, expected, answer) =>
  expect(holds(operator, actual, expected)).toBe(answer),
);
