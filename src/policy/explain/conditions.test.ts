import { describe, expect, test } from 'vitest';
import { type RequestContext } from '../decide/request.ts';
import {
  admin,
  allow,
  answer,
  ask,
  deny,
  home,
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
  [
    'F2: MFA in the call, F3: MFA in the session',
    mfa('Bool', 'true'),
    withMfa,
    allowed,
    'trust policy 1 as account, Own 1',
  ],
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
    expect(answer(ask({ identity: denies('BoolIfExists') }))).toEqual([
      'ExplicitDeny at identity',
      'Own 2 | without aws:multifactorauthpresent',
    ]));
  test('F7: Bool does not', () =>
    expect(answer(ask({ identity: denies('Bool') }))).toEqual([
      'Allow by identity',
      'Own 1 | spared by Own 2: Bool aws:MultiFactorAuthPresent false / absent | without aws:multifactorauthpresent',
    ]));

  test('F15: without Version a variable is plain text', () => {
    const trust = { version: undefined, statements: [trusts(account, { Condition: named })] };
    const context = { 'aws:username': 'alice', 'sts:rolesessionname': 'alice' };
    expect(answer(ask({ trust, identity: [admin], context }))).toEqual([
      refused,
      'trust policy 1: StringLike sts:RoleSessionName ${aws:username} / alice',
    ]);
  });

  test.each([
    ['F17', 'sts:TagSession'],
    ['F23', 'sts:SetSourceIdentity'],
  ])('%s: %s is asked for by itself', (_id, action) => {
    const decision = ask({ trust: [trusts(account)], identity: [admin], action });
    expect(answer(decision)).toEqual([
      refused,
      `trust policy 1: Action sts:AssumeRole / ${action}`,
    ]);
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
    expect(answer(decision)).toEqual([
      refused,
      'trust policy 1: StringEquals sts:SourceIdentity alice / bob',
    ]);
  });

  test('F25: roles under a path', () => {
    const trust = [
      trusts({ AWS: '*' }, { Condition: { ArnLike: { 'aws:PrincipalArn': roleArn('dev/*') } } }),
    ];
    const by = session('dev/x', 's1');
    const context = { 'aws:principalarn': roleArn('dev/x') };
    expect(answer(ask({ by, trust, context }))).toEqual([
      'Allow by resource',
      'trust policy 1 as wildcard',
    ]);
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
    expect(answer(decision)).toEqual(['ExplicitDeny at identity', 'Own 2']);
  });

  test.each([
    ['ec2.amazonaws.com', allowed, 'Own 1'],
    [
      'lambda.amazonaws.com',
      'ImplicitDeny at identity',
      'Own 1: StringEquals iam:PassedToService ec2.amazonaws.com / lambda.amazonaws.com',
    ],
  ])('H32: a role may be passed to EC2 only; asked for %s', (service, ...expected) => {
    const identity = [
      allow('iam:PassRole', '*', {
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    ];
    const context = { 'iam:passedtoservice': service };
    const decision = ask({ identity, action: 'iam:PassRole', resource: roleArn('R'), context });
    expect(answer(decision)).toEqual(expected);
  });

  test('missing keys are told once, in lower case', () => {
    const Condition = { StringEquals: { 'sts:ExternalId': 'X' } };
    const trust = [trusts(account, { Condition }), trusts(account, { Condition })];
    expect(ask({ trust }).missingKeys).toEqual(['sts:externalid']);
  });
});
