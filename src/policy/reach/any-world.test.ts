import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import { type AttachedPolicy, type Principal, type RequestContext } from '../decide/request.ts';
import { attach, outcome, type Written } from '../explain/asking.examples.ts';
import { explain } from '../explain/explain.ts';
import { type Effect, type Statement } from '../syntax/document.ts';
import { type AssumableRole, type Assumer, assumptionOf } from './assumption.ts';
import { whoCanAssumeWhom } from './who-can-assume-whom.ts';

/**
 * Callers and roles of any kind, for the laws below: every form of principal on both sides, wildcards, variables, denies,
 * caps, three accounts.
 */
const accounts = ['111111111111', '222222222222', '333333333333'] as const;
const account = fc.constantFrom(...accounts);
const number = fc.nat(59);
const pathOf = (n: number) => ['', 'dev/', 'dev/ops/'][n % 3] ?? '';
const accountOf = (n: number) => accounts[n % 4 === 0 ? 1 : n % 7 === 0 ? 2 : 0];

const roleArn = (n: number) => `arn:aws:iam::${accountOf(n)}:role/${pathOf(n)}R${n}`;
const userArn = (n: number) => `arn:aws:iam::${accountOf(n)}:user/U${n}`;
const sessionArn = (n: number) => `arn:aws:sts::${accountOf(n)}:assumed-role/R${n}/s`;

const user = (n: number): Principal => ({
  type: 'user',
  account: accountOf(n),
  arn: userArn(n),
  uniqueId: `AIDAUSER${n}`,
});
const session = (n: number): Principal => ({
  type: 'role-session',
  account: accountOf(n),
  arn: sessionArn(n),
  roleArn: roleArn(n),
  uniqueId: `AROAROLE${n}`,
  serviceLinked: n % 9 === 0,
});
const guest = (n: number): Principal => ({
  type: 'federated-user',
  account: accountOf(n),
  arn: `arn:aws:sts::${accountOf(n)}:federated-user/G${n}`,
  userArn: userArn(n),
  userUniqueId: `AIDAUSER${n}`,
});
const rootUser = (id: string): Principal => ({
  type: 'root',
  account: id,
  arn: `arn:aws:iam::${id}:root`,
});
const provider = 'arn:aws:iam::111111111111:saml-provider/idp';
const principal: fc.Arbitrary<Principal> = fc.oneof(
  { arbitrary: number.map(user), weight: 8 },
  { arbitrary: number.map(session), weight: 8 },
  { arbitrary: number.map(guest), weight: 2 },
  { arbitrary: account.map(rootUser), weight: 1 },
  fc.constantFrom<Principal>(
    { type: 'service', service: 'ec2.amazonaws.com' },
    { type: 'federated', provider },
    { type: 'anonymous' },
  ),
);

