import { accessKeyId, type AwsCall, type Command, type CredentialsChoice } from '#world';
import fc from 'fast-check';
import { home, policyArn, roleArn, rootArn, sessionArn, userArn } from './small-world.ts';
import { allow, deny, denyOlderThan, policy, textOf, trusts } from './statements.ts';

/**
 * Anything that anybody could do: with names that are there, names that are not, names that every object
 * has, and policies of which some can't be read. All of it can be written as JSON.
 */
const strange = ['', 'nobody', 'constructor', '__proto__', 'a b', 'x'.repeat(65), '☃'] as const;
const oneOf = (...usual: readonly string[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...strange) },
  );

const person = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('alice', 'admin', 'bob') },
  { weight: 2, arbitrary: oneOf('root', 'mallory') },
);
const user = oneOf('alice', 'bob', 'carol');
const role = oneOf('R', 'R2', 'New', 'Linked');
const policyName = oneOf('Own', 'AWSRevokeOlderSessions');
const bucket = oneOf('b', 'public');
const objectKey = oneOf('k', 'new');
const table = oneOf('t');
const repository = oneOf('github.com/x', 'github.com/y');
const managed = fc.oneof(
  fc.constantFrom(policyArn('Reads'), 'arn:aws:iam::aws:policy/AdministratorAccess'),
  oneOf(policyArn('None'), 'arn:x'),
);
const anyRoleArn = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('R', 'R', 'R2', 'New').map(roleArn) },
  { weight: 1, arbitrary: oneOf(roleArn('None'), 'arn:aws:iam::constructor:role/R') },
);
const seconds = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 30, 900, 3600, 43200) },
  { weight: 2, arbitrary: fc.integer({ min: -10, max: 200_000 }) },
  {
    weight: 1,
    arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  },
);

