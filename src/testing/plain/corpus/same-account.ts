import {
  a,
  accountA,
  admin,
  alice,
  allow,
  arn,
  deny,
  distrusts,
  policy,
  roleT,
  silent,
  trusts,
  userOf,
} from './cast.ts';
import { row, type Question } from './question.ts';

const T = roleT(a);
const asks = { caller: alice, action: 'sts:AssumeRole', resource: T, owner: a };
const trustsAccount = policy(trusts({ AWS: accountA }));
const trustsAlice = policy(trusts(arn(alice)));
const mayAssume = policy(allow('sts:AssumeRole', T));
const asksDev: Question = {
  ...asks,
  resource: `arn:aws:iam::${a}:role/dev/T`,
  trust: trustsAccount,
};
const onlyBlue = policy(
  trusts({ AWS: accountA }, { StringEquals: { 'aws:PrincipalTag/team': 'blue' } }),
);
const recreated = userOf(a, 'alice', 'AIDANEWALICEEXAMPLE');
const justAlice = policy(trusts({ AWS: '*' }, { ArnEquals: { 'aws:PrincipalArn': alice.arn } }));
const mfa = (value: string) =>
  policy(trusts(arn(alice), { Bool: { 'aws:MultiFactorAuthPresent': value } }));
const readsObject = {
  caller: alice,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/x',
  owner: a,
};

