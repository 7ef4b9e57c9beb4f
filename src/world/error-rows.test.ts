import { describe, expect, test } from 'vitest';
import {
  answerOf,
  assume,
  found,
  heldLast,
  mayNot,
  newestKey,
  own,
  play,
  policyArn,
  roleArn,
  rootArn,
  rulingOf,
  session,
  sessionArn,
  smallWorld,
  type Step,
  userArn,
  wait,
} from '../testing/small-world.ts';
import { allow, deny, distrusts, policy, textOf, trusts } from '../testing/statements.ts';
import { type AwsCall } from './command.ts';
import { type Credentials, type World } from './model.ts';

/**
 * The errors that only the world can answer, row by row: code, status and text as AWS gives them, and whether a
 * policy was asked before.
 */
const reads = policy(allow('s3:Get*'));
const everything = policy(allow('*'));
const trustsAlice = policy(trusts({ AWS: userArn('alice') }));
const many = Array.from({ length: 21 }, (_, i) => ({ name: `P${i}`, document: reads }));

const start = smallWorld({
  managedPolicies: many,
  groups: [{ name: 'staff', inline: { Own: reads } }],
  users: [
    { name: 'alice', inline: { Own: policy(allow('s3:*')) } },
    { name: 'keyed' },
    { name: 'inline', inline: { Own: reads } },
    { name: 'attached', attached: ['P0'] },
    { name: 'grouped', groups: ['staff'] },
    { name: 'denied', inline: { Own: policy(allow('*'), deny('sts:*')) } },
  ],
  roles: [
    { name: 'Plain', trust: trustsAlice },
    { name: 'Inline', trust: trustsAlice, inline: { Own: reads } },
    { name: 'Attached', trust: trustsAlice, attached: ['P0'] },
    { name: 'Full', trust: trustsAlice, attached: many.slice(0, 20).map(({ name }) => name) },
    { name: 'T', path: '/dev/', trust: trustsAlice, inline: { Own: everything } },
    {
      name: 'Long',
      trust: policy(trusts({ AWS: [userArn('alice'), roleArn('dev/T')] })),
      maxSessionDuration: 7200,
    },
    { name: 'Account', trust: policy(trusts({ AWS: rootArn })) },
    { name: 'Closed', trust: policy(trusts({ AWS: userArn('keyed') })) },
    { name: 'Against', trust: policy(trusts({ AWS: rootArn }), distrusts({ AWS: '*' })) },
  ],
  buckets: [{ name: 'b', objects: { k: 'v' } }],
});

type Row = readonly [row: string, steps: readonly Step[], ruling: string, answer: string];
const allowed = 'Allow by identity';
const admin = (call: AwsCall): readonly Step[] => [own('admin', call)];

function answered(steps: readonly Step[], world: World = start): readonly [string, string] {
  const { happenings } = play(world, ...steps);
  return [rulingOf(happenings), answerOf(happenings)];
}

/** A policy that counts so many characters. */
function ofSize(size: number): string {
  const empty = JSON.stringify(policy({ ...allow('s3:Get*'), Sid: '' }));
  return empty.replace('"Sid":""', `"Sid":"${'x'.repeat(size - empty.length)}"`);
}

const putRole = (roleName: string, policyName: string, policyDocument: string) =>
  admin({ action: 'iam:PutRolePolicy', roleName, policyName, policyDocument });
const putUser = (userName: string, policyDocument: string) =>
  admin({ action: 'iam:PutUserPolicy', userName, policyName: 'P', policyDocument });
const putGroup = (groupName: string, policyDocument: string) =>
  admin({ action: 'iam:PutGroupPolicy', groupName, policyName: 'P', policyDocument });
const version = (policyDocument: string, name = 'P0') =>
  admin({ action: 'iam:CreatePolicyVersion', policyArn: policyArn(name), policyDocument });
const attach = (roleName: string, arn: string) =>
  admin({ action: 'iam:AttachRolePolicy', roleName, policyArn: arn });
const detach = (roleName: string, arn: string) =>
  admin({ action: 'iam:DetachRolePolicy', roleName, policyArn: arn });
const deleteRole = (roleName: string) => admin({ action: 'iam:DeleteRole', roleName });
const deleteUser = (userName: string) => admin({ action: 'iam:DeleteUser', userName });
const withoutKey = (name: string): Step => {
  return (world) =>
    own('admin', { action: 'iam:DeleteAccessKey', accessKeyId: heldLast(world, name) });
};
const create = (roleName: string, more: { path?: string; maxSessionDuration?: number } = {}) =>
  admin({
    action: 'iam:CreateRole',
    roleName,
    assumeRolePolicyDocument: textOf(trustsAlice),
    ...more,
  });
