import { describe, expect, test } from 'vitest';
import { compile } from '../decide/compile.ts';
import {
  abroad,
  admin,
  allow,
  type Asking,
  ask,
  attach,
  deny,
  distrusts,
  guest,
  home,
  policiesOf,
  requestOf,
  roleArn,
  root,
  rootOf,
  session,
  trusts,
  user,
  userArn,
} from './asking.examples.ts';
import { explain } from './explain.ts';
import { sayDecision, sayElement, sayStatement } from './words.ts';

const alice = { AWS: userArn('alice') };
const account = { AWS: rootOf(home) };
const secret = { Condition: { StringEquals: { 'sts:ExternalId': 'acme-1' } } };
const say = (asking: Asking) => sayDecision(ask(asking), requestOf(asking));
const onlyTrust =
  'Only the trust policy says who may assume a role, and no other policy can make up for its silence.';
const denyWins = 'A deny that applies always wins, whatever else allows the request.';
const nothingAllows = 'Everything that no policy allows is refused.';

type Row = readonly [why: string, asking: Asking, headline: string, sentences: readonly string[]];
test.each<Row>([
  [
    'a trust policy for somebody else',
    { by: user('bob'), trust: [trusts({ AWS: userArn('julie') })], identity: [admin] },
    'Refused: no statement of the trust policy allows bob',
    [
      'Statement 1 is for arn:aws:iam::111111111111:user/julie, and the caller is arn:aws:iam::111111111111:user/bob.',
      onlyTrust,
    ],
  ],
  [
    'the nearest statement is the one of which most fits',
    { trust: [trusts({ AWS: userArn('julie') }), trusts(account, { Sid: 'Vendor', ...secret })] },
    'Refused: no statement of the trust policy allows alice',
    [
      'Statement "Vendor" does not apply: the request carries no sts:ExternalId, and the condition asks for acme-1.',
      onlyTrust,
    ],
  ],
  [
    'another external id',
    {
      owner: abroad,
      trust: [trusts(account, secret)],
      identity: [admin],
      context: { 'sts:externalid': 'acme-2' },
    },
    'Refused: no statement of the trust policy allows alice',
    ['Statement 1 does not apply: sts:ExternalId is acme-2, not acme-1.', onlyTrust],
  ],
  [
    'only the account is trusted',
    { trust: [trusts(account)] },
    'Refused: no statement of the identity policies of alice allows sts:AssumeRole',
    [
      'No identity policy is attached to alice.',
      'The trust policy names only the account, which leaves the decision to the account’s identity policies.',
    ],
  ],
  [
    'named in one’s own account',
    { trust: [trusts(alice)], boundary: [allow('s3:*')] },
    'Allowed: the trust policy allows it',
    [
      'Statement 1 of the trust policy allows it, because it is for the caller, arn:aws:iam::111111111111:user/alice.',
      'Within one account that is enough: the trust policy names the caller, so the caller’s own policies need not allow it.',
      'The permissions boundary does not allow it, but caps only what identity policies and a role’s own ARN allow.',
    ],
  ],
  [
    'both sides',
    {
      owner: abroad,
      trust: [trusts(account, secret)],
      identity: [allow('sts:*')],
      context: { 'sts:externalid': 'acme-1' },
    },
    'Allowed: the trust policy and the identity policies of alice allow it',
    [
      'Statement 1 of the trust policy allows it, because sts:ExternalId is acme-1.',
      'Statement 1 of the policy "Own" allows it, because it covers sts:AssumeRole on arn:aws:iam::222222222222:role/T.',
    ],
  ],
  [
    'across accounts without permission',
    { owner: abroad, trust: [trusts(alice)], identity: [allow('s3:*')] },
    'Refused: no statement of the identity policies of alice allows sts:AssumeRole',
    [
      'Statement 1 of the policy "Own" is about s3:*, and the request is sts:AssumeRole.',
      'Caller and resource are in different accounts, so both sides must allow.',
    ],
  ],
  [
    'a revoked session',
    {
      by: session('R', 's1'),
      identity: [
        admin,
        deny('*', '*', {
          Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-03-01T10:00:00Z' } },
        }),
      ],
      context: { 'aws:tokenissuetime': '2026-03-01T09:00:00Z' },
    },
    'Refused: statement 2 of the policy "Own" denies it',
    [
      'Statement 2 of the policy "Own" denies s3:GetObject, because aws:TokenIssueTime 2026-03-01T09:00:00Z is before 2026-03-01T10:00:00Z.',
      'A deny that applies always wins, whatever else allows the request.',
    ],
  ],
  [
    'a deny in the trust policy',
    { trust: [distrusts(alice, { Sid: 'NotAlice' })] },
    'Refused: statement "NotAlice" of the trust policy denies it',
    [
      'Statement "NotAlice" of the trust policy denies sts:AssumeRole, because it is for the caller, arn:aws:iam::111111111111:user/alice.',
      'A deny that applies always wins, whatever else allows the request.',
    ],
  ],
  [
    'one level of the organization',
    { identity: [admin], scps: [[admin], [allow('ec2:*')]] },
    'Refused: no statement of the service control policies allows s3:GetObject',
    [
      'Statement 1 of the service control policy "Scp1" is about ec2:*, and the request is s3:GetObject.',
      'Service control policies allow nothing by themselves, but every level of the organization must let the request through.',
    ],
  ],
  [
    'a boundary',
    { identity: [admin], boundary: [deny('ec2:*')] },
    'Refused: no statement of the permissions boundary allows s3:GetObject',
    [
      'The permissions boundary has no Allow statement.',
      'A permissions boundary allows nothing by itself, but limits what the caller may be allowed.',
    ],
  ],
  [
    'an action without resource',
    { identity: [allow('s3:*', 'arn:aws:s3:::b')], action: 's3:ListAllMyBuckets', resource: '*' },
    'Refused: no statement of the identity policies of alice allows s3:ListAllMyBuckets',
    [
      'Statement 1 of the policy "Own" is about arn:aws:s3:::b, and this action has no resource: only * covers it.',
      nothingAllows,
    ],
  ],
  [
    'a variable without a value',
    { identity: [allow('s3:*', 'arn:aws:s3:::b/${aws:username}')], by: session('R', 's1') },
    'Refused: no statement of the identity policies of the role R allows s3:GetObject',
    [
      'Statement 1 of the policy "Own" is about arn:aws:s3:::b/${aws:username}, and the request is for arn:aws:s3:::b/k; ${aws:username} was not filled in.',
      nothingAllows,
    ],
  ],
  [
    'a stranger',
    { by: { type: 'anonymous' } },
    'Refused: no statement of the resource’s policy allows an anonymous caller',
    [
      'The resource has no policy of its own.',
      'This caller has no identity policies, so the resource’s policy must allow.',
    ],
  ],
  [
    'a guest without session policy',
    { by: guest, identity: [admin] },
    'Refused: no statement of the session policy allows s3:GetObject',
    [
      'This session was given no session policy, and without one it may do nothing.',
      'A session policy allows nothing by itself, but limits what the session may be allowed.',
    ],
  ],
  [
    'a guest, whose permissions are the user’s',
    { by: guest, session: [admin] },
    'Refused: no statement of the identity policies of alice allows s3:GetObject',
    ['No identity policy is attached to alice.', nothingAllows],
  ],
  [
    'a deny of an organization',
    { identity: [admin], scps: [[admin, deny('s3:*')]] },
    'Refused: statement 2 of the service control policy "Scp0" denies it',
    [
      'Statement 2 of the service control policy "Scp0" denies s3:GetObject, because it covers s3:GetObject on arn:aws:s3:::b/k.',
      denyWins,
    ],
  ],
  [
    'a deny about resources',
    { identity: [admin], rcps: [[{ ...deny('s3:*'), Principal: '*' }]] },
    'Refused: statement 1 of the resource control policy "Rcp0" denies it',
    [
      'Statement 1 of the resource control policy "Rcp0" denies s3:GetObject, because it is for everyone.',
      denyWins,
    ],
  ],
  [
    'a deny of a boundary',
    { identity: [admin], boundary: [deny('s3:*')] },
    'Refused: statement 1 of the permissions boundary "Boundary" denies it',
    [
      'Statement 1 of the permissions boundary "Boundary" denies s3:GetObject, because it covers s3:GetObject on arn:aws:s3:::b/k.',
      denyWins,
    ],
  ],
  [
    'a deny of a session policy',
    { by: session('R', 's1'), identity: [admin], session: [deny('s3:*')] },
    'Refused: statement 1 of the session policy denies it',
    [
      'Statement 1 of the session policy denies s3:GetObject, because it covers s3:GetObject on arn:aws:s3:::b/k.',
      denyWins,
    ],
  ],
  [
    'a deny of a key policy, in each of its statements',
    {
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:eu-west-1:${home}:key/k`,
      key: [
        deny('kms:*', '*', { Principal: account }),
        deny('kms:*', '*', { Principal: alice, Sid: 'NotAlice' }),
      ],
    },
    'Refused: statement 1 of the key policy denies it',
    [
      'Statement 1 of the key policy denies kms:Decrypt, because it is for arn:aws:iam::111111111111:root, the account of the caller.',
      'Statement "NotAlice" of the key policy denies kms:Decrypt, because it is for the caller, arn:aws:iam::111111111111:user/alice.',
      denyWins,
    ],
  ],
  [
    'a key policy for somebody else',
    {
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:eu-west-1:${home}:key/k`,
      key: [allow('kms:*', '*', { Principal: { AWS: userArn('julie') } })],
      identity: [admin],
    },
    'Refused: no statement of the key policy allows alice',
    [
      'Statement 1 is for arn:aws:iam::111111111111:user/julie, and the caller is arn:aws:iam::111111111111:user/alice.',
      'A key’s policy must allow, or hand the decision to its account.',
    ],
  ],
  [
    'a boundary that is about something else',
    { identity: [admin], boundary: [allow('ec2:*')] },
    'Refused: no statement of the permissions boundary allows s3:GetObject',
    [
      'Statement 1 of the permissions boundary "Boundary" is about ec2:*, and the request is s3:GetObject.',
      'A permissions boundary allows nothing by itself, but limits what the caller may be allowed.',
    ],
  ],
  [
    'a session policy that is about something else',
    { by: session('R', 's1'), identity: [admin], session: [allow('ec2:*')] },
    'Refused: no statement of the session policy allows s3:GetObject',
    [
      'Statement 1 of the session policy is about ec2:*, and the request is s3:GetObject.',
      'A session policy allows nothing by itself, but limits what the session may be allowed.',
    ],
  ],
  [
    'a user by its id',
    { trust: [trusts({ AWS: 'AIDAALICE' })], identity: [admin] },
    'Allowed: the trust policy allows it',
    [
      'Statement 1 of the trust policy allows it, because it is for AIDAALICE, the unique id of the caller.',
    ],
  ],
  [
    'a role, a session of it, and its account',
    { by: session('R', 's1'), trust: [trusts({ AWS: roleArn('R') }), trusts(account)] },
    'Allowed: the trust policy allows it',
    [
      'Statement 1 of the trust policy allows it, because it is for arn:aws:iam::111111111111:role/R, the role of the caller.',
      'Statement 2 of the trust policy allows it, because it is for arn:aws:iam::111111111111:root, the account of the caller.',
      'Within one account that is enough: the trust policy names the caller, so the caller’s own policies need not allow it.',
    ],
  ],
  [
    'a root user',
    { by: root },
    'Allowed: the root user of an account may do everything in it',
    ['Only organization policies and explicit denies in a resource’s policy bind a root user.'],
  ],
  [
    'asking who one is',
    { action: 'sts:GetCallerIdentity', resource: '*' },
    'Allowed: sts:GetCallerIdentity needs no permission',
    ['Whoever has valid credentials may make this call, and no policy can forbid it.'],
  ],
])('%s', (_why, asking, headline, sentences) =>
  expect(say(asking)).toEqual({ headline, sentences }),
);

