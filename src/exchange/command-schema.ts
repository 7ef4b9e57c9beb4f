import { accessKeyId, type AwsCall, type Command } from '#world';
import * as v from 'valibot';

/** What a stored or shared command must look like before it may reach the world. */
const text = v.pipe(v.string(), v.maxLength(131_072));
const name = v.pipe(v.string(), v.maxLength(2048));
const seconds = v.pipe(v.number(), v.finite());
const key = v.pipe(
  v.string(),
  v.regex(/^A[KS]IA[A-Z2-7]{16}$/),
  v.transform((id) => accessKeyId(id)),
);

const call = v.variant('action', [
  v.object({
    action: v.literal('sts:AssumeRole'),
    roleArn: name,
    roleSessionName: name,
    durationSeconds: v.exactOptional(seconds),
    externalId: v.exactOptional(name),
    sourceIdentity: v.exactOptional(name),
  }),
  v.object({ action: v.literal('sts:GetCallerIdentity') }),
  v.object({
    action: v.literal('sts:GetSessionToken'),
    durationSeconds: v.exactOptional(seconds),
  }),
  v.object({
    action: v.literal('sts:GetFederationToken'),
    name,
    durationSeconds: v.exactOptional(seconds),
  }),
  v.object({ action: v.literal('s3:ListAllMyBuckets') }),
  v.object({ action: v.literal('s3:ListBucket'), bucket: name }),
  v.object({ action: v.literal('s3:GetObject'), bucket: name, key: name }),
  v.object({ action: v.literal('s3:PutObject'), bucket: name, key: name, body: text }),
  v.object({ action: v.literal('s3:DeleteObject'), bucket: name, key: name }),
  v.object({ action: v.literal('s3:PutBucketPolicy'), bucket: name, policyDocument: text }),
  v.object({ action: v.literal('s3:DeleteBucketPolicy'), bucket: name }),
  v.object({ action: v.literal('dynamodb:GetItem'), table: name, key: name }),
  v.object({ action: v.literal('dynamodb:PutItem'), table: name, key: name, item: text }),
  v.object({ action: v.literal('dynamodb:Scan'), table: name }),
  v.object({
    action: v.literal('iam:UpdateAssumeRolePolicy'),
    roleName: name,
    policyDocument: text,
  }),
  v.object({
    action: v.literal('iam:PutRolePolicy'),
    roleName: name,
    policyName: name,
    policyDocument: text,
  }),
  v.object({ action: v.literal('iam:DeleteRolePolicy'), roleName: name, policyName: name }),
  v.object({ action: v.literal('iam:AttachRolePolicy'), roleName: name, policyArn: name }),
  v.object({ action: v.literal('iam:DetachRolePolicy'), roleName: name, policyArn: name }),
  v.object({ action: v.literal('iam:CreatePolicyVersion'), policyArn: name, policyDocument: text }),
  v.object({
    action: v.literal('iam:CreateRole'),
    roleName: name,
    path: v.exactOptional(name),
    assumeRolePolicyDocument: text,
    maxSessionDuration: v.exactOptional(seconds),
  }),
  v.object({ action: v.literal('iam:DeleteRole'), roleName: name }),
  v.object({ action: v.literal('iam:CreateUser'), userName: name, path: v.exactOptional(name) }),
  v.object({ action: v.literal('iam:DeleteUser'), userName: name }),
  v.object({ action: v.literal('iam:CreateAccessKey'), userName: name }),
  v.object({ action: v.literal('iam:DeleteAccessKey'), accessKeyId: name }),
  v.object({
    action: v.literal('iam:PutUserPolicy'),
    userName: name,
    policyName: name,
    policyDocument: text,
  }),
  v.object({
    action: v.literal('iam:PutGroupPolicy'),
    groupName: name,
    policyName: name,
    policyDocument: text,
  }),
  v.object({ action: v.literal('iam:DeleteUserPolicy'), userName: name, policyName: name }),
]) satisfies v.GenericSchema<unknown, AwsCall>;

const choice = v.variant('type', [
  v.object({ type: v.literal('key'), accessKeyId: key }),
  v.object({ type: v.literal('own') }),
  v.object({ type: v.literal('latest-session'), roleArn: v.exactOptional(name) }),
]);

const place = v.union([v.object({ person: name }), v.object({ repository: name })]);

export const commandSchema = v.variant('type', [
  v.object({ type: v.literal('call'), by: name, with: choice, call }),
  v.object({ type: v.literal('leak'), by: name, accessKeyId: key, repository: name }),
  v.object({ type: v.literal('leak-latest-session'), by: name, repository: name }),
  v.object({ type: v.literal('copy'), by: name, accessKeyId: key, from: place }),
  v.object({ type: v.literal('copy-published'), by: name, repository: name }),
  v.object({ type: v.literal('wait'), seconds }),
  v.object({ type: v.literal('revoke-sessions'), by: name, roleName: name }),
]) satisfies v.GenericSchema<unknown, Command>;

/** Does not compile when a command of the world has no form here: it would be lost on a reload. */
export const asStored = (command: Command): v.InferOutput<typeof commandSchema> => command;