/** A user takes a role of the same account: table A, and the rows that were asked of AWS's own simulator. */
export const sameAccount = [
  row('A1', 'a trust policy that names the user is enough', 'allowed at resource', 'assumeRole', {
    ...asks,
    trust: trustsAlice,
    identity: [silent],
  }),
  row(
    'A2',
    'a trust policy that names the account, and an identity policy',
    'allowed at identity',
    'assumeRole',
    { ...asks, trust: trustsAccount, identity: [mayAssume] },
  ),
  row(
    'A3',
    'a trust policy that names the account only delegates',
    'no-allow at identity',
    'assumeRole',
    { ...asks, trust: trustsAccount, identity: [silent] },
  ),
  row('A4', 'twelve digits are the account', 'allowed at identity', 'principal', {
    ...asks,
    trust: policy(trusts({ AWS: a })),
    identity: [mayAssume],
  }),
  row('A5', 'the trust policy names another user', 'no-allow at resource', 'evaluation', {
    ...asks,
    trust: policy(trusts(arn(userOf(a, 'bob')))),
    identity: [admin],
  }),
  row('A6', 'an explicit Deny in an identity policy', 'explicit-deny at identity', 'evaluation', {
    ...asks,
    trust: trustsAlice,
    identity: [policy(deny('sts:*'))],
  }),
  row('A7', 'an explicit Deny in the trust policy', 'explicit-deny at resource', 'cli10314', {
    ...asks,
    trust: policy(trusts({ AWS: accountA }), distrusts(arn(alice))),
    identity: [admin],
  }),
  row(
    'A8',
    'everyone is trusted: in the own account nothing more is needed',
    'allowed at resource',
    'principal',
    { ...asks, trust: policy(trusts({ AWS: '*' })), identity: [silent] },
  ),
  row('A9', 'a user is not the service that is trusted', 'no-allow at resource', 'principal', {
    ...asks,
    trust: policy(trusts({ Service: 'ec2.amazonaws.com' })),
    identity: [admin],
  }),
  row('A10', 'the identity policy allows another role', 'no-allow at identity', 'resource', {
    ...asks,
    trust: trustsAccount,
    identity: [policy(allow('sts:AssumeRole', `arn:aws:iam::${a}:role/Other`))],
  }),
  row(
    'A11',
    'the identity policy allows every role of the account',
    'allowed at identity',
    'resource',
    {
      ...asks,
      trust: trustsAccount,
      identity: [policy(allow('sts:AssumeRole', `arn:aws:iam::${a}:role/*`))],
    },
  ),
  row(
    'A12',
    'the ARN of a role includes its path',
    'no-allow at identity',
    'rolesTroubleshooting',
    { ...asksDev, identity: [mayAssume] },
  ),
  row('A13', 'the ARN with the path', 'allowed at identity', 'rolesTroubleshooting', {
    ...asksDev,
    identity: [policy(allow('sts:AssumeRole', `arn:aws:iam::${a}:role/dev/T`))],
  }),
  row(
    'A14',
    'a boundary’s silence does not cap a grant to the user',
    'allowed at resource',
    'boundaries',
    { ...asks, trust: trustsAlice, boundary: silent },
  ),
  row('A15', 'a boundary’s silence caps identity policies', 'no-allow at boundary', 'boundaries', {
    ...asks,
    trust: trustsAccount,
    identity: [mayAssume],
    boundary: silent,
  }),
  row('A16', 'an explicit Deny in a boundary', 'explicit-deny at boundary', 'boundaries', {
    ...asks,
    trust: trustsAlice,
    boundary: policy(allow('*'), deny('sts:*')),
  }),
  row(
    'A17',
    'an SCP’s silence caps a grant to the account’s own user',
    'no-allow at scp',
    'evaluation',
    { ...asks, trust: trustsAlice, identity: [admin], scps: [[admin], [silent]] },
  ),
  row('A18', 'actions are compared in any case', 'allowed at identity', 'action', {
    ...asks,
    trust: trustsAccount,
    identity: [policy(allow('STS:assumerole'))],
  }),
  row('A19', 'everything but IAM', 'allowed at identity', 'notAction', {
    ...asks,
    trust: trustsAccount,
    identity: [policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })],
  }),
  row(
    'A20',
    'the user was deleted and made anew: the trust policy holds the old id',
    'no-allow at resource',
    'principal',
    {
      ...asks,
      caller: recreated,
      trust: policy(trusts({ AWS: alice.uniqueId })),
      identity: [admin],
    },
  ),
  row(
    'A21',
    'a condition on aws:PrincipalArn outlives a deletion',
    'allowed at resource',
    'principal',
    { ...asks, caller: recreated, trust: justAlice, context: { 'aws:principalarn': alice.arn } },
  ),
  row('A26', 'a policy of the user’s group', 'allowed at identity', 'groups', {
    ...asks,
    trust: trustsAccount,
    identity: [silent, mayAssume],
  }),
  row('A27', 'a tag of the user', 'allowed at identity', 'conditionKeys', {
    ...asks,
    trust: onlyBlue,
    identity: [mayAssume],
    context: { 'aws:principaltag/team': 'blue' },
  }),
  row('A28', 'the tag is absent', 'no-allow at resource', 'operators', {
    ...asks,
    trust: onlyBlue,
    identity: [mayAssume],
  }),
  row(
    '8.1',
    'the trust policy allows the caller, the identity policy says nothing of STS',
    'allowed at resource',
    'cli10314',
    { ...asks, trust: trustsAlice, identity: [policy(allow('s3:*'))] },
  ),
  row(
    '8.2',
    'the control: a bucket policy and an identity policy allow',
    'allowed at resource',
    'cli10314',
    {
      ...readsObject,
      identity: [policy(allow('s3:GetObject'))],
      resourcePolicy: policy({
        Effect: 'Allow',
        Principal: arn(alice),
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::b/*',
      }),
    },
  ),
  row(
    '8.3',
    'an administrator whom the trust policy denies',
    'explicit-deny at resource',
    'cli10314',
    { ...asks, trust: policy(distrusts(arn(alice))), identity: [admin] },
  ),
  row('8.4a', 'MFA is asked for and was not used', 'no-allow at resource', 'cli10314', {
    ...asks,
    trust: mfa('true'),
    identity: [admin],
    context: { 'aws:multifactorauthpresent': 'false' },
  }),
  row('8.4b', 'MFA is asked for and was used', 'allowed at resource', 'cli10314', {
    ...asks,
    trust: mfa('true'),
    identity: [admin],
    context: { 'aws:multifactorauthpresent': 'true' },
  }),
  row('8.5', 'from another address', 'no-allow at resource', 'cli10314', {
    ...asks,
    trust: policy(trusts(arn(alice), { IpAddress: { 'aws:SourceIp': '10.0.0.1/32' } })),
    identity: [admin],
    context: { 'aws:sourceip': '203.0.113.42' },
  }),
  row('8.6', 'MFA was used too long ago', 'no-allow at resource', 'cli10314', {
    ...asks,
    trust: policy(trusts(arn(alice), { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } })),
    identity: [admin],
    context: { 'aws:multifactorauthage': '99999' },
  }),
  row('8.9', 'only a service is trusted', 'no-allow at resource', 'cli10314', {
    ...asks,
    trust: policy(trusts({ Service: 'ec2.amazonaws.com' })),
    identity: [admin],
  }),
  row(
    '8.10',
    'asked of AWS itself: the trust policy denies an administrator',
    'explicit-deny at resource',
    'cli10314',
    { ...asks, trust: policy(trusts(arn(alice)), distrusts(arn(alice))), identity: [admin] },
  ),
  row('8.11b', 'MFA is asked for', 'no-allow at resource', 'cli10314', {
    ...asks,
    trust: mfa('true'),
    identity: [admin],
    context: { 'aws:multifactorauthpresent': 'false' },
  }),
  row('8.11c', 'MFA is no longer asked for', 'allowed at resource', 'cli10314', {
    ...asks,
    trust: trustsAlice,
    identity: [admin],
    context: { 'aws:multifactorauthpresent': 'false' },
  }),
];
