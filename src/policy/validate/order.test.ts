import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPolicy } from './read-policy.ts';

interface Defect {
  readonly row: string;
  readonly message: string;
  /** Members of the document, or of one statement. */
  readonly document?: Readonly<Record<string, unknown>>;
  readonly statement?: Readonly<Record<string, unknown>>;
}

const identity = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

/** The passes in which IAM checks a policy of an identity, first to last, with what makes each of them report. */
const identityPasses: readonly (readonly Defect[])[] = [
  [
    { row: 'M1', message: 'Syntax errors in policy.', document: { Description: 'x' } },
    { row: 'M1', message: 'Syntax errors in policy.', statement: { Effect: 'Maybe' } },
    { row: 'M1', message: 'Syntax errors in policy.', statement: { Action: 1 } },
    { row: 'M1', message: 'Syntax errors in policy.', statement: { NotAction: [] } },
    {
      row: 'M1',
      message: 'Syntax errors in policy.',
      statement: { Condition: { NullIfExists: { 'a:b': 'true' } } },
    },
  ],
  [
    {
      row: 'M2',
      message: 'Policy document must be version 2012-10-17 or greater.',
      document: { Version: '2008-10-17' },
    },
  ],
  [
    { row: 'M3', message: 'The policy failed legacy parsing', statement: { Effect: 'allow' } },
    {
      row: 'M3',
      message: 'The policy failed legacy parsing',
      statement: { Condition: { DateLessThan: { 'aws:CurrentTime': 'soon' } } },
    },
    {
      row: 'M3',
      message: 'The policy failed legacy parsing',
      statement: { Resource: 'arn:aws:s3::b' },
    },
  ],
  [
    {
      row: 'M5',
      message:
        'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
      statement: { Sid: 'a b' },
    },
  ],
  [
    {
      row: 'M8',
      message: 'Policy document should not specify a principal.',
      statement: { Principal: '*' },
    },
  ],
  [
    {
      row: 'M6',
      message: 'Policy statement must contain actions.',
      statement: { Action: [] },
    },
  ],
  [
    {
      row: 'M13',
      message: 'Resource x must be in ARN format or "*".',
      statement: { Resource: 'x' },
    },
    {
      row: 'M14',
      message: 'Partition "x" is not valid for resource "arn:x:s3:::b".',
      statement: { Resource: 'arn:x:s3:::b' },
    },
    {
      row: 'M15',
      message: 'Resource vendor must be fully qualified and cannot contain regexes.',
      statement: { Resource: 'arn:aws:*:::b' },
    },
    {
      row: 'M18',
      message: 'IAM resource arn:aws:iam:x::user/a cannot contain region information.',
      statement: { Resource: 'arn:aws:iam:x::user/a' },
    },
  ],
  [
    {
      row: 'M9',
      message: 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
      statement: { Action: 'x' },
    },
    {
      row: 'M10',
      message: 'Actions/Condition can contain only one colon.',
      statement: { Action: 'a:b:c' },
    },
    { row: 'M11', message: 'Vendor  is not valid', statement: { Action: ':x' } },
    {
      row: 'M12',
      message: 'Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.',
      statement: { Action: 's3*:x' },
    },
  ],
  [
    {
      row: 'M7',
      message: 'Policy statement must contain resources.',
      statement: { Resource: [] },
    },
  ],
];

const trust = {
  Effect: 'Allow',
  Principal: { AWS: '111111111111' },
  Action: 'sts:AssumeRole',
};

/** The trust parser goes through the statements once; what it looks up, and how long all is, comes last. */
const trustPasses: readonly (readonly Defect[])[] = [
  [{ row: 'unknown field', message: 'Unknown field x', document: { x: 1 } }],
  [
    {
      row: 'T2',
      message: 'The policy must contain a valid version string',
      document: { Version: '1' },
    },
  ],
  [
    { row: 'T4', message: 'Invalid effect: Maybe', statement: { Effect: 'Maybe' } },
    {
      row: 'T5',
      message: 'Missing required field Principal cannot be empty!',
      statement: { Principal: {} },
    },
    {
      row: 'T6',
      message: 'AssumeRolepolicy contained an invalid principal: "STAR":"*".',
      statement: { Principal: '*' },
    },
    {
      row: 'T12',
      message: 'AssumeRole policy may only specify STS AssumeRole actions.',
      statement: { Action: 'sts:*' },
    },
    { row: 'T13', message: 'Has prohibited field Resource', statement: { Resource: '*' } },
  ],
  [
    {
      row: 'T7',
      message: 'Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:user/nobody"',
      statement: { Principal: { AWS: 'arn:aws:iam::111111111111:user/nobody' } },
    },
  ],
  [
    {
      row: 'T18',
      message: 'Cannot exceed quota for ACLSizePerRole: 2048',
      statement: { Sid: 'x'.repeat(2_048) },
    },
  ],
];

/** A policy with these defects, each in a statement of its own. */
const withDefects = (base: object, defects: readonly Defect[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: defects.map(({ statement = {} }) => ({ ...base, ...statement })),
    ...Object.assign({}, ...defects.map(({ document = {} }) => document)),
  });

const readAs = {
  identity: (defects: readonly Defect[]) =>
    readPolicy(withDefects(identity, defects), 'identity', { managed: true }),
  trust: (defects: readonly Defect[]) =>
    readPolicy(withDefects(trust, defects), 'trust', {
      principalExists: (principal) => !principal.endsWith('nobody'),
    }),
};

for (const [kind, passes] of [
  ['identity', identityPasses],
  ['trust', trustPasses],
] as const) {
  test.each(passes.flat().map((defect) => [defect.row, defect] as const))(
    `${kind} policy, %s alone`,
    (_row, defect) => {
      expect(readAs[kind]([defect]).refusal?.message).toBe(defect.message);
    },
  );

  test(`${kind} policy: of two defects the one of the earlier pass is reported, wherever they stand`, () => {
    const anyTwo = fc
      .tuple(fc.nat(passes.length - 1), fc.nat(passes.length - 1), fc.nat(), fc.nat())
      .filter(([one, other]) => one < other);
    fc.assert(
      fc.property(anyTwo, fc.boolean(), ([one, other, first, second], swapped) => {
        const pick = (pass: number, which: number) => {
          const defects = passes[pass] ?? [];
          return defects.slice(which % defects.length).slice(0, 1);
        };
        const early = pick(one, first);
        const late = pick(other, second);
        const { refusal } = readAs[kind](swapped ? [...late, ...early] : [...early, ...late]);
        expect(refusal?.message).toBe(early[0]?.message);
      }),
      { numRuns: 500 },
    );
  });
}
