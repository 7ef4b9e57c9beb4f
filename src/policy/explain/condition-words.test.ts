import { describe, expect, test } from 'vitest';
import { type RequestContext } from '../decide/request.ts';
import { operatorNames } from '../syntax/operators.ts';
import { allow, ask, type Written } from './asking.examples.ts';
import { sayElement } from './words.ts';

const said = (Condition: Written, context: RequestContext): string | undefined => {
  const decision = ask({ identity: [allow('*', '*', { Condition })], context });
  const elements = decision.gates.flatMap(({ policies }) => policies)[0]?.statements[0]?.elements;
  const last = elements?.at(-1);
  return last && sayElement(last);
};
const say = (operator: string, written: unknown, actual?: string | readonly string[]) =>
  said({ [operator]: { 'a:Key': written } }, actual === undefined ? {} : { 'a:key': actual });

/** One value that holds and one that does not, of every operator; and what is said when the key is absent. */
type Row = readonly [
  operator: string,
  written: string,
  holds: readonly [actual: string, said: string],
  fails: readonly [actual: string, said: string],
  wanted: string,
];
const rows: readonly Row[] = [
  ['StringEquals', 'x', ['x', 'is x'], ['y', 'is y, not x'], 'x'],
  ['StringNotEquals', 'x', ['y', 'is y, not x'], ['x', 'is x, which the condition excludes'], ''],
  ['StringEqualsIgnoreCase', 'X', ['x', 'is x'], ['y', 'is y, not X'], 'X'],
  [
    'StringNotEqualsIgnoreCase',
    'X',
    ['y', 'is y, not X'],
    ['x', 'is x, which the condition excludes'],
    '',
  ],
  [
    'StringLike',
    'x*',
    ['xy', 'xy matches x*'],
    ['y', 'y does not match x*'],
    'one that matches x*',
  ],
  [
    'StringNotLike',
    'x*',
    ['y', 'y does not match x*'],
    ['xy', 'xy matches x*, which the condition excludes'],
    '',
  ],
  ['NumericEquals', '1', ['1.0', 'is 1.0'], ['2', 'is 2, not 1'], '1'],
  ['NumericNotEquals', '1', ['2', 'is 2, not 1'], ['1', 'is 1, which the condition excludes'], ''],
  [
    'NumericLessThan',
    '9',
    ['8', '8 is less than 9'],
    ['9', '9 is not less than 9'],
    'one that is less than 9',
  ],
  [
    'NumericLessThanEquals',
    '9',
    ['9', '9 is not greater than 9'],
    ['10', '10 is greater than 9'],
    'one that is not greater than 9',
  ],
  [
    'NumericGreaterThan',
    '9',
    ['10', '10 is greater than 9'],
    ['9', '9 is not greater than 9'],
    'one that is greater than 9',
  ],
  [
    'NumericGreaterThanEquals',
    '9',
    ['9', '9 is not less than 9'],
    ['8', '8 is less than 9'],
    'one that is not less than 9',
  ],
  [
    'DateEquals',
    '2026-01-01',
    ['2026-01-01', 'is 2026-01-01'],
    ['2027-01-01', 'is 2027-01-01, not 2026-01-01'],
    '2026-01-01',
  ],
  [
    'DateNotEquals',
    '2026-01-01',
    ['2027-01-01', 'is 2027-01-01, not 2026-01-01'],
    ['2026-01-01', 'is 2026-01-01, which the condition excludes'],
    '',
  ],
  [
    'DateLessThan',
    '2026-01-01',
    ['2025-01-01', '2025-01-01 is before 2026-01-01'],
    ['2027-01-01', '2027-01-01 is not before 2026-01-01'],
    'one that is before 2026-01-01',
  ],
  [
    'DateLessThanEquals',
    '2026-01-01',
    ['2026-01-01', '2026-01-01 is not after 2026-01-01'],
    ['2027-01-01', '2027-01-01 is after 2026-01-01'],
    'one that is not after 2026-01-01',
  ],
  [
    'DateGreaterThan',
    '2026-01-01',
    ['2027-01-01', '2027-01-01 is after 2026-01-01'],
    ['2025-01-01', '2025-01-01 is not after 2026-01-01'],
    'one that is after 2026-01-01',
  ],
  [
    'DateGreaterThanEquals',
    '2026-01-01',
    ['2026-01-01', '2026-01-01 is not before 2026-01-01'],
    ['2025-01-01', '2025-01-01 is before 2026-01-01'],
    'one that is not before 2026-01-01',
  ],
  ['Bool', 'true', ['true', 'is true'], ['false', 'is false, not true'], 'true'],
  ['BinaryEquals', 'YWJj', ['YWJj', 'is YWJj'], ['YQ==', 'is YQ==, not YWJj'], 'YWJj'],
  [
    'IpAddress',
    '10.0.0.0/8',
    ['10.1.1.1', '10.1.1.1 is in 10.0.0.0/8'],
    ['11.1.1.1', '11.1.1.1 is not in 10.0.0.0/8'],
    'one that is in 10.0.0.0/8',
  ],
  [
    'NotIpAddress',
    '10.0.0.0/8',
    ['11.1.1.1', '11.1.1.1 is not in 10.0.0.0/8'],
    ['10.1.1.1', '10.1.1.1 is in 10.0.0.0/8, which the condition excludes'],
    '',
  ],
  ...['ArnEquals', 'ArnLike'].map((name): Row => [
    name,
    'arn:aws:s3:::b*',
    ['arn:aws:s3:::bc', 'arn:aws:s3:::bc matches arn:aws:s3:::b*'],
    ['arn:aws:s3:::c', 'arn:aws:s3:::c does not match arn:aws:s3:::b*'],
    'one that matches arn:aws:s3:::b*',
  ]),
  ...['ArnNotEquals', 'ArnNotLike'].map((name): Row => [
    name,
    'arn:aws:s3:::b*',
    ['arn:aws:s3:::c', 'arn:aws:s3:::c does not match arn:aws:s3:::b*'],
    ['arn:aws:s3:::bc', 'arn:aws:s3:::bc matches arn:aws:s3:::b*, which the condition excludes'],
    '',
  ]),
];

