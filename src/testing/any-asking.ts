import { type Principal, type RequestContext } from '#policy';
import fc from 'fast-check';

/** Requests with the policies around them, drawn at random; every reason that a decision can have comes often. */

export type Written = Readonly<Record<string, unknown>>;
export type Statements = readonly Written[];

/** Where statements stand. */
export const spots = ['identity', 'boundary', 'session', 'trust', 'bucket', 'key'] as const;
export type Spot = (typeof spots)[number];

export interface DrawnAsking extends Partial<Readonly<Record<Spot, Statements>>> {
  readonly by: Principal;
  readonly action: string;
  readonly resource: string;
  readonly owner: string;
  readonly context: RequestContext;
  readonly scps: readonly Statements[];
  readonly rcps: readonly Statements[];
}

export const home = '111111111111';
export const abroad = '222222222222';
const userArn = (name: string) => `arn:aws:iam::${home}:user/${name}`;
const roleArn = `arn:aws:iam::${home}:role/R`;
const sessionArn = `arn:aws:sts::${home}:assumed-role/R/s1`;
const provider = `arn:aws:iam::${home}:oidc-provider/idp.example.com`;

const callers = {
  alice: { type: 'user', account: home, arn: userArn('alice'), uniqueId: 'AIDAALICE' },
  session: {
    type: 'role-session',
    account: home,
    arn: sessionArn,
    roleArn,
    uniqueId: 'AROAROLE',
    serviceLinked: false,
  },
  serviceLinked: {
    type: 'role-session',
    account: home,
    arn: sessionArn,
    roleArn,
    uniqueId: 'AROAROLE',
    serviceLinked: true,
  },
  root: { type: 'root', account: home, arn: `arn:aws:iam::${home}:root` },
  guest: {
    type: 'federated-user',
    account: home,
    arn: `arn:aws:sts::${home}:federated-user/bob`,
    userArn: userArn('alice'),
    userUniqueId: 'AIDAALICE',
  },
  service: { type: 'service', service: 'logs.amazonaws.com' },
  token: { type: 'federated', provider },
  stranger: { type: 'anonymous' },
} as const satisfies Record<string, Principal>;

const anyCaller: fc.Arbitrary<Principal> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(callers.alice) },
  { weight: 6, arbitrary: fc.constant(callers.session) },
  { weight: 2, arbitrary: fc.constant(callers.guest) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      callers.root,
      callers.serviceLinked,
      callers.service,
      callers.token,
      callers.stranger,
    ),
  },
);

/** What is asked for. `place`: where the resource's policy stands. */
interface Call {
  readonly action: string;
  readonly resource: string;
  readonly place: 'trust' | 'bucket' | 'key' | undefined;
  /** Patterns that cover the resource, in identity policies. */
  readonly covering: readonly string[];
}

