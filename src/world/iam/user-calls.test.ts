import { expect, test } from 'vitest';
import {
  answerOf,
  heldLast,
  home,
  own,
  play,
  smallWorld,
  type Step,
  userArn,
} from '../../testing/small-world.ts';
import { allow, policy } from '../../testing/statements.ts';
import { type AwsCall } from '../command.ts';

const reads = policy(allow('s3:Get*'));
const start = smallWorld({
  users: [{ name: 'keyed' }, { name: 'inline', inline: { Own: reads } }],
});
const admin = (call: AwsCall): Step => own('admin', call);
const withoutKey = (name: string): readonly Step[] => [
  (world) => own('admin', { action: 'iam:DeleteAccessKey', accessKeyId: heldLast(world, name) }),
];
const deleteUser = (userName: string): Step => admin({ action: 'iam:DeleteUser', userName });
const createUser = (userName: string): Step => admin({ action: 'iam:CreateUser', userName });
const createKey = (userName: string): Step => admin({ action: 'iam:CreateAccessKey', userName });
const put = (userName: string, policyDocument: string): Step =>
  admin({ action: 'iam:PutUserPolicy', userName, policyName: 'P', policyDocument });

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html#API_DeleteUser_Errors */
type Row = readonly [fact: string, steps: readonly Step[], answer: string];
test.each<Row>([
  ['a new user', [createUser('new')], 'allowed'],
  [
    'a user who exists, in another case',
    [createUser('KEYED')],
    'EntityAlreadyExists 409: User with name KEYED already exists.',
  ],
  [
    'a name with a slash',
    [createUser('a/b')],
    String.raw`ValidationError 400: 1 validation error detected: Value 'a/b' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]+`,
  ],
  ['a second key', [createKey('keyed')], 'allowed'],
  [
    'a third key',
    [createKey('keyed'), createKey('keyed')],
    'LimitExceeded 409: Cannot exceed quota for AccessKeysPerUser: 2',
  ],
  [
    'deleting a key that is not there',
    [admin({ action: 'iam:DeleteAccessKey', accessKeyId: 'AKIARTX3GSDS7EXAMPLE' })],
    'NoSuchEntity 404: The Access Key with id AKIARTX3GSDS7EXAMPLE cannot be found.',
  ],
  [
    'a policy of a user that is not there',
    [admin({ action: 'iam:DeleteUserPolicy', userName: 'inline', policyName: 'constructor' })],
    'NoSuchEntity 404: The user policy with name constructor cannot be found.',
  ],
  [
    'M1: a policy that is not JSON',
    [put('keyed', 'none')],
    'MalformedPolicyDocument 400: Syntax errors in policy.',
  ],
])('%s', (_fact, steps, answer) => {
  expect(answerOf(play(start, ...steps).happenings)).toBe(answer);
});

test('whoever asks for a key gets it, and it is the user’s', () => {
  const { world, happenings } = play(
    start,
    createKey('keyed'),
    (at) => ({
      type: 'copy',
      by: 'mallory',
      accessKeyId: heldLast(at, 'admin'),
      from: { person: 'admin' },
    }),
    own('mallory', { action: 'sts:GetCallerIdentity' }),
  );
  expect(heldLast(world, 'admin')).toMatch(/^AKIA/);
  expect(happenings).toContainEqual({
    type: 'credentials-checked',
    state: 'valid',
    callerArn: userArn('keyed'),
  });
});

test('a re-created user has another id', () => {
  const { world } = play(start, ...withoutKey('keyed'), deleteUser('keyed'), createUser('keyed'));
  const ids = [start, world].map((w) => w.accounts[home]?.users.keyed?.uniqueId);
  expect(new Set(ids).size).toBe(2);
});
