import { expect, test } from 'vitest';
import { compile } from '../decide/compile.ts';
import { type AttachedPolicy } from '../decide/request.ts';
import {
  allow,
  type Asking,
  answer,
  ask,
  attach,
  deny,
  guest,
  home,
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
type Row = readonly [id: string, asking: Asking, outcome: string, because: string];
test.each<Row>([
  ['C1', { bucket: [shares(alice)] }, 'Allow by resource', 'bucket policy 1 as user'],
  [
    'C2',
    { bucket: [shares(alice)], boundary: silent },
    'Allow by resource',
    'bucket policy 1 as user',
  ],
  ['C3', { bucket: [shares(alice)], boundary: denies }, 'ExplicitDeny at boundary', 'Boundary 1'],
  ['C4', { by: s1, bucket: [shares(role)] }, 'Allow by resource', 'bucket policy 1 as role'],
  [
    'C5',
    { by: s1, bucket: [shares(role)], boundary: silent },
    'ImplicitDeny at boundary',
    'Boundary 1: Action ec2:* / s3:GetObject',
  ],
  [
    'C6',
    { by: s1, bucket: [shares(role)], session: silent },
    'ImplicitDeny at session',
    'session policy 1: Action ec2:* / s3:GetObject',
  ],
  [
    'C7',
    { by: s1, bucket: [shares(role)], boundary: reads, session: reads },
    'Allow by resource',
    'bucket policy 1 as role',
  ],
  [
    'C8',
    { by: s1, bucket: [shares(own)], boundary: silent, session: silent },
    'Allow by resource',
    'bucket policy 1 as session',
  ],
  [
    'C9',
    { by: s1, bucket: [shares(own)], session: denies },
    'ExplicitDeny at session',
    'session policy 1',
  ],
  [
    'C10',
    { by: session('R', 's2'), bucket: [shares(own)] },
    'ImplicitDeny at identity',
    'bucket policy 1: Principal arn:aws:sts::111111111111:assumed-role/R/s1 / arn:aws:sts::111111111111:assumed-role/R/s2',
  ],
  [
    'C11',
    { by: s1, bucket: [shares({ AWS: rootOf(home) })] },
    'ImplicitDeny at identity',
    'no statement',
  ],
  [
    'C12',
    { by: s1, bucket: [shares({ AWS: home })], identity: reads },
    'Allow by identity',
    'Own 1',
  ],
  [
    'C13: a user',
    { bucket: [shares('*')], boundary: silent, session: silent },
    'Allow by resource',
    'bucket policy 1 as wildcard',
  ],
  [
    'C13: a session',
    { by: s1, bucket: [shares('*')], boundary: silent, session: silent },
    'Allow by resource',
    'bucket policy 1 as wildcard',
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
    'bucket policy 1 as wildcard',
  ],
  [
    'C15',
    { by: s1, bucket: [shares('*', arnIs(sessionArn('R', 's1')))], context },
    'ImplicitDeny at identity',
    'bucket policy 1: ArnEquals aws:PrincipalArn arn:aws:sts::111111111111:assumed-role/R/s1 / arn:aws:iam::111111111111:role/R',
  ],
  [
    'C16',
    {
      by: guest,
      bucket: [shares({ AWS: guest.type === 'federated-user' ? guest.arn : '' })],
      session: silent,
    },
    'Allow by resource',
    'bucket policy 1 as session',
  ],
  [
    'C17',
    { by: guest, bucket: [shares(alice)], boundary: silent, session: reads },
    'ImplicitDeny at boundary',
    'Boundary 1: Action ec2:* / s3:GetObject',
  ],
  ['C18', { by: guest, bucket: [shares(alice)] }, 'ImplicitDeny at session', 'no statement'],
  [
    'C19',
    {
      by: { type: 'service', service: 'logs.amazonaws.com' },
      bucket: [shares({ Service: 'logs.amazonaws.com' })],
    },
    'Allow by resource',
    'bucket policy 1 as service',
  ],
  [
    'C19: another service',
    {
      by: { type: 'service', service: 'sns.amazonaws.com' },
      bucket: [shares({ Service: 'logs.amazonaws.com' })],
    },
    'ImplicitDeny at resource',
    'bucket policy 1: Principal logs.amazonaws.com / sns.amazonaws.com',
  ],
  [
    'C20',
    { by: root, bucket: [shares({ AWS: rootOf(home) })] },
    'Allow by resource',
    'bucket policy 1 as account',
  ],
  [
    'C21',
    { by: s1, bucket: [shares(role)], scps: [silent] },
    'ImplicitDeny at scp',
    'Scp0 1: Action ec2:* / s3:GetObject',
  ],
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
    'bucket policy 1 as role',
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
    'Own 1 | spared by bucket policy 1: NotPrincipal arn:aws:iam::111111111111:role/R arn:aws:iam::111111111111:root / arn:aws:sts::111111111111:assumed-role/R/s1',
  ],
  [
    'E-28: all sessions of a role',
    { by: session('R', 'any'), identity: reads, bucket: [refuses(role)] },
    'ExplicitDeny at resource',
    'bucket policy 1 as role',
  ],
  [
    'E-29a: one session',
    { by: s1, identity: reads, bucket: [refuses(own)] },
    'ExplicitDeny at resource',
    'bucket policy 1 as session',
  ],
  [
    'E-29b: the others go on',
    { by: session('R', 's2'), identity: reads, bucket: [refuses(own)] },
    'Allow by identity',
    'Own 1 | spared by bucket policy 1: Principal arn:aws:sts::111111111111:assumed-role/R/s1 / arn:aws:sts::111111111111:assumed-role/R/s2',
  ],
  [
    'E-30: whoever takes the name',
    { by: session('R', 's1'), bucket: [shares(own)] },
    'Allow by resource',
    'bucket policy 1 as session',
  ],
  [
    'H28: the bucket policy is silent',
    { identity: reads, bucket: [refuses({ AWS: userArn('bob') })] },
    'Allow by identity',
    'Own 1 | spared by bucket policy 1: Principal arn:aws:iam::111111111111:user/bob / arn:aws:iam::111111111111:user/alice',
  ],
  [
    'H31: a stranger',
    { by: { type: 'anonymous' }, bucket: [shares('*')] },
    'Allow by resource',
    'bucket policy 1 as wildcard',
  ],
  [
    'H31: a stranger without invitation',
    { by: { type: 'anonymous' }, bucket: [shares(alice)] },
    'ImplicitDeny at resource',
    'bucket policy 1: Principal arn:aws:iam::111111111111:user/alice / anonymous',
  ],
  [
    'H31: a stranger, and no policy',
    { by: { type: 'anonymous' } },
    'ImplicitDeny at resource',
    'no statement',
  ],
])('%s', (_id, asking, ...expected) => expect(answer(ask(asking))).toEqual(expected));

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
const decrypts = (principal: unknown) => allow('kms:Decrypt', '*', { Principal: principal });
const decryption = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${home}:key/k` };
test.each<Row>([
  [
    'H25: the key policy is silent',
    { key: [decrypts({ AWS: userArn('bob') })], identity: [allow('kms:*')] },
    'ImplicitDeny at resource',
    'key policy 1: Principal arn:aws:iam::111111111111:user/bob / arn:aws:iam::111111111111:user/alice',
  ],
  [
    'H26: the account, and permission',
    { key: [decrypts({ AWS: rootOf(home) })], identity: [allow('kms:*')] },
    'Allow by identity',
    'key policy 1 as account, Own 1',
  ],
  [
    'H26: the account, no permission',
    { key: [decrypts({ AWS: rootOf(home) })] },
    'ImplicitDeny at identity',
    'no statement',
  ],
  ['H27: the role', { by: s1, key: [decrypts(role)] }, 'Allow by resource', 'key policy 1 as role'],
  [
    'the user',
    { by: user('alice'), key: [decrypts(alice)] },
    'Allow by resource',
    'key policy 1 as user',
  ],
])('%s', (_id, asking, ...expected) =>
  expect(answer(ask({ ...decryption, ...asking }))).toEqual(expected),
);

test('H24: a statement without Principal is for nobody', () => {
  const asking = { identity: reads };
  const policy = attach('identity', 'no principal', [deny('*')]); // no resource policy like it can be saved
  const decision = explain(
    requestOf(asking),
    compile({ ...policiesOf(asking), resource: { type: 'ordinary', policy } }),
  );
  expect(answer(decision)).toEqual([
    'Allow by identity',
    'Own 1 | spared by no principal 1: no Principal',
  ]);
  expect(decision.gates.find(({ gate }) => gate === 'resource')?.policies).toMatchObject([
    { statements: [{ applies: false, elements: [] }] },
  ]);
});

/** AWS refuses to save it (row T10). */
test.each([
  [
    'alice',
    'ImplicitDeny at resource',
    `trust policy 1: NotPrincipal ${userArn('alice')} / ${userArn('alice')}`,
  ],
  ['bob', 'Allow by resource', 'trust policy 1'],
])('issue 10314, row 8: alice asks, and NotPrincipal is %s', (spared, ...expected) => {
  const asking = { trust: [trusts({ AWS: userArn(spared) })], boundary: silent };
  const policies = policiesOf(asking);
  const policy = policies.resource.policy && negated(policies.resource.policy);
  const decision = explain(
    requestOf(asking),
    compile({ ...policies, resource: { type: 'trust', policy } }),
  );
  expect(answer(decision)).toEqual(expected);
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