test('every operator has a row', () => {
  const named = [...rows.map(([operator]) => operator), 'Null'].toSorted();
  expect(named).toEqual([...operatorNames].toSorted());
});

describe.each(rows)('%s', (operator, written, [holds, yes], [fails, no], wanted) => {
  test('holds', () => expect(say(operator, written, holds)).toBe(`a:Key ${yes}.`));
  test('fails', () => expect(say(operator, written, fails)).toBe(`a:Key ${no}.`));
  test('without the key', () => {
    const asks = `and the condition asks for ${wanted}`;
    expect(say(operator, written)).toBe(
      `The request carries no a:Key, ${wanted === '' ? `and ${operator} also holds without it` : asks}.`,
    );
  });
  test('IfExists without the key', () =>
    expect(say(`${operator}IfExists`, written)).toBe(
      `The request carries no a:Key, and ${operator}IfExists also holds without it.`,
    ));
});

type SetRow = readonly [
  why: string,
  operator: string,
  written: readonly string[],
  actual: string | readonly string[] | undefined,
  said: string,
];
test.each<SetRow>([
  [
    'all fit',
    'ForAllValues:StringEquals',
    ['x', 'y'],
    ['x', 'y'],
    'Every value of a:Key (x and y) is x or y.',
  ],
  [
    'not all fit',
    'ForAllValues:StringEquals',
    ['x'],
    ['x', 'y'],
    'Not every value of a:Key (x and y) is x.',
  ],
  [
    'one fits',
    'ForAnyValue:StringLike',
    ['x*'],
    ['xy', 'z'],
    'A value of a:Key (xy and z) matches x*.',
  ],
  [
    'none fits',
    'ForAnyValue:StringLike',
    ['x*'],
    ['y', 'z'],
    'No value of a:Key (y and z) matches x*.',
  ],
  [
    'none is excluded',
    'ForAllValues:StringNotEquals',
    ['z'],
    ['x', 'y'],
    'Every value of a:Key (x and y) is not z.',
  ],
  [
    'one is excluded',
    'ForAllValues:StringNotEquals',
    ['x'],
    ['x', 'y'],
    'A value of a:Key (x and y) is x, which the condition excludes.',
  ],
  [
    'not all are excluded',
    'ForAnyValue:StringNotEquals',
    ['x'],
    ['x', 'y'],
    'A value of a:Key (x and y) is not x.',
  ],
  [
    'all are excluded',
    'ForAnyValue:StringNotEquals',
    ['x', 'y'],
    ['x', 'y'],
    'Every value of a:Key (x and y) is x or y, which the condition excludes.',
  ],
  [
    'L12: no values',
    'ForAllValues:StringEquals',
    ['x'],
    undefined,
    'The request carries no a:Key, and ForAllValues:StringEquals also holds without it.',
  ],
  [
    'L13: no values',
    'ForAnyValue:StringLike',
    ['x*'],
    undefined,
    'The request carries no a:Key, and the condition asks for one that matches x*.',
  ],
  [
    'L18: no values',
    'ForAnyValue:StringNotEquals',
    ['x'],
    undefined,
    'The request carries no a:Key, and the condition asks for one that is not x.',
  ],
  [
    'L19: no set operator',
    'StringEquals',
    ['x'],
    ['x'],
    'a:Key may have several values, and StringEquals without ForAnyValue or ForAllValues compares only one.',
  ],
  [
    'L21: no value to compare with',
    'StringEquals',
    [],
    undefined,
    'StringEquals lists no value for a:Key, and so it holds.',
  ],
  [
    'L21: no value for any',
    'ForAnyValue:StringEquals',
    [],
    ['x'],
    'ForAnyValue:StringEquals lists no value for a:Key, and so it does not hold.',
  ],
  [
    'L10: absent, as asked',
    'Null',
    ['true'],
    undefined,
    'The request carries no a:Key, as the condition asks.',
  ],
  [
    'L11: absent',
    'Null',
    ['false'],
    undefined,
    'The request carries no a:Key, and the condition asks for one.',
  ],
  [
    'L11: present, as asked',
    'Null',
    ['false'],
    ['x'],
    'The request carries a:Key, as the condition asks.',
  ],
  [
    'L10: present',
    'Null',
    ['true'],
    ['x'],
    'The request carries a:Key, and the condition asks that it does not.',
  ],
  [
    'L11: empty, as asked',
    'Null',
    ['true'],
    '',
    'a:Key is an empty text, which counts as none, as the condition asks.',
  ],
  [
    'L11: empty',
    'Null',
    ['false'],
    '',
    'a:Key is an empty text, which counts as none, and the condition asks for a value.',
  ],
  [
    'L12: empty for all',
    'ForAllValues:StringEquals',
    ['x'],
    '',
    'a:Key is an empty text, which ForAllValues takes for no value, and so it holds.',
  ],
  [
    'L13: empty for any',
    'ForAnyValue:StringEquals',
    ['x'],
    [''],
    'a:Key is an empty text, which ForAnyValue takes for no value, and so it does not hold.',
  ],
  ['L22: always', 'ForAllValues:Null', ['false'], undefined, 'ForAllValues:Null always holds.'],
  ['L22: never', 'ForAnyValue:Null', ['true'], undefined, 'ForAnyValue:Null never holds.'],
])('%s: %s', (_why, operator, written, actual, sentence) =>
  expect(say(operator, written, actual)).toBe(sentence),
);

type VariableRow = readonly [why: string, operator: string, written: string, sentence: string];
test.each<VariableRow>([
  [
    'V5: without a value',
    'StringLike',
    '${aws:username}*',
    'a:Key x does not match ${aws:username}*; ${aws:username} was not filled in.',
  ],
  [
    'V5: without a value, negated',
    'StringNotEquals',
    '${aws:username}',
    'a:Key is x, not ${aws:username}; ${aws:username} was not filled in.',
  ],
  ['V6: a default', 'StringEquals', "${aws:username, 'y'}", 'a:Key is x, not y.'],
  ['V7: an escape', 'StringLike', '${*}', 'a:Key x does not match ${*}.'],
])('%s', (_why, operator, written, sentence) => expect(say(operator, written, 'x')).toBe(sentence));
