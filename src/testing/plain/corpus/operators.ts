import { operatorNames, type OperatorName } from '#policy';
import { a, alice, allow, object, policy } from './cast.ts';
import { derived } from './derived.ts';
import { type CorpusCase } from './question.ts';

interface Samples {
  readonly key: string;
  readonly manyKey: string;
  /** What the policy holds. */
  readonly value: string;
  /** What a request may carry: the same, another way to write it, or something else. */
  readonly same: string;
  readonly alike: string;
  readonly other: string;
}

const text: Samples = {
  key: 'aws:RequestTag/dept',
  manyKey: 'aws:TagKeys',
  value: 'eng',
  same: 'eng',
  alike: 'ENG',
  other: 'ops',
};
const number: Samples = {
  key: 's3:max-keys',
  manyKey: 'demo:Numbers',
  value: '10',
  same: '10',
  alike: '1e1',
  other: '9.5',
};
const date: Samples = {
  key: 'aws:CurrentTime',
  manyKey: 'demo:Dates',
  value: '2026-01-01T00:00:00Z',
  same: '2026-01-01T00:00:00Z',
  alike: '1767225600',
  other: '2025-12-31T23:59:59Z',
};
const flag: Samples = {
  key: 'aws:SecureTransport',
  manyKey: 'demo:Flags',
  value: 'true',
  same: 'true',
  alike: 'True',
  other: 'false',
};
const bytes: Samples = {
  key: 'demo:Digest',
  manyKey: 'demo:Digests',
  value: 'YWJj',
  same: 'YWJj',
  alike: 'YWJj',
  other: 'YWJk',
};
const address: Samples = {
  key: 'aws:SourceIp',
  manyKey: 'demo:Addresses',
  value: '203.0.113.0/24',
  same: '203.0.113.42',
  alike: '203.0.113.255',
  other: '2001:db8::1',
};
const arn: Samples = {
  key: 'aws:SourceArn',
  manyKey: 'demo:Arns',
  value: 'arn:aws:s3:::b*',
  same: 'arn:aws:s3:::b',
  alike: 'arn:aws:s3:::b/x',
  other: 'arn:aws:sns:eu-west-1:111111111111:b',
};
const like: Samples = { ...text, value: 'e?g*', alike: 'eng/platform' };

function samplesFor(operator: OperatorName): Samples {
  if (operator.startsWith('Numeric')) return number;
  if (operator.startsWith('Date')) return date;
  if (operator.startsWith('Arn')) return arn;
  if (operator.endsWith('IpAddress')) return address;
  if (operator.endsWith('Like')) return like;
  if (operator === 'Bool' || operator === 'Null') return flag;
  return operator === 'BinaryEquals' ? bytes : text;
}

type Carried = string | readonly string[] | undefined;

/** What a request carries under a key that has one value, and under a key that has many. */
const single = ({ same, alike, other }: Samples): readonly (readonly [string, Carried])[] => [
  ['the same value', same],
  ['a value alike', alike],
  ['another value', other],
  ['a value of no such kind', '!'],
  ['no value', undefined],
];
const many = ({ same, alike, other }: Samples): readonly (readonly [string, Carried])[] => [
  ['only such values', [same, alike]],
  ['one such value and another', [same, other]],
  ['none but others', [other]],
  ['no values', undefined],
];

function casesOf(operator: OperatorName): readonly CorpusCase[] {
  const samples = samplesFor(operator);
  const suffixes = operator === 'Null' ? [''] : ['', 'IfExists'];
  return ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((prefix) =>
    suffixes.flatMap((suffix) => casesOfForm(`${prefix}${operator}${suffix}`, samples)),
  );
}

const casesOfForm = (form: string, samples: Samples): readonly CorpusCase[] => [
  ...single(samples).map(([what, carried]) => ask(form, samples.key, samples.value, what, carried)),
  ...many(samples).map(([what, carried]) =>
    ask(form, samples.manyKey, samples.value, what, carried),
  ),
  ask(form, samples.key, [samples.value, samples.other], 'one of two values', samples.other),
];

const ask = (
  form: string,
  key: string,
  value: unknown,
  what: string,
  carried: Carried,
): CorpusCase =>
  derived(`${form} ${key}: ${what}`, what, 'operators', {
    caller: alice,
    action: 's3:GetObject',
    resource: object,
    owner: a,
    identity: [policy(allow('s3:GetObject', '*', { [form]: { [key]: value } }))],
    ...(carried === undefined ? {} : { context: { [key.toLowerCase()]: carried } }),
  });

/** Every operator with every prefix and suffix, against what requests may carry. */
export const operators: readonly CorpusCase[] = operatorNames.flatMap(casesOf);
