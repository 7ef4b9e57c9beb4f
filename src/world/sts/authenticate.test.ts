import { expect, test } from 'vitest';
import {
  answerOf,
  heldLast,
  own,
  play,
  rulingOf,
  session,
  smallWorld,
  type Step,
  wait,
} from '../../testing/small-world.ts';
import { allow, policy } from '../../testing/statements.ts';
import { type AwsCall } from '../command.ts';

const calls: Readonly<Record<'sts' | 'iam' | 's3' | 'dynamodb', AwsCall>> = {
  sts: { action: 'sts:GetCallerIdentity' },
  iam: { action: 'iam:CreateUser', userName: 'eve' },
  s3: { action: 's3:GetObject', bucket: 'b', key: 'k' },
  dynamodb: { action: 'dynamodb:Scan', table: 't' },
};

const start = smallWorld({
  users: [{ name: 'alice', inline: { All: policy(allow('*')) } }],
  buckets: [{ name: 'b', objects: { k: 'v' } }],
  tables: [{ name: 't' }],
});

const expired = (call: AwsCall): readonly Step[] => [
  own('alice', { action: 'sts:GetSessionToken', durationSeconds: 900 }),
  wait(900),
  session('alice', call),
];
const deleted = (call: AwsCall): readonly Step[] => [
  (world) => own('admin', { action: 'iam:DeleteAccessKey', accessKeyId: heldLast(world, 'alice') }),
  own('alice', call),
];
const userGone = (call: AwsCall): readonly Step[] => [
  own('alice', { action: 'sts:GetSessionToken' }),
  (world) => {
    const [accessKeyId = ''] = world.people.alice?.holds ?? [];
    return own('admin', { action: 'iam:DeleteAccessKey', accessKeyId });
  },
  own('admin', { action: 'iam:DeleteUserPolicy', userName: 'alice', policyName: 'All' }),
  own('admin', { action: 'iam:DeleteUser', userName: 'alice' }),
  session('alice', call),
];
const none = (call: AwsCall): readonly Step[] => [own('mallory', call)];

const stsExpired = 'ExpiredToken 403: The security token included in the request is expired';
const stsInvalid =
  'InvalidClientTokenId 403: The security token included in the request is invalid.';
const s3Invalid =
  'InvalidAccessKeyId 403: The AWS Access Key Id you provided does not exist in our records.';
const dynamodbInvalid =
  'UnrecognizedClientException 400: The security token included in the request is invalid.';
const missing = 'MissingAuthenticationToken 403: Request is missing Authentication Token';

/**
 * Rows E10 and E11: every family of services has its own words for credentials that are no good.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
type Row = readonly [fact: string, steps: readonly Step[], answer: string];
test.each<Row>([
  ['an expired session, to STS', expired(calls.sts), stsExpired],
  ['an expired session, to IAM', expired(calls.iam), stsExpired],
  [
    'an expired session, to S3',
    expired(calls.s3),
    'ExpiredToken 400: The provided token has expired.',
  ],
  [
    'an expired session, to DynamoDB',
    expired(calls.dynamodb),
    'ExpiredTokenException 400: The security token included in the request is expired',
  ],
  ['a deleted key, to STS', deleted(calls.sts), stsInvalid],
  ['a deleted key, to IAM', deleted(calls.iam), stsInvalid],
  ['a deleted key, to S3', deleted(calls.s3), s3Invalid],
  ['a deleted key, to DynamoDB', deleted(calls.dynamodb), dynamodbInvalid],
  ['a token of a user who is gone, to STS', userGone(calls.sts), stsInvalid],
  ['a token of a user who is gone, to S3', userGone(calls.s3), s3Invalid],
  ['no credentials, to STS', none(calls.sts), missing],
  ['no credentials, to IAM', none(calls.iam), missing],
  [
    'no credentials, to DynamoDB',
    none(calls.dynamodb),
    'MissingAuthenticationTokenException 400: Request is missing Authentication Token',
  ],
])('%s', (_fact, steps, answer) => {
  const { happenings } = play(start, ...steps);
  expect([rulingOf(happenings), answerOf(happenings)]).toEqual(['not asked', answer]);
});

test('an inactive key is as good as none', () => {
  const key = heldLast(start, 'alice');
  const known = start.credentials[key];
  const inactive = { ...known, status: 'Inactive' } as NonNullable<typeof known>;
  const world = { ...start, credentials: { ...start.credentials, [key]: inactive } };
  const { happenings } = play(world, own('alice', calls.sts));
  expect(happenings).toContainEqual({
    type: 'credentials-checked',
    state: 'inactive',
    callerArn: undefined,
  });
  expect(answerOf(happenings)).toBe(stsInvalid);
});

test('nothing is recorded of a request that was not let in', () => {
  const { world } = play(start, ...none(calls.sts));
  expect(world).toBe(start);
});
