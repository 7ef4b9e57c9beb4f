import { describe, expect, test } from 'vitest';
import { type PolicyKind, policyKinds } from '../syntax/document.ts';
import { readPolicy } from './read-policy.ts';

type Members = Readonly<Record<string, unknown>>;

const plain: Members = { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' };

/** A statement that each kind of policy takes. */
const statements: Readonly<Record<PolicyKind, Members>> = {
  identity: plain,
  boundary: plain,
  session: plain,
  scp: plain,
  rcp: { ...plain, Principal: '*' },
  resource: { ...plain, Principal: { AWS: '111111111111' } },
  trust: { Effect: 'Deny', Principal: { AWS: '111111111111' }, Action: 'sts:AssumeRole' },
};

interface Change {
  /** `undefined` takes the member out. */
  readonly document?: Members;
  readonly statement?: Members;
}

const write = (kind: PolicyKind, { document = {}, statement = {} }: Change): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { ...statements[kind], ...statement },
    ...document,
  });

const none = { Resource: undefined, NotResource: undefined };
const attached = ['identity', 'boundary', 'session'] as const;
const withoutPrincipal = [...attached, 'scp'] as const;

/** Who has which element: the kinds that AWS saves a policy of with this change; the others it refuses. */
const cells: readonly (readonly [element: string, change: Change, saved: readonly PolicyKind[]])[] =
  [
    ['every kind takes its own statement', {}, policyKinds],
    [
      'no Version',
      { document: { Version: undefined } },
      ['identity', 'session', 'trust', 'resource'],
    ],
    [
      'Version 2008-10-17',
      { document: { Version: '2008-10-17' } },
      ['identity', 'session', 'trust', 'resource'],
    ],
    ['another Version', { document: { Version: '2012-10-18' } }, []],
    ['Id', { document: { Id: 'x' } }, [...attached, 'trust', 'resource']],
    ['an unknown element', { document: { Description: 'x' } }, []],
    ['no Statement', { document: { Statement: undefined } }, []],
    ['an empty Statement', { document: { Statement: [] } }, []],
    ['Sid', { statement: { Sid: 'A1' } }, policyKinds],
    ['no Effect', { statement: { Effect: undefined } }, []],
    [
      'Effect Allow',
      { statement: { Effect: 'Allow' } },
      policyKinds.filter((kind) => kind !== 'rcp'),
    ],
    ['an unknown element of a statement', { statement: { Effects: 'Deny' } }, []],
    ['no Principal', { statement: { Principal: undefined } }, withoutPrincipal],
    ['Principal', { statement: { Principal: { AWS: '222222222222' } } }, ['trust', 'resource']],
    ['Principal "*"', { statement: { Principal: '*' } }, ['resource', 'rcp']],
    ['Principal {"AWS":"*"}', { statement: { Principal: { AWS: '*' } } }, ['trust', 'resource']],
    [
      'Principal {"CanonicalUser"}',
      { statement: { Principal: { CanonicalUser: '79a5' } } },
      ['resource'],
    ],
    [
      'NotPrincipal with Deny',
      { statement: { Principal: undefined, NotPrincipal: { AWS: '222222222222' } } },
      ['resource'],
    ],
    [
      'NotPrincipal with Allow',
      {
        statement: { Effect: 'Allow', Principal: undefined, NotPrincipal: { AWS: '222222222222' } },
      },
      [],
    ],
    ['no Action', { statement: { Action: undefined } }, []],
    ['an empty Action', { statement: { Action: [] } }, []],
    [
      'NotAction',
      { statement: { Action: undefined, NotAction: 'sts:TagSession' } },
      policyKinds.filter((kind) => kind !== 'rcp'),
    ],
    ['Action with NotAction', { statement: { NotAction: 'sts:TagSession' } }, []],
    ['Action *', { statement: { Action: '*' } }, [...withoutPrincipal, 'resource']],
    ['no Resource', { statement: none }, ['trust']],
    ['an empty Resource', { statement: { Resource: [] } }, []],
    [
      'NotResource',
      { statement: { ...none, NotResource: 'arn:aws:s3:::b' } },
      policyKinds.filter((kind) => kind !== 'trust'),
    ],
    [
      'Resource with NotResource',
      { statement: { Resource: '*', NotResource: 'arn:aws:s3:::b' } },
      [],
    ],
    [
      'Condition',
      { statement: { Condition: { Bool: { 'aws:SecureTransport': 'false' } } } },
      policyKinds,
    ],
    ['an empty Condition', { statement: { Condition: {} } }, policyKinds],
    ['a list as Condition', { statement: { Condition: [] } }, []],
  ];

describe.each(cells)('%s', (_element, change, saved) => {
  test.each(policyKinds)('in a policy of the kind %s', (kind) => {
    const { document, refusal } = readPolicy(write(kind, change), kind);
    expect(refusal === undefined).toBe(saved.includes(kind));
    expect(document === undefined).toBe(!saved.includes(kind));
  });
});

const ofLength = (kind: PolicyKind, length: number): string => {
  const text = write(kind, { statement: { Sid: 'x' } });
  return text.replace('"x"', `"${'x'.repeat(length - text.length + 1)}"`);
};

/** Section "Size limits", where the text alone decides. */
test.each<readonly [kind: PolicyKind, limit: number, code: string, message: string]>([
  ['trust', 2_048, 'LimitExceeded', 'Cannot exceed quota for ACLSizePerRole: 2048'],
  [
    'session',
    2_048,
    'ValidationError',
    "1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048",
  ],
  ['scp', 5_120, 'ConstraintViolationException', 'You have exceeded the maximum policy size.'],
  ['rcp', 5_120, 'ConstraintViolationException', 'You have exceeded the maximum policy size.'],
])('a policy of the kind %s may have %d characters', (kind, limit, code, message) => {
  expect(ofLength(kind, limit)).toHaveLength(limit);
  expect(readPolicy(ofLength(kind, limit), kind).refusal).toBeUndefined();
  const { refusal, diagnostics } = readPolicy(ofLength(kind, limit + 1), kind);
  expect(refusal).toMatchObject({ code, message });
  expect(diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'policy-too-long',
      at: { start: 0, end: limit + 1 },
      facts: { kind, size: limit + 1, limit },
    }),
  );
});

test.each<readonly [kind: PolicyKind, counts: boolean]>([
  ['trust', false],
  ['session', true],
  ['scp', true],
  ['rcp', true],
])('white space in a policy of the kind %s counts: %s', (kind, counts) => {
  const text = `${write(kind, {})}${' '.repeat(6_000)}`;
  expect(readPolicy(text, kind).refusal !== undefined).toBe(counts);
});

test.each<PolicyKind>(['identity', 'boundary', 'resource'])(
  'the quota of a policy of the kind %s is not the text’s alone',
  (kind) => {
    expect(readPolicy(ofLength(kind, 30_000), kind).refusal).toBeUndefined();
  },
);
