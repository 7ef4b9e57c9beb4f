import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import { type AttachedPolicy, gates, type Policies } from '../decide/request.ts';
import { type Span } from '../syntax/document.ts';
import { accessDeniedMessage } from './aws-message.ts';
import {
  abroad,
  allow,
  type Asking,
  deny,
  guest,
  home,
  outcome,
  policiesOf,
  requestOf,
  roleArn,
  root,
  rootOf,
  session,
  sessionArn,
  textOf,
  trusts,
  user,
  userArn,
  type Written,
} from './asking.examples.ts';
import { type Decision } from './decision.ts';
import { explain } from './explain.ts';
import { sayDecision, sayElement, sayStatement } from './words.ts';

const action = fc.constantFrom('*', 's3:*', 's3:Get*', 's3:GetObject', 'sts:AssumeRole', 'ec2:*');
const resource = fc.constantFrom(
  '*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::${aws:username}/*',
  'arn:aws:s3:::c/k',
);
const condition = fc.option(
  fc.constantFrom<Written>(
    { StringEquals: { 'aws:username': ['alice', 'bob'] } },
    { StringNotEquals: { 'aws:username': 'bob' } },
    { 'ForAllValues:StringLike': { 'aws:TagKeys': 'de*' } },
    {
      DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' },
      Bool: { 'aws:MultiFactorAuthPresent': true },
    },
    { Null: { 'sts:ExternalId': 'true' } },
    { NumericLessThanIfExists: { 'aws:MultiFactorAuthAge': 300 } },
    { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
  ),
  { nil: undefined },
);
const principal = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: [userArn('alice'), userArn('bob')] },
  { AWS: roleArn('R') },
  { AWS: sessionArn('R', 's1') },
  { AWS: rootOf(home) },
  { AWS: [abroad, home] },
  { Service: 'logs.amazonaws.com' },
);
const conditional = (statement: Written, Condition: Written | undefined): Written =>
  Condition === undefined ? statement : { ...statement, Condition };

const effect = fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny');
const own = fc
  .tuple(effect, action, resource, condition)
  .map(([Effect, a, r, c]) => conditional({ ...allow(a, r), Effect }, c));
const shared = fc
  .tuple(own, principal, fc.boolean())
  .map(([statement, who, spares]) =>
    spares && statement.Effect === 'Deny' && who !== '*'
      ? { ...statement, NotPrincipal: who }
      : { ...statement, Principal: who },
  );
const trust = fc
  .tuple(
    effect,
    principal.filter((who) => who !== '*'),
    condition,
  )
  .map(([Effect, who, c]) => conditional({ ...trusts(who), Effect }, c));

const some = (statement: fc.Arbitrary<Written>) =>
  fc.option(fc.array(statement, { minLength: 1, maxLength: 3 }), { nil: undefined });
const levels = fc.array(
  fc.array(
    fc.oneof({ arbitrary: fc.constant(allow('*')), weight: 4 }, { arbitrary: own, weight: 1 }),
    { minLength: 1, maxLength: 2 },
  ),
  { maxLength: 2 },
);
const callers = [
  user('alice'),
  user('bob'),
  session('R', 's1'),
  session('R', 's2', true),
  root,
  { type: 'service', service: 'logs.amazonaws.com' },
  { type: 'anonymous' },
] as const;
const context = fc.constantFrom<NonNullable<Asking['context']>>(
  {},
  { 'aws:username': 'alice', 'aws:sourceip': '203.0.113.7', 'aws:tagkeys': ['dept', 'cost'] },
  {
    'aws:username': 'b',
    'aws:tokenissuetime': '2025-12-31T00:00:00Z',
    'aws:multifactorauthpresent': 'true',
    'sts:externalid': 'x',
    'aws:tagkeys': ['dept'],
  },
);

const asking: fc.Arbitrary<Asking> = fc
  .record({
    by: fc.constantFrom(...callers),
    owner: fc.constantFrom(home, home, abroad),
    context,
    identity: some(own),
    boundary: some(own),
    session: some(own),
    scps: levels,
    place: fc.oneof(
      fc.record({ trust: some(trust), kind: fc.constant('trust' as const) }),
      fc.record({ policy: some(shared), kind: fc.constantFrom('key', 'bucket') }),
    ),
  })
  .map(({ place, ...rest }) => ({ ...defined(rest), ...defined(placed(place)) }));

type Place =
  | { readonly kind: 'trust'; readonly trust: Written[] | undefined }
  | { readonly kind: 'key' | 'bucket'; readonly policy: Written[] | undefined };
const placed = (place: Place): Asking =>
  place.kind === 'trust'
    ? { trust: place.trust ?? [trusts({ AWS: userArn('nobody') })] }
    : place.policy === undefined
      ? {}
      : { [place.kind]: place.policy };