const callsTo = (owner: string): readonly Call[] => [
  {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/alice/k',
    place: 'bucket',
    covering: ['*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b/alice/?', 'arn:*:s3:::b/alice/k'],
  },
  {
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${owner}:role/dev/T`,
    place: 'trust',
    covering: ['*', `arn:aws:iam::${owner}:role/*`, `arn:aws:iam::${owner}:role/dev/T`],
  },
  {
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:eu-west-1:${owner}:key/k`,
    place: 'key',
    covering: ['*', `arn:aws:kms:*:${owner}:key/*`, `arn:aws:kms:eu-west-?:${owner}:key/k`],
  },
  { action: 's3:ListAllMyBuckets', resource: '*', place: undefined, covering: ['*'] },
  { action: 'sts:GetCallerIdentity', resource: '*', place: undefined, covering: ['*'] },
];

const anyCall = (owner: string): fc.Arbitrary<Call> => {
  const [get, assume, decrypt, list, ask] = callsTo(owner);
  const weighted = [
    [9, get],
    [8, assume],
    [5, decrypt],
    [2, list],
    [1, ask],
  ] as const;
  return fc.oneof(
    ...weighted.flatMap(([weight, call]) =>
      call === undefined ? [] : [{ weight, arbitrary: fc.constant(call) }],
    ),
  );
};

/** Contexts differ in what they carry, so that conditions hold, fail and miss their keys. */
const anyContext: fc.Arbitrary<RequestContext> = fc
  .record({
    'aws:username': fc.constantFrom('alice', 'bob', 'a*'),
    'aws:sourceip': fc.constantFrom('203.0.113.7', '198.51.100.1', '2001:db8::7'),
    'aws:tagkeys': fc.constantFrom<readonly string[]>(['dept', 'cost'], ['dept'], []),
    'aws:tokenissuetime': fc.constantFrom('2025-12-31T00:00:00Z', '2026-02-01T00:00:00Z'),
    'aws:multifactorauthpresent': fc.constantFrom('true', 'false'),
    'aws:multifactorauthage': fc.constantFrom('10', '3600', 'soon'),
    'aws:principalarn': fc.constantFrom(userArn('alice'), roleArn),
    'sts:externalid': fc.constantFrom('x', 'X'),
  })
  .chain((full) =>
    fc
      .subarray(Object.entries(full), { minLength: 0 })
      .map((entries): RequestContext => Object.fromEntries(entries)),
  );

/** One condition block for each way of comparing. */
const anyCondition = fc.constantFrom<Written>(
  { StringEquals: { 'aws:username': ['alice', 'carol'] } },
  { StringEqualsIgnoreCase: { 'aws:UserName': 'ALICE' } },
  { StringNotEquals: { 'aws:username': ['bob', 'carol'] } },
  { StringLike: { 'aws:username': ['a?ice', 'a*'] }, Bool: { 'aws:MultiFactorAuthPresent': true } },
  { StringNotLikeIfExists: { 'aws:username': 'b*' } },
  { 'ForAllValues:StringLike': { 'aws:TagKeys': ['de*', 'team'] } },
  { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['cost', 'dept'] } },
  { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'dept' } },
  { DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } },
  { DateGreaterThanEqualsIfExists: { 'aws:TokenIssueTime': '1767225600' } },
  { Null: { 'sts:ExternalId': 'true' } },
  { Null: { 'aws:username': 'false' } },
  { NumericLessThanIfExists: { 'aws:MultiFactorAuthAge': 300 } },
  { NumericGreaterThan: { 'aws:MultiFactorAuthAge': '-1.5' } },
  { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
  { NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
  { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${home}:user/*` } },
  { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${home}:role/\${aws:username}` } },
  { StringLike: { 'aws:username': "${aws:PrincipalTag/team, 'alice'}" } },
);

/** Whether a part of a statement is drawn among those that fit the request. */
const fits = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false));
const fitting = <T>(yes: readonly T[], no: readonly T[]): fc.Arbitrary<T> =>
  fits.chain((fit) => fc.constantFrom(...(fit ? yes : no)));

const otherActions = ['ec2:*', 's3:Put*', 'iam:GetUse?', 'sts:TagSession'];
const covers = (action: string): readonly string[] => {
  const [service = '', name = ''] = action.split(':');
  return [
    '*',
    action,
    action.toUpperCase().replace(service.toUpperCase(), service),
    `${service}:*`,
    `${service}:${name.slice(0, 3)}*`,
    `${service}:?${name.slice(1)}`,
  ];
};
const otherResources = [
  'arn:aws:s3:::c/*',
  'arn:aws:s3:::b/${aws:username}/k',
  'arn:aws:sns:*:*:x',
];

const trusted: readonly unknown[] = [
  { AWS: [userArn('alice'), roleArn], Service: 'logs.amazonaws.com', Federated: provider },
  { AWS: ['AIDAALICE', sessionArn, `arn:aws:sts::${home}:federated-user/bob`] },
  { AWS: '*' },
  { AWS: home },
];
const distrusted: readonly unknown[] = [
  { AWS: userArn('bob') },
  { AWS: abroad },
  { Service: 'sns.amazonaws.com' },
];

/** Which sides a statement takes: one that always applies, one that never does, or whatever comes. */
type Bent = 'applies' | 'idle' | 'any';

const pair = <T>(name: string, yes: readonly T[], no: readonly T[]): fc.Arbitrary<Written> =>
  fc.oneof(
    { weight: 5, arbitrary: fitting(yes, no).map((one) => ({ [name]: one })) },
    { weight: 1, arbitrary: fitting(no, yes).map((one) => ({ [`Not${name}`]: one })) },
    {
      weight: 1,
      arbitrary: fc.tuple(fitting(yes, no), fitting(no, yes)).map((two) => ({ [name]: two })),
    },
  );

const conditional: fc.Arbitrary<Written> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: anyCondition.map((Condition) => ({ Condition })) },
);

const merged = (...parts: readonly fc.Arbitrary<Written>[]): fc.Arbitrary<Written> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Written);

