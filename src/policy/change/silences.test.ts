import { expect, test } from 'vitest';
import {
  abroad,
  admin,
  allow,
  type Asking,
  guest,
  home,
  roleArn,
  root,
  rootOf,
  session,
  trusts,
  userArn,
} from '../explain/asking.examples.ts';
import { changing, shownAll } from './changing.examples.ts';

const github = `arn:aws:iam::${home}:oidc-provider/token.actions.githubusercontent.com`;

/** Requests that a silence refuses, and every change that is offered, the most careful first. */
type Row = readonly [why: string, asking: Asking, changes: readonly (readonly string[])[]];

test.each<Row>([
  // ---- trust policies
  [
    'A5: a trust policy that names another user gets this one beside it, or a statement of its own',
    { trust: [trusts({ AWS: userArn('bob') })] },
    [
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'A3: a trust policy that names the account leaves two routes: the user’s own policies, or the user’s name in it',
    { trust: [trusts({ AWS: rootOf(home) })] },
    [
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Attach a new policy to alice that allows `sts:AssumeRole` on `arn:aws:iam::111111111111:role/T`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "sts:AssumeRole","Resource": "arn:aws:iam::111111111111:role/T"}]}+}',
      ],
    ],
  ],
  [
    'A3 with a policy to write in: the identity policy is edited, not a new one attached',
    { trust: [trusts({ AWS: rootOf(home) })], identity: [allow('s3:*')] },
    [
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
      [
        'Add a statement to the policy `Own` that allows `sts:AssumeRole` on `arn:aws:iam::111111111111:role/T`. {+,{"Effect": "Allow","Action": "sts:AssumeRole","Resource": "arn:aws:iam::111111111111:role/T"}+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Add `sts:AssumeRole` to the Action of statement 1 of the policy `Own`. {+[+} {+, "sts:AssumeRole"]+}',
      ],
    ],
  ],
  [
    'A10: the right action on another role: the role is added to the Resource',
    {
      trust: [trusts({ AWS: rootOf(home) })],
      identity: [allow('sts:AssumeRole', 'arn:aws:iam::111111111111:role/Other')],
    },
    [
      [
        'Add `arn:aws:iam::111111111111:role/T` to the Resource of statement 1 of the policy `Own`. {+[+} {+, "arn:aws:iam::111111111111:role/T"]+}',
      ],
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
      [
        'Add a statement to the policy `Own` that allows `sts:AssumeRole` on `arn:aws:iam::111111111111:role/T`. {+,{"Effect": "Allow","Action": "sts:AssumeRole","Resource": "arn:aws:iam::111111111111:role/T"}+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'A9: a trust policy for a service gets a member of its own for users',
    { trust: [trusts({ Service: 'ec2.amazonaws.com' })] },
    [
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+,"AWS": "arn:aws:iam::111111111111:user/alice"+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'a list of principals gets one more line',
    { trust: [trusts({ AWS: [userArn('bob'), userArn('carol')] })] },
    [
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+,"arn:aws:iam::111111111111:user/alice"+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'B3: across accounts, when only the trust policy is missing',
    {
      owner: abroad,
      trust: [trusts({ AWS: rootOf('333333333333') })],
      identity: [allow('sts:AssumeRole', 'arn:aws:iam::222222222222:role/T')],
    },
    [
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'B2: across accounts, when only the identity policy is missing',
    { owner: abroad, trust: [trusts({ AWS: userArn('alice') })] },
    [
      [
        'Attach a new policy to alice that allows `sts:AssumeRole` on `arn:aws:iam::222222222222:role/T`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "sts:AssumeRole","Resource": "arn:aws:iam::222222222222:role/T"}]}+}',
      ],
    ],
  ],
  [
    'both sides missing across accounts: two edits, and neither is enough alone',
    { owner: abroad, trust: [trusts({ AWS: userArn('bob') })], identity: [allow('s3:*')] },
    [
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
        'Add a statement to the policy `Own` that allows `sts:AssumeRole` on `arn:aws:iam::222222222222:role/T`. {+,{"Effect": "Allow","Action": "sts:AssumeRole","Resource": "arn:aws:iam::222222222222:role/T"}+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
        'Add a statement to the policy `Own` that allows `sts:AssumeRole` on `arn:aws:iam::222222222222:role/T`. {+,{"Effect": "Allow","Action": "sts:AssumeRole","Resource": "arn:aws:iam::222222222222:role/T"}+}',
      ],
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the trust policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
        'Add `sts:AssumeRole` to the Action of statement 1 of the policy `Own`. {+[+} {+, "sts:AssumeRole"]+}',
      ],
    ],
  ],
  [
    'E-1: a session is admitted by its role’s ARN, never by its own',
    { by: session('R', 's1'), trust: [trusts({ AWS: userArn('alice') })] },
    [
      [
        'Add `arn:aws:iam::111111111111:role/R` to the Principal of statement 1 of the trust policy. {+[+} {+, "arn:aws:iam::111111111111:role/R"]+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:role/R`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:role/R"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'a service is admitted as a service',
    {
      by: { type: 'service', service: 'lambda.amazonaws.com' },
      trust: [trusts({ Service: 'ec2.amazonaws.com' })],
    },
    [
      [
        'Add `lambda.amazonaws.com` to the Principal of statement 1 of the trust policy. {+[+} {+, "lambda.amazonaws.com"]+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `lambda.amazonaws.com`. {+,{"Effect": "Allow","Principal": {"Service": "lambda.amazonaws.com"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'a service that says for whom it works is admitted for that alone',
    {
      by: { type: 'service', service: 'sns.amazonaws.com' },
      bucket: [
        allow('s3:PutObject', 'arn:aws:s3:::b/*', { Principal: { Service: 'sqs.amazonaws.com' } }),
      ],
      action: 's3:PutObject',
      context: {
        'aws:sourcearn': 'arn:aws:sns:us-east-1:111111111111:t',
        'aws:sourceaccount': home,
      },
    },
    [
      [
        'Add a statement to the resource’s policy that allows `s3:PutObject` on `arn:aws:s3:::b/k` for `sns.amazonaws.com` where `aws:SourceArn` is `arn:aws:sns:us-east-1:111111111111:t` and `aws:SourceAccount` is `111111111111`. {+,{"Effect": "Allow","Principal": {"Service": "sns.amazonaws.com"},"Action": "s3:PutObject","Resource": "arn:aws:s3:::b/k","Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-1:111111111111:t"},"StringEquals": {"aws:SourceAccount": "111111111111"}}}+}',
      ],
    ],
  ],
  [
    'G3: a token of GitHub’s is admitted with its own subject, for AWS refuses the provider alone',
    {
      by: { type: 'federated', provider: github },
      action: 'sts:AssumeRoleWithWebIdentity',
      trust: [trusts({ AWS: userArn('bob') })],
      context: {
        'token.actions.githubusercontent.com:sub': 'repo:o/r:ref:refs/heads/main',
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
      },
    },
    [
      [
        'Add a statement to the trust policy that allows `sts:AssumeRoleWithWebIdentity` for `arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com` where `token.actions.githubusercontent.com:aud` is `sts.amazonaws.com` and `token.actions.githubusercontent.com:sub` is `repo:o/r:ref:refs/heads/main`. {+,{"Effect": "Allow","Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action": "sts:AssumeRoleWithWebIdentity","Condition": {"StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com","token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/main"}}}+}',
      ],
    ],
  ],
  [
    'G5: another branch is added to the subjects',
    {
      by: { type: 'federated', provider: github },
      action: 'sts:AssumeRoleWithWebIdentity',
      trust: [
        {
          Effect: 'Allow',
          Principal: { Federated: github },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:sub': 'repo:o/r:ref:refs/heads/main',
            },
          },
        },
      ],
      context: { 'token.actions.githubusercontent.com:sub': 'repo:o/r:ref:refs/heads/next' },
    },
    [
      [
        'Add `repo:o/r:ref:refs/heads/next` to the values of `token.actions.githubusercontent.com:sub` under `StringEquals` in statement 1 of the trust policy. {+[+} {+, "repo:o/r:ref:refs/heads/next"]+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRoleWithWebIdentity` for `arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com` where `token.actions.githubusercontent.com:sub` is `repo:o/r:ref:refs/heads/next`. {+,{"Effect": "Allow","Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action": "sts:AssumeRoleWithWebIdentity","Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/next"}}}+}',
      ],
    ],
  ],
  [
    'G9: the action for tokens is added where only AssumeRole is named',
    {
      by: { type: 'federated', provider: github },
      action: 'sts:AssumeRoleWithWebIdentity',
      trust: [
        {
          Effect: 'Allow',
          Principal: { Federated: github },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:sub': 'repo:o/r:ref:refs/heads/main',
            },
          },
        },
      ],
      context: { 'token.actions.githubusercontent.com:sub': 'repo:o/r:ref:refs/heads/main' },
    },
    [
      [
        'Add `sts:AssumeRoleWithWebIdentity` to the Action of statement 1 of the trust policy. {+[+} {+, "sts:AssumeRoleWithWebIdentity"]+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRoleWithWebIdentity` for `arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com` where `token.actions.githubusercontent.com:sub` is `repo:o/r:ref:refs/heads/main`. {+,{"Effect": "Allow","Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action": "sts:AssumeRoleWithWebIdentity","Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/main"}}}+}',
      ],
    ],
  ],
  [
    'F17: tags need an action of their own in the trust policy',
    { action: 'sts:TagSession', trust: [trusts({ AWS: userArn('alice') })] },
    [
      [
        'Add `sts:TagSession` to the Action of statement 1 of the trust policy. {+[+} {+, "sts:TagSession"]+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:TagSession` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:TagSession"}+}',
      ],
    ],
  ],
  [
    'A27: a tag that has another value is listed, or the condition goes',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { StringEquals: { 'aws:PrincipalTag/team': ['a', 'b'] } } },
        ),
      ],
      context: { 'aws:principaltag/team': 'c' },
    },
    [
      [
        'Add `c` to the values of `aws:PrincipalTag/team` under `StringEquals` in statement 1 of the trust policy. {+,"c"+}',
      ],
      [
        'Remove the condition on `aws:PrincipalTag/team` under `StringEquals` from statement 1 of the trust policy. [-,"Condition": {"StringEquals": {"aws:PrincipalTag/team": ["a","b"]}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'F30: a tag that is excluded is taken off the list',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { StringNotEquals: { 'aws:PrincipalTag/team': ['a', 'b'] } } },
        ),
      ],
      context: { 'aws:principaltag/team': 'b' },
    },
    [
      [
        'Remove `b` from the values of `aws:PrincipalTag/team` under `StringNotEquals` in statement 1 of the trust policy. [-,"b"-]',
      ],
      [
        'Remove the condition on `aws:PrincipalTag/team` under `StringNotEquals` from statement 1 of the trust policy. [-,"Condition": {"StringNotEquals": {"aws:PrincipalTag/team": ["a","b"]}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'B15: outside the organization, the condition goes or the user is named apart',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
        ),
      ],
    },
    [
      [
        'Remove the condition on `aws:PrincipalOrgID` under `StringEquals` from statement 1 of the trust policy. [-,"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'F28: two conditions that fail: each is met, or goes',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          {
            Condition: {
              StringEquals: { 'sts:ExternalId': 'acme-7431' },
              Bool: { 'aws:MultiFactorAuthPresent': 'true' },
            },
          },
        ),
      ],
    },
    [
      [
        'Use MFA: give the code of the MFA device with the call.',
        'Pass `acme-7431` as the `ExternalId` of the call.',
      ],
      [
        'Remove the condition on `aws:MultiFactorAuthPresent` under `Bool` from statement 1 of the trust policy. [-,"Bool": {"aws:MultiFactorAuthPresent": "true"}-]',
        'Pass `acme-7431` as the `ExternalId` of the call.',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  // ---- identity policies
  [
    'D2: nothing is attached: a new policy, for this action on this resource',
    {},
    [
      [
        'Attach a new policy to alice that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
    ],
  ],
  [
    'a policy for other actions: a statement of its own is more careful than one more action on every resource',
    { identity: [allow('s3:PutObject')] },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the policy `Own`. {+[+} {+, "s3:GetObject"]+}',
      ],
    ],
  ],
  [
    'a policy for other objects',
    { identity: [allow('s3:GetObject', ['arn:aws:s3:::c/*', 'arn:aws:s3:::d/*'])] },
    [
      [
        'Add `arn:aws:s3:::b/k` to the Resource of statement 1 of the policy `Own`. {+,"arn:aws:s3:::b/k"+}',
      ],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
    ],
  ],
  [
    'NotAction in an Allow: the action is taken off it',
    { identity: [{ Effect: 'Allow', NotAction: ['s3:GetObject', 'iam:*'], Resource: '*' }] },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove `s3:GetObject` from the NotAction of statement 1 of the policy `Own`. [-"s3:GetObject",-]',
      ],
    ],
  ],
  [
    'NotResource in an Allow: the resource is taken off it',
    {
      identity: [
        { Effect: 'Allow', Action: 's3:*', NotResource: ['arn:aws:s3:::b/k', 'arn:aws:s3:::c/*'] },
      ],
    },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove `arn:aws:s3:::b/k` from the NotResource of statement 1 of the policy `Own`. [-"arn:aws:s3:::b/k",-]',
      ],
    ],
  ],
  [
    'an action that has no resource is allowed by a statement of its own, the only place for a star',
    {
      action: 's3:ListAllMyBuckets',
      resource: '*',
      identity: [allow('s3:ListAllMyBuckets', 'arn:aws:s3:::b')],
    },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:ListAllMyBuckets`. {+,{"Effect": "Allow","Action": "s3:ListAllMyBuckets","Resource": "*"}+}',
      ],
    ],
  ],
  [
    'a star in the name of an object is written so that it stands for itself',
    { resource: 'arn:aws:s3:::b/*', identity: [allow('s3:GetObject', 'arn:aws:s3:::b/k')] },
    [
      [
        'Add `arn:aws:s3:::b/${*}` to the Resource of statement 1 of the policy `Own`. {+[+} {+, "arn:aws:s3:::b/${*}"]+}',
      ],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/${*}`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/${*}"}+}',
      ],
    ],
  ],
  [
    'version 2008 cannot escape a wildcard: a policy of its own can',
    {
      resource: 'arn:aws:s3:::b/a?',
      identity: { version: '2008-10-17', statements: [allow('s3:GetObject', 'arn:aws:s3:::b/k')] },
    },
    [
      [
        'Attach a new policy to alice that allows `s3:GetObject` on `arn:aws:s3:::b/a${?}`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/a${?}"}]}+}',
      ],
    ],
  ],
  [
    'H15: a variable that the caller has not: the object is added by name',
    {
      identity: [allow('s3:GetObject', 'arn:aws:s3:::b/${aws:username}/*')],
      resource: 'arn:aws:s3:::b/x',
    },
    [
      [
        'Add `arn:aws:s3:::b/x` to the Resource of statement 1 of the policy `Own`. {+[+} {+, "arn:aws:s3:::b/x"]+}',
      ],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/x`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/x"}+}',
      ],
    ],
  ],
  [
    'C11: a bucket policy that names the account, and an identity policy that is silent',
    { bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: { AWS: rootOf(home) } })] },
    [
      [
        'Attach a new policy to alice that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
      [
        'Add a statement to the resource’s policy that allows `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the resource’s policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
    ],
  ],
  [
    'H28: both silent in one account: either is enough',
    {
      bucket: [allow('s3:PutObject', 'arn:aws:s3:::b/*', { Principal: { AWS: userArn('bob') } })],
      identity: [allow('ec2:*')],
    },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add a statement to the resource’s policy that allows `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the policy `Own`. {+[+} {+, "s3:GetObject"]+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the resource’s policy. {+[+} {+, "s3:GetObject"]+}',
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the resource’s policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
    ],
  ],
  // ---- resource policies
  [
    'H30: across accounts the bucket’s policy names the account, and the user has nothing',
    {
      owner: abroad,
      bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: { AWS: rootOf(home) } })],
    },
    [
      [
        'Attach a new policy to alice that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
    ],
  ],
  [
    'across accounts without a bucket policy: one is made',
    { owner: abroad, identity: [allow('s3:*')] },
    [
      [
        'Give the resource a policy that allows `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
    ],
  ],
  [
    'H25: a key policy without the account: the key is `*` in its own policy',
    {
      key: [allow('kms:*', '*', { Principal: { AWS: userArn('bob') } })],
      identity: [allow('kms:Decrypt')],
      action: 'kms:Decrypt',
      resource: 'arn:aws:kms:us-east-1:111111111111:key/k',
    },
    [
      [
        'Add a statement to the key policy that allows `kms:Decrypt` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "kms:Decrypt","Resource": "*"}+}',
      ],
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the key policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
    ],
  ],
  [
    'a federated user is admitted by the ARN of the session that GetFederationToken gave',
    {
      by: guest,
      bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: { AWS: userArn('bob') } })],
      session: [allow('ec2:*')],
    },
    [
      [
        'Add a statement to the resource’s policy that allows `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:sts::111111111111:federated-user/bob`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:sts::111111111111:federated-user/bob"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `arn:aws:sts::111111111111:federated-user/bob` to the Principal of statement 1 of the resource’s policy. {+[+} {+, "arn:aws:sts::111111111111:federated-user/bob"]+}',
      ],
      [
        'In a new session: add a statement to the session policy that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
        'Attach a new policy to bob that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
      [
        'In a new session: add `s3:GetObject` to the Action of statement 1 of the session policy. {+[+} {+, "s3:GetObject"]+}',
        'Attach a new policy to bob that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
    ],
  ],
  [
    'H31: nobody is admitted as everybody: an anonymous caller is offered nothing',
    {
      by: { type: 'anonymous' },
      bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: { AWS: userArn('bob') } })],
    },
    [],
  ],
  [
    'A22: no policy lets a root user assume a role',
    { by: root, trust: [trusts({ AWS: userArn('bob') })] },
    [],
  ],
  // ---- caps
  [
    'D4: a boundary is silent: a statement in it, or the user’s name in the bucket’s policy',
    {
      identity: [admin],
      boundary: [allow('ec2:*')],
      bucket: [allow('s3:PutObject', '*', { Principal: { AWS: userArn('bob') } })],
    },
    [
      [
        'Add a statement to the permissions boundary `Boundary` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add a statement to the resource’s policy that allows `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the permissions boundary `Boundary`. {+[+} {+, "s3:GetObject"]+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the resource’s policy. {+[+} {+, "s3:GetObject"]+}',
        'Add `arn:aws:iam::111111111111:user/alice` to the Principal of statement 1 of the resource’s policy. {+[+} {+, "arn:aws:iam::111111111111:user/alice"]+}',
      ],
    ],
  ],
  [
    'D4 and D2: boundary and identity policy both silent',
    { identity: [allow('ec2:*')], boundary: [allow('ec2:*')] },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
        'Add a statement to the permissions boundary `Boundary` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the permissions boundary `Boundary`. {+[+} {+, "s3:GetObject"]+}',
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the policy `Own`. {+[+} {+, "s3:GetObject"]+}',
        'Add a statement to the permissions boundary `Boundary` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
    ],
  ],
  [
    'D14: a session policy is silent: only a new session helps',
    { by: session('R', 's1'), identity: [admin], session: [allow('ec2:*')] },
    [
      ['Ask for a new session without the session policy.'],
      [
        'In a new session: add a statement to the session policy that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'In a new session: add `s3:GetObject` to the Action of statement 1 of the session policy. {+[+} {+, "s3:GetObject"]+}',
      ],
    ],
  ],
  [
    'D18: a federated user without a session policy: a new session with one',
    { by: guest, identity: [admin] },
    [
      [
        'Ask for a new session with a session policy that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
    ],
  ],
  [
    'C6: a role’s ARN in the bucket’s policy is capped by the session policy; the session’s own ARN is not',
    {
      by: session('R', 's1'),
      session: [allow('ec2:*')],
      bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: { AWS: roleArn('R') } })],
    },
    [
      [
        'Add `arn:aws:sts::111111111111:assumed-role/R/s1` to the Principal of statement 1 of the resource’s policy. {+[+} {+, "arn:aws:sts::111111111111:assumed-role/R/s1"]+}',
      ],
      [
        'Add a statement to the resource’s policy that allows `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:sts::111111111111:assumed-role/R/s1`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:sts::111111111111:assumed-role/R/s1"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      ['Ask for a new session without the session policy.'],
      [
        'In a new session: add a statement to the session policy that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'In a new session: add `s3:GetObject` to the Action of statement 1 of the session policy. {+[+} {+, "s3:GetObject"]+}',
      ],
    ],
  ],
  [
    'D8: one level of the organization is silent',
    { identity: [admin], scps: [[admin], [allow('ec2:*')]] },
    [
      [
        'Add a statement to the service control policy `Scp1` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the service control policy `Scp1`. {+[+} {+, "s3:GetObject"]+}',
      ],
    ],
  ],
  [
    'two levels are silent: both must speak',
    { identity: [admin], scps: [[allow('ec2:*')], [allow('ec2:*')]] },
    [
      [
        'Add a statement to the service control policy `Scp0` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
        'Add a statement to the service control policy `Scp1` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the service control policy `Scp0`. {+[+} {+, "s3:GetObject"]+}',
        'Add a statement to the service control policy `Scp1` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `s3:GetObject` to the Action of statement 1 of the service control policy `Scp1`. {+[+} {+, "s3:GetObject"]+}',
        'Add a statement to the service control policy `Scp0` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
    ],
  ],
])('%s', (_why, asking, changes) => {
  expect(shownAll(changing(asking))).toStrictEqual(changes);
});