const setTrust = (roleName: string, document: unknown) =>
  admin({
    action: 'iam:UpdateAssumeRolePolicy',
    roleName,
    policyDocument: textOf(document),
  });

const noRole = 'NoSuchEntity 404: The role with name Nobody cannot be found.';
const noUser = 'NoSuchEntity 404: The user with name nobody cannot be found.';
const maxSession = (must: string) =>
  `ValidationError 400: 1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value ${must}`;

/**
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html#API_DeleteRole_Errors
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html#API_AttachRolePolicy_Errors
 */
describe('what IAM answers', () => {
  test.each<Row>([
    ['M20: a managed policy of 6,144 characters', version(ofSize(6144)), allowed, 'allowed'],
    [
      'M20: a managed policy of one more',
      version(ofSize(6145)),
      allowed,
      'LimitExceeded 409: Cannot exceed quota for PolicySize: 6144',
    ],
    [
      'M21: inline policies of 10,240 characters in a role',
      putRole('Plain', 'P', ofSize(10_240)),
      allowed,
      'allowed',
    ],
    [
      'M21: of one more',
      putRole('Plain', 'P', ofSize(10_241)),
      allowed,
      'LimitExceeded 409: Maximum policy size of 10240 bytes exceeded for role Plain',
    ],
    [
      'M21: all inline policies of a role count together',
      putRole('Inline', 'Other', ofSize(10_200)),
      allowed,
      'LimitExceeded 409: Maximum policy size of 10240 bytes exceeded for role Inline',
    ],
    [
      'M21: one that is replaced does not count',
      putRole('Inline', 'Own', ofSize(10_200)),
      allowed,
      'allowed',
    ],
    [
      'M21: white space does not count',
      putRole('Plain', 'P', ofSize(10_240).replace('{', `{${' '.repeat(500)}`)),
      allowed,
      'allowed',
    ],
    ['M21: 2,048 in a user', putUser('keyed', ofSize(2048)), allowed, 'allowed'],
    [
      'M21: 2,049 in a user',
      putUser('keyed', ofSize(2049)),
      allowed,
      'LimitExceeded 409: Maximum policy size of 2048 bytes exceeded for user keyed',
    ],
    [
      'M21: together with what the user has',
      putUser('inline', ofSize(2000)),
      allowed,
      'LimitExceeded 409: Maximum policy size of 2048 bytes exceeded for user inline',
    ],
    [
      'M21: 5,120 in a group are too many beside what it has',
      putGroup('staff', ofSize(5120)),
      allowed,
      'LimitExceeded 409: Maximum policy size of 5120 bytes exceeded for group staff',
    ],
    [
      'M22: the 21st attachment',
      attach('Full', policyArn('P20')),
      allowed,
      'LimitExceeded 409: Cannot exceed quota for PoliciesPerRole: 20',
    ],
    [
      'M22: attaching once more what is attached',
      attach('Full', policyArn('P3')),
      allowed,
      'allowed',
    ],
    [
      'M23: attaching what is no ARN',
      attach('Plain', 'P0'),
      allowed,
      'ValidationError 400: Invalid ARN:  Could not be parsed!',
    ],
    [
      'M24: attaching a policy that is not there',
      attach('Plain', policyArn('Nothing')),
      allowed,
      `NoSuchEntity 404: Policy ${policyArn('Nothing')} does not exist or is not attachable.`,
    ],
    [
      'M25: a version of a policy that is not there',
      version(textOf(reads), 'Nothing'),
      allowed,
      `NoSuchEntity 404: Policy ${policyArn('Nothing')} was not found.`,
    ],
    [
      'M25: detaching what is not attached',
      detach('Plain', policyArn('P0')),
      allowed,
      `NoSuchEntity 404: Policy ${policyArn('P0')} was not found.`,
    ],
    [
      'M26: permissions of a role that is not there',
      putRole('Nobody', 'P', textOf(reads)),
      allowed,
      noRole,
    ],
    ['M26: trust of a role that is not there', setTrust('Nobody', trustsAlice), allowed, noRole],
    [
      'M26: attaching to a role that is not there',
      attach('Nobody', policyArn('P0')),
      allowed,
      noRole,
    ],
    ['M26: deleting a role that is not there', deleteRole('Nobody'), allowed, noRole],
    [
      'M26: a name that every object has is no role',
      deleteRole('constructor'),
      allowed,
      'NoSuchEntity 404: The role with name constructor cannot be found.',
    ],
    ['M26: deleting a user who is not there', deleteUser('nobody'), allowed, noUser],
    [
      'M26: a key for a user who is not there',
      admin({ action: 'iam:CreateAccessKey', userName: 'nobody' }),
      allowed,
      noUser,
    ],
    [
      'M26: a policy for a user who is not there',
      putUser('nobody', textOf(reads)),
      allowed,
      noUser,
    ],
    [
      'M27: a role that exists',
      create('Plain'),
      allowed,
      'EntityAlreadyExists 409: Role with name Plain already exists.',
    ],
    [
      'M27: in another case',
      create('PLAIN'),
      allowed,
      'EntityAlreadyExists 409: Role with name PLAIN already exists.',
    ],
    [
      'M27: under another path',
      create('Plain', { path: '/dev/' }),
      allowed,
      'EntityAlreadyExists 409: Role with name Plain already exists.',
    ],
    [
      'M29: deleting a role with an inline policy',
      deleteRole('Inline'),
      allowed,
      'DeleteConflict 409: Cannot delete entity, must delete policies first.',
    ],
    [
      'M29: deleting a role with an attached policy',
      deleteRole('Attached'),
      allowed,
      'DeleteConflict 409: Cannot delete entity, must detach all policies first.',
    ],
    ['M29: deleting an empty role', deleteRole('Plain'), allowed, 'allowed'],
    [
      'M29: deleting a user with a key',
      deleteUser('keyed'),
      allowed,
      'DeleteConflict 409: Cannot delete entity, must delete access keys first.',
    ],
    [
      'M29: deleting a user with an inline policy',
      [withoutKey('inline'), ...deleteUser('inline')],
      allowed,
      'DeleteConflict 409: Cannot delete entity, must delete policies first.',
    ],
    [
      'M29: deleting a user with an attached policy',
      [withoutKey('attached'), ...deleteUser('attached')],
      allowed,
      'DeleteConflict 409: Cannot delete entity, must detach all policies first.',
    ],
    [
      'M29: deleting a user in a group',
      [withoutKey('grouped'), ...deleteUser('grouped')],
      allowed,
      'DeleteConflict 409: Cannot delete entity, must remove users from group first.',
    ],
    [
      'M29: deleting a user with nothing',
      [withoutKey('keyed'), ...deleteUser('keyed')],
      allowed,
      'allowed',
    ],
    [
      'T18: trust of more than 2,048 characters',
      setTrust('Plain', policy(trusts({ AWS: rootArn }, { Sid: 'x'.repeat(2048) }))),
      allowed,
      'LimitExceeded 409: Cannot exceed quota for ACLSizePerRole: 2048',
    ],
    [
      'T19: sessions of less than an hour',
      create('New', { maxSessionDuration: 3599 }),
      'not asked',
      maxSession('greater than or equal to 3600'),
    ],
    [
      'T19: sessions of more than twelve',
      create('New', { maxSessionDuration: 43_201 }),
      'not asked',
      maxSession('less than or equal to 43200'),
    ],
    [
      'T19: sessions of twelve hours',
      create('New', { maxSessionDuration: 43_200 }),
      allowed,
      'allowed',
    ],
    [
      'T21: a role that names itself before it is there',
      admin({
        action: 'iam:CreateRole',
        roleName: 'Self',
        assumeRolePolicyDocument: textOf(policy(trusts({ AWS: roleArn('Self') }))),
      }),
      allowed,
      `MalformedPolicyDocument 400: Invalid principal in policy: "AWS":"${roleArn('Self')}"`,
    ],
    [
      'T21: once it is there it may name itself',
      [...create('Self'), ...setTrust('Self', policy(trusts({ AWS: roleArn('Self') })))],
      allowed,
      'allowed',
    ],
  ])('%s', (_row, steps, ruling, answer) => {
    expect(answered(steps)).toEqual([ruling, answer]);
  });
});

