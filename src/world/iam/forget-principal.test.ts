import { expect, test } from 'vitest';
import {
  answerOf,
  heldLast,
  home,
  own,
  play,
  roleArn,
  rulingOf,
  smallWorld,
  type Step,
  userArn,
  rootArn,
} from '../../testing/small-world.ts';
import { allow, policy, textOf, trusts } from '../../testing/statements.ts';
import { type World } from '../model.ts';

const both = { AWS: [userArn('alice'), userArn('bob')] };
const named = policy({
  ...allow('s3:GetObject', 'arn:aws:s3:::b/*', {
    Condition: { ArnNotEquals: { 'aws:PrincipalArn': userArn('alice') } },
  }),
  Principal: { AWS: userArn('alice') },
});
const start = smallWorld({
  users: [{ name: 'alice' }, { name: 'bob' }],
  roles: [
    { name: 'T', trust: policy(trusts(both), trusts({ AWS: roleArn('Other') })) },
    { name: 'Other', trust: policy(trusts({ AWS: rootArn })) },
  ],
  buckets: [{ name: 'b', policy: named }],
});
const idOf = (world: World, kind: 'users' | 'roles', name: string) =>
  world.accounts[home]?.[kind][name]?.uniqueId ?? '';
const alice = idOf(start, 'users', 'alice');
const other = idOf(start, 'roles', 'Other');

const aliceGoes: readonly Step[] = [
  (world) => own('admin', { action: 'iam:DeleteAccessKey', accessKeyId: heldLast(world, 'alice') }),
  own('admin', { action: 'iam:DeleteUser', userName: 'alice' }),
];
const setTrust = (principal: unknown): Step =>
  own('admin', {
    action: 'iam:UpdateAssumeRolePolicy',
    roleName: 'T',
    policyDocument: textOf(policy(trusts(principal))),
  });

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
test('a deleted user’s id stays in the trust policies that named the user', () => {
  const { world } = play(start, ...aliceGoes);
  expect(world.accounts[home]?.roles.T?.trust.text).toBe(
    textOf(policy(trusts({ AWS: [alice, userArn('bob')] }), trusts({ AWS: roleArn('Other') }))),
  );
});

test('and in bucket policies, but not in conditions', () => {
  const { world } = play(start, ...aliceGoes);
  expect(world.accounts[home]?.buckets.b?.policy?.text).toBe(
    textOf(policy({ ...named.Statement[0], Principal: { AWS: alice } })),
  );
});

test('so does a deleted role’s', () => {
  const { world } = play(start, own('admin', { action: 'iam:DeleteRole', roleName: 'Other' }));
  expect(world.accounts[home]?.roles.T?.trust.text).toContain(`"${other}"`);
});

test('policies that named somebody else keep their very text', () => {
  const { world } = play(start, ...aliceGoes);
  expect(world.accounts[home]?.roles.Other).toBe(start.accounts[home]?.roles.Other);
});

/** Seen in the field: a policy with the id of a principal who is gone is refused. */
test.each<readonly [fact: string, steps: readonly Step[], answer: string]>([
  [
    'the id that is left can’t be saved again',
    [...aliceGoes, setTrust({ AWS: alice })],
    `MalformedPolicyDocument 400: Invalid principal in policy: "AWS":"${alice}"`,
  ],
  [
    'the ARN of who is gone neither',
    [...aliceGoes, setTrust({ AWS: userArn('alice') })],
    `MalformedPolicyDocument 400: Invalid principal in policy: "AWS":"${userArn('alice')}"`,
  ],
  ['the id of somebody who lives can', [setTrust({ AWS: alice })], 'allowed'],
])('%s', (_fact, steps, answer) => {
  expect(answerOf(play(start, ...steps).happenings)).toBe(answer);
});

test('saving the re-created user’s ARN mends the trust', () => {
  const { happenings } = play(
    start,
    ...aliceGoes,
    own('admin', { action: 'iam:CreateUser', userName: 'alice' }),
    setTrust({ AWS: userArn('alice') }),
    own('admin', { action: 'iam:CreateAccessKey', userName: 'alice' }),
    (world) => ({
      type: 'call',
      by: 'admin',
      with: { type: 'key', accessKeyId: heldLast(world, 'admin') },
      call: { action: 'sts:AssumeRole', roleArn: roleArn('T'), roleSessionName: 'alice' },
    }),
  );
  expect(rulingOf(happenings)).toBe('Allow by resource');
});