/** A statement of an identity policy, a boundary, a session policy or an SCP. */
function plainStatement(call: Call, effect: string, bent: Bent): fc.Arbitrary<Written> {
  const Effect = fc.constant({ Effect: effect });
  switch (bent) {
    case 'applies':
      return fc
        .tuple(fc.constantFrom(...covers(call.action)), fc.constantFrom(...call.covering))
        .map(([Action, Resource]) => ({ Effect: effect, Action, Resource }));
    case 'idle':
      return fc
        .constantFrom(...otherActions)
        .map((Action) => ({ Effect: effect, Action, Resource: '*' }));
    case 'any':
      return merged(
        Effect,
        pair('Action', covers(call.action), otherActions),
        pair('Resource', call.covering, otherResources),
        conditional,
      );
  }
}

/** A statement of a trust policy or of another resource's policy. */
function sharedStatement(call: Call, effect: string, bent: Bent): fc.Arbitrary<Written> {
  const who =
    bent === 'any'
      ? fitting(trusted, distrusted)
      : fc.constantFrom(...(bent === 'applies' ? trusted : distrusted));
  const principal = who.map((Principal): Written => ({ Principal }));
  if (call.place === 'trust') {
    const actions = fc.constant<Written>({ Effect: effect, Action: call.action });
    return merged(actions, principal, bent === 'any' ? conditional : fc.constant({}));
  }
  const negatable =
    effect === 'Deny' && bent === 'any'
      ? fc.oneof(
          { weight: 3, arbitrary: principal },
          fitting(distrusted, trusted).map((NotPrincipal): Written => ({ NotPrincipal })),
        )
      : principal;
  return merged(plainStatement(call, effect, bent === 'idle' ? 'any' : bent), negatable);
}

type Write = (call: Call, effect: string, bent: Bent) => fc.Arbitrary<Written>;

const mixed = (call: Call, write: Write): fc.Arbitrary<Statements> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: write(call, 'Allow', 'any') },
      { weight: 1, arbitrary: write(call, 'Deny', 'any') },
    ),
    { minLength: 1, maxLength: 3 },
  );

/** What a gate's policy is likely to say. */
function statementsOf(
  call: Call,
  write: Write,
  weights: {
    readonly allows: number;
    readonly mixed: number;
    readonly idle: number;
    readonly denies: number;
  },
): fc.Arbitrary<Statements> {
  return fc.oneof(
    { weight: weights.allows, arbitrary: fc.tuple(write(call, 'Allow', 'applies')) },
    { weight: weights.mixed, arbitrary: mixed(call, write) },
    { weight: weights.idle, arbitrary: fc.tuple(write(call, 'Allow', 'idle')) },
    {
      weight: weights.denies,
      arbitrary: fc.tuple(write(call, 'Allow', 'applies'), write(call, 'Deny', 'applies')),
    },
  );
}

const usual = { allows: 9, mixed: 6, idle: 1, denies: 1 };
const capping = { allows: 6, mixed: 6, idle: 3, denies: 2 };
/** Organization policies come first, and would leave little to the others. */
const passing = { allows: 14, mixed: 3, idle: 1, denies: 1 };

const rcpStatement = (call: Call): fc.Arbitrary<Statements> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constant([{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }]),
    },
    {
      weight: 1,
      arbitrary: conditional.map((more) => [
        { Effect: 'Deny', Principal: '*', Action: call.action, Resource: '*', ...more },
      ]),
    },
  );

const maybe = <T>(weight: number, one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: one }, { weight: 10 - weight, arbitrary: fc.constant(undefined) });

/** Leaves out what is `undefined`, as exact optional properties ask. */
const defined = (bag: Readonly<Partial<Record<Spot, Statements | undefined>>>) =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined)) as Partial<
    Record<Spot, Statements>
  >;

export const anyAsking: fc.Arbitrary<DrawnAsking> = fc
  .constantFrom(home, home, abroad)
  .chain((owner) =>
    anyCall(owner).chain((call) => {
      const { action, resource, place } = call;
      const shared = statementsOf(call, sharedStatement, usual);
      return fc
        .record({
          by: anyCaller,
          context: anyContext,
          identity: maybe(8, statementsOf(call, plainStatement, usual)),
          boundary: maybe(6, statementsOf(call, plainStatement, capping)),
          session: maybe(6, statementsOf(call, plainStatement, capping)),
          shared: place === 'trust' ? shared : maybe(7, shared),
          scps: fc.array(statementsOf(call, plainStatement, passing), { maxLength: 2 }),
          rcps: fc.array(rcpStatement(call), { maxLength: 2 }),
        })
        .map(({ by, context, scps, rcps, identity, boundary, session, shared: given }) => ({
          by,
          action,
          resource,
          owner: place === undefined ? home : owner,
          context,
          scps,
          rcps,
          ...defined({ identity, boundary, session, ...(place && { [place]: given }) }),
        }));
    }),
  );
