import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import { type AttachedPolicy, gates, type Policies, type Verdict } from '../decide/request.ts';
import {
  abroad,
  allow,
  type Asking,
  guest,
  home,
  roleArn,
  root,
  rootOf,
  session,
  sessionArn,
  trusts,
  user,
  userArn,
  type Written,
} from '../explain/asking.examples.ts';
import { explain } from '../explain/explain.ts';
import { advise } from '../validate/advice/advise.ts';
import { type ReadResult } from '../validate/diagnostic.ts';
import { readPolicy } from '../validate/read-policy.ts';
import { type Change, type Step } from './change.ts';
import { changing } from './changing.examples.ts';
import {
  type ChangeQuestion,
  type EditablePolicies,
  type EditablePolicy,
  mapPolicies,
  policiesAt,
} from './question.ts';
import { applyChange, applyStep, stepOf } from './steps.ts';
import { whatWouldChange } from './what-would-change.ts';
import { sayChange } from './words.ts';

const github = `arn:aws:iam::${home}:oidc-provider/token.actions.githubusercontent.com`;
const sub = 'token.actions.githubusercontent.com:sub';

const action = fc.constantFrom<unknown>(
  's3:GetObject',
  's3:Get*',
  ['s3:PutObject', 's3:GetObject'],
  ['ec2:*', 'sts:AssumeRole'],
  '*',
);
const resource = fc.constantFrom<unknown>(
  '*',
  'arn:aws:s3:::b/*',
  ['arn:aws:s3:::b/k', 'arn:aws:s3:::c/k'],
  'arn:aws:s3:::${aws:username}/*',
);
const condition = fc.option(
  fc.constantFrom<Written>(
    { StringEquals: { 'aws:username': ['alice', 'bob'] } },
    { StringNotEquals: { 'aws:username': ['alice', 'carol'] } },
    { StringEquals: { 'sts:ExternalId': 'acme-7431' } },
    { StringLike: { 'sts:RoleSessionName': 'alice-*' } },
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['dept'] } },
    { DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } },
    {
      Bool: { 'aws:MultiFactorAuthPresent': true },
      NumericLessThan: { 'aws:MultiFactorAuthAge': 300 },
    },
    { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    { Null: { 'sts:ExternalId': 'true' } },
    { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
    { NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
    { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${home}:role/*` } },
    { StringEquals: { 'aws:PrincipalTag/team': 'blue' } },
    { DateGreaterThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' } },
  ),
  { nil: undefined },
);
const principal = fc.constantFrom<unknown>(
  { AWS: [userArn('alice'), userArn('bob')] },
  { AWS: userArn('bob'), Service: 'logs.amazonaws.com' },
  { AWS: roleArn('R') },
  { AWS: sessionArn('R', 's1') },
  { AWS: rootOf(home) },
  { AWS: [abroad, home] },
  { AWS: '*' },
  { Service: 'ec2.amazonaws.com' },
);
const conditional = (statement: Written, Condition: Written | undefined): Written =>
  Condition === undefined ? statement : { ...statement, Condition };

const effect = fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny');
const negation = fc.constantFrom<'none' | 'NotAction' | 'NotResource'>(
  'none',
  'none',
  'none',
  'NotAction',
  'NotResource',
);
const own = fc
  .tuple(effect, action, resource, condition, negation)
  .map(([Effect, Action, Resource, c, not]) =>
    conditional(
      {
        Effect,
        ...(not === 'NotAction' ? { NotAction: Action } : { Action }),
        ...(not === 'NotResource' ? { NotResource: Resource } : { Resource }),
      },
      c,
    ),
  );
const shared = fc
  .tuple(own, principal, fc.boolean())
  .map(([statement, who, spares]) =>
    spares && statement.Effect === 'Deny'
      ? { ...statement, NotPrincipal: who }
      : { ...statement, Principal: who },
  );
const trust = fc
  .tuple(effect, principal, condition)
  .map(([Effect, who, c]) => conditional({ ...trusts(who), Effect }, c));

const some = (statement: fc.Arbitrary<Written>, freq = 4) =>
  fc.option(fc.array(statement, { minLength: 1, maxLength: 3 }), { nil: undefined, freq });
const seldom = 1;
const levels = fc.array(
  fc.array(fc.oneof({ arbitrary: fc.constant(allow('*')), weight: 3 }, own), {
    minLength: 1,
    maxLength: 2,
  }),
  { maxLength: 2 },
);
const callers = [
  user('alice'),
  user('bob'),
  session('R', 's1'),
  guest,
  root,
  { type: 'service', service: 'logs.amazonaws.com' },
  { type: 'federated', provider: github },
  { type: 'anonymous' },
] as const;
const context = fc.constantFrom<NonNullable<Asking['context']>>(
  { [sub]: 'repo:o/r:ref:refs/heads/main', 'aws:currenttime': '2026-02-01T00:00:00Z' },
  {
    'aws:username': 'alice',
    'aws:sourceip': '198.51.100.7',
    'aws:tagkeys': ['dept', 'cost'],
    'aws:requesttag/dept': 'eng',
    'aws:requesttag/cost': '1',
    'aws:currenttime': '2026-02-01T00:00:00Z',
    'aws:requestedregion': 'us-east-1',
    'sts:rolesessionname': 'bob-1',
    [sub]: 'repo:o/r:ref:refs/heads/main',
  },
  {
    'aws:username': 'b',
    'aws:tokenissuetime': '2025-12-31T00:00:00Z',
    'aws:multifactorauthpresent': 'true',
    'aws:multifactorauthage': '900',
    'sts:externalid': 'other',
    'aws:principaltag/team': 'blue',
    [sub]: 'repo:o/r:pull_request',
  },
);

type Place =
  | { readonly kind: 'trust'; readonly policy: readonly Written[] }
  | { readonly kind: 'key' | 'bucket'; readonly policy: readonly Written[] | undefined };
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constant('trust' as const),
    policy: fc.array(trust, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constantFrom('key' as const, 'bucket' as const), policy: some(shared) }),
);
const placed = ({ kind, policy }: Place): Asking =>
  policy === undefined ? {} : { [kind]: policy };

const defined = (asking: Readonly<Record<string, unknown>>): Asking =>
  Object.fromEntries(Object.entries(asking).filter(([, value]) => value !== undefined));

const asking: fc.Arbitrary<Asking> = fc
  .record({
    by: fc.constantFrom(...callers),
    owner: fc.constantFrom(home, home, abroad),
    context,
    identity: some(own),
    boundary: some(own, seldom),
    session: some(own, seldom),
    scps: levels,
    place,
  })
  .map(({ place: where, context: carried, ...rest }) => ({
    ...defined(rest),
    ...placed(where),
    context: { ...carried, ...marksOf(rest.by) },
    ...(where.kind === 'trust' && rest.by.type === 'federated' ? byToken : {}),
  }));

/** Tokens are for this call alone. */
const byToken: Asking = { action: 'sts:AssumeRoleWithWebIdentity' };

/** AWS says of every caller that signs who it is. */
function marksOf(by: (typeof callers)[number]): NonNullable<Asking['context']> {
  if (!('arn' in by)) return {};
  return { 'aws:principalarn': 'roleArn' in by ? by.roleArn : by.arn };
}

/** The same policies as their authors might lay them out. */
const layouts: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(JSON.parse(text)),
  (text) => text.replaceAll('  ', '\t').replaceAll('\n', '\r\n'),
  (text) => JSON.stringify(JSON.parse(text), undefined, 1).replaceAll('\n', ' '),
  (text) => `\uFEFF${text}\n\n`,
];

const question: fc.Arbitrary<ChangeQuestion> = fc
  .tuple(asking, fc.constantFrom(...layouts))
  .map(([short, layout]) => {
    const plain = changing(short);
    const policies = mapPolicies(plain.policies, ({ policy }) => ({
      ...policy,
      text: layout(policy.text),
    }));
    return { ...plain, policies };
  });

const everyPolicy = (policies: EditablePolicies): readonly EditablePolicy[] =>
  gates.flatMap((gate) => policiesAt(gate, policies).map(({ policy }) => policy));

/** Every text is read once: most of them come again and again. */
const read = (policy: EditablePolicy) => {
  const key = `${policy.kind} ${policy.text}`;
  const known = readings.get(key) ?? readPolicy(policy.text, policy.kind, policy.options);
  if (readings.size > 5_000) readings.clear();
  readings.set(key, known);
  return known;
};
const readings = new Map<string, ReadResult>();

/** As the world would put them together; `undefined` when AWS would refuse one. */
function policiesOf({ policies }: ChangeQuestion): Policies | undefined {
  if (everyPolicy(policies).some((policy) => read(policy).document === undefined)) return undefined;
  const attach = (list: readonly EditablePolicy[]): readonly AttachedPolicy[] =>
    list.flatMap((policy) => {
      const { document } = read(policy);
      return document === undefined ? [] : [{ ref: policy.ref, name: policy.name, document }];
    });
  const { type, policy } = policies.resource;
  return {
    identity: attach(policies.identity),
    boundary: policies.boundary && attach([policies.boundary])[0],
    session: policies.session && attach(policies.session),
    resource: { type, policy: policy && attach([policy])[0] },
    scps: policies.scps.map(attach),
    rcps: policies.rcps.map(attach),
  };
}

function verdictOf(asked: ChangeQuestion): Verdict | 'refused to save' {
  const policies = policiesOf(asked);
  return policies === undefined ? 'refused to save' : decide(asked.request, compile(policies));
}

/** The steps without one of them; places in texts are looked up anew. */
function applyAllBut(
  asked: ChangeQuestion,
  steps: readonly Step[],
  left: number,
): ChangeQuestion | undefined {
  return steps
    .filter((_, i) => i !== left)
    .reduce<ChangeQuestion | undefined>((now, old) => {
      const step = now && stepOf(now, old);
      return now && step && applyStep(now, step);
    }, asked);
}

/** Errors, and where old statements were changed, security warnings. */
function graveCodes(asked: ChangeQuestion, { steps }: Change): readonly string[] {
  const adds = steps.some(
    (step) =>
      step.kind === 'attach' || (step.kind === 'edit' && step.what.kind === 'add-statement'),
  );
  return everyPolicy(asked.policies)
    .map(read)
    .flatMap((reading) => [...reading.diagnostics, ...advise(reading)])
    .filter(({ severity }) => severity === 'error' || (severity === 'security-warning' && !adds))
    .map(({ code }) => code)
    .toSorted();
}

const cases = { numRuns: 2_000 };
const allowed = (verdict: string): boolean => verdict === 'Allow';

function holds(asked: ChangeQuestion, change: Change): void {
  const before = verdictOf(asked);
  const after = applyChange(asked, change);
  expect(verdictOf(after)).toBe(change.verdict);
  expect(allowed(change.verdict)).toBe(!allowed(before));
  const codes = graveCodes(asked, change);
  expect(graveCodes(after, change).filter((code) => !codes.includes(code))).toStrictEqual([]);
  for (const left of change.steps.keys()) {
    const partial = applyAllBut(asked, change.steps, left);
    const verdict = partial === undefined ? before : verdictOf(partial);
    expect(verdict === 'refused to save' || allowed(verdict) === allowed(before)).toBe(true);
  }
}

/**
 * Nothing but `*` names an anonymous caller, only trust policies are for tokens, and no policy lets a root user
 * assume a role.
 */
function canBeNamed({ request, policies }: ChangeQuestion): boolean {
  const { type } = request.principal;
  if (type === 'federated') return policies.resource.type === 'trust';
  return type !== 'anonymous' && !(type === 'root' && request.action === 'sts:AssumeRole');
}

/** Stars that a change towards Allow writes, but for a key's policy, where `"Resource": "*"` is the key. */
function starsWritten({ policies }: ChangeQuestion, { steps }: Change): number {
  const ownKey = policies.resource.type === 'kms' ? /"Resource":\s?"\*"/g : /^$/g;
  return steps
    .flatMap((step) => (step.kind === 'edit' ? step.edits : []))
    .reduce((sum, { text }) => sum + text.replaceAll(ownKey, '').split('*').length - 1, 0);
}

function isPrecise(asked: ChangeQuestion, change: Change): void {
  if (allowed(change.verdict)) expect(starsWritten(asked, change)).toBe(0);
}

/** Silences can be broken where every policy may be edited; of denies some are nobody's to lift. */
function isOfferedWhereItMust(asked: ChangeQuestion, changes: readonly Change[]): void {
  const policies = policiesOf(asked);
  if (policies === undefined || !canBeNamed(asked)) return;
  const { reason } = explain(asked.request, compile(policies));
  if (reason.kind !== 'explicit-deny') expect(changes.length).toBeGreaterThan(0);
}

test('every change flips the verdict, is accepted by AWS, has no step too many, and writes no star', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const changes = whatWouldChange(asked);
      isOfferedWhereItMust(asked, changes);
      for (const change of changes) {
        holds(asked, change);
        isPrecise(asked, change);
      }
    }),
    cases,
  );
}, 120_000);

test('a change is plain data, the same every time, and can be said', () => {
  fc.assert(
    fc.property(question, (asked) => {
      const changes = whatWouldChange(asked);
      expect(
        JSON.parse(JSON.stringify(changes, (_, value: unknown) => value ?? null)),
      ).toStrictEqual(
        JSON.parse(JSON.stringify(whatWouldChange(asked), (_, value: unknown) => value ?? null)),
      );
      const sentences = changes.flatMap((change) => sayChange(change, asked));
      expect(
        sentences.filter(
          (sentence) => !/^[A-Z].*\.$/.test(sentence) || /undefined|``/.test(sentence),
        ),
      ).toStrictEqual([]);
    }),
    { numRuns: 100 },
  );
}, 30_000);
