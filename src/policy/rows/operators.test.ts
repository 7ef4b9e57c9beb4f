import { describe, expect, test } from 'vitest';
import { operatorNames, type OperatorName } from '../syntax/operators.ts';
import { type RequestContext } from '../decide/request.ts';
import { allow, ask } from '../explain/asking.examples.ts';

/** Two values of a request for one value of a policy: the first passes a plain operator, the second does not. */
interface Example {
  readonly written: string;
  readonly passes: string;
  readonly fails: string;
}

const text = { written: 'home', passes: 'home', fails: 'Home' };
const anyCase = { written: 'home', passes: 'HOME', fails: 'house' };
const like = { written: 'h?me/*', passes: 'home/a:b/c', fails: 'homes/a' };
const equal = { written: '10', passes: '1e1', fails: '10.5' };
const instant = {
  written: '2026-03-01T10:00:00Z',
  passes: '2026-03-01T11:00:00+01:00',
  fails: '2026-03-01',
};
const arn = {
  written: 'arn:aws:sns:*:111111111111:orders/?',
  passes: 'arn:aws:sns:eu-west-1:111111111111:orders/1',
  fails: 'arn:aws:sns:eu-west-1:222222222222:orders/1',
};
const inverse = ({ written, passes, fails }: Example): Example => ({
  written,
  passes: fails,
  fails: passes,
});

