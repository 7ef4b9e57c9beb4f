import { expect, test } from 'vitest';
import {
  admin,
  allow,
  type Asking,
  answer,
  ask,
  deny,
  distrusts,
  home,
  root,
  rootOf,
  trusts,
  user,
  userArn,
} from './asking.examples.ts';

const target = `arn:aws:iam::${home}:role/T`;
const alice = { AWS: userArn('alice') };
const account = { AWS: rootOf(home) };
const assume = allow('sts:AssumeRole', target);
const onlyS3 = allow('s3:*');
const team = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } };

/**
 * Table A: a user assumes a role of its own account. Rows about saving (A25) and missing roles (A24) belong to
 * the simulated world.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
type Row = readonly [id: string, asking: Asking, outcome: string, because: string];
test.each<Row>([
  [
    'A1: named by trust, no permission of its own',
    { trust: [trusts(alice)] },
    'Allow by resource',
    'trust policy 1 as user',
  ],
  [
    'A2: the account is trusted, and permission',
    { trust: [trusts(account)], identity: [assume] },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'A3: the account is trusted, no permission',
    { trust: [trusts(account)] },
    'ImplicitDeny at identity',
    'no statement',
  ],
  [
    'A4: the account by its number',
    { trust: [trusts({ AWS: home })], identity: [assume] },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'A5: another user is trusted',
    { trust: [trusts({ AWS: userArn('julie') })], identity: [admin] },
    'ImplicitDeny at resource',
    'trust policy 1: Principal arn:aws:iam::111111111111:user/julie / arn:aws:iam::111111111111:user/alice',
  ],
  [
    'A6: own deny',
    { trust: [trusts(alice)], identity: [deny('sts:*')] },
    'ExplicitDeny at identity',
    'Own 1',
  ],
  [
    'A7: deny in the trust policy',
    { trust: [trusts(account), distrusts(alice)], identity: [admin] },
    'ExplicitDeny at resource',
    'trust policy 2 as user',
  ],
  [
    'A8: everyone is trusted',
    { trust: [trusts({ AWS: '*' })] },
    'Allow by resource',
    'trust policy 1 as wildcard',
  ],
  [
    'A9: only a service is trusted',
    { trust: [trusts({ Service: 'ec2.amazonaws.com' })], identity: [admin] },
    'ImplicitDeny at resource',
    'trust policy 1: Principal ec2.amazonaws.com / arn:aws:iam::111111111111:user/alice',
  ],
  [
    'A10: permission for another role',
    { trust: [trusts(account)], identity: [allow('sts:AssumeRole', `${target}2`)] },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:iam::111111111111:role/T2 / arn:aws:iam::111111111111:role/T',
  ],
  [
    'A11: permission for all roles',
    {
      trust: [trusts(account)],
      identity: [allow('sts:AssumeRole', `arn:aws:iam::${home}:role/*`)],
    },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'A12: permission without the path',
    { trust: [trusts(account)], identity: [assume], resource: `arn:aws:iam::${home}:role/dev/T` },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:iam::111111111111:role/T / arn:aws:iam::111111111111:role/dev/T',
  ],
  [
    'A13: permission with the path',
    {
      trust: [trusts(account)],
      identity: [allow('sts:AssumeRole', `arn:aws:iam::${home}:role/dev/T`)],
      resource: `arn:aws:iam::${home}:role/dev/T`,
    },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'A14: a boundary does not cap the user’s own name',
    { trust: [trusts(alice)], boundary: [onlyS3] },
    'Allow by resource',
    'trust policy 1 as user',
  ],
  [
    'A15: a boundary caps permissions',
    { trust: [trusts(account)], identity: [assume], boundary: [onlyS3] },
    'ImplicitDeny at boundary',
    'Boundary 1: Action s3:* / sts:AssumeRole',
  ],
  [
    'A16: a boundary that denies',
    { trust: [trusts(alice)], boundary: [deny('sts:*')] },
    'ExplicitDeny at boundary',
    'Boundary 1',
  ],
  [
    'A17: an SCP that is silent',
    { trust: [trusts(alice)], scps: [[admin], [onlyS3]] },
    'ImplicitDeny at scp',
    'Scp1 1: Action s3:* / sts:AssumeRole',
  ],
  [
    'A18: actions have no case',
    { trust: [trusts(account)], identity: [allow('STS:assumerole')] },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'A19: NotAction',
    {
      trust: [trusts(account)],
      identity: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'A20: the user was created anew',
    { by: user('alice', 'AIDANEW'), trust: [trusts({ AWS: 'AIDAALICE' })] },
    'ImplicitDeny at resource',
    'trust policy 1: Principal AIDAALICE / arn:aws:iam::111111111111:user/alice',
  ],
  [
    'A20: the user by its id',
    { trust: [trusts({ AWS: 'AIDAALICE' })] },
    'Allow by resource',
    'trust policy 1 as user',
  ],
  [
    'A21: a condition keeps the ARN',
    {
      by: user('alice', 'AIDANEW'),
      trust: [
        trusts(
          { AWS: '*' },
          { Condition: { ArnEquals: { 'aws:PrincipalArn': userArn('alice') } } },
        ),
      ],
      context: { 'aws:principalarn': userArn('alice') },
    },
    'Allow by resource',
    'trust policy 1 as wildcard',
  ],
  // A22: that root users may not assume roles is a rule of STS, and no policy's answer.
  [
    'A22: the policies let the root user in',
    { by: root, trust: [trusts(account)] },
    'Allow by resource',
    'trust policy 1 as account',
  ],
  [
    'A23: role names have case',
    {
      trust: [trusts(account)],
      identity: [assume],
      resource: `arn:aws:iam::${home}:role/t`,
    },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:iam::111111111111:role/T / arn:aws:iam::111111111111:role/t',
  ],
  [
    'A27: a tag of the caller',
    {
      trust: [trusts(account, team)],
      identity: [assume],
      context: { 'aws:principaltag/team': 'blue' },
    },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'A28: no such tag',
    { trust: [trusts(account, team)], identity: [assume] },
    'ImplicitDeny at resource',
    'trust policy 1: StringEquals aws:PrincipalTag/team blue / absent | without aws:principaltag/team',
  ],
])('%s', (_id, asking, ...expected) => expect(answer(ask(asking))).toEqual(expected));

test('A26: a group’s policies count like the user’s own', () => {
  expect(answer(ask({ trust: [trusts(account)], identity: [onlyS3, assume] }))).toEqual([
    'Allow by identity',
    'trust policy 1 as account, Own 2',
  ]);
});

/**
 * The live experiments of aws/aws-cli issue 10314, where AWS's own policy simulator ignored trust policies.
 *
 * @see https://github.com/aws/aws-cli/issues/10314
 */
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const token = { Federated: 'arn:aws:iam::111111111111:oidc-provider/idp.example.com' };
test.each<Row>([
  ['1: trust alone', { trust: [trusts(alice)] }, 'Allow by resource', 'trust policy 1 as user'],
  [
    '2: a bucket policy and the user’s own',
    {
      bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: alice })],
      identity: [onlyS3],
    },
    'Allow by resource',
    'bucket policy 1 as user',
  ],
  [
    '3, 10a, 10b: trust denies',
    { trust: [distrusts(alice)], identity: [admin] },
    'ExplicitDeny at resource',
    'trust policy 1 as user',
  ],
  [
    '4a, 11b: no MFA',
    {
      trust: [trusts(alice, mfa)],
      identity: [admin],
      context: { 'aws:multifactorauthpresent': 'false' },
    },
    'ImplicitDeny at resource',
    'trust policy 1: Bool aws:MultiFactorAuthPresent true / false',
  ],
  [
    '4b: MFA',
    {
      trust: [trusts(alice, mfa)],
      identity: [admin],
      context: { 'aws:multifactorauthpresent': 'true' },
    },
    'Allow by resource',
    'trust policy 1 as user',
  ],
  [
    '5: another address',
    {
      trust: [trusts(alice, { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.1/32' } } })],
      identity: [admin],
      context: { 'aws:sourceip': '203.0.113.42' },
    },
    'ImplicitDeny at resource',
    'trust policy 1: IpAddress aws:SourceIp 10.0.0.1/32 / 203.0.113.42',
  ],
  [
    '6: MFA long ago',
    {
      trust: [
        trusts(alice, { Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } } }),
      ],
      identity: [admin],
      context: { 'aws:multifactorauthage': '99999' },
    },
    'ImplicitDeny at resource',
    'trust policy 1: NumericLessThan aws:MultiFactorAuthAge 300 / 99999',
  ],
  [
    '7: another subject',
    {
      by: { type: 'federated', provider: token.Federated },
      action: 'sts:AssumeRoleWithWebIdentity',
      trust: [
        {
          Effect: 'Allow',
          Principal: token,
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringEquals: { 'idp.example.com:sub': 'me' } },
        },
      ],
      context: { 'idp.example.com:sub': 'you' },
    },
    'ImplicitDeny at resource',
    'trust policy 1: StringEquals idp.example.com:sub me / you',
  ],
  [
    '9: only a service',
    { trust: [trusts({ Service: 'ec2.amazonaws.com' })], identity: [admin] },
    'ImplicitDeny at resource',
    'trust policy 1: Principal ec2.amazonaws.com / arn:aws:iam::111111111111:user/alice',
  ],
  [
    '11c: the condition is gone',
    {
      trust: [trusts(alice)],
      identity: [admin],
      context: { 'aws:multifactorauthpresent': 'false' },
    },
    'Allow by resource',
    'trust policy 1 as user',
  ],
])('issue 10314, row %s', (_id, asking, ...expected) =>
  expect(answer(ask(asking))).toEqual(expected),
);
