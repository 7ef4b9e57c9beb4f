import { type Target } from '../access/authorize.ts';
import { authorize } from '../access/authorize.ts';
import { bucketArn, objectArn } from '../arn.ts';
import { accessDenied, noSuchBucket, noSuchKey } from '../aws-errors.ts';
import { withAccount, withBucket, without } from '../change.ts';
import { type AwsCall } from '../command.ts';
import { bucketByName, own } from '../iam/lookup.ts';
import { bucketPolicyOf } from '../iam/stored-policies.ts';
import { refusalOf } from '../iam/write-policy.ts';
import { type AccountId, type Bucket, type Json, type World } from '../model.ts';
import {
  alwaysValid,
  done,
  type Effect,
  noResource,
  type Operation,
  refused,
  type Situation,
} from '../operation.ts';

type Call<Action extends AwsCall['action']> = Extract<AwsCall, { action: Action }>;

/** Judged against `*`: it lists the buckets of the caller's own account. */
export const listAllMyBuckets = (): Operation => ({
  ...s3('ListBuckets', true, false, null),
  target: noResource,
  perform: ({ world, home }) =>
    done(world, {
      Buckets: Object.keys(world.accounts[home]?.buckets ?? {}).map((Name) => ({ Name })),
    }),
});

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listBucket = (call: Call<'s3:ListBucket'>): Operation => ({
  ...s3('ListObjects', true, true, { bucketName: call.bucket }),
  target: bucketTarget(call.bucket, bucketArn(call.bucket)),
  perform: (situation) =>
    onBucket(situation, call.bucket, (bucket) => ({
      result: { Contents: Object.keys(bucket.objects).map((Key) => ({ Key })) },
    })),
});

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const getObject = (call: Call<'s3:GetObject'>): Operation => ({
  ...s3('GetObject', true, true, { bucketName: call.bucket, key: call.key }),
  target: objectTarget(call),
  perform: (situation) =>
    onBucket(situation, call.bucket, (bucket) => {
      const body = own(bucket.objects, call.key);
      return body === undefined ? absent(situation, call.bucket) : { result: { Body: body } };
    }),
});

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject = (call: Call<'s3:PutObject'>): Operation => ({
  ...s3('PutObject', false, true, { bucketName: call.bucket, key: call.key }),
  target: objectTarget(call),
  perform: (situation) =>
    onBucket(situation, call.bucket, (bucket) => ({
      bucket: { ...bucket, objects: { ...bucket.objects, [call.key]: call.body } },
      result: {},
    })),
});

/** Deleting what is not there succeeds too. */
export const deleteObject = (call: Call<'s3:DeleteObject'>): Operation => ({
  ...s3('DeleteObject', false, true, { bucketName: call.bucket, key: call.key }),
  target: objectTarget(call),
  perform: (situation) =>
    onBucket(situation, call.bucket, (bucket) => ({
      bucket: { ...bucket, objects: without(bucket.objects, call.key) },
      result: {},
    })),
});

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html */
export const putBucketPolicy = (call: Call<'s3:PutBucketPolicy'>): Operation => ({
  ...s3('PutBucketPolicy', false, false, {
    bucketName: call.bucket,
    bucketPolicy: call.policyDocument,
  }),
  target: bucketTarget(call.bucket, bucketArn(call.bucket)),
  perform: (situation) =>
    onBucket(situation, call.bucket, (bucket) => {
      const error = refusalOf(situation.world, call.policyDocument, 'resource');
      return error
        ? { error }
        : { bucket: { ...bucket, policy: { text: call.policyDocument } }, result: {} };
    }),
});

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html */
export const deleteBucketPolicy = (call: Call<'s3:DeleteBucketPolicy'>): Operation => ({
  ...s3('DeleteBucketPolicy', false, false, { bucketName: call.bucket }),
  target: bucketTarget(call.bucket, bucketArn(call.bucket)),
  perform: (situation) =>
    onBucket(situation, call.bucket, (bucket) => ({
      bucket: { ...bucket, policy: undefined },
      result: {},
    })),
});

type BucketAnswer =
  | { readonly bucket?: Bucket; readonly result: Readonly<Record<string, Json>> }
  | { readonly error: ReturnType<typeof noSuchKey> };

function onBucket(
  { world }: Situation,
  name: string,
  answer: (bucket: Bucket) => BucketAnswer,
): Effect {
  const found = bucketByName(world, name);
  if (!found) return refused(noSuchBucket());
  const given = answer(found.bucket);
  if ('error' in given) return refused(given.error);
  if (!given.bucket) return done(world, given.result);
  return done(withAccount(world, withBucket(found.account, given.bucket)), given.result, [
    { type: 'changed', what: found.bucket.arn },
  ]);
}

/**
 * Whoever may not list the bucket is not told that an object is missing.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (permissions)
 */
function absent(situation: Situation, bucket: string): BucketAnswer {
  const { world, caller, by, home } = situation;
  const target = bucketTarget(bucket, bucketArn(bucket))(world, home);
  const ruling = authorize(world, caller ?? 'anonymous', by, 's3:ListBucket', target);
  const mayList = ruling.decision.verdict === 'Allow';
  return { error: mayList ? noSuchKey() : accessDenied('AccessDenied', 403, 'Access Denied') };
}

const objectTarget = (call: { readonly bucket: string; readonly key: string }) =>
  bucketTarget(call.bucket, objectArn(call.bucket, call.key));

const bucketTarget =
  (name: string, resource: string) =>
  (world: World, home: AccountId): Target => {
    const found = bucketByName(world, name);
    return {
      resource,
      account: found?.account.id ?? home,
      type: 'ordinary',
      policy: found && bucketPolicyOf(found.account, found.bucket),
      context: {},
    };
  };

const s3 = (
  eventName: string,
  readOnly: boolean,
  data: boolean,
  requestParameters: Json,
): Omit<Operation, 'target' | 'perform'> => ({
  service: 's3',
  eventName,
  readOnly,
  data,
  requestParameters,
  invalid: alwaysValid,
});