const principal = fc.constantFrom<unknown>(
  { AWS: rootArn },
  { AWS: '*' },
  { AWS: userArn('alice') },
  { AWS: [userArn('bob'), userArn('nobody')] },
  { AWS: roleArn('R') },
  { AWS: sessionArn('R', 's1') },
  { AWS: `arn:aws:iam::${home}:group/staff` },
  { Service: 'ec2.amazonaws.com' },
  '*',
  {},
);
const statement = fc.oneof(
  principal.map((given) => trusts(given)),
  principal.map((given) => trusts(given, { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] })),
  principal.map((given) => ({ ...allow('s3:*', ['arn:aws:s3:::b/*']), Principal: given })),
  fc
    .constantFrom('*', 's3:*', 'sts:AssumeRole', 'nonsense', 'iam:PutRolePolicy')
    .map((a) => allow(a)),
  fc.constantFrom('*', 's3:GetObject', 'sts:*').map((action) => deny(action)),
  fc.constantFrom('2026-11-23T10:30:00Z', 'tomorrow').map((time) => denyOlderThan(time)),
);
/** Mostly a policy of some kind, be it the wrong one; else text that is none. */
const document = fc.oneof(
  { weight: 5, arbitrary: fc.array(statement, { maxLength: 3 }).map((s) => textOf(policy(...s))) },
  { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', 'null', '{"Statement":{}}', '"😀"') },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
);

const duration = fc.oneof(fc.constant(undefined), fc.constantFrom(900, 3600), seconds);
const withDuration = <T extends object>(call: T, durationSeconds: number | undefined) =>
  durationSeconds === undefined ? call : { ...call, durationSeconds };

const assumeRole: fc.Arbitrary<AwsCall> = fc
  .tuple(
    fc.record(
      {
        action: fc.constant('sts:AssumeRole' as const),
        roleArn: anyRoleArn,
        roleSessionName: oneOf('s1', 's2'),
        externalId: oneOf('11122345', 'a:b/c'),
        sourceIdentity: oneOf('alice', 'bob'),
      },
      { requiredKeys: ['action', 'roleArn', 'roleSessionName'] },
    ),
    duration,
  )
  .map(([call, length]) => withDuration(call, length));

const anyOther: fc.Arbitrary<AwsCall> = fc.oneof(
  fc.constant({ action: 'sts:GetCallerIdentity' } as const),
  duration.map((length) => withDuration({ action: 'sts:GetSessionToken' as const }, length)),
  fc
    .tuple(oneOf('guest'), duration)
    .map(([name, length]) =>
      withDuration({ action: 'sts:GetFederationToken' as const, name }, length),
    ),
  fc.constant({ action: 's3:ListAllMyBuckets' } as const),
  fc.record({ action: fc.constant('s3:ListBucket' as const), bucket }),
  fc.record({ action: fc.constant('s3:GetObject' as const), bucket, key: objectKey }),
  fc.record({
    action: fc.constant('s3:PutObject' as const),
    bucket,
    key: objectKey,
    body: fc.string(),
  }),
  fc.record({ action: fc.constant('s3:DeleteObject' as const), bucket, key: objectKey }),
  fc.record({
    action: fc.constant('s3:PutBucketPolicy' as const),
    bucket,
    policyDocument: document,
  }),
  fc.record({ action: fc.constant('s3:DeleteBucketPolicy' as const), bucket }),
  fc.record({ action: fc.constant('dynamodb:GetItem' as const), table, key: objectKey }),
  fc.record({
    action: fc.constant('dynamodb:PutItem' as const),
    table,
    key: objectKey,
    item: fc.string(),
  }),
  fc.record({ action: fc.constant('dynamodb:Scan' as const), table }),
  fc.record({
    action: fc.constant('iam:UpdateAssumeRolePolicy' as const),
    roleName: role,
    policyDocument: document,
  }),
  fc.record({
    action: fc.constant('iam:PutRolePolicy' as const),
    roleName: role,
    policyName,
    policyDocument: document,
  }),
  fc.record({ action: fc.constant('iam:DeleteRolePolicy' as const), roleName: role, policyName }),
  fc.record({
    action: fc.constant('iam:AttachRolePolicy' as const),
    roleName: role,
    policyArn: managed,
  }),
  fc.record({
    action: fc.constant('iam:DetachRolePolicy' as const),
    roleName: role,
    policyArn: managed,
  }),
  fc.record({
    action: fc.constant('iam:CreatePolicyVersion' as const),
    policyArn: managed,
    policyDocument: document,
  }),
  fc.record({
    action: fc.constant('iam:CreateRole' as const),
    roleName: role,
    assumeRolePolicyDocument: document,
  }),
  fc.record({ action: fc.constant('iam:DeleteRole' as const), roleName: role }),
  fc.record({ action: fc.constant('iam:CreateUser' as const), userName: user }),
  fc.record({ action: fc.constant('iam:DeleteUser' as const), userName: user }),
  fc.record({ action: fc.constant('iam:CreateAccessKey' as const), userName: user }),
  fc.record({
    action: fc.constant('iam:DeleteAccessKey' as const),
    accessKeyId: oneOf('AKIARTX3GSDS7EXAMPLE'),
  }),
  fc.record({
    action: fc.constant('iam:PutUserPolicy' as const),
    userName: user,
    policyName,
    policyDocument: document,
  }),
  fc.record({
    action: fc.constant('iam:PutGroupPolicy' as const),
    groupName: user,
    policyName,
    policyDocument: document,
  }),
  fc.record({ action: fc.constant('iam:DeleteUserPolicy' as const), userName: user, policyName }),
);

const anyCall = fc.oneof({ weight: 1, arbitrary: assumeRole }, { weight: 4, arbitrary: anyOther });

const unknownKey = accessKeyId('ASIARTX3GSDSWAAAAAAA');
const choice = fc.oneof(
  { weight: 8, arbitrary: fc.constant<CredentialsChoice>({ type: 'own' }) },
  { weight: 6, arbitrary: fc.constant<CredentialsChoice>({ type: 'latest-session' }) },
  {
    weight: 2,
    arbitrary: anyRoleArn.map((roleArn): CredentialsChoice => ({
      type: 'latest-session',
      roleArn,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<CredentialsChoice>({ type: 'key', accessKeyId: unknownKey }),
  },
);

export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('call' as const),
      by: person,
      with: choice,
      call: anyCall,
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('wait' as const), seconds }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('leak-latest-session' as const),
      by: person,
      repository,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('copy-published' as const), by: person, repository }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('leak' as const),
      by: person,
      accessKeyId: fc.constant(unknownKey),
      repository,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('copy' as const),
      by: person,
      accessKeyId: fc.constant(unknownKey),
      from: fc.oneof(fc.record({ person }), fc.record({ repository })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('revoke-sessions' as const),
      by: person,
      roleName: role,
    }),
  },
);

export const anyCommands = fc.array(anyCommand, { maxLength: 12 });