/** What a Principal element can say, each form about as often as the others. */
const name = fc.oneof(
  number.map((n) => ({ AWS: [userArn(n), roleArn(n + 1)] })),
  number.map((n) => ({ AWS: userArn(n) })),
  number.map((n) => ({ AWS: roleArn(n) })),
  number.map((n) => ({ AWS: [sessionArn(n), sessionArn(n + 1), roleArn(n + 2)] })),
  number.map((n) => ({ AWS: [`AIDAUSER${n}`, `AROAROLE${n}`, `AROAROLE${n + 1}`] })),
  number.map((n) => ({ AWS: `arn:aws:sts::${accountOf(n)}:federated-user/G${n}` })),
  account.map((id) => ({ AWS: id })),
  account.map((id) => ({ AWS: `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}` })),
  account.map((id) => ({ AWS: [`arn:aws:iam::${id}:root`, userArn(1)] })),
  fc.constantFrom(
    { AWS: '*' },
    { Service: 'ec2.amazonaws.com' },
    { Federated: provider, AWS: userArn(2) },
    { AWS: 'arn:aws:iam::444444444444:root' },
  ),
);
const condition = fc.option(
  fc.constantFrom<Written>(
    { StringEquals: { 'sts:ExternalId': 'x' } },
    { StringNotEquals: { 'sts:ExternalId': 'x' } },
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/dev/*' } },
    { StringLike: { 'aws:PrincipalArn': '*:user/U?' } },
  ),
  { nil: undefined, freq: 1 },
);
const effect = fc.constantFrom<Effect>('Allow', 'Allow', 'Allow', 'Allow', 'Deny');
const conditional = (statement: Written, Condition: Written | undefined): Written =>
  Condition === undefined ? statement : { ...statement, Condition };

const trustStatement = fc
  .tuple(
    effect,
    name,
    condition,
    fc.constantFrom('sts:AssumeRole', 'sts:AssumeRole', 'sts:TagSession'),
  )
  .map(([Effect, Principal, c, Action]) => conditional({ Effect, Principal, Action }, c));
const trust = fc
  .array(trustStatement, { minLength: 1, maxLength: 3 })
  .map((written) => attach('trust', 'trust policy', written));
const open: Written = {
  Effect: 'Allow',
  Principal: { AWS: accounts[0] },
  NotAction: 's3:*',
  Resource: '*',
};
/** What AWS refuses to save for a role, and the evaluator answers all the same. */
const oddTrust = fc
  .tuple(effect, fc.constantFrom('Principal', 'NotPrincipal'), name, fc.boolean(), condition)
  .map(([Effect, element, who, bare, c]) => {
    const said = bare && element === 'Principal' ? '*' : who;
    const odd = conditional({ Effect: 'Deny', [element]: said, Action: 'sts:*', Resource: '*' }, c);
    const { document, ...policy } = attach('resource', 'odd trust policy', [odd, open]);
    const statements = document.statements.map((statement) =>
      statement.index > 0 ? statement : withEffect(statement, Effect),
    );
    return { ...policy, document: { ...document, statements } };
  });
/** Nothing that is read allows with NotPrincipal. */
const withEffect = (statement: Statement, value: Effect): Statement => ({
  ...statement,
  effect: { ...statement.effect, value },
});

const what = fc.constantFrom<Written>(
  { Action: 'sts:AssumeRole' },
  { Action: 'sts:AssumeRole' },
  { Action: ['s3:*', 'STS:assume?ole'] },
  { Action: '*' },
  { Action: 's3:*' },
  { NotAction: 'iam:*' },
  { NotAction: ['sts:Assume*', 's3:*'] },
);
const target = fc.oneof(
  { arbitrary: number.map((n) => ({ Resource: [roleArn(n), roleArn(n + 1)] })), weight: 4 },
  { arbitrary: number.map((n) => ({ NotResource: [roleArn(n), 'arn:aws:s3:::*'] })), weight: 1 },
  {
    arbitrary: fc.constantFrom<Written>(
      { Resource: '*' },
      { Resource: 'arn:aws:iam::111111111111:role/*' },
      { Resource: 'arn:aws:iam::*:role/dev/*' },
      { Resource: ['arn:aws:iam::*:role/R?', 'arn:aws:iam::*:role/*/R1?'] },
      { Resource: 'arn:aws:iam::*:role/*o*s*1' },
      { Resource: 'arn:aws:iam::111111111111:*' },
      { Resource: 'arn:aws:iam:*' },
      { Resource: 'arn:aws:iam::*:role/${aws:username}*' },
      { Resource: "arn:aws:iam::111111111111:role/${aws:PrincipalTag/team, 'dev'}/*" },
      { Resource: 'arn:aws:iam::111111111111:role/${aws:nothing' },
      { Resource: 'arn:aws:s3:::b/*' },
    ),
    weight: 4,
  },
);
const ownStatement = fc
  .tuple(effect, what, target, condition)
  .map(([Effect, asked, on, c]) => conditional({ Effect, ...asked, ...on }, c));
const version = fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17');
const identity = fc
  .tuple(version, fc.array(ownStatement, { minLength: 1, maxLength: 3 }))
  .map(([v, statements]) => attach('identity', 'Own', { version: v, statements }));
const cap = (kind: 'boundary' | 'session' | 'scp'): fc.Arbitrary<AttachedPolicy> =>
  fc
    .tuple(fc.constantFrom<Written>({ Action: '*' }, { Action: 's3:*' }), effect)
    .map(([asked, Effect]) =>
      attach(kind, kind, [
        { Effect: 'Allow', ...asked, Resource: '*' },
        { Effect, Action: 'sts:AssumeRole', Resource: roleArn(5) },
      ]),
    );
/** In one case of four. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary, weight: 1 });

const caller: fc.Arbitrary<Assumer> = fc.record({
  principal,
  identity: fc.array(identity, { maxLength: 2 }),
  boundary: sometimes(cap('boundary')),
  session: sometimes(cap('session').map((policy) => [policy])),
  scps: sometimes(cap('scp').map((policy) => [[policy]])).map((levels) => levels ?? []),
});
const keepOut = attach('rcp', 'KeepOut', [
  {
    Effect: 'Deny',
    Principal: '*',
    Action: 'sts:*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalAccount': accounts[1] } },
  },
]);
const roleNumbered = (n: number): fc.Arbitrary<AssumableRole> =>
  fc.record({
    arn: fc.constant(roleArn(n)),
    account: fc.constant(accountOf(n)),
    trust: fc.oneof({ arbitrary: trust, weight: 6 }, { arbitrary: oddTrust, weight: 1 }),
    rcps: sometimes(fc.constant([[keepOut]])).map((levels) => levels ?? []),
  });
interface AnyWorld {
  readonly callers: readonly Assumer[];
  readonly roles: readonly AssumableRole[];
}

const anyWorld: fc.Arbitrary<AnyWorld> = fc.integer({ min: 30, max: 60 }).chain((size) =>
  fc.record({
    callers: fc.array(caller, { minLength: size, maxLength: size }),
    roles: fc.tuple(...Array.from({ length: size }, (_, n) => roleNumbered(n))),
  }),
);

/** Most requests carry the external id; users' carry a name, sessions' their role. */
function contextOf({ principal: asking }: Assumer, { arn }: AssumableRole): RequestContext {
  const knows: RequestContext = arn.endsWith('1') ? {} : { 'sts:externalid': 'x' };
  if (asking.type === 'user') {
    const username = asking.arn.endsWith('3') ? 'R' : 'alice';
    return { ...knows, 'aws:username': username, 'aws:principalarn': asking.arn };
  }
  if (asking.type !== 'role-session') return knows;
  return { ...knows, 'aws:principalarn': asking.roleArn, 'aws:principalaccount': asking.account };
}

interface Pair {
  readonly caller: Assumer;
  readonly role: AssumableRole;
}

/** The pairs that `decide` allows when it is asked about every one. */
const askedOneByOne = ({ callers, roles }: AnyWorld): readonly Pair[] =>
  roles.flatMap((role) => callers.map((caller) => ({ caller, role }))).filter(isAllowed);

function isAllowed({ caller, role }: Pair): boolean {
  const { request, policies } = assumptionOf(caller, role, contextOf(caller, role));
  return decide(request, compile(policies)) === 'Allow';
}

const settled = ({ callers, roles }: AnyWorld) => whoCanAssumeWhom(callers, roles, contextOf);
const allowed = (world: AnyWorld) => settled(world).filter(({ verdict }) => verdict === 'Allow');
/** Pairs by the places of both in their lists: two callers can be alike. */
const placesOf = ({ callers, roles }: AnyWorld, pairs: readonly Pair[]) =>
  pairs.map(({ caller, role }) => [roles.indexOf(role), callers.indexOf(caller)]);

test('the pairs that are allowed are those that asking about every pair finds, in order', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      expect(placesOf(world, allowed(world))).toEqual(placesOf(world, askedOneByOne(world)));
    }),
    { numRuns: 60 },
  );
});

