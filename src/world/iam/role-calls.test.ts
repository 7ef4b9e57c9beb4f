import { describe, expect, test } from 'vitest';
import {
  answerOf,
  home,
  own,
  play,
  policyArn,
  roleArn,
  rootArn,
  smallWorld,
  type Step,
  userArn,
} from '../../testing/small-world.ts';
import { allow, policy, textOf, trusts } from '../../testing/statements.ts';
import { type AwsCall } from '../command.ts';

const trust = policy(trusts({ AWS: userArn('alice') }));
const reads = policy(allow('s3:Get*'));
const many = Array.from({ length: 21 }, (_, i) => ({ name: `P${i}`, document: reads }));
const start = smallWorld({
  managedPolicies: many,
  users: [{ name: 'alice' }],
  roles: [
    { name: 'Plain', trust },
    { name: 'Inline', trust, inline: { Own: reads } },
    { name: 'Full', trust, attached: many.slice(0, 20).map(({ name }) => name) },
    { name: 'Linked', trust, serviceLinked: true },
  ],
});
const admin = (call: AwsCall): Step => own('admin', call);
const answer = (...calls: readonly AwsCall[]) =>
  answerOf(play(start, ...calls.map(admin)).happenings);

const putRole = (policyDocument: string, roleName = 'Plain', policyName = 'P') =>
  ({ action: 'iam:PutRolePolicy', roleName, policyName, policyDocument }) as const;
const setTrust = (policyDocument: string, roleName = 'Plain') =>
  ({ action: 'iam:UpdateAssumeRolePolicy', roleName, policyDocument }) as const;
const create = (roleName: string, more: { path?: string; maxSessionDuration?: number } = {}) =>
  ({
    action: 'iam:CreateRole',
    roleName,
    assumeRolePolicyDocument: textOf(trust),
    ...more,
  }) as const;
const version = (policyDocument: string, arn = policyArn('P0')) =>
  ({ action: 'iam:CreatePolicyVersion', policyArn: arn, policyDocument }) as const;
const attach = (roleName: string, arn: string) =>
  ({ action: 'iam:AttachRolePolicy', roleName, policyArn: arn }) as const;
const detach = (roleName: string, arn: string) =>
  ({ action: 'iam:DetachRolePolicy', roleName, policyArn: arn }) as const;
const broken = (value: string, field: string, must: string) =>
  `ValidationError 400: 1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: Member must ${must}`;
