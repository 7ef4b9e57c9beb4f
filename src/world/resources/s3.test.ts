import { expect, test } from 'vitest';
import {
  answerOf,
  home,
  outcomeOf,
  own,
  play,
  rulingOf,
  smallWorld,
  type Step,
  userArn,
} from '../../testing/small-world.ts';
import { allow, policy, textOf } from '../../testing/statements.ts';
import { type AwsCall } from '../command.ts';

const everyone = (action: string, resource: string) =>
  policy({ ...allow(action, resource), Principal: '*' });
const start = smallWorld({
  users: [
    { name: 'alice', inline: { Own: policy(allow('s3:*')) } },
    { name: 'getter', inline: { Own: policy(allow(['s3:GetObject', 's3:ListAllMyBuckets'])) } },
  ],
  buckets: [
    { name: 'b', objects: { k: 'v', 'a/b': 'w' } },
    {
      name: 'public',
      objects: { k: 'v' },
      policy: everyone('s3:GetObject', 'arn:aws:s3:::public/*'),
    },
    {
      name: 'open',
      objects: {},
      policy: everyone('s3:*', 'arn:aws:s3:::open*'),
    },
  ],
});

const get = (bucket: string, key: string): AwsCall => ({ action: 's3:GetObject', bucket, key });
const mallory = (call: AwsCall): Step => own('mallory', call);
const alice = (call: AwsCall): Step => own('alice', call);
const put = (bucket: string, key: string): AwsCall => ({
  action: 's3:PutObject',
  bucket,
  key,
  body: 'x',
});

const accessDenied = 'AccessDenied 403: Access Denied';

/**
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
type Row = readonly [fact: string, step: Step, ruling: string, answer: string];
test.each<Row>([
  ['an object', alice(get('b', 'k')), 'Allow by identity', 'allowed'],
  [
    'an object that is missing, for one who may list: 404',
    alice(get('b', 'none')),
    'Allow by identity',
    'NoSuchKey 404: The specified key does not exist.',
  ],
  [
    'an object that is missing, for one who may not: 403',
    own('getter', get('b', 'none')),
    'Allow by identity',
    accessDenied,
  ],
  [
    'a key that every object has is missing as well',
    alice(get('b', 'constructor')),
    'Allow by identity',
    'NoSuchKey 404: The specified key does not exist.',
  ],
  [
    'a bucket that is missing',
    alice(get('none', 'k')),
    'Allow by identity',
    'NoSuchBucket 404: The specified bucket does not exist',
  ],
  [
    'a bucket with the name that every object has',
    alice(get('toString', 'k')),
    'Allow by identity',
    'NoSuchBucket 404: The specified bucket does not exist',
  ],
  [
    'deleting what is missing succeeds',
    alice({ action: 's3:DeleteObject', bucket: 'b', key: 'none' }),
    'Allow by identity',
    'allowed',
  ],
  [
    'S3 quotes the resource',
    own('getter', put('b', 'k')),
    'ImplicitDeny at identity',
    `AccessDenied 403: User: ${userArn('getter')} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:PutObject action`,
  ],
  [
    'listing all buckets names no resource',
    own('admin', { action: 's3:ListAllMyBuckets' }),
    'Allow by identity',
    'allowed',
  ],
  ['nobody, in a public bucket', mallory(get('public', 'k')), 'Allow by resource', 'allowed'],
  [
    'nobody, for what the bucket policy leaves out',
    mallory(put('public', 'k')),
    'ImplicitDeny at resource',
    accessDenied,
  ],
  [
    'nobody, for a missing object of a public bucket',
    mallory(get('public', 'none')),
    'Allow by resource',
    accessDenied,
  ],
  [
    'nobody, for a missing object of a bucket that all may list',
    mallory(get('open', 'none')),
    'Allow by resource',
    'NoSuchKey 404: The specified key does not exist.',
  ],
  [
    'nobody, in a bucket without a policy',
    mallory(get('b', 'k')),
    'ImplicitDeny at resource',
    accessDenied,
  ],
  [
    'nobody, for all buckets',
    mallory({ action: 's3:ListAllMyBuckets' }),
    'ImplicitDeny at resource',
    accessDenied,
  ],
  [
    'a bucket policy that is not JSON',
    alice({ action: 's3:PutBucketPolicy', bucket: 'b', policyDocument: '{' }),
    'Allow by identity',
    'MalformedPolicyDocument 400: Syntax errors in policy.',
  ],
])('%s', (_fact, step, ruling, answer) => {
  const { happenings } = play(start, step);
  expect([rulingOf(happenings), answerOf(happenings)]).toEqual([ruling, answer]);
});

test('what is written is read, and what is deleted is gone', () => {
  const body = { ok: true, result: { Body: 'x' } };
  const written = play(start, alice(put('b', 'new')), alice(get('b', 'new')));
  expect(outcomeOf(written.happenings)).toEqual(body);
  const deleted = play(
    written.world,
    alice({ action: 's3:DeleteObject', bucket: 'b', key: 'new' }),
    alice(get('b', 'new')),
  );
  expect(answerOf(deleted.happenings)).toBe('NoSuchKey 404: The specified key does not exist.');
});

test('lists give names', () => {
  const listed = play(start, alice({ action: 's3:ListBucket', bucket: 'b' }));
  expect(outcomeOf(listed.happenings)).toEqual({
    ok: true,
    result: { Contents: [{ Key: 'k' }, { Key: 'a/b' }] },
  });
  const all = play(start, alice({ action: 's3:ListAllMyBuckets' }));
  expect(outcomeOf(all.happenings)).toEqual({
    ok: true,
    result: { Buckets: [{ Name: 'b' }, { Name: 'public' }, { Name: 'open' }] },
  });
});

test('a bucket policy is put, counts, and is taken away', () => {
  const policyDocument = textOf(everyone('s3:GetObject', 'arn:aws:s3:::b/*'));
  const given = play(
    start,
    alice({ action: 's3:PutBucketPolicy', bucket: 'b', policyDocument }),
    mallory(get('b', 'k')),
  );
  expect(rulingOf(given.happenings)).toBe('Allow by resource');
  const taken = play(
    given.world,
    alice({ action: 's3:DeleteBucketPolicy', bucket: 'b' }),
    mallory(get('b', 'k')),
  );
  expect(rulingOf(taken.happenings)).toBe('ImplicitDeny at resource');
});

test('a request that nobody signed is recorded in the bucket’s account', () => {
  const { world } = play(start, mallory(get('public', 'k')));
  expect(world.trail).toHaveLength(1);
  expect(world.trail[0]).toMatchObject({
    userIdentity: { type: 'AWSAccount', accountId: 'anonymous' },
    recipientAccountId: home,
    sourceIPAddress: '198.51.100.66',
  });
});
