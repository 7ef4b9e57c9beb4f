import { type Principal, type RequestContext } from '#policy';
import { type Random } from './random.ts';

/** What the value of a key is; each family of operators looks for one. */
export type ValueType = 'text' | 'number' | 'date' | 'bool' | 'bytes' | 'address' | 'arn';

interface ContextKey {
  readonly name: string;
  readonly type: ValueType;
  readonly multivalued?: true;
}

/** As policies write them. Some are AWS's and some are not; a few are names that break careless lookups. */
export const contextKeys: readonly ContextKey[] = [
  { name: 'aws:username', type: 'text' },
  { name: 'aws:userid', type: 'text' },
  { name: 'aws:PrincipalTag/team', type: 'text' },
  { name: 'aws:RequestTag/dept', type: 'text' },
  { name: 'sts:ExternalId', type: 'text' },
  { name: 'sts:RoleSessionName', type: 'text' },
  { name: 'login.example.com:sub', type: 'text' },
  { name: 'token.actions.githubusercontent.com:sub', type: 'text' },
  { name: 'cognito-identity.amazonaws.com:aud', type: 'text' },
  { name: 'aws:PrincipalTag/__proto__', type: 'text' },
  { name: '__proto__', type: 'text' },
  { name: 'constructor', type: 'text' },
  { name: 'aws:MultiFactorAuthAge', type: 'number' },
  { name: 's3:max-keys', type: 'number' },
  { name: 'aws:CurrentTime', type: 'date' },
  { name: 'aws:TokenIssueTime', type: 'date' },
  { name: 'aws:EpochTime', type: 'date' },
  { name: 'aws:MultiFactorAuthPresent', type: 'bool' },
  { name: 'aws:SecureTransport', type: 'bool' },
  { name: 'demo:Digest', type: 'bytes' },
  { name: 'aws:SourceIp', type: 'address' },
  { name: 'aws:VpcSourceIp', type: 'address' },
  { name: 'aws:PrincipalArn', type: 'arn' },
  { name: 'aws:SourceArn', type: 'arn' },
  { name: 'aws:TagKeys', type: 'text', multivalued: true },
  { name: 'aws:CalledVia', type: 'text', multivalued: true },
  { name: 'demo:Numbers', type: 'number', multivalued: true },
  { name: 'demo:Dates', type: 'date', multivalued: true },
  { name: 'demo:Flags', type: 'bool', multivalued: true },
  { name: 'demo:Digests', type: 'bytes', multivalued: true },
  { name: 'demo:Addresses', type: 'address', multivalued: true },
  { name: 'demo:Arns', type: 'arn', multivalued: true },
];

/** What requests carry. The first few are common, so that policies and requests meet. */
export const requestValues: Readonly<Record<ValueType, readonly string[]>> = {
  text: [
    'alice',
    'bob',
    'eng',
    'Eng',
    'all',
    '',
    'a*c',
    'a:b',
    'home/a',
    '${aws:username}',
    '$',
    'é',
    '😀',
    'x😀y',
  ],
  number: ['10', '300', '0', '10.0', '10.5', '-1', '1e3', '1000', '0.1', '9007199254740993'],
  date: [
    '2026-01-01T00:00:00Z',
    '1767225600',
    '2026-01-01',
    '2026-01-01T01:00:00+01:00',
    '2025-12-31T23:59:59Z',
    '2026-06-15T12:00:00.5Z',
    '2026-06',
    '2026',
    '0',
  ],
  bool: ['true', 'false', 'True', 'FALSE'],
  bytes: ['YWJj', 'YQ==', 'YWJjZA=='],
  address: [
    '203.0.113.42',
    '203.0.113.255',
    '10.0.0.1',
    '2001:db8::1',
    '2001:DB8:0:0:0:0:0:1',
    '::1',
  ],
  arn: [
    'arn:aws:iam::111111111111:role/dev/R',
    'arn:aws:iam::111111111111:user/alice',
    'arn:aws:sns:eu-west-1:222222222222:topic',
    'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d',
    'arn:aws:s3:::b',
  ],
};

/** Texts of the wrong kind for anything. */
const oddValues = [
  '',
  'abc',
  ' 10',
  '0x10',
  'yes',
  '2026-13-01',
  '203.0.113.0/24',
  '999.1.1.1',
  '010.0.0.1',
  'arn:aws:s3',
  '*',
];

function drawValue(random: Random, type: ValueType): string {
  if (random.chance(0.06)) return random.pick(oddValues);
  const values = requestValues[type];
  return random.chance(0.5) ? random.pick(values.slice(0, 3)) : random.pick(values);
}

export function drawKeyValue(
  random: Random,
  { type, multivalued }: ContextKey,
): string | readonly string[] {
  if (multivalued !== true) return drawValue(random, type);
  const count = random.pick([0, 1, 1, 2, 2, 3]);
  return Array.from({ length: count }, () => drawValue(random, type));
}

/** Keys in lower case, as requests carry them; the principal's own keys say who it is. */
export function drawContext(random: Random, principal: Principal): RequestContext {
  const drawn = contextKeys
    .filter(() => random.chance(0.55))
    .map((key) => [key.name.toLowerCase(), drawKeyValue(random, key)] as const);
  return Object.fromEntries([...drawn, ...ownKeys(principal)]);
}

function ownKeys(principal: Principal): readonly (readonly [string, string])[] {
  switch (principal.type) {
    case 'root':
      return [['aws:principalarn', principal.arn]];
    case 'user':
      return [
        ['aws:principalarn', principal.arn],
        ['aws:username', principal.arn.slice(principal.arn.lastIndexOf('/') + 1)],
        ['aws:userid', principal.uniqueId],
      ];
    case 'role-session':
      return [
        ['aws:principalarn', principal.roleArn],
        [
          'aws:userid',
          `${principal.uniqueId}:${principal.arn.slice(principal.arn.lastIndexOf('/') + 1)}`,
        ],
      ];
    case 'federated-user':
      return [['aws:principalarn', principal.arn]];
    case 'service':
    case 'federated':
    case 'anonymous':
      return [];
  }
}
