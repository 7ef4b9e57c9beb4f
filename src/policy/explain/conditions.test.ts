import { describe, expect, test } from 'vitest';
import { type Principal, type RequestContext } from '../decide/request.ts';
import {
  admin,
  allow,
  answer,
  ask,
  deny,
  home,
  outcome,
  rootOf,
  type Statements,
  trusts,
  type Written,
  session,
  roleArn,
} from './asking.examples.ts';

const account = { AWS: rootOf(home) };
const allowed = 'Allow by identity';
const refused = 'ImplicitDeny at resource';
const mfa = (operator: string, value: string) => ({
  [operator]: { 'aws:MultiFactorAuthPresent': value },
});
const withMfa: RequestContext = {
  'aws:multifactorauthpresent': 'true',
  'aws:multifactorauthage': '10',
};
const withoutMfa: RequestContext = { 'aws:multifactorauthpresent': 'false' };
const ip = (operator: string) => ({ [operator]: { 'aws:SourceIp': '203.0.113.0/24' } });
const team = (operator: string) => ({ [operator]: { 'aws:PrincipalTag/team': ['a', 'b'] } });
const named = { StringLike: { 'sts:RoleSessionName': '${aws:username}' } };
const tags = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['dept'] } };
const both = { StringEquals: { 'sts:ExternalId': 'X' }, ...mfa('Bool', 'true') };

