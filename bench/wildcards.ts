import { compile, decide } from '#policy';
import { seconds } from './clock.ts';
import { attach } from './engines.ts';

export interface Hostile {
  readonly shape: string;
  /** Of the whole grid of sizes, the slowest. */
  readonly seconds: number;
  readonly parts: number;
  readonly letters: number;
}

/** Patterns that make engines go back and forth. `parts` is the number of stars, or of letters where there is one star. */
const shapes: Readonly<Record<string, (parts: number) => string>> = {
  'a*a*…b': (parts) => `${'a*'.repeat(parts)}b`,
  '*aaaa…b': (parts) => `*${'a'.repeat(parts)}b`,
  '*aaab*aaab…c': (parts) => `${'*aaab'.repeat(parts)}c`,
  '*a…ab*a…ab…c': (parts) => `${`*${'a'.repeat(40)}b`.repeat(parts)}c`,
  '?*?*…b': (parts) => `${'?*'.repeat(parts)}b`,
  '**…**b': (parts) => `${'*'.repeat(parts)}b`,
  '*a?a?…b': (parts) => `*${'a?'.repeat(parts)}b`,
  '*a?*a?…b': (parts) => `${'*a?'.repeat(parts)}b`,
  '*?????…b': (parts) => `*${'?'.repeat(parts)}b`,
};
const partCounts = [10, 100, 1_000];
const letterCounts = [1_000, 10_000, 50_000];
const rounds = 5;

/** Each shape as a Resource and under StringLike, against texts that nearly fit and texts that fit. */
export const measureHostile = (): readonly Hostile[] =>
  Object.entries(shapes).map(([shape, patternOf]) => {
    const grid = partCounts.flatMap((parts) =>
      letterCounts.map((letters) => ({
        shape,
        parts,
        letters,
        seconds: slowest(patternOf(parts), letters),
      })),
    );
    return grid.reduce((worst, one) => (one.seconds > worst.seconds ? one : worst));
  });

const slowest = (pattern: string, letters: number): number =>
  Math.max(
    ...textsOf(letters).map((text) =>
      Math.max(asResource(pattern, text), asCondition(pattern, text)),
    ),
  );

const textsOf = (letters: number): readonly string[] => [
  ...['a', 'b', 'ab', 'c'].map((ending) => `${'a'.repeat(letters)}${ending}`),
  `${'aaab'.repeat(letters / 4)}c`,
];

function asResource(pattern: string, text: string): number {
  return median(
    { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${pattern}` },
    `arn:aws:s3:::${text}`,
    {},
  );
}

function asCondition(pattern: string, text: string): number {
  const Condition = { StringLike: { 'aws:UserAgent': pattern } };
  return median(
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition },
    'arn:aws:s3:::b/k',
    {
      'aws:useragent': text,
    },
  );
}

/** Seconds for one answer of `decide`: the median, as the machine may pause at any of them. */
function median(
  statement: object,
  resource: string,
  context: Readonly<Record<string, string>>,
): number {
  const own = attach('identity', 'Own', { Version: '2012-10-17', Statement: [statement] });
  const policies = compile({
    identity: [own],
    boundary: undefined,
    session: undefined,
    resource: { type: 'ordinary', policy: undefined },
    scps: [],
    rcps: [],
  });
  const principal = {
    type: 'user',
    account: '111111111111',
    arn: 'arn:aws:iam::111111111111:user/alice',
    uniqueId: 'AIDAALICE',
  } as const;
  const samples = Array.from({ length: rounds }, () => {
    const request = {
      principal,
      action: 's3:GetObject',
      resource,
      resourceAccount: '111111111111',
      context,
    };
    const start = seconds();
    decide(request, policies);
    return seconds() - start;
  });
  return samples.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? NaN;
}
