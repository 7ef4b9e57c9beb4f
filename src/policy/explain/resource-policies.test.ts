import { expect, test } from 'vitest';
import { compile } from '../decide/compile.ts';
import { type AttachedPolicy } from '../decide/request.ts';
import {
  allow,
  type Asking,
  ask,
  attach,
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
  trusts,
  user,
  userArn,
} from './asking.examples.ts';
import { explain } from './explain.ts';

const object = 'arn:aws:s3:::b/*';
const shares = (principal: unknown, more = {}) =>
  allow('s3:GetObject', object, { Principal: principal, ...more });
const refuses = (principal: unknown) => deny('s3:GetObject', object, { Principal: principal });
const alice = { AWS: userArn('alice') };
const role = { AWS: roleArn('R') };
const own = { AWS: sessionArn('R', 's1') };
const s1 = session('R', 's1');
const silent = [allow('ec2:*')];
const reads = [allow('s3:*')];
const denies = [deny('s3:*')];
const arnIs = (arn: string) => ({ Condition: { ArnEquals: { 'aws:PrincipalArn': arn } } });
const context = { 'aws:principalarn': roleArn('R') };

/**
 * Table C: what a resource's policy gives, and what caps it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
type Row = readonly [id: string, asking: Asking, outcome: string];
test.each<Row>([
  ['C1', { bucket: [shares(alice)] }, 'Allow by resource'],
  ['C2', { bucket: [shares(alice)], boundary: silent }, 'Allow by resource'],
  ['C3', { bucket: [shares(alice)], boundary: denies }, 'ExplicitDeny at boundary'],
  ['C4', { by: s1, bucket: [shares(role)] }, 'Allow by resource'],
  ['C5', { by: s1, bucket: [shares(role)], boundary: silent }, 'ImplicitDeny at boundary'],
  ['C6', { by: s1, bucket: [shares(role)], session: silent }, 'ImplicitDeny at session'],
  ['C7', { by: s1, bucket: [shares(role)], boundary: reads, session: reads }, 'Allow by resource'],
  ['C8', { by: s1, bucket: [shares(own)], boundary: silent, session: silent }, 'Allow by resource'],
  ['C9', { by: s1, bucket: [shares(own)], session: denies }, 'ExplicitDeny at session'],
  ['C10', { by: session('R', 's2'), bucket: [shares(own)] }, 'ImplicitDeny at identity'],
  ['C11', { by: s1, bucket: [shares({ AWS: rootOf(home) })] }, 'ImplicitDeny at identity'],
  ['C12', { by: s1, bucket: [shares({ AWS: home })], identity: reads }, 'Allow by identity'],
  [
    'C13: a user',
    { bucket: [shares('*')], boundary: silent, session: silent },
    'Allow by resource',
  ],
  [
    'C13: a session',
    { by: s1, bucket: [shares('*')], boundary: silent, session: silent },
    'Allow by resource',
  ],
  [
    'C14',
    {
      by: s1,
      bucket: [shares('*', arnIs(roleArn('R')))],
      boundary: silent,
      session: silent,
      context,
    },
    'Allow by resource',
  ],
  [
    'C15',
    { by: s1, bucket: [shares('*', arnIs(sessionArn('R', 's1')))], context },
    'ImplicitDeny at identity',
  ],
  [
    'C16',
    {
      by: guest,
      bucket: [shares({ AWS: guest.type === 'federated-user' ? guest.arn : '' })],
      session: silent,
    },
    'Allow by resource',
  ],
  [
    'C17',
    { by: guest, bucket: [shares(alice)], boundary: silent, session: reads },
    'ImplicitDeny at boundary',
  ],
  ['C18', { by: guest, bucket: [shares(alice)] }, 'ImplicitDeny at session'],
  [
    'C19',
    {
      by: { type: 'service', service: 'logs.amazonaws.com' },
      bucket: [shares({ Service: 'logs.amazonaws.com' })],
    },
    'Allow by resource',
  ],
  [
    'C19: another service',
    {
      by: { type: 'service', service: 'sns.amazonaws.com' },
      bucket: [shares({ Service: 'logs.amazonaws.com' })],
    },
    'ImplicitDeny at resource',
  ],
  ['C20', { by: root, bucket: [shares({ AWS: rootOf(home) })] }, 'Allow by resource'],
  ['C21', { by: s1, bucket: [shares(role)], scps: [silent] }, 'ImplicitDeny at scp'],
  [
    'C22: NotPrincipal spares nobody with a boundary',
    {
      by: s1,
      identity: reads,
      boundary: reads,
      bucket: [
        {
          Effect: 'Deny',
          NotPrincipal: { AWS: [roleArn('R'), rootOf(home)] },
          Action: 's3:*',
          Resource: '*',
        },
      ],
    },
    'ExplicitDeny at resource',
  ],
  [
    'C22: without a boundary it does',
    {
      by: s1,
      identity: reads,
      bucket: [
        {
          Effect: 'Deny',
          NotPrincipal: { AWS: [roleArn('R'), rootOf(home)] },
          Action: 's3:*',
          Resource: '*',
        },
      ],
    },
    'Allow by identity',
  ],
  [
    'E-28: all sessions of a role',
    { by: session('R', 'any'), identity: reads, bucket: [refuses(role)] },
    'ExplicitDeny at resource',
  ],
  [
    'E-29a: one session',
    { by: s1, identity: reads, bucket: [refuses(own)] },
    'ExplicitDeny at resource',
  ],
  [
    'E-29b: the others go on',
    { by: session('R', 's2'), identity: reads, bucket: [refuses(own)] },
    'Allow by identity',
  ],
  [
    'E-30: whoever takes the name',
    { by: session('R', 's1'), bucket: [shares(own)] },
    'Allow by resource',
  ],
  [
    'H28: the bucket policy is silent',
    { identity: reads, bucket: [refuses({ AWS: userArn('bob') })] },
    'Allow by identity',
  ],
  ['H31: a stranger', { by: { type: 'anonymous' }, bucket: [shares('*')] }, 'Allow by resource'],
  [
    'H31: a stranger without invitation',
    { by: { type: 'anonymous' }, bucket: [shares(alice)] },
    'ImplicitDeny at resource',
  ],
  ['H31: a stranger, and no policy', { by: { type: 'anonymous' } }, 'ImplicitDeny at resource'],
])('%s', (_id, asking, expected) => expect(outcome(ask(asking))).toBe(expected));

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
const decrypts = (principal: unknown) => allow('kms:Decrypt', '*', { Principal: principal });
const decryption = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${home}:key/k` };
test.each<Row>([
  [
    'H25: the key policy is silent',
    { key: [decrypts({ AWS: userArn('bob') })], identity: [allow('kms:*')] },
    'ImplicitDeny at resource',
  ],
  [
    'H26: the account, and permission',
    { key: [decrypts({ AWS: rootOf(home) })], identity: [allow('kms:*')] },
    'Allow by identity',
  ],
  [
    'H26: the account, no permission',
    { key: [decrypts({ AWS: rootOf(home) })] },
    'ImplicitDeny at identity',
  ],
  ['H27: the role', { by: s1, key: [decrypts(role)] }, 'Allow by resource'],
  ['the user', { by: user('alice'), key: [decrypts(alice)] }, 'Allow by resource'],
])('%s', (_id, asking, expected) =>
  expect(outcome(ask({ ...decryption, ...asking }))).toBe(expected),
);

test('H24: a statement without Principal is for nobody', () => {
  const asking = { identity: reads };
  const policy = attach('identity', 'no principal', [deny('*')]); // no resource policy like it can be saved
  const decision = explain(
    requestOf(asking),
    compile({ ...policiesOf(asking), resource: { type: 'ordinary', policy } }),
  );
  expect(outcome(decision)).toBe('Allow by identity');
  expect(decision.gates.find(({ gate }) => gate === 'resource')?.policies).toMatchObject([
    { statements: [{ applies: false, elements: [] }] },
  ]);
});

/** Row 8 of aws/aws-cli issue 10314; AWS refuses to save it (row T10). */
test.each([
  [userArn('alice'), 'ImplicitDeny at resource'],
  [userArn('bob'), 'Allow by resource'],
])('Allow with NotPrincipal %s', (spared, expected) => {
  const asking = { trust: [trusts({ AWS: spared })], boundary: silent };
  const policies = policiesOf(asking);
  const policy = policies.resource.policy && negated(policies.resource.policy);
  const decision = explain(
    requestOf(asking),
    compile({ ...policies, resource: { type: 'trust', policy } }),
  );
  expect(outcome(decision)).toBe(expected);
});

const negated = (policy: AttachedPolicy): AttachedPolicy => ({
  ...policy,
  document: {
    ...policy.document,
    statements: policy.document.statements.map((statement) => ({
      ...statement,
      principal: statement.principal && { ...statement.principal, negated: true },
    })),
  },
});
