import { expect, test } from 'vitest';
import { operatorNames } from '../syntax/operators.ts';
import { operandForm } from './operand-format.ts';
import { readPolicy } from './read-policy.ts';

const legacy = 'The policy failed legacy parsing';
const syntaxErrors = 'Syntax errors in policy.';

const policy = (operator: string, value: unknown): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 'a:b',
      Resource: '*',
      Condition: { [operator]: { 'a:b': value } },
    },
  });

const refusalOf = (operator: string, value: unknown) =>
  readPolicy(policy(operator, value), 'identity').refusal?.message;

/** What each form takes and refuses when it is saved; the values are those that were seen live. */
const forms = {
  number: {
    good: ['10', 10, '10.5', '-1', -1, '1e3', 1e3],
    bad: [' 10', '0x10', 'abc', '', '1,000', true],
    refusal: legacy,
  },
  date: {
    good: [
      '2026',
      2026,
      '2026-01',
      '2026-01-31',
      '2026-01-31T12:00Z',
      '2026-01-31T12:00:00Z',
      '2026-01-31T12:00:00.123Z',
      '2026-01-31T12:00:00+01:00',
      '1767225600',
      1767225600,
    ],
    bad: [
      'tomorrow',
      '2026/01/01',
      'Sat, 31 Jan 2026 12:00:00 GMT',
      '2026-13-01',
      '2026-02-30',
      '',
      true,
    ],
    refusal: legacy,
  },
  ip: {
    good: ['203.0.113.0/24', '203.0.113.5', '2001:db8::/32', '0.0.0.0/0', '::1'],
    bad: ['203.0.113.999/24', '10.0.0.0/33', 'example.com', '', 10],
    refusal: legacy,
  },
  arn: {
    good: [
      '*',
      'arn:*:s3:::b',
      'arn:aws:*:*:*:*',
      'arn:aws:iam::111111111111:role/${aws:username}',
    ],
    bad: ['nope', 'arn:aws:s3:b', '${aws:PrincipalArn}', '', 7],
    refusal: legacy,
  },
  base64: { good: ['YWJj', 'YWJjZA==', ''], bad: ['!!!', 'abc', 'YWJj=='], refusal: syntaxErrors },
  bool: { good: ['true', 'FALSE', true, false, 'yes', '', 1], bad: [], refusal: syntaxErrors },
  text: { good: ['', 'a', 7, true, '*', '${aws:username}'], bad: [], refusal: syntaxErrors },
} as const;

const written = operatorNames.flatMap((name) => [
  name,
  ...(name === 'Null' ? [] : [`${name}IfExists`]),
  `ForAllValues:${name}`,
  `ForAnyValue:${name}`,
]);

const bare = (operator: string): (typeof operatorNames)[number] | undefined =>
  operatorNames.find((name) => name === operator.replace(/^For\w+:|IfExists$/g, ''));

test.each(written)(
  '%s takes what its form takes when it is saved, and nothing else',
  (operator) => {
    const name = bare(operator);
    const { good, bad, refusal } = forms[(name && operandForm(name)) ?? 'text'];
    expect(good.map((value) => refusalOf(operator, value))).toEqual(good.map(() => undefined));
    expect(bad.map((value) => refusalOf(operator, value))).toEqual(bad.map(() => refusal));
  },
);

test.each([
  'NullIfExists',
  'stringEquals',
  'STRINGEQUALS',
  'StringEqualsIfexists',
  'ForAnyValue::StringEquals',
  'forAnyValue:StringEquals',
  'ForAnyValue:ForAllValues:StringEquals',
  'IfExistsStringEquals',
  'String',
  '',
  'toString',
  '__proto__',
])('%j is no operator', (operator) => {
  const text = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{${JSON.stringify(operator)}:{"a:b":"x"}}}}`;
  const { refusal, diagnostics } = readPolicy(text, 'identity');
  expect(refusal?.message).toBe(syntaxErrors);
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'unknown-operator' }));
});

test('the trust parser saves operands that cannot be compared', () => {
  const text = (operator: string) =>
    `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"${operator}":{"a:b":"!"}}}}`;
  const found = operatorNames.map((name) => readPolicy(text(name), 'trust'));
  expect(found.map(({ refusal }) => refusal)).toEqual(operatorNames.map(() => undefined));
  expect(
    found.filter(({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'operand-never-matches'),
    ),
  ).toHaveLength(operatorNames.filter((name) => operandForm(name) !== undefined).length);
});
