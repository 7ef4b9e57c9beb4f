import { expect, test } from 'vitest';
import { answerOf, own, play, smallWorld } from '../../testing/small-world.ts';
import { allow, policy, textOf } from '../../testing/statements.ts';

const start = smallWorld({
  groups: [{ name: 'staff' }],
  users: [{ name: 'alice', groups: ['staff'] }],
  buckets: [{ name: 'b', objects: { k: 'v' } }],
});
const put = (groupName: string, policyDocument: string) =>
  own('admin', { action: 'iam:PutGroupPolicy', groupName, policyName: 'P', policyDocument });
const aliceReads = own('alice', { action: 's3:GetObject', bucket: 'b', key: 'k' });
const reads = textOf(policy(allow('s3:Get*')));

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html#API_PutGroupPolicy_Errors */
test.each([
  ['a group that is there', put('staff', reads), 'allowed'],
  [
    'a group that is not',
    put('nobody', reads),
    'NoSuchEntity 404: The group with name nobody cannot be found.',
  ],
  ['a broken document', put('staff', '{'), 'MalformedPolicyDocument 400: Syntax errors in policy.'],
])('PutGroupPolicy of %s', (_fact, step, answer) => {
  expect(answerOf(play(start, step).happenings)).toBe(answer);
});

test('its members may do at once what it allows', () => {
  expect(answerOf(play(start, aliceReads).happenings)).toMatch(/^AccessDenied/);
  expect(answerOf(play(start, put('staff', reads), aliceReads).happenings)).toBe('allowed');
});
