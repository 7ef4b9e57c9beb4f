import {
  a,
  accountA,
  admin,
  alice,
  allow,
  anonymous,
  arn,
  b,
  ec2,
  federatedUser,
  grants,
  object,
  policy,
  root,
  session,
  sessionOf,
  silent,
} from './cast.ts';
import { row, type Question } from './question.ts';

const bucketPolicy = (principal: unknown, condition?: unknown) =>
  policy(grants(principal, 's3:GetObject', 'arn:aws:s3:::b/*', condition));
const reads = { action: 's3:GetObject', resource: object, owner: a };
const byUser: Question = { ...reads, caller: alice, resourcePolicy: bucketPolicy(arn(alice)) };
const bySession: Question = { ...reads, caller: session };
const mayRead = policy(allow('s3:GetObject'));
const noReading = policy(allow('*'), { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' });
const role = { AWS: session.roleArn };
const everyoneWho = (principalArn: string) =>
  bucketPolicy('*', { ArnEquals: { 'aws:PrincipalArn': principalArn } });
const allButRole = policy(grants(role, 's3:*', '*'), {
  Effect: 'Deny',
  NotPrincipal: { AWS: [session.roleArn, accountA] },
  Action: 's3:*',
  Resource: '*',
});

const key = `arn:aws:kms:eu-west-1:${a}:key/k1`;
const decrypts = { action: 'kms:Decrypt', resource: key, owner: a };
const mayDecrypt = policy(allow('kms:Decrypt', key));

/** Resource policies against the silence of other policies: table C, and the rows of H on buckets and keys. */
export const resourcePolicies = [
  row('C1', 'the user is named', 'allowed at resource', 'evaluation', { ...byUser }),
  row('C2', 'the user is named; the boundary is silent', 'allowed at resource', 'boundaries', {
    ...byUser,
    boundary: silent,
  }),
  row('C3', 'the user is named; the boundary denies', 'explicit-deny at boundary', 'boundaries', {
    ...byUser,
    boundary: noReading,
  }),
  row('C4', 'the role is named', 'allowed at resource', 'evaluation', {
    ...bySession,
    resourcePolicy: bucketPolicy(role),
  }),
  row('C5', 'the role is named; the boundary is silent', 'no-allow at boundary', 'boundaries', {
    ...bySession,
    resourcePolicy: bucketPolicy(role),
    boundary: silent,
  }),
  row('C6', 'the role is named; the session policy is silent', 'no-allow at session', 'policies', {
    ...bySession,
    resourcePolicy: bucketPolicy(role),
    session: [silent],
  }),
  row(
    'C7',
    'the role is named; boundary and session policy allow',
    'allowed at resource',
    'evaluation',
    { ...bySession, resourcePolicy: bucketPolicy(role), boundary: mayRead, session: [mayRead] },
  ),
  row(
    'C8',
    'the session is named; boundary and session policy are silent',
    'allowed at resource',
    'policies',
    {
      ...bySession,
      resourcePolicy: bucketPolicy(arn(session)),
      boundary: silent,
      session: [silent],
    },
  ),
  row(
    'C9',
    'the session is named; the session policy denies',
    'explicit-deny at session',
    'policies',
    { ...bySession, resourcePolicy: bucketPolicy(arn(session)), session: [noReading] },
  ),
  row('C10', 'another session is named', 'no-allow at identity', 'principal', {
    ...bySession,
    resourcePolicy: bucketPolicy(arn(sessionOf(a, 'R', 's9'))),
  }),
  row(
    'C11',
    'the account is named; the identity policies are silent',
    'no-allow at identity',
    'principal',
    { ...bySession, resourcePolicy: bucketPolicy({ AWS: a }) },
  ),
  row(
    'C12',
    'the account is named; an identity policy allows',
    'allowed at identity',
    'principal',
    { ...bySession, resourcePolicy: bucketPolicy({ AWS: a }), identity: [mayRead] },
  ),
  row(
    'C13',
    'everyone is named; boundary and session policy are silent',
    'allowed at resource',
    'principal',
    { ...bySession, resourcePolicy: bucketPolicy('*'), boundary: silent, session: [silent] },
  ),
  row(
    'C13 user',
    'everyone is named; the user’s boundary is silent',
    'allowed at resource',
    'principal',
    { ...byUser, resourcePolicy: bucketPolicy('*'), boundary: silent },
  ),
  row(
    'C14',
    'everyone with the role’s ARN; boundary and session policy are silent',
    'allowed at resource',
    'principal',
    {
      ...bySession,
      resourcePolicy: everyoneWho(session.roleArn),
      boundary: silent,
      session: [silent],
      context: { 'aws:principalarn': session.roleArn },
    },
  ),
  row('C15', 'aws:PrincipalArn is never a session’s ARN', 'no-allow at identity', 'conditionKeys', {
    ...bySession,
    resourcePolicy: everyoneWho(session.arn),
    context: { 'aws:principalarn': session.roleArn },
  }),
  row(
    'C16',
    'the federated user is named; the session policy is silent',
    'allowed at resource',
    'policies',
    {
      ...reads,
      caller: federatedUser,
      resourcePolicy: bucketPolicy(arn(federatedUser)),
      session: [silent],
    },
  ),
  row(
    'C17',
    'the federated user’s user is named; that user’s boundary is silent',
    'no-allow at boundary',
    'boundaries',
    {
      ...reads,
      caller: federatedUser,
      resourcePolicy: bucketPolicy(arn(alice)),
      boundary: silent,
      session: [mayRead],
    },
  ),
  row(
    'C18',
    'the federated user’s user is named; there is no session policy',
    'no-allow at session',
    'getFederationToken',
    { ...reads, caller: federatedUser, resourcePolicy: bucketPolicy(arn(alice)) },
  ),
  row('C19', 'a service is named', 'allowed at resource', 'principal', {
    ...reads,
    caller: ec2,
    resourcePolicy: bucketPolicy({ Service: 'ec2.amazonaws.com' }),
  }),
  row('C20', 'the root user, by the account’s root ARN', 'allowed at resource', 'principal', {
    ...reads,
    caller: root,
    resourcePolicy: bucketPolicy({ AWS: accountA }),
  }),
  row('C21', 'the role is named; an SCP is silent', 'no-allow at scp', 'evaluation', {
    ...bySession,
    resourcePolicy: bucketPolicy(role),
    scps: [[admin], [silent]],
  }),
  row(
    'C22',
    'a Deny with NotPrincipal hits whoever has a boundary',
    'explicit-deny at resource',
    'notPrincipal',
    { ...bySession, resourcePolicy: allButRole, boundary: admin },
  ),
  row('C22 without', 'the same without a boundary', 'allowed at resource', 'notPrincipal', {
    ...bySession,
    resourcePolicy: allButRole,
  }),
  row('H25', 'a key policy that says nothing of the account', 'no-allow at resource', 'kms', {
    ...decrypts,
    caller: alice,
    identity: [mayDecrypt],
    keyPolicy: policy(grants({ AWS: session.roleArn }, 'kms:*', '*')),
  }),
  row(
    'H26',
    'a key policy that names the account, and an identity policy',
    'allowed at identity',
    'kms',
    {
      ...decrypts,
      caller: alice,
      identity: [mayDecrypt],
      keyPolicy: policy(grants({ AWS: accountA }, 'kms:*', '*')),
    },
  ),
  row('H27', 'a key policy that names the role', 'allowed at resource', 'kms', {
    ...decrypts,
    caller: session,
    keyPolicy: policy(grants({ AWS: session.roleArn }, 'kms:*', '*')),
  }),
  row(
    'H28',
    'a bucket policy that says nothing; an identity policy allows',
    'allowed at identity',
    'evaluation',
    { ...byUser, identity: [mayRead], resourcePolicy: bucketPolicy(arn(session)) },
  ),
  row(
    'H29',
    'another account’s bucket policy allows this account; its user may',
    'allowed at identity',
    'crossAccount',
    { ...byUser, owner: b, identity: [mayRead], resourcePolicy: bucketPolicy({ AWS: accountA }) },
  ),
  row(
    'H30',
    'another account’s bucket policy allows the user; the identity policies are silent',
    'no-allow at identity',
    'crossAccount',
    { ...byUser, owner: b },
  ),
  row('H31', 'nobody in particular, and everyone may', 'allowed at resource', 'principal', {
    ...reads,
    caller: anonymous,
    resourcePolicy: bucketPolicy('*'),
  }),
];