const nameCharacters = String.raw`satisfy regular expression pattern: [\w+=,.@-]+`;
const onlyByAws =
  "UnmodifiableEntity 400: Cannot perform the operation on the protected role 'Linked' - this role is only modifiable by AWS";

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html#API_CreateRole_Errors */
describe('what IAM answers to calls about roles', () => {
  type Row = readonly [fact: string, call: AwsCall, answer: string];
  test.each<Row>([
    [
      'an inline policy that is not there',
      { action: 'iam:DeleteRolePolicy', roleName: 'Inline', policyName: 'toString' },
      'NoSuchEntity 404: The role policy with name toString cannot be found.',
    ],
    ['a role with a path', create('New', { path: '/dev/' }), 'allowed'],
    [
      'a path without its slashes',
      create('New', { path: 'dev' }),
      broken(
        'dev',
        'path',
        String.raw`satisfy regular expression pattern: (\u002F)|(\u002F[\u0021-\u007E]+\u002F)`,
      ),
    ],
    ['a name with a space', create('a b'), broken('a b', 'roleName', nameCharacters)],
    [
      'a name of 65 characters',
      create('x'.repeat(65)),
      broken('x'.repeat(65), 'roleName', 'have length less than or equal to 64'),
    ],
    ['no name', create(''), broken('', 'roleName', 'have length greater than or equal to 1')],
    [
      'a policy’s name with a bar',
      putRole(textOf(reads), 'Plain', 'a|b'),
      broken('a|b', 'policyName', nameCharacters),
    ],
    [
      'M2: a managed policy without a Version',
      version(JSON.stringify({ Statement: [allow('s3:*')] })),
      'MalformedPolicyDocument 400: Policy document must be version 2012-10-17 or greater.',
    ],
    [
      'M2: an inline policy without a Version',
      putRole(JSON.stringify({ Statement: [allow('s3:*')] })),
      'allowed',
    ],
    [
      'M1: permissions that are not JSON',
      putRole('{'),
      'MalformedPolicyDocument 400: Syntax errors in policy.',
    ],
    [
      'M8: permissions with a principal',
      putRole(textOf(trust)),
      'MalformedPolicyDocument 400: Policy document should not specify a principal.',
    ],
    [
      'T1: trust that is not JSON',
      setTrust('{'),
      'MalformedPolicyDocument 400: This policy contains invalid Json',
    ],
    [
      'T7: trust in a user who is not there',
      setTrust(textOf(policy(trusts({ AWS: userArn('nobody') })))),
      `MalformedPolicyDocument 400: Invalid principal in policy: "AWS":"${userArn('nobody')}"`,
    ],
    [
      'T7: trust in a session of a role that is not there',
      setTrust(textOf(policy(trusts({ AWS: `arn:aws:sts::${home}:assumed-role/Nobody/s1` })))),
      `MalformedPolicyDocument 400: Invalid principal in policy: "AWS":"arn:aws:sts::${home}:assumed-role/Nobody/s1"`,
    ],
    [
      'T12: trust with another action',
      setTrust(textOf(policy(trusts({ AWS: rootArn }, { Action: 'sts:*' })))),
      'MalformedPolicyDocument 400: AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [
      'T13: trust with a resource',
      setTrust(textOf(policy(trusts({ AWS: rootArn }, { Resource: '*' })))),
      'MalformedPolicyDocument 400: Has prohibited field Resource',
    ],
    ['a service-linked role’s trust', setTrust(textOf(trust), 'Linked'), onlyByAws],
    ['a service-linked role’s permissions', putRole(textOf(reads), 'Linked'), onlyByAws],
    ['a service-linked role itself', { action: 'iam:DeleteRole', roleName: 'Linked' }, onlyByAws],
    [
      'AWS’s own policy',
      version(textOf(reads), 'arn:aws:iam::aws:policy/AdministratorAccess'),
      'AccessDenied 403: Policy arn:aws:iam::aws:policy/AdministratorAccess is outside your own account.',
    ],
  ])('%s', (_fact, call, said) => {
    expect(answer(call)).toBe(said);
  });
});

test('what is saved is the text as it was typed', () => {
  const typed = `  ${JSON.stringify(trust)}\n`;
  const { world } = play(start, admin(setTrust(typed)));
  expect(world.accounts[home]?.roles.Plain?.trust.text).toBe(typed);
});

test('a new role is empty, an hour long, and has an id of its own', () => {
  const { world } = play(start, admin(create('New', { path: '/dev/' })));
  expect(world.accounts[home]?.roles.New).toMatchObject({
    arn: roleArn('dev/New'),
    attached: [],
    inline: {},
    maxSessionDuration: 3600,
    serviceLinked: false,
    createdAt: start.now,
  });
});

test('detaching takes away the one policy and leaves the order of the others', () => {
  const { world } = play(start, admin(detach('Full', policyArn('P1'))));
  const attached = world.accounts[home]?.roles.Full?.attached ?? [];
  expect(attached.slice(0, 2)).toEqual([policyArn('P0'), policyArn('P2')]);
  expect(attached).toHaveLength(19);
});

test('iam:PolicyARN can be asked for in a condition', () => {
  const only = { Condition: { ArnEquals: { 'iam:PolicyARN': policyArn('P0') } } };
  const world = smallWorld({
    managedPolicies: many.slice(0, 2),
    users: [{ name: 'carol', inline: { Own: policy(allow('iam:AttachRolePolicy', '*', only)) } }],
    roles: [{ name: 'Plain', trust: policy(trusts({ AWS: rootArn })) }],
  });
  const attempts = ['P0', 'P1'].map((name) => own('carol', attach('Plain', policyArn(name))));
  expect(attempts.map((step) => answerOf(play(world, step).happenings))).toEqual([
    'allowed',
    `AccessDenied 403: User: ${userArn('carol')} is not authorized to perform: iam:AttachRolePolicy on resource: ${roleArn('Plain')} because no identity-based policy allows the iam:AttachRolePolicy action`,
  ]);
});