test('no pair is there twice', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const places = placesOf(world, settled(world)).map(String);
      expect(new Set(places).size).toBe(places.length);
    }),
    { numRuns: 20 },
  );
});

test('the worlds reach every way to be allowed, and pairs that are spoken for and refused', () => {
  const seen = new Map<string, number>();
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  for (const world of fc.sample(anyWorld, { numRuns: 30, seed: 1 })) {
    for (const pair of settled(world)) count(wayOf(pair));
  }
  const ways = [
    'user: Allow by resource',
    'user: Allow by identity',
    'user: Allow by identity, across accounts',
    'role-session: Allow by resource',
    'role-session: Allow by identity',
    'role-session: Allow by identity, across accounts',
    'federated-user: Allow by resource',
    'federated-user: Allow by identity',
    'federated-user: Allow by identity, across accounts',
    'root: Allow by resource',
    'root: Allow by identity, across accounts',
    'service: Allow by resource',
    'federated: Allow by resource',
    'anonymous: Allow by resource',
    'user: ImplicitDeny at scp',
    'user: ImplicitDeny at boundary',
    'user: ImplicitDeny at session',
    'user: ExplicitDeny at resource',
    'user: ExplicitDeny at identity',
  ];
  expect(ways.filter((way) => (seen.get(way) ?? 0) < 10)).toEqual([]);
});

function wayOf({ caller, role }: Pair): string {
  const { request, policies } = assumptionOf(caller, role, contextOf(caller, role));
  const decision = explain(request, compile(policies));
  const across = decision.crossAccount && decision.verdict === 'Allow' ? ', across accounts' : '';
  return `${caller.principal.type}: ${outcome(decision)}${across}`;
}