test('a service and its role', () => {
  const asking: Asking = {
    by: { type: 'service', service: 'ec2.amazonaws.com' },
    trust: [trusts({ Service: 'ec2.amazonaws.com' })],
  };
  expect(say(asking)).toEqual({
    headline: 'Allowed: the trust policy allows it',
    sentences: [
      'Statement 1 of the trust policy allows it, because it is for the caller, ec2.amazonaws.com.',
    ],
  });
});

describe('elements', () => {
  const condition = (Condition: unknown, context: Asking['context'] = {}) => {
    const decision = ask({ identity: [allow('*', '*', { Condition })], context });
    const last = decision.gates
      .flatMap(({ policies }) => policies)[0]
      ?.statements[0]?.elements.at(-1);
    return last && sayElement(last);
  };
  type ElementRow = readonly [condition: unknown, context: Asking['context'], said: string];
  test.each<ElementRow>([
    [
      { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      { 'aws:requestedregion': 'eu-west-1' },
      'aws:RequestedRegion is eu-west-1, which the condition excludes.',
    ],
    [
      { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      {},
      'The request carries no aws:RequestedRegion, and StringNotEquals also holds without it.',
    ],
    [
      { StringLike: { 'aws:username': ['a*', 'b*'] } },
      { 'aws:username': 'carl' },
      'aws:username carl does not match a* or b*.',
    ],
    [
      { StringLike: { 'aws:username': ['a*', 'c*'] } },
      { 'aws:username': 'carl' },
      'aws:username carl matches c*.',
    ],
    [
      { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
      { 'aws:sourceip': '203.0.113.7' },
      'aws:SourceIp 203.0.113.7 is not in 10.0.0.0/8.',
    ],
    [
      { NumericLessThanEquals: { 'aws:MultiFactorAuthAge': '300' } },
      { 'aws:multifactorauthage': '301' },
      'aws:MultiFactorAuthAge 301 is greater than 300.',
    ],
    [
      { Null: { 'aws:TokenIssueTime': 'true' } },
      {},
      'The request carries no aws:TokenIssueTime, as the condition asks.',
    ],
    [
      { Null: { 'aws:TokenIssueTime': 'true' } },
      { 'aws:tokenissuetime': '2026-01-01' },
      'The request carries aws:TokenIssueTime, and the condition asks that it does not.',
    ],
    [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } },
      { 'aws:tagkeys': ['a', 'b'] },
      'Not every value of aws:TagKeys (a and b) is a.',
    ],
    [
      { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'c' } },
      { 'aws:tagkeys': ['a', 'b'] },
      'No value of aws:TagKeys (a and b) is c.',
    ],
    [
      { StringEquals: { 'aws:TagKeys': 'a' } },
      { 'aws:tagkeys': ['a'] },
      'aws:TagKeys may have several values, and StringEquals without ForAnyValue or ForAllValues compares only one.',
    ],
    [
      { StringEquals: { 'aws:username': ['a', 'b', 'c', 'd', 'e'] } },
      { 'aws:username': '' },
      'aws:username is "", not a, b, c or 2 more.',
    ],
  ])('%j', (written, context, said) => expect(condition(written, context)).toBe(said));

  test('NotAction, NotResource and NotPrincipal', () => {
    const bucket = [
      {
        Effect: 'Deny',
        NotPrincipal: { AWS: roleArn('R') },
        NotAction: 's3:Put*',
        NotResource: 'arn:aws:s3:::c',
      },
    ];
    const traces =
      ask({ bucket }).gates.flatMap(({ policies }) => policies)[0]?.statements[0]?.elements ?? [];
    expect(traces.map(sayElement)).toEqual([
      'It is for everyone but arn:aws:iam::111111111111:role/R, and the caller is arn:aws:iam::111111111111:user/alice.',
      'It is about everything but s3:Put*, and the request is s3:GetObject.',
      'It is about everything but arn:aws:s3:::c, and the request is for arn:aws:s3:::b/k.',
    ]);
  });

  test('a statement without Principal', () => {
    const policies = {
      ...policiesOf({}),
      resource: { type: 'ordinary' as const, policy: attach('identity', 'x', [admin]) },
    };
    const statement = explain(requestOf({}), compile(policies)).gates.flatMap(
      (gate) => gate.policies,
    )[0]?.statements[0];
    expect(statement && sayStatement(statement)).toBe(
      'Statement 1 names no principal, so it is for nobody.',
    );
  });
});