/** Leaves out what is `undefined`, as exact optional properties ask. */
const defined = <T extends object>(bag: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const explained = (one: Asking): Decision => explain(requestOf(one), compile(policiesOf(one)));
const check = (
  law: (one: Asking, decision: Decision) => void,
  runs: fc.Parameters<[Asking]> = {},
) =>
  fc.assert(
    fc.property(asking, (one) => {
      law(one, explained(one));
    }),
    { numRuns: 400, ...runs },
  );

type Spot = 'identity' | 'boundary' | 'session' | 'trust' | 'bucket' | 'key';
const spots: readonly Spot[] = ['identity', 'boundary', 'session', 'trust', 'bucket', 'key'];
const writtenAt = (one: Asking, spot: Spot): readonly Written[] => {
  const found = one[spot];
  return found === undefined || 'statements' in found ? [] : found;
};

test('the generator reaches every verdict at every gate that has one', () => {
  const seen = new Map<string, number>();
  check(
    (_one, decision) => seen.set(outcome(decision), (seen.get(outcome(decision)) ?? 0) + 1),
    { numRuns: 1_000, seed: 1 }, // how often is luck
  );
  const rare = [
    'Allow by identity',
    'Allow by resource',
    'ExplicitDeny at scp',
    'ImplicitDeny at scp',
    'ExplicitDeny at resource',
    'ImplicitDeny at resource',
    'ExplicitDeny at identity',
    'ImplicitDeny at identity',
    'ExplicitDeny at boundary',
    'ImplicitDeny at boundary',
    'ExplicitDeny at session',
    'ImplicitDeny at session',
  ];
  expect(rare.filter((reason) => (seen.get(reason) ?? 0) < 3)).toEqual([]);
});

test('decide says what explain says', () => {
  check((one, decision) =>
    expect(decide(requestOf(one), compile(policiesOf(one)))).toBe(decision.verdict),
  );
});

test('a Deny that applies wins, wherever it stands', () => {
  const who = { Principal: { AWS: '*' } };
  const everything: Record<Spot, Written> = {
    identity: deny('*'),
    boundary: deny('*'),
    session: deny('*'),
    trust: { ...trusts(who.Principal), Effect: 'Deny' },
    bucket: deny('*', '*', who),
    key: deny('*', '*', who),
  };
  fc.assert(
    fc.property(asking, fc.constantFrom(...spots), fc.nat(3), (one, spot, place) => {
      fc.pre(
        writtenAt(one, spot).length > 0 &&
          (spot === 'trust' || spot === 'bucket' || spot === 'key' || one.by?.type === 'user'),
      );
      const statements = writtenAt(one, spot).toSpliced(place, 0, everything[spot]);
      expect(explained({ ...one, [spot]: statements }).verdict).toBe('ExplicitDeny');
    }),
    { numRuns: 300 },
  );
});

test('the order of statements and of policies never matters', () => {
  check((one, decision) => {
    const turned = spots.map((spot): Asking => {
      const statements = writtenAt(one, spot);
      return statements.length === 0 ? {} : { [spot]: statements.toReversed() };
    });
    const again = explained(Object.assign({}, one, ...turned) as Asking);
    expect(outcome(again)).toBe(outcome(decision));
    const policies = policiesOf(one);
    const extra = policiesOf({ identity: [allow('ec2:*')] }).identity;
    const ways = [
      [...policies.identity, ...extra],
      [...extra, ...policies.identity],
    ];
    const [before, after] = ways.map((identity) =>
      outcome(explain(requestOf(one), compile({ ...policies, identity }))),
    );
    expect(before).toBe(after);
  });
});

test('one more Allow never turns an allowed request into a refused one', () => {
  fc.assert(
    fc.property(
      asking,
      own,
      trust,
      shared,
      fc.constantFrom(...spots),
      (one, mine, trusted, given, spot) => {
        fc.pre(explained(one).verdict === 'Allow' && writtenAt(one, spot).length > 0);
        const more: Record<Spot, Written> = {
          identity: mine,
          boundary: mine,
          session: mine,
          trust: trusted,
          bucket: given,
          key: given,
        };
        const added = [...writtenAt(one, spot), { ...more[spot], Effect: 'Allow' }];
        fc.pre(!('NotPrincipal' in more[spot]));
        expect(explained({ ...one, [spot]: added }).verdict).toBe('Allow');
      },
    ),
    { numRuns: 300 },
  );
});

test('boundaries, session policies and SCPs only narrow', () => {
  check((one, decision) => {
    const policies = policiesOf(one);
    const without: readonly Policies[] = [
      { ...policies, boundary: undefined },
      { ...policies, session: undefined },
      { ...policies, scps: [] },
    ];
    const verdicts = without.map((fewer) => decide(requestOf(one), compile(fewer)));
    const narrowed =
      decision.verdict !== 'Allow' || verdicts.every((verdict) => verdict === 'Allow');
    expect(narrowed).toBe(true);
  });
});

test('a guest with a session policy may do no more than its user', () => {
  const statements = fc.array(own, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(statements, statements, context, (identity, given, facts) => {
      const asGuest = explained({ by: guest, identity, session: given, context: facts });
      const asUser = explained({ by: user('alice'), identity, context: facts });
      expect(asGuest.verdict !== 'Allow' || asUser.verdict === 'Allow').toBe(true);
    }),
  );
});

test('every gate is there once, in order, and one settles the verdict', () => {
  check((_one, { gates: traces, reason }) => {
    expect(traces.map(({ gate }) => gate)).toEqual(gates);
    expect(traces.filter(({ decisive }) => decisive).map(({ gate }) => gate)).toEqual(
      'gate' in reason ? [reason.gate] : [],
    );
  });
});

test('every span lies inside its text and inside its statement', () => {
  const within = (inner: Span, outer: Span) =>
    outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end;
  check((one, decision) => {
    const texts = new Map(
      spots.map((spot) => [
        spot === 'trust' ? 'trust/trust policy' : spot,
        textOf(writtenAt(one, spot)),
      ]),
    );
    const statements = decision.gates.flatMap(({ policies }) =>
      policies.flatMap((policy) => policy.statements),
    );
    for (const { ref, elements } of statements) {
      const length = texts.get(ref.policy)?.length ?? Infinity;
      expect(within(ref.at, { start: 0, end: length })).toBe(true);
      expect(elements.every(({ at }) => within(at, ref.at))).toBe(true);
      expect(
        elements.every(({ at, entries }) => entries.every((entry) => within(entry.at, at))),
      ).toBe(true);
    }
  });
});

test('a trace stops at the first element that fails, and says that it failed', () => {
  check((_one, decision) => {
    const statements = decision.gates.flatMap(({ policies }) =>
      policies.flatMap((policy) => policy.statements),
    );
    for (const { applies, elements } of statements) {
      expect(elements.slice(0, -1).every(({ matched }) => matched)).toBe(true);
      expect(elements.at(-1)?.matched).toBe(applies);
    }
  });
});

test('taking away what a reason names changes the answer', () => {
  check((one, decision) => {
    const { reason } = decision;
    const named = 'by' in reason ? reason.by : [];
    fc.pre(named.length > 0); // a root user needs no statement
    const rest = without(
      policiesOf(one),
      named.map(({ policy, index }) => `${policy}#${index}`),
    );
    const after = explain(requestOf(one), compile(rest));
    const changed =
      !('by' in reason) || after.reason.kind !== reason.kind || after.reason.gate !== reason.gate;
    expect(changed).toBe(true);
  });
});

function without(policies: Policies, names: readonly string[]): Policies {
  const strip = (policy: AttachedPolicy): AttachedPolicy => ({
    ...policy,
    document: {
      ...policy.document,
      statements: policy.document.statements.filter(
        ({ index }) => !names.includes(`${policy.ref}#${index}`),
      ),
    },
  });
  const maybe = (policy: AttachedPolicy | undefined) => policy && strip(policy);
  return {
    identity: policies.identity.map(strip),
    boundary: maybe(policies.boundary),
    session: policies.session?.map(strip),
    resource: { ...policies.resource, policy: maybe(policies.resource.policy) },
    scps: policies.scps.map((level) => level.map(strip)),
    rcps: policies.rcps.map((level) => level.map(strip)),
  };
}

test('every decision can be said, and a copy says the same', () => {
  check((one, decision) => {
    const request = requestOf(one);
    const { headline, sentences } = sayDecision(decision, request);
    const copy = JSON.parse(JSON.stringify(decision)) as Decision;
    expect(sayDecision(copy, request)).toEqual({ headline, sentences });
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(headline).toMatch(/^(?:Allowed|Refused): .*[^.]$/);
    const statements = decision.gates.flatMap(({ policies }) =>
      policies.flatMap((policy) => policy.statements),
    );
    const all = [
      ...sentences,
      ...statements.map(sayStatement),
      ...statements.flatMap(({ elements }) => elements.map(sayElement)),
    ];
    expect(
      all.filter((text) => !/^\S.*\.$/.test(text) || /undefined|NaN|\[object/.test(text)),
    ).toEqual([]);
  });
});

test('every refusal has AWS’s words, and nothing else has', () => {
  check((one, decision) => {
    const message = () => accessDeniedMessage(decision, requestOf(one), 'verbose');
    const said = decision.verdict === 'Allow' ? 'none' : message();
    expect(said === 'none' || /denied|not authorized/i.test(said)).toBe(true);
    expect(
      decision.verdict === 'Allow'
        ? message
        : () => {
            throw new Error('an allowed');
          },
    ).toThrow('an allowed');
  });
});