/**
 * Table F: the trust policy names the account under a condition, and the caller's identity policies allow.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
type Row = readonly [
  id: string,
  condition: Written,
  context: RequestContext,
  outcome: string,
  because: string,
];
test.each<Row>([
  [
    'F1: an access key without MFA',
    mfa('Bool', 'true'),
    {},
    refused,
    'trust policy 1: Bool aws:MultiFactorAuthPresent true / absent | without aws:multifactorauthpresent',
  ],
  ['F2, F3: MFA', mfa('Bool', 'true'), withMfa, allowed, 'trust policy 1 as account, Own 1'],
  [
    'F4: a session without MFA',
    mfa('Bool', 'true'),
    withoutMfa,
    refused,
    'trust policy 1: Bool aws:MultiFactorAuthPresent true / false',
  ],
  [
    'F5: IfExists lets access keys in',
    mfa('BoolIfExists', 'true'),
    {},
    allowed,
    'trust policy 1 as account, Own 1 | without aws:multifactorauthpresent',
  ],
  [
    'F8: no MFA has no age',
    { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } },
    {},
    refused,
    'trust policy 1: NumericLessThan aws:MultiFactorAuthAge 300 / absent | without aws:multifactorauthage',
  ],
  [
    'F9: another address',
    { IpAddress: { 'aws:SourceIp': '10.0.0.1/32' } },
    { 'aws:sourceip': '203.0.113.42' },
    refused,
    'trust policy 1: IpAddress aws:SourceIp 10.0.0.1/32 / 203.0.113.42',
  ],
  [
    'F10: the last address',
    ip('IpAddress'),
    { 'aws:sourceip': '203.0.113.255' },
    allowed,
    'trust policy 1 as account, Own 1',
  ],
  [
    'F11: through a VPC endpoint',
    ip('NotIpAddress'),
    {},
    allowed,
    'trust policy 1 as account, Own 1 | without aws:sourceip',
  ],
  [
    'F12: the session is named after the user',
    named,
    { 'aws:username': 'alice', 'sts:rolesessionname': 'alice' },
    allowed,
    'trust policy 1 as account, Own 1',
  ],
  [
    'F13: the session has another name',
    named,
    { 'aws:username': 'alice', 'sts:rolesessionname': 'bob' },
    refused,
    'trust policy 1: StringLike sts:RoleSessionName alice / bob',
  ],
  [
    'F14: a role has no user name',
    named,
    { 'sts:rolesessionname': 'alice' },
    refused,
    'trust policy 1: StringLike sts:RoleSessionName ${aws:username} / alice | without aws:username',
  ],
  [
    'F16: a session tag',
    { StringEquals: { 'aws:RequestTag/dept': 'eng' } },
    { 'aws:requesttag/dept': 'eng' },
    allowed,
    'trust policy 1 as account, Own 1',
  ],
  [
    'F18: no tags at all',
    tags,
    {},
    allowed,
    'trust policy 1 as account, Own 1 | without aws:tagkeys',
  ],
  [
    'F19: one tag too many',
    tags,
    { 'aws:tagkeys': ['dept', 'cost'] },
    refused,
    'trust policy 1: ForAllValues:StringEquals aws:TagKeys dept / dept cost',
  ],
  [
    'F20: the source identity',
    { StringEquals: { 'sts:SourceIdentity': 'alice' } },
    { 'sts:sourceidentity': 'alice' },
    allowed,
    'trust policy 1 as account, Own 1',
  ],
  [
    'F21: no source identity',
    { StringEquals: { 'sts:SourceIdentity': 'alice' } },
    {},
    refused,
    'trust policy 1: StringEquals sts:SourceIdentity alice / absent | without sts:sourceidentity',
  ],
  [
    'F24: too late',
    { DateLessThan: { 'aws:CurrentTime': '2026-01-01' } },
    { 'aws:currenttime': '2026-01-02T00:00:00Z' },
    refused,
    'trust policy 1: DateLessThan aws:CurrentTime 2026-01-01 / 2026-01-02T00:00:00Z',
  ],
  [
    'F26: the key holds the role, not the session',
    { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:sts::111111111111:assumed-role/R/s1' } },
    { 'aws:principalarn': roleArn('R') },
    refused,
    'trust policy 1: ArnEquals aws:PrincipalArn arn:aws:sts::111111111111:assumed-role/R/s1 / arn:aws:iam::111111111111:role/R',
  ],
  [
    'F27: a literal star',
    { StringEquals: { 'aws:PrincipalArn': roleArn('*') } },
    { 'aws:principalarn': roleArn('R') },
    refused,
    'trust policy 1: StringEquals aws:PrincipalArn arn:aws:iam::111111111111:role/* / arn:aws:iam::111111111111:role/R',
  ],
  [
    'F28: one of two operators',
    both,
    { 'sts:externalid': 'X' },
    refused,
    'trust policy 1: Bool aws:MultiFactorAuthPresent true / absent | without aws:multifactorauthpresent',
  ],
  [
    'F28: both operators',
    both,
    { 'sts:externalid': 'X', ...withMfa },
    allowed,
    'trust policy 1 as account, Own 1',
  ],
  [
    'F29: one value is enough',
    team('StringEquals'),
    { 'aws:principaltag/team': 'b' },
    allowed,
    'trust policy 1 as account, Own 1',
  ],
  [
    'F30: no value may match',
    team('StringNotEquals'),
    { 'aws:principaltag/team': 'b' },
    refused,
    'trust policy 1: StringNotEquals aws:PrincipalTag/team a b / b',
  ],
  [
    'F31: no tag at all',
    team('StringNotEquals'),
    {},
    allowed,
    'trust policy 1 as account, Own 1 | without aws:principaltag/team',
  ],
  [
    'F32',
    { StringEqualsIgnoreCase: { 'aws:username': 'ALICE' } },
    { 'aws:username': 'alice' },
    allowed,
    'trust policy 1 as account, Own 1',
  ],
  [
    'F33',
    { Null: { 'sts:ExternalId': 'false' } },
    {},
    refused,
    'trust policy 1: Null sts:ExternalId false / absent | without sts:externalid',
  ],
  [
    'F34: never there in AssumeRole',
    { NumericLessThan: { 'sts:DurationSeconds': '3600' } },
    {},
    refused,
    'trust policy 1: NumericLessThan sts:DurationSeconds 3600 / absent | without sts:durationseconds',
  ],
  [
    'F35: a direct call',
    { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } },
    {},
    refused,
    'trust policy 1: ForAnyValue:StringEquals aws:CalledVia athena.amazonaws.com / absent | without aws:calledvia',
  ],
  [
    'F36: several values without a set operator',
    { StringEquals: { 'aws:TagKeys': 'dept' } },
    { 'aws:tagkeys': ['dept'] },
    refused,
    'trust policy 1: StringEquals aws:TagKeys dept / dept',
  ],
  [
    'G13: ForAllValues fails open',
    { 'ForAllValues:StringEquals': { 'idp:environment': 'prod' } },
    {},
    allowed,
    'trust policy 1 as account, Own 1 | without idp:environment',
  ],
])('%s', (_id, Condition, context, ...expected) => {
  const decision = ask({ trust: [trusts(account, { Condition })], identity: [admin], context });
  expect(answer(decision)).toEqual(expected);
});

describe('rows of table F that are no plain condition of a trust policy', () => {
  const denies = (operator: string): Statements => [
    admin,
    deny('*', '*', { Condition: mfa(operator, 'false') }),
  ];

  test('F6: BoolIfExists denies access keys too', () =>
    expect(outcome(ask({ identity: denies('BoolIfExists') }))).toBe('ExplicitDeny at identity'));
  test('F7: Bool does not', () =>
    expect(outcome(ask({ identity: denies('Bool') }))).toBe('Allow by identity'));

  test('F15: without Version a variable is plain text', () => {
    const trust = { version: undefined, statements: [trusts(account, { Condition: named })] };
    const context = { 'aws:username': 'alice', 'sts:rolesessionname': 'alice' };
    expect(outcome(ask({ trust, identity: [admin], context }))).toBe(refused);
  });

  test.each([
    ['F17', 'sts:TagSession'],
    ['F23', 'sts:SetSourceIdentity'],
  ])('%s: %s is asked for by itself', (_id, action) => {
    const decision = ask({ trust: [trusts(account)], identity: [admin], action });
    expect(outcome(decision)).toBe(refused);
  });

  test('F22: another source identity', () => {
    const trust = [
      trusts(account, {
        Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
        Condition: { StringEquals: { 'sts:SourceIdentity': 'alice' } },
      }),
    ];
    const context = { 'sts:sourceidentity': 'bob' };
    const decision = ask({ trust, identity: [admin], action: 'sts:SetSourceIdentity', context });
    expect(outcome(decision)).toBe(refused);
  });

  test('F25: roles under a path', () => {
    const trust = [
      trusts({ AWS: '*' }, { Condition: { ArnLike: { 'aws:PrincipalArn': roleArn('dev/*') } } }),
    ];
    const by = session('dev/x', 's1');
    const context = { 'aws:principalarn': roleArn('dev/x') };
    expect(outcome(ask({ by, trust, context }))).toBe('Allow by resource');
  });
});

/**
 * Table G: tokens of identity providers. Only the trust policy is asked.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
describe('federation', () => {
  const provider = `arn:aws:iam::${home}:oidc-provider/token.actions.githubusercontent.com`;
  const github: Principal = { type: 'federated', provider };
  const key = 'token.actions.githubusercontent.com';
  const tokenOf = (sub: string, aud = 'sts.amazonaws.com') => ({
    [`${key}:sub`]: sub,
    [`${key}:aud`]: aud,
  });
  const trust = (operator: string, sub: string) => [
    trusts(
      { Federated: provider },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${key}:aud`]: 'sts.amazonaws.com' },
          [operator]: { [`${key}:sub`]: sub },
        },
      },
    ),
  ];
  type GitRow = readonly [
    id: string,
    operator: string,
    pattern: string,
    sub: string,
    allowed: boolean,
  ];
  test.each<GitRow>([
    ['G1', 'StringLike', 'repo:o/r:*', 'repo:o/r:ref:refs/heads/main', true],
    ['G2: pull requests too', 'StringLike', 'repo:o/r:*', 'repo:o/r:pull_request', true],
    ['G3: every repository', 'StringLike', 'repo:o/*', 'repo:o/other:pull_request', true],
    ['G4: a literal star', 'StringEquals', 'repo:o/r:*', 'repo:o/r:pull_request', false],
    [
      'G6: main and what starts like it',
      'StringLike',
      'repo:o/r:ref:refs/heads/main*',
      'repo:o/r:ref:refs/heads/main-hotfix',
      true,
    ],
    ['G8: case', 'StringLike', 'repo:o/r:*', 'repo:O/r:pull_request', false],
    [
      'G16: the immutable subject',
      'StringLike',
      'repo:o/r:*',
      'repo:o@1/r@2:ref:refs/heads/main',
      false,
    ],
  ])('%s', (_id, operator, pattern, sub, answer) => {
    // The audience and the subject may stand under one operator.
    const statements =
      operator === 'StringEquals'
        ? [
            trusts(
              { Federated: provider },
              {
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: {
                  StringEquals: { [`${key}:aud`]: 'sts.amazonaws.com', [`${key}:sub`]: pattern },
                },
              },
            ),
          ]
        : trust(operator, pattern);
    const decision = ask({
      by: github,
      action: 'sts:AssumeRoleWithWebIdentity',
      trust: statements,
      context: tokenOf(sub),
    });
    expect(outcome(decision)).toBe(answer ? 'Allow by resource' : refused);
  });

  test('G7: another audience', () => {
    const decision = ask({
      by: github,
      action: 'sts:AssumeRoleWithWebIdentity',
      trust: trust('StringLike', 'repo:o/r:*'),
      context: tokenOf('repo:o/r:x', 'someone-else'),
    });
    expect(outcome(decision)).toBe(refused);
    expect(decision.crossAccount).toBe(false);
  });

  test('another provider', () => {
    const decision = ask({
      by: { type: 'federated', provider: 'accounts.google.com' },
      action: 'sts:AssumeRoleWithWebIdentity',
      trust: trust('StringLike', 'repo:o/r:*'),
      context: tokenOf('repo:o/r:x'),
    });
    expect(outcome(decision)).toBe(refused);
  });
});

/** Table H: what is left of it after the matchers' own tests. */
describe('elements', () => {
  const hr = (Effect: string) => ({ Effect, Action: 's3:*', NotResource: 'arn:aws:s3:::hr/*' });
  type ElementRow = readonly [
    id: string,
    statements: Statements,
    action: string,
    resource: string,
    outcome: string,
    because: string,
  ];
  test.each<ElementRow>([
    ['H1', [allow('s3:Get*')], 's3:getobject', 'arn:aws:s3:::b/k', allowed, 'Own 1'],
    [
      'H3',
      [allow('s3:')],
      's3:GetObject',
      'arn:aws:s3:::b/k',
      'ImplicitDeny at identity',
      'Own 1: Action s3: / s3:GetObject',
    ],
    [
      'H11',
      [admin, hr('Deny')],
      's3:GetObject',
      'arn:aws:s3:::hr/x',
      allowed,
      'Own 1 | spared by Own 2: NotResource arn:aws:s3:::hr/* / arn:aws:s3:::hr/x',
    ],
    [
      'H12',
      [admin, hr('Deny')],
      's3:GetObject',
      'arn:aws:s3:::other/x',
      'ExplicitDeny at identity',
      'Own 2',
    ],
    [
      'H13',
      [admin, hr('Deny')],
      'ec2:RunInstances',
      '*',
      allowed,
      'Own 1 | spared by Own 2: Action s3:* / ec2:RunInstances',
    ],
    [
      'H14',
      [{ Effect: 'Allow', NotAction: 's3:DeleteBucket', Resource: 'arn:aws:s3:::*' }],
      's3:ListAllMyBuckets',
      '*',
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:s3:::* / *',
    ],
    [
      'H22',
      [admin, deny('iam:*Report')],
      'iam:GenerateCredentialReport',
      '*',
      'ExplicitDeny at identity',
      'Own 2',
    ],
    [
      'H23',
      [admin, deny('*', '*', { Condition: { StringEquals: { 'aws:TokenIssueTim': 'x' } } })],
      's3:GetObject',
      'arn:aws:s3:::b/k',
      allowed,
      'Own 1 | spared by Own 2: StringEquals aws:TokenIssueTim x / absent | without aws:tokenissuetim',
    ],
    [
      'H17',
      { version: '2008-10-17', statements: [allow('s3:*', 'arn:aws:s3:::b/${aws:username}')] },
      's3:GetObject',
      'arn:aws:s3:::b/alice',
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:s3:::b/${aws:username} / arn:aws:s3:::b/alice',
    ],
    [
      'V1',
      [allow('s3:*', 'arn:aws:s3:::b/${aws:username}')],
      's3:GetObject',
      'arn:aws:s3:::b/alice',
      allowed,
      'Own 1',
    ],
  ])('%s', (_id, identity, action, resource, ...expected) =>
    expect(
      answer(ask({ identity, action, resource, context: { 'aws:username': 'alice' } })),
    ).toEqual(expected),
  );

  test('H21: IAM lives in us-east-1', () => {
    const identity = [
      admin,
      deny('iam:*', '*', {
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      }),
    ];
    const context = { 'aws:requestedregion': 'us-east-1' };
    const decision = ask({ identity, action: 'iam:ListUsers', resource: '*', context });
    expect(outcome(decision)).toBe('ExplicitDeny at identity');
  });

  test.each([
    ['ec2.amazonaws.com', allowed],
    ['lambda.amazonaws.com', 'ImplicitDeny at identity'],
  ])('H32: a role may be passed to EC2 only; asked for %s', (service, expected) => {
    const identity = [
      allow('iam:PassRole', '*', {
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    ];
    const context = { 'iam:passedtoservice': service };
    const decision = ask({ identity, action: 'iam:PassRole', resource: roleArn('R'), context });
    expect(outcome(decision)).toBe(expected);
  });

  test('missing keys are told once, in lower case', () => {
    const Condition = { StringEquals: { 'sts:ExternalId': 'X' } };
    const trust = [trusts(account, { Condition }), trusts(account, { Condition })];
    expect(ask({ trust }).missingKeys).toEqual(['sts:externalid']);
  });
});