/**
 * Every operator there is.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const examples: Record<Exclude<OperatorName, 'Null'>, Example> = {
  StringEquals: text,
  StringNotEquals: inverse(text),
  StringEqualsIgnoreCase: anyCase,
  StringNotEqualsIgnoreCase: inverse(anyCase),
  StringLike: like,
  StringNotLike: inverse(like),
  NumericEquals: equal,
  NumericNotEquals: inverse(equal),
  NumericLessThan: { written: '10', passes: '9.99', fails: '10' },
  NumericLessThanEquals: { written: '10', passes: '10', fails: '10.01' },
  NumericGreaterThan: { written: '-1', passes: '0', fails: '-1' },
  NumericGreaterThanEquals: { written: '-1', passes: '-1', fails: '-1.1' },
  DateEquals: instant,
  DateNotEquals: inverse(instant),
  DateLessThan: { written: '2026-03-01', passes: '2026-02-28T23:59:59Z', fails: '2026-03-01' },
  DateLessThanEquals: {
    written: '2026-03-01',
    passes: '2026-03-01',
    fails: '2026-03-01T00:00:01Z',
  },
  DateGreaterThan: { written: '1767225600', passes: '2026-01-01T00:00:01Z', fails: '2026-01-01' },
  DateGreaterThanEquals: { written: '1767225600', passes: '2026-01-01', fails: '2025-12-31' },
  Bool: { written: 'true', passes: 'True', fails: 'false' },
  BinaryEquals: { written: 'YWJj', passes: 'YWJj', fails: 'ywjj' },
  IpAddress: { written: '203.0.113.0/25', passes: '203.0.113.127', fails: '203.0.113.128' },
  NotIpAddress: { written: '2001:db8::/32', passes: '2001:db9::1', fails: '2001:db8::1' },
  ArnEquals: arn,
  ArnNotEquals: inverse(arn),
  ArnLike: arn,
  ArnNotLike: inverse(arn),
};

const negated: readonly string[] = operatorNames.filter((name) => name.includes('Not'));
const holds = (operator: string, written: string, actual?: string | readonly string[]): boolean => {
  const context: RequestContext = actual === undefined ? {} : { 'test:key': actual };
  const identity = [allow('s3:*', '*', { Condition: { [operator]: { 'test:Key': written } } })];
  return ask({ identity, context }).verdict === 'Allow';
};

test('there is an example for each operator', () => {
  expect([...Object.keys(examples), 'Null'].toSorted()).toEqual([...operatorNames].toSorted());
});

describe.each(Object.entries(examples))('%s', (name, { written, passes, fails }) => {
  const absent = negated.includes(name);

  test('plain', () => {
    expect([holds(name, written, passes), holds(name, written, fails)]).toEqual([true, false]);
    expect(holds(name, written)).toBe(absent);
    expect(holds(name, written, [passes])).toBe(false); // row L19: a set wants a set operator
  });

  test('IfExists', () => {
    const operator = `${name}IfExists`;
    expect([holds(operator, written, passes), holds(operator, written, fails)]).toEqual([
      true,
      false,
    ]);
    expect(holds(operator, written)).toBe(true);
  });

  test('ForAllValues', () => {
    const operator = `ForAllValues:${name}`;
    expect(holds(operator, written, [passes, passes])).toBe(true);
    expect(holds(operator, written, [passes, fails])).toBe(false);
    expect(holds(operator, written, passes)).toBe(true);
    expect([holds(operator, written), holds(operator, written, [])]).toEqual([true, true]);
    expect(holds(`${operator}IfExists`, written)).toBe(true);
  });

  test('ForAnyValue', () => {
    const operator = `ForAnyValue:${name}`;
    expect(holds(operator, written, [fails, passes])).toBe(true);
    expect(holds(operator, written, [fails, fails])).toBe(false);
    expect(holds(operator, written, passes)).toBe(true);
    expect([holds(operator, written), holds(operator, written, [])]).toEqual([false, false]);
    expect(holds(`${operator}IfExists`, written)).toBe(true);
  });
});

test.each([
  ['Null', 'true', [false, true]],
  ['Null', 'false', [true, false]],
  ['ForAllValues:Null', 'true', [true, true]],
  ['ForAnyValue:Null', 'false', [false, false]],
])('%s %s, with the key and without it', (operator, written, answers) =>
  expect([holds(operator, written, 'x'), holds(operator, written)]).toEqual(answers),
);

type Row = readonly [
  why: string,
  operator: string,
  written: string,
  actual: string,
  holds: boolean,
];
/** What an operator does not do, and values of another kind than it compares. */
test.each<Row>([
  ['a star is a star', 'StringEquals', 'ho*', 'home', false],
  ['a star is a star in any case', 'StringEqualsIgnoreCase', 'ho*', 'home', false],
  ['case counts', 'StringLike', 'Ho*', 'home', false],
  ['a star crosses every mark', 'StringLike', 'a*e', 'a/b:c,d e', true],
  ['a question mark is one character', 'StringLike', 'h??e', 'home', true],
  ['a question mark is not none', 'StringLike', 'home?', 'home', false],
  ['ArnEquals takes wildcards', 'ArnEquals', 'arn:aws:s3:::*', 'arn:aws:s3:::b', true],
  [
    'a star stays in its field',
    'ArnLike',
    'arn:aws:sns:*:1:orders',
    'arn:aws:sns:eu-west-1:2:x:1:orders',
    false,
  ],
  ['an ARN has case', 'ArnLike', 'arn:aws:s3:::B', 'arn:aws:s3:::b', false],
  ['a text is no ARN', 'ArnLike', 'arn:aws:s3:::*', 'b', false],
  ['and so it is unlike any', 'ArnNotLike', 'arn:aws:s3:::*', 'b', true],
  ['an IPv4 address is in no IPv6 range', 'IpAddress', '::/0', '203.0.113.7', false],
  ['an IPv6 address is in no IPv4 range', 'IpAddress', '0.0.0.0/0', '2001:db8::1', false],
  ['and so it is outside', 'NotIpAddress', '0.0.0.0/0', '2001:db8::1', true],
  ['a bare address is one address', 'IpAddress', '203.0.113.7', '203.0.113.7', true],
  ['a bare address is no range', 'IpAddress', '203.0.113.7', '203.0.113.8', false],
  ['a bare IPv6 address, written otherwise', 'IpAddress', '2001:db8::1', '2001:0db8:0::0:1', true],
  ['a name is no address', 'IpAddress', '0.0.0.0/0', 'localhost', false],
  ['no number', 'NumericLessThan', '10', 'NaN', false],
  ['a number with a blank', 'NumericEquals', '10', ' 10', false],
  ['a hexadecimal number', 'NumericEquals', '16', '0x10', false],
  ['numbers beyond doubles', 'NumericLessThan', '9007199254740993', '9007199254740992', true],
  ['no date', 'DateLessThan', '2026-01-01', 'yesterday', false],
  ['no boolean', 'Bool', 'true', '1', false],
  ['base64 has case', 'BinaryEquals', 'YWJj', 'YWJJ', false],
])('%s: %s %s, %s', (_why, operator, written, actual, expected) =>
  expect(holds(operator, written, actual)).toBe(expected),
);
