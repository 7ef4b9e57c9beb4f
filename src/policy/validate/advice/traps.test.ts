import { expect, test } from 'vitest';
import { type PolicyKind } from '../../syntax/document.ts';
import { type DiagnosticCode } from '../facts.ts';
import { readPolicy } from '../read-policy.ts';
import { type AdviceOptions } from './advice-options.ts';
import { advise } from './advise.ts';

type Row = readonly [
  why: string,
  kind: PolicyKind,
  text: string,
  codes: readonly DiagnosticCode[],
  options?: AdviceOptions,
];

const policy = (rest: string, effect = 'Allow'): string =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"${effect}",${rest}}]}`;
const under = (condition: string, effect?: string): string =>
  policy(`"Action":"a:b","Resource":"*","Condition":${condition}`, effect);
const trusts = (principal: string, rest = ''): string =>
  policy(`"Principal":${principal},"Action":"sts:AssumeRole"${rest}`);
const actions = (list: string, resource = '"*"'): string =>
  policy(`"Action":${list},"Resource":${resource}`);
const github = (condition: string): string =>
  policy(
    `"Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":${condition}`,
  );
const sub = (value: string, operator = 'StringLike'): string =>
  github(`{"${operator}":{"token.actions.githubusercontent.com:sub":"${value}"}}`);
const home: AdviceOptions = { account: '111111111111' };

function expectCodes(
  kind: PolicyKind,
  text: string,
  codes: readonly string[],
  options?: AdviceOptions,
) {
  expect(advise(readPolicy(text, kind), options).map(({ code }) => code)).toEqual(codes);
}

function testRows(subject: string, rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row] as const))(`${subject}: %s`, (_why, row) => {
    const [, kind, text, codes, options] = row;
    expectCodes(kind, text, codes, options);
  });
}

/** What a policy of an identity gives away. */
testRows('grants', [
  ['iam:PassRole by a pattern', 'identity', actions('"iam:Pass*"'), ['pass-role-on-everything']],
  [
    'iam:PassRole on every role',
    'identity',
    actions('"iam:PassRole"', '"arn:aws:iam::*:role/*"'),
    ['pass-role-on-everything'],
  ],
  [
    'iam:PassRole below a path',
    'identity',
    actions('"iam:PassRole"', '"arn:aws:iam::111111111111:role/apps/*"'),
    [],
  ],
  [
    'a negated service limits nothing',
    'identity',
    policy(
      '"Action":"iam:PassRole","Resource":"*","Condition":{"StringNotEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}',
    ),
    ['pass-role-on-everything', 'negation-allows'],
  ],
  [
    'a service-linked role of one service',
    'identity',
    policy(
      '"Action":"iam:CreateServiceLinkedRole","Resource":"*","Condition":{"StringEquals":{"iam:AWSServiceName":"ecs.amazonaws.com"}}',
    ),
    [],
  ],
  [
    'making versions of all policies',
    'identity',
    actions('"iam:CreatePolicyVersion"', '"arn:aws:iam::111111111111:policy/*"'),
    ['gives-itself-rights'],
  ],
  [
    'making versions of one policy',
    'identity',
    actions('"iam:CreatePolicyVersion"', '"arn:aws:iam::111111111111:policy/p"'),
    [],
  ],
  [
    'with a boundary it is held in',
    'identity',
    policy(
      '"Action":"iam:PutUserPolicy","Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"arn:aws:iam::111111111111:policy/b"}}',
    ),
    [],
  ],
  [
    'rewriting trust in one statement, assuming in another',
    'identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:UpdateAssumeRolePolicy","Resource":"*"},{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}',
    ['rewrites-trust-and-assumes'],
  ],
  [
    'rewriting the trust of one role',
    'identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:UpdateAssumeRolePolicy","sts:AssumeRole"],"Resource":"arn:aws:iam::111111111111:role/R"}]}',
    [],
  ],
  ['rewriting trust without assuming', 'identity', actions('"iam:UpdateAssumeRolePolicy"'), []],
  ['a session policy that narrows', 'session', actions('"s3:*"'), []],
  ['a boundary may name everything', 'boundary', actions('"*"'), []],
]);

/** Whom a statement lets in. */
testRows('principals', [
  [
    'another account with an external id',
    'trust',
    trusts(
      '{"AWS":"arn:aws:iam::222222222222:role/v"}',
      ',"Condition":{"StringEquals":{"sts:ExternalId":"7431"}}',
    ),
    [],
    home,
  ],
  [
    'one of the same account',
    'trust',
    trusts('{"AWS":"arn:aws:iam::111111111111:role/v"}'),
    [],
    home,
  ],
  [
    'another account, when it is not known whose policy it is',
    'trust',
    trusts('{"AWS":"arn:aws:iam::222222222222:role/v"}'),
    [],
  ],
  [
    'another whole account',
    'trust',
    trusts('{"AWS":"222222222222"}'),
    ['account-principal', 'no-external-id'],
    home,
  ],
  ['a machine of the own account', 'trust', trusts('{"Service":"ec2.amazonaws.com"}'), []],
  [
    'a service for one resource',
    'trust',
    trusts(
      '{"Service":"states.amazonaws.com"}',
      ',"Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:states:*:111111111111:*"}}',
    ),
    [],
  ],
  [
    'a service for one account',
    'resource',
    policy(
      '"Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"*","Condition":{"StringEquals":{"aws:SourceAccount":"111111111111"}}',
    ),
    [],
  ],
  [
    'a service that is denied',
    'resource',
    policy(
      '"Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"*"',
      'Deny',
    ),
    [],
  ],
  [
    'somebody twice',
    'trust',
    trusts('{"AWS":["arn:aws:iam::111111111111:user/a","arn:aws:iam::111111111111:user/a"]}'),
    ['redundant-principal'],
  ],
  [
    'somebody beside everyone',
    'trust',
    trusts('{"AWS":["*","arn:aws:iam::111111111111:user/a"]}'),
    ['anyone', 'redundant-principal'],
  ],
  [
    'a service beside everyone',
    'resource',
    policy(
      '"Principal":{"AWS":"*","Service":"sns.amazonaws.com"},"Action":"a:b","Resource":"*","Condition":{"StringEquals":{"aws:SourceAccount":"111111111111"}}',
    ),
    [],
  ],
  [
    'C: a session beside its role says more in the policy of a resource',
    'resource',
    policy(
      '"Principal":{"AWS":["arn:aws:iam::111111111111:role/R","arn:aws:sts::111111111111:assumed-role/R/s"]},"Action":"a:b","Resource":"*"',
    ),
    [],
  ],
  [
    'a session of another role',
    'trust',
    trusts(
      '{"AWS":["arn:aws:iam::111111111111:role/R","arn:aws:sts::111111111111:assumed-role/S/s"]}',
    ),
    [],
  ],
  [
    'a session of such a role elsewhere',
    'trust',
    trusts(
      '{"AWS":["arn:aws:iam::111111111111:role/R","arn:aws:sts::222222222222:assumed-role/R/s"]}',
    ),
    [],
  ],
  [
    'G9: a token with the wrong action',
    'trust',
    policy(
      '"Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/idp.example.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"idp.example.com:aud":"x"}}',
    ),
    ['action-for-other-principal'],
  ],
  [
    'a user with the action for tokens',
    'trust',
    policy(
      '"Principal":{"AWS":"arn:aws:iam::111111111111:user/a"},"Action":"sts:AssumeRoleWithWebIdentity"',
    ),
    ['action-for-other-principal'],
  ],
  [
    'two sorts, each with its action',
    'trust',
    policy(
      '"Principal":{"AWS":"arn:aws:iam::111111111111:user/a","Federated":"arn:aws:iam::111111111111:saml-provider/p"},"Action":["sts:AssumeRole","sts:AssumeRoleWithSAML","sts:TagSession"]',
    ),
    [],
  ],
  [
    'a provider with its audience',
    'trust',
    policy(
      '"Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/idp.example.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"idp.example.com:aud":"x"}}',
    ),
    [],
  ],
  [
    'an RCP is for everyone',
    'rcp',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}}',
    [],
  ],
]);

/** Rows G1 to G6 and trap 31. */
testRows('GitHub', [
  ['G1 every trigger', 'trust', sub('repo:o/r:*'), ['github-pull-requests']],
  ['every trigger, by another pattern', 'trust', sub('repo:o/r:pull_*'), ['github-pull-requests']],
  ['G3 every repository', 'trust', sub('repo:o/*'), ['github-any-repository']],
  [
    'every repository with a branch',
    'trust',
    sub('repo:o/*:ref:refs/heads/main'),
    ['github-any-repository'],
  ],
  [
    'G6 branches by prefix',
    'trust',
    sub('repo:o/r:ref:refs/heads/main*'),
    ['github-branch-prefix'],
  ],
  ['G5 one branch', 'trust', sub('repo:o/r:ref:refs/heads/main', 'StringEquals'), []],
  ['one branch, as a pattern', 'trust', sub('repo:o/r:ref:refs/heads/main'), []],
  ['the branches below a name', 'trust', sub('repo:o/r:ref:refs/heads/release/*'), []],
  ['every environment', 'trust', sub('repo:o/r:environment:*'), []],
  ['G4 a literal star', 'trust', sub('repo:o/*', 'StringEquals'), ['literal-star']],
]);

/** Resources that cannot be what was meant. */
testRows('resources', [
  [
    'a bucket and its objects',
    'identity',
    actions('["s3:GetObject","s3:ListBucket"]', '["arn:aws:s3:::b","arn:aws:s3:::b/*"]'),
    [],
  ],
  [
    'H6 a pattern that takes in objects',
    'identity',
    actions('"s3:GetObject"', '"arn:aws:s3:::b*"'),
    [],
  ],
  [
    'objects in a Deny',
    'identity',
    policy('"Action":"s3:GetObject","Resource":"arn:aws:s3:::b"', 'Deny'),
    ['object-action-on-bucket'],
  ],
  [
    'an action of buckets that has Object in its name',
    'identity',
    actions('"s3:GetBucketObjectLockConfiguration"', '"arn:aws:s3:::b"'),
    [],
  ],
  ['a pattern of actions is left', 'identity', actions('"s3:Get*"', '"arn:aws:s3:::b"'), []],
  [
    'another resource may be the object',
    'identity',
    actions('"s3:GetObject"', '["arn:aws:s3:::b","*"]'),
    ['redundant-resource'],
  ],
  [
    'an action that lists, on everything',
    'identity',
    actions('"s3:ListAllMyBuckets"'),
    [],
    { onlyOnAll: () => true },
  ],
  [
    'a Deny of one that lists',
    'identity',
    policy('"Action":"s3:ListAllMyBuckets","Resource":"arn:aws:s3:::b"', 'Deny'),
    [],
    { onlyOnAll: () => true },
  ],
  [
    'nobody knows whether it can be limited',
    'identity',
    actions('"s3:ListAllMyBuckets"', '"arn:aws:s3:::b"'),
    [],
    { onlyOnAll: () => undefined },
  ],
  [
    'regions and accounts by pattern',
    'identity',
    actions('"a:b"', '"arn:aws:sqs:*-west-?:*:q"'),
    [],
  ],
  [
    'regions of every partition',
    'identity',
    actions(
      '"a:b"',
      '["arn:aws:sqs:us-gov-west-1:111111111111:q","arn:aws:sqs:ap-southeast-2:111111111111:q"]',
    ),
    [],
  ],
  [
    'a policy of AWS’s own',
    'identity',
    actions('"a:b"', '"arn:aws:iam::aws:policy/ReadOnlyAccess"'),
    [],
  ],
  [
    'the role as resource',
    'identity',
    actions('"sts:AssumeRole"', '"arn:aws:iam::111111111111:role/R"'),
    [],
  ],
]);

/** Actions that only a catalogue knows. */
testRows('actions', [
  [
    'an action that there is',
    'identity',
    actions('"s3:GetObject"'),
    [],
    { actionExists: () => true },
  ],
  [
    'one that there is not',
    'identity',
    actions('"s3:GetObjekt"'),
    ['unknown-action'],
    { actionExists: () => false },
  ],
  [
    'a pattern that matches none',
    'identity',
    actions('"s3:Foo*"'),
    ['unknown-action'],
    { actionExists: () => false },
  ],
  ['not known yet', 'identity', actions('"s3:GetObjekt"'), [], { actionExists: () => undefined }],
]);

/** Condition keys, and the operators that ask them. */
testRows('keys', [
  ['a key in another case', 'identity', under('{"StringEquals":{"AWS:principalorgid":"o-1"}}'), []],
  ['a key of a service’s own', 'identity', under('{"StringEquals":{"s3:prefix":"x"}}'), []],
  [
    'a key that AWS never had',
    'identity',
    under('{"StringEquals":{"aws:Foo":"x"}}'),
    ['unknown-global-key'],
  ],
  [
    'the old name of PrincipalArn',
    'identity',
    under('{"ArnEquals":{"aws:ARN":"arn:aws:iam::111111111111:role/R"}}'),
    ['unknown-global-key'],
  ],
  [
    'a tag without its key',
    'identity',
    under('{"StringEquals":{"aws:ResourceTag/":"x"}}'),
    ['tag-key-missing'],
  ],
  ['a key of SNS’s', 'identity', under('{"StringEquals":{"AWS:SourceOwner":"111111111111"}}'), []],
  [
    'a claim of a provider’s may be of any type',
    'identity',
    under(
      '{"Bool":{"idp.example.com:vip":"true"},"ForAnyValue:StringLike":{"idp.example.com:groups":"x*"}}',
    ),
    [],
  ],
  [
    'a claim that is a list',
    'identity',
    under('{"StringEquals":{"cognito-identity.amazonaws.com:amr":"authenticated"}}'),
    ['no-set-operator'],
  ],
  [
    'L19 several values without a set operator',
    'identity',
    under('{"StringEquals":{"aws:TagKeys":"x"}}'),
    ['no-set-operator'],
  ],
  ['Null needs none', 'identity', under('{"Null":{"aws:TagKeys":"false"}}'), []],
  [
    'several values with one',
    'identity',
    under('{"ForAnyValue:StringEquals":{"aws:TagKeys":"x"}}'),
    [],
  ],
  [
    'L20 one value with one',
    'identity',
    under('{"ForAllValues:StringEquals":{"aws:PrincipalTag/a":"x"}}', 'Deny'),
    ['set-on-one-value'],
  ],
  [
    'text for an ARN',
    'identity',
    under('{"StringEquals":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/R"}}'),
    [],
  ],
  [
    'text for a date',
    'identity',
    under('{"StringEquals":{"aws:CurrentTime":"2026-01-31"}}'),
    ['operator-for-other-type'],
  ],
  [
    'seconds as a number',
    'identity',
    under('{"NumericLessThan":{"aws:EpochTime":"1767225600"}}'),
    [],
  ],
  [
    'a truth for text',
    'identity',
    under('{"Bool":{"aws:PrincipalOrgID":"true"}}'),
    ['operator-for-other-type'],
  ],
  [
    'F34 the duration',
    'trust',
    trusts(
      '{"AWS":"arn:aws:iam::111111111111:user/a"}',
      ',"Condition":{"NumericLessThan":{"sts:DurationSeconds":3600}}',
    ),
    ['duration-key-in-trust'],
  ],
  [
    'trap 24: the source is not the caller',
    'identity',
    under('{"ArnLike":{"aws:SourceArn":"arn:aws:sts::111111111111:assumed-role/R/*"}}'),
    ['source-arn-for-caller'],
  ],
  [
    'the source is a bucket',
    'identity',
    under('{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::b"}}'),
    [],
  ],
  [
    'F26 the session as principal',
    'identity',
    under('{"ArnEquals":{"aws:PrincipalArn":"arn:aws:sts::111111111111:assumed-role/R/s"}}'),
    ['principal-arn-of-session'],
  ],
  [
    'the user name of a role',
    'identity',
    under('{"StringEquals":{"aws:username":"a"}}'),
    ['username-of-role'],
    { attachedTo: 'role' },
  ],
  [
    'the user name of a user',
    'identity',
    under('{"StringEquals":{"aws:username":"a"}}'),
    [],
    { attachedTo: 'user' },
  ],
  [
    'F17 tags that may be passed',
    'trust',
    policy(
      '"Principal":{"AWS":"arn:aws:iam::111111111111:user/a"},"Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringEquals":{"aws:RequestTag/a":"x"}}',
    ),
    [],
  ],
  [
    'F22 a source identity that may not be set',
    'trust',
    trusts(
      '{"AWS":"arn:aws:iam::111111111111:user/a"}',
      ',"Condition":{"StringEquals":{"sts:SourceIdentity":"a"}}',
    ),
    ['key-needs-action'],
  ],
  [
    'F22 set in another statement',
    'trust',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/a"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:SourceIdentity":"a"}}},{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/a"},"Action":"sts:SetSourceIdentity"}]}',
    [],
  ],
]);

/** Comparisons that are met, or never met, where one would not expect it. */
testRows('comparisons', [
  ['a literal question mark', 'identity', under('{"StringEquals":{"a:b":"x?"}}'), ['literal-star']],
  ['escaped wildcards', 'identity', under('{"StringEqualsIgnoreCase":{"a:b":"x${*}${?}"}}'), []],
  [
    'F27 a star for an ARN',
    'identity',
    under('{"StringEquals":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/*"}}'),
    ['literal-star'],
  ],
  [
    'H19 a text pattern for an ARN',
    'identity',
    under('{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/*"}}'),
    ['text-pattern-for-arn'],
  ],
  [
    'two text patterns for an ARN are one finding',
    'identity',
    under(
      '{"StringLike":{"aws:PrincipalArn":["arn:aws:iam::111111111111:role/a*","arn:aws:iam::111111111111:role/b*"]}}',
    ),
    ['text-pattern-for-arn'],
  ],
  [
    'a text without a pattern for an ARN',
    'identity',
    under('{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/R"}}'),
    [],
  ],
  [
    'L22 ForAnyValue:Null',
    'identity',
    under('{"ForAnyValue:Null":{"aws:TagKeys":"true"}}'),
    ['null-with-set'],
  ],
  [
    'L12 ForAllValues with an Allow',
    'identity',
    under('{"ForAllValues:StringEquals":{"aws:TagKeys":"x"}}'),
    ['for-all-values-allows'],
  ],
  [
    'trap 10: Bool in a Deny',
    'identity',
    under('{"Bool":{"aws:MultiFactorAuthPresent":"false"}}', 'Deny'),
    ['mfa-deny-misses-keys'],
  ],
  [
    'F6 BoolIfExists in a Deny',
    'identity',
    under('{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}', 'Deny'),
    [],
  ],
  [
    'F5 BoolIfExists in an Allow',
    'identity',
    under('{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}'),
    ['mfa-allows-keys'],
  ],
  ['Bool in an Allow', 'identity', under('{"Bool":{"aws:MultiFactorAuthPresent":"true"}}'), []],
  [
    'Null in an Allow',
    'identity',
    under('{"Null":{"aws:MultiFactorAuthPresent":false}}'),
    ['mfa-presence'],
  ],
  [
    'revoking spares keys',
    'identity',
    under('{"DateLessThan":{"aws:TokenIssueTime":"2026-01-31"}}', 'Deny'),
    [],
  ],
  [
    'L6 a negation in an Allow',
    'identity',
    under('{"StringNotEquals":{"aws:PrincipalTag/a":"x"}}'),
    ['negation-allows'],
  ],
  [
    'a negation of a key that must be there',
    'identity',
    under('{"StringNotEquals":{"aws:PrincipalTag/a":"x"},"Null":{"aws:principaltag/a":"false"}}'),
    [],
  ],
  [
    'a negation of a key that is always there',
    'identity',
    under('{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/*"}}'),
    [],
  ],
  [
    'a negation in a Deny',
    'identity',
    under('{"StringNotEquals":{"aws:PrincipalTag/a":"x"}}', 'Deny'),
    [],
  ],
  [
    'trap 25: addresses in a Deny',
    'identity',
    under('{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}', 'Deny'),
    ['source-ip-hits-services'],
  ],
  [
    'services are spared',
    'identity',
    under(
      '{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"},"BoolIfExists":{"aws:ViaAWSService":"false"}}',
      'Deny',
    ),
    [],
  ],
  [
    'H21 regions with the services that have none',
    'scp',
    policy(
      '"NotAction":["iam:*","sts:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}',
      'Deny',
    ),
    [],
  ],
  [
    'H21 regions of one service',
    'scp',
    policy(
      '"Action":"ec2:*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}',
      'Deny',
    ),
    [],
  ],
  [
    'an RCP that spares services',
    'rcp',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}}}',
    [],
  ],
  [
    'private addresses',
    'identity',
    under('{"IpAddress":{"aws:SourceIp":["172.16.0.0/12","192.168.1.1","fd00::/8"]}}'),
    ['private-address', 'private-address', 'private-address'],
  ],
  [
    'an address beside the private ones',
    'identity',
    under('{"IpAddress":{"aws:SourceIp":["172.32.0.0/16","9.255.255.255"]}}'),
    [],
  ],
  [
    'a range around the private ones',
    'identity',
    under('{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}'),
    [],
  ],
  [
    'private addresses inside a VPC',
    'identity',
    under('{"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"}}'),
    [],
  ],
  ['a value twice', 'identity', under('{"StringEquals":{"a:b":["x","x"]}}'), ['redundant-value']],
  [
    'literal stars cover nothing',
    'identity',
    under('{"StringEquals":{"a:b":["x*","xy"]}}'),
    ['literal-star'],
  ],
]);

/** What adds nothing. */
testRows('redundancy', [
  [
    'H1 actions in another case',
    'identity',
    actions('["s3:GetObject","S3:getobject"]'),
    ['redundant-action'],
  ],
  [
    'a star covers all',
    'identity',
    actions('["s3:*","s3:Get*","s3:?etObject"]'),
    ['redundant-action', 'redundant-action'],
  ],
  [
    'a question mark covers no star',
    'identity',
    actions('["s3:Get?bject","s3:Get*bject"]'),
    ['redundant-action'],
  ],
  ['two patterns that overlap', 'identity', actions('["s3:Get*","s3:*Object"]'), []],
  [
    'a variable is no pattern',
    'identity',
    actions('"a:b"', '["arn:aws:s3:::${aws:userid}*","arn:aws:s3:::${aws:userid}x"]'),
    [],
  ],
  [
    'resources have their case',
    'identity',
    actions('"a:b"', '["arn:aws:s3:::B*","arn:aws:s3:::bb"]'),
    [],
  ],
  [
    'the same statement twice',
    'identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*"},{"Sid":"X","Effect":"Allow","Action":["a:b"],"Resource":["*"]}]}',
    ['redundant-statement'],
  ],
  [
    'the wider statement stands behind',
    'identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*"},{"Effect":"Allow","Action":"a:*","Resource":"*"}]}',
    ['redundant-statement'],
  ],
  [
    'another effect',
    'identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:*","Resource":"*"},{"Effect":"Deny","Action":"a:b","Resource":"*"}]}',
    [],
  ],
  [
    'another condition',
    'identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}},{"Effect":"Allow","Action":"a:b","Resource":"*"}]}',
    [],
  ],
  [
    'a negated list covers when it leaves out less',
    'identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"a:b","Resource":"*"},{"Effect":"Deny","NotAction":["a:b","a:c"],"Resource":"*"}]}',
    ['redundant-statement'],
  ],
]);

/** Rows V2, V3, V8 and V10. */
testRows('variables', [
  ['a variable in an action', 'identity', actions('"s3:${aws:userid}"'), ['variable-not-here']],
  [
    'a variable in the account',
    'identity',
    actions('"a:b"', '"arn:aws:sqs:eu-west-1:${aws:PrincipalAccount}:q"'),
    ['variable-too-early'],
  ],
  [
    'a variable in the resource',
    'identity',
    actions('"a:b"', '"arn:aws:sqs:eu-west-1:111111111111:${aws:PrincipalAccount}"'),
    [],
  ],
  [
    'a key that may have several values',
    'identity',
    actions('"a:b"', '"arn:aws:s3:::${aws:TagKeys}"'),
    ['variable-of-several'],
  ],
  [
    'a key that there is not',
    'identity',
    actions('"a:b"', '"arn:aws:s3:::${aws:Foo}"'),
    ['unknown-global-key'],
  ],
  [
    'the user name of a role',
    'identity',
    actions('"a:b"', '"arn:aws:s3:::${aws:username}"'),
    ['username-of-role'],
    { attachedTo: 'role' },
  ],
  [
    'V8 a brace missing',
    'identity',
    actions('"a:b"', '"arn:aws:s3:::${aws:userid"'),
    ['broken-variable'],
  ],
  [
    'V8 a quote missing',
    'identity',
    actions('"a:b"', '"arn:aws:s3:::${aws:userid, \'x}"'),
    ['broken-variable'],
  ],
  [
    'V8 a space in the name',
    'identity',
    actions('"a:b"', '"arn:aws:s3:::${aws: userid}"'),
    ['broken-variable'],
  ],
  ['V8 nothing in it', 'identity', actions('"a:b"', '"arn:aws:s3:::${}"'), ['broken-variable']],
  [
    'V6 a default',
    'identity',
    actions('"a:b"', '"arn:aws:s3:::${aws:PrincipalTag/team, \'all of us\'}"'),
    [],
  ],
]);

test('what could be read of a text that AWS refuses is advised on', () => {
  const text =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"allow"}]}';
  expectCodes('identity', text, ['allows-everything']);
});

test('a document full of patterns is read in little time', () => {
  const patterns = Array.from({ length: 9_000 }, (_, n) => `"s3:*${n.toString(36)}*"`);
  const text = actions(`[${patterns.join(',')}]`);
  const started = performance.now();
  advise(readPolicy(text, 'identity'));
  expect(performance.now() - started).toBeLessThan(4_000);
});

test('a document full of statements is read in little time', () => {
  const statement = '{"Effect":"Allow","Action":"a:b","Resource":"*"}';
  const text = `{"Version":"2012-10-17","Statement":[${Array.from({ length: 2_600 }, () => statement).join(',')}]}`;
  const started = performance.now();
  expect(advise(readPolicy(text, 'identity')).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(4_000);
});