const alice = userArn('alice');
const asks = (role: string, name = 'alice', seconds?: number): Step =>
  own('alice', assume(role, name, seconds));
const chains = (seconds: number): readonly Step[] => [
  asks('dev/T', 's1'),
  session('alice', assume('Long', 's2', seconds)),
];
const asksFor = (arn: string): Step =>
  own('alice', { action: 'sts:AssumeRole', roleArn: arn, roleSessionName: 'alice' });
const broken = (value: string, field: string, must: string) =>
  `ValidationError 400: 1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: Member must ${must}`;
const beyondRole =
  'ValidationError 400: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
const nameCharacters = String.raw`satisfy regular expression pattern: [\w+=,.@-]*`;
const byTrust = 'Allow by resource';

/**
 * STS gives one text for every refusal: it tells neither whose policy refused nor whether the role exists.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
 * @see https://github.com/aws/aws-cli/issues/10314
 */
describe('what STS answers to AssumeRole', () => {
  const refused = (role: string, who = alice) => mayNot(who, 'sts:AssumeRole', roleArn(role));
  test.each<Row>([
    [
      'E1: no identity policy allows it',
      [asks('Account')],
      'ImplicitDeny at identity',
      refused('Account'),
    ],
    [
      'E1: an identity policy denies it',
      [own('denied', assume('Account', 'denied'))],
      'ExplicitDeny at identity',
      refused('Account', userArn('denied')),
    ],
    [
      'E1: the trust policy says nothing of the caller',
      [asks('Closed')],
      'ImplicitDeny at resource',
      refused('Closed'),
    ],
    [
      'E1: the trust policy denies it',
      [asks('Against')],
      'ExplicitDeny at resource',
      refused('Against'),
    ],
    ['E2: there is no such role', [asks('Nobody')], 'ImplicitDeny at resource', refused('Nobody')],
    [
      'E3: the root user',
      [own('root', assume('Account', 'root'))],
      'not asked',
      'AccessDenied 403: Roles may not be assumed by root accounts.',
    ],
    [
      'E4: a session name with a colon',
      [asks('dev/T', 'Session1:2')],
      'not asked',
      broken('Session1:2', 'roleSessionName', nameCharacters),
    ],
    [
      'E4: a session name of one character',
      [asks('dev/T', 'a')],
      'not asked',
      broken('a', 'roleSessionName', 'have length greater than or equal to 2'),
    ],
    [
      'E4: a session name of 65',
      [asks('dev/T', 'a'.repeat(65))],
      'not asked',
      broken('a'.repeat(65), 'roleSessionName', 'have length less than or equal to 64'),
    ],
    ['E4: a session name of 64', [asks('dev/T', 'a'.repeat(64))], byTrust, 'allowed'],
    ['E4: a session name with every sign', [asks('dev/T', '_+=,.@-')], byTrust, 'allowed'],
    [
      'E5: what is long enough and no ARN',
      [asksFor('the role that I mean')],
      'not asked',
      'ValidationError 400: the role that I mean is invalid',
    ],
    [
      'E5: what is shorter than any ARN of a role',
      [asksFor('T')],
      'not asked',
      broken('T', 'roleArn', 'have length greater than or equal to 20'),
    ],
    [
      'E6: less than a quarter of an hour',
      [asks('dev/T', 'alice', 899)],
      'not asked',
      broken('899', 'durationSeconds', 'have value greater than or equal to 900'),
    ],
    [
      'E6: more than twelve hours',
      [asks('Long', 'alice', 43_201)],
      'not asked',
      broken('43201', 'durationSeconds', 'have value less than or equal to 43200'),
    ],
    ['E6: a quarter of an hour', [asks('dev/T', 'alice', 900)], byTrust, 'allowed'],
    [
      'E7: a second more than the role’s maximum',
      [asks('dev/T', 'alice', 3601)],
      byTrust,
      beyondRole,
    ],
    ['E7: the role’s maximum', [asks('Long', 'alice', 7200)], byTrust, 'allowed'],
    [
      'E7: whoever may not assume the role is not told its maximum',
      [asks('Closed', 'alice', 7200)],
      'ImplicitDeny at resource',
      refused('Closed'),
    ],
    [
      'E8: a chained session of more than an hour',
      chains(3601),
      byTrust,
      'ValidationError 400: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    ],
    ['E8: a chained session of an hour', chains(3600), byTrust, 'allowed'],
    [
      'E9: the role’s maximum is asked before the hour of chaining',
      chains(7201),
      byTrust,
      beyondRole,
    ],
    [
      'E9: the API’s range is asked before the role’s maximum',
      [asks('dev/T', 'alice', 43_201)],
      'not asked',
      broken('43201', 'durationSeconds', 'have value less than or equal to 43200'),
    ],
  ])('%s', (_row, steps, ruling, answer) => {
    expect(answered(steps)).toEqual([ruling, answer]);
  });
});

const toSts: AwsCall = { action: 'sts:GetCallerIdentity' };
const toS3: AwsCall = { action: 's3:GetObject', bucket: 'b', key: 'k' };
const toDynamodb: AwsCall = { action: 'dynamodb:Scan', table: 't' };
const toIam: AwsCall = { action: 'iam:CreateUser', userName: 'eve' };

const expired = (call: AwsCall): readonly Step[] => [
  asks('dev/T', 's1', 900),
  wait(900),
  session('alice', call),
];
const deletedKey = (call: AwsCall): readonly Step[] => [withoutKey('alice'), own('alice', call)];
const roleGone = (call: AwsCall): readonly Step[] => [
  asks('dev/T', 's1'),
  ...admin({ action: 'iam:DeleteRolePolicy', roleName: 'T', policyName: 'Own' }),
  ...deleteRole('T'),
  newestKey('alice', call),
];
const roleRecreated = (call: AwsCall): readonly Step[] => [
  ...roleGone(call).slice(0, -1),
  ...create('T', { path: '/dev/' }),
  newestKey('alice', call),
];
const userGone = (call: AwsCall): readonly Step[] => [
  own('keyed', { action: 'sts:GetSessionToken' }),
  (world) =>
    own('admin', {
      action: 'iam:DeleteAccessKey',
      accessKeyId: found(world.people.keyed?.holds[0]),
    }),
  ...deleteUser('keyed'),
  session('keyed', call),
];

const stsInvalid =
  'InvalidClientTokenId 403: The security token included in the request is invalid.';
const s3Invalid =
  'InvalidAccessKeyId 403: The AWS Access Key Id you provided does not exist in our records.';
const dynamodbInvalid =
  'UnrecognizedClientException 400: The security token included in the request is invalid.';
const stsExpired = 'ExpiredToken 403: The security token included in the request is expired';

/**
 * Every family of services has its own words for credentials that are no good, and asks no policy about them.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
describe('what is answered to credentials that are no good', () => {
  test.each<readonly [row: string, steps: readonly Step[], answer: string]>([
    ['E10: an expired session, to STS', expired(toSts), stsExpired],
    ['E10: an expired session, to IAM', expired(toIam), stsExpired],
    [
      'E10: an expired session, to S3',
      expired(toS3),
      'ExpiredToken 400: The provided token has expired.',
    ],
    [
      'E10: an expired session, to DynamoDB',
      expired(toDynamodb),
      'ExpiredTokenException 400: The security token included in the request is expired',
    ],
    ['E11: a session of a deleted role, to STS', roleGone(toSts), stsInvalid],
    ['E11: a session of a deleted role, to S3', roleGone(toS3), s3Invalid],
    ['E11: a session of a role that was re-created, to STS', roleRecreated(toSts), stsInvalid],
    ['E11: a session of a role that was re-created, to S3', roleRecreated(toS3), s3Invalid],
    ['E11: a token of a user who is gone, to STS', userGone(toSts), stsInvalid],
    ['E11: a token of a user who is gone, to S3', userGone(toS3), s3Invalid],
    ['E11: a deleted key, to STS', deletedKey(toSts), stsInvalid],
    ['E11: a deleted key, to IAM', deletedKey(toIam), stsInvalid],
    ['E11: a deleted key, to S3', deletedKey(toS3), s3Invalid],
    ['E11: a deleted key, to DynamoDB', deletedKey(toDynamodb), dynamodbInvalid],
  ])('%s', (_row, steps, answer) => {
    expect(answered(steps)).toEqual(['not asked', answer]);
  });

  const deactivated = (key: Credentials): Credentials =>
    key.type === 'long-term' ? { ...key, status: 'Inactive' } : key;

  test.each([
    ['E11: an inactive key, to STS', toSts, stsInvalid],
    ['E11: an inactive key, to S3', toS3, s3Invalid],
    ['E11: an inactive key, to DynamoDB', toDynamodb, dynamodbInvalid],
  ])('%s', (_row, call, answer) => {
    const key = heldLast(start, 'alice');
    const credentials = { ...start.credentials, [key]: deactivated(found(start.credentials[key])) };
    expect(answered([own('alice', call)], { ...start, credentials })).toEqual([
      'not asked',
      answer,
    ]);
  });

  test('E10: the last second of a session is good', () => {
    const steps = [asks('dev/T', 's1', 900), wait(899), session('alice', toSts)];
    expect(answered(steps)).toEqual(['Allow, needs no permission', 'allowed']);
    const { happenings } = play(start, ...steps);
    expect(happenings).toContainEqual({
      type: 'credentials-checked',
      state: 'valid',
      callerArn: sessionArn('T', 's1'),
    });
  });
});
