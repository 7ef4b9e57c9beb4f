import { expect, test } from 'vitest';
import {
  admin,
  allow,
  type Asking,
  ask,
  deny,
  distrusts,
  home,
  outcome,
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
type Row = readonly [id: string, asking: Asking, outcome: string];
test.each<Row>([
  ['A1: named by trust, no permission of its own', { trust: [trusts(alice)] }, 'Allow by resource'],
  [
    'A2: the account is trusted, and permission',
    { trust: [trusts(account)], identity: [assume] },
    'Allow by identity',
  ],
  [
    'A3: the account is trusted, no permission',
    { trust: [trusts(account)] },
    'ImplicitDeny at identity',
  ],
  [
    'A4: the account by its number',
    { trust: [trusts({ AWS: home })], identity: [assume] },
    'Allow by identity',
  ],
  [
    'A5: another user is trusted',
    { trust: [trusts({ AWS: userArn('julie') })], identity: [admin] },
    'ImplicitDeny at resource',
  ],
  [
    'A6: own deny',
    { trust: [trusts(alice)], identity: [deny('sts:*')] },
    'ExplicitDeny at identity',
  ],
  [
    'A7: deny in the trust policy',
    { trust: [trusts(account), distrusts(alice)], identity: [admin] },
    'ExplicitDeny at resource',
  ],
  ['A8: everyone is trusted', { trust: [trusts({ AWS: '*' })] }, 'Allow by resource'],
  [
    'A9: only a service is trusted',
    { trust: [trusts({ Service: 'ec2.amazonaws.com' })], identity: [admin] },
    'ImplicitDeny at resource',
  ],
  [
    'A10: permission for another role',
    { trust: [trusts(account)], identity: [allow('sts:AssumeRole', `${target}2`)] },
    'ImplicitDeny at identity',
  ],
  [
    'A11: permission for all roles',
    {
      trust: [trusts(account)],
      identity: [allow('sts:AssumeRole', `arn:aws:iam::${home}:role/*`)],
    },
    'Allow by identity',
  ],
  [
    'A12: permission without the path',
    { trust: [trusts(account)], identity: [assume], resource: `arn:aws:iam::${home}:role/dev/T` },
    'ImplicitDeny at identity',
  ],
  [
    'A13: permission with the path',
    {
      trust: [trusts(account)],
      identity: [allow('sts:AssumeRole', `arn:aws:iam::${home}:role/dev/T`)],
      resource: `arn:aws:iam::${home}:role/dev/T`,
    },
    'Allow by identity',
  ],
  [
    'A14: a boundary does not cap the user’s own name',
    { trust: [trusts(alice)], boundary: [onlyS3] },
    'Allow by resource',
  ],
  [
    'A15: a boundary caps permissions',
    { trust: [trusts(account)], identity: [assume], boundary: [onlyS3] },
    'ImplicitDeny at boundary',
  ],
  [
    'A16: a boundary that denies',
    { trust: [trusts(alice)], boundary: [deny('sts:*')] },
    'ExplicitDeny at boundary',
  ],
  [
    'A17: an SCP that is silent',
    { trust: [trusts(alice)], scps: [[admin], [onlyS3]] },
    'ImplicitDeny at scp',
  ],
  [
    'A18: actions have no case',
    { trust: [trusts(account)], identity: [allow('STS:assumerole')] },
    'Allow by identity',
  ],
  [
    'A19: NotAction',
    {
      trust: [trusts(account)],
      identity: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    },
    'Allow by identity',
  ],
  [
    'A20: the user was created anew',
    { by: user('alice', 'AIDANEW'), trust: [trusts({ AWS: 'AIDAALICE' })] },
    'ImplicitDeny at resource',
  ],
  ['A20: the user by its id', { trust: [trusts({ AWS: 'AIDAALICE' })] }, 'Allow by resource'],
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
  ],
  // A22: that root users may not assume roles is a rule of STS, and no policy's answer.
  [
    'A22: the policies let the root user in',
    { by: root, trust: [trusts(account)] },
    'Allow by resource',
  ],
  [
    'A23: role names have case',
    {
      trust: [trusts(account)],
      identity: [assume],
      resource: target.toLowerCase().replace('role/t', 'role/t'),
    },
    'ImplicitDeny at identity',
  ],
  [
    'A27: a tag of the caller',
    {
      trust: [trusts(account, team)],
      identity: [assume],
      context: { 'aws:principaltag/team': 'blue' },
    },
    'Allow by identity',
  ],
  [
    'A28: no such tag',
    { trust: [trusts(account, team)], identity: [assume] },
    'ImplicitDeny at resource',
  ],
])('%s', (_id, asking, expected) => expect(outcome(ask(asking))).toBe(expected));

test('A26: a group’s policies count like the user’s own', () => {
  const decision = ask({ trust: [trusts(account)], identity: [onlyS3, assume] });
  expect(decision.reason).toMatchObject({
    kind: 'allowed',
    by: [
      { policyName: 'trust policy', index: 0 },
      { policyName: 'Own', index: 1 },
    ],
  });
});

/**
 * The live experiments of aws/aws-cli issue 10314, where AWS's own policy simulator ignored trust policies.
 *
 * @see https://github.com/aws/aws-cli/issues/10314
 */
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const token = { Federated: 'arn:aws:iam::111111111111:oidc-provider/idp.example.com' };
test.each<Row>([
  ['1: trust alone', { trust: [trusts(alice)] }, 'Allow by resource'],
  [
    '2: a bucket policy and the user’s own',
    {
      bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: alice })],
      identity: [onlyS3],
    },
    'Allow by resource',
  ],
  [
    '3, 10a, 10b: trust denies',
    { trust: [distrusts(alice)], identity: [admin] },
    'ExplicitDeny at resource',
  ],
  [
    '4a, 11b: no MFA',
    {
      trust: [trusts(alice, mfa)],
      identity: [admin],
      context: { 'aws:multifactorauthpresent': 'false' },
    },
    'ImplicitDeny at resource',
  ],
  [
    '4b: MFA',
    {
      trust: [trusts(alice, mfa)],
      identity: [admin],
      context: { 'aws:multifactorauthpresent': 'true' },
    },
    'Allow by resource',
  ],
  [
    '5: another address',
    {
      trust: [trusts(alice, { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.1/32' } } })],
      identity: [admin],
      context: { 'aws:sourceip': '203.0.113.42' },
    },
    'ImplicitDeny at resource',
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
  ],
  [
    '9: only a service',
    { trust: [trusts({ Service: 'ec2.amazonaws.com' })], identity: [admin] },
    'ImplicitDeny at resource',
  ],
  [
    '11c: the condition is gone',
    {
      trust: [trusts(alice)],
      identity: [admin],
      context: { 'aws:multifactorauthpresent': 'false' },
    },
    'Allow by resource',
  ],
])('issue 10314, row %s', (_id, asking, expected) => expect(outcome(ask(asking))).toBe(expected));
