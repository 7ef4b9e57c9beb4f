import { type PolicyKind } from '../syntax/document.ts';

/** For tests: policies that AWS saves, one of each shape that matters to reading. */
export const validPolicies: readonly (readonly [kind: PolicyKind, text: string])[] = [
  [
    'identity',
    '{"Version":"2012-10-17","Statement":[]}'.replace(
      '[]',
      '{"Effect":"Allow","Action":"*","Resource":"*"}',
    ),
  ],
  [
    'identity',
    '{"Statement":[{"Effect":"Deny","NotAction":["iam:*","sts:*"],"NotResource":"arn:aws:s3:::b/*"}]}',
  ],
  [
    'identity',
    `{
  "Version": "2012-10-17",
  "Id": "one",
  "Statement": [
    { "Sid": "A1", "Effect": "Allow", "Action": ["s3:Get*", "s3:List?ucket"], "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/\${aws:username}/*"] },
    { "Sid": "", "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": false } } }
  ]
}`,
  ],
  [
    'identity',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111111111111:role/a/*","Condition":{"StringEquals":{"iam:PassedToService":["ec2.amazonaws.com","ecs.amazonaws.com"]},"ArnLike":{"iam:AssociatedResourceARN":"arn:aws:*:*:*:*"}}}}',
  ],
  [
    'identity',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:*:s3:::b","Condition":{"NumericLessThanEquals":{"s3:max-keys":10},"DateGreaterThan":{"aws:CurrentTime":["2026-01-01","1767225600"]},"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/32"]}}}}',
  ],
  [
    'identity',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BinaryEquals":{"a:b":"YWJjZA=="},"Null":{"aws:TokenIssueTime":"true"},"ForAllValues:StringNotLikeIfExists":{"aws:TagKeys":["a*",""]}}}}',
  ],
  [
    'identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["arn:aws:iam::222222222222:role/*","arn:aws:cloudfront:*"],"Condition":{}}]}',
  ],
  [
    'identity',
    '\uFEFF{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"nosuch:Thing","Resource":"*"}]}',
  ],
  [
    'boundary',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*","ec2:*"],"Resource":"*"}]}',
  ],
  [
    'session',
    '{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}',
  ],
  [
    'trust',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole"}]}',
  ],
  [
    'trust',
    '{"Version":"2012-10-17","Statement":{"Sid":"x","Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com","lambda.amazonaws.com"]},"Action":"sts:AssumeRole"}}',
  ],
  [
    'trust',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["111111111111","arn:aws:iam::111111111111:user/a/b","arn:aws:iam::111111111111:role/R","arn:aws:sts::111111111111:assumed-role/R/s","AROAEXAMPLEID0000000"]},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],"Condition":{"StringEquals":{"sts:ExternalId":"7431"},"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}',
  ],
  [
    'trust',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"},"StringLike":{"token.actions.githubusercontent.com:sub":"repo:o/r:*"}}}]}',
  ],
  [
    'trust',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"eu-west-1:1"},"ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}}}]}',
  ],
  [
    'trust',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"*"},"NotAction":"sts:TagSession"},{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111111111111:saml-provider/idp"},"Action":"sts:AssumeRoleWithSAML"}]}',
  ],
  [
    'resource',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}',
  ],
  [
    'resource',
    '{"Version":"2012-10-17","Id":"i","Statement":[{"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::111111111111:user/a"],"CanonicalUser":"abc"},"Action":"s3:*","Resource":"*"}]}',
  ],
  [
    'scp',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}]}',
  ],
  [
    'rcp',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-1"}}}]}',
  ],
];
