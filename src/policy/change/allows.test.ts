import { expect, test } from 'vitest';
import {
  abroad,
  admin,
  allow,
  type Asking,
  deny,
  home,
  root,
  rootOf,
  trusts,
  userArn,
} from '../explain/asking.examples.ts';
import { changing, shownAll } from './changing.examples.ts';

const github = `arn:aws:iam::${home}:oidc-provider/token.actions.githubusercontent.com`;
const alice = { 'aws:principalarn': userArn('alice') };

/** Requests that are allowed, and what would refuse them. */
type Row = readonly [why: string, asking: Asking, changes: readonly (readonly string[])[]];

test.each<Row>([
  [
    'one own policy allows',
    { identity: [allow('s3:GetObject', 'arn:aws:s3:::b/*')], resource: 'arn:aws:s3:::b/k' },
    [
      [
        'Add a statement to the policy `Own` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Give the resource a policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
      ['Detach the policy `Own` from alice.'],
    ],
  ],
  [
    'an own policy lists several actions and resources',
    {
      identity: [
        allow(['s3:GetObject', 's3:PutObject'], ['arn:aws:s3:::b/k', 'arn:aws:s3:::c/k']),
        allow('ec2:*'),
      ],
    },
    [
      [
        'Remove `s3:GetObject` from the Action of statement 1 of the policy `Own`. [-"s3:GetObject",-]',
      ],
      [
        'Remove `arn:aws:s3:::b/k` from the Resource of statement 1 of the policy `Own`. [-"arn:aws:s3:::b/k",-]',
      ],
      [
        'Add a statement to the policy `Own` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Allow","Action": ["s3:GetObject","s3:PutObject"],"Resource": ["arn:aws:s3:::b/k","arn:aws:s3:::c/k"]},-]',
      ],
      [
        'Give the resource a policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
    ],
  ],
  [
    'two statements allow: both must go',
    { identity: [allow('s3:GetObject'), allow('s3:*'), allow('ec2:*')] },
    [
      [
        'Add a statement to the policy `Own` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Give the resource a policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
      [
        'Remove statement 2 from the policy `Own`. [-{"Effect": "Allow","Action": "s3:*","Resource": "*"},-]',
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Allow","Action": "s3:GetObject","Resource": "*"},-]',
      ],
    ],
  ],
  [
    'A1: a trust policy names the user among others',
    { trust: [trusts({ AWS: [userArn('alice'), userArn('bob')] })], context: alice },
    [
      [
        'Remove `arn:aws:iam::111111111111:user/alice` from the Principal of statement 1 of the trust policy. [-"arn:aws:iam::111111111111:user/alice",-]',
      ],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the trust policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
      ],
      [
        'Add a statement to the trust policy that denies `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Attach a new policy to alice that denies `sts:AssumeRole` on `arn:aws:iam::111111111111:role/T`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Action": "sts:AssumeRole","Resource": "arn:aws:iam::111111111111:role/T"}]}+}',
      ],
    ],
  ],
  [
    'A2: trust policy and own policy both needed: either one’s silence refuses',
    {
      trust: [trusts({ AWS: [rootOf(home), rootOf(abroad)] })],
      identity: [allow(['sts:AssumeRole', 's3:*'])],
      context: alice,
    },
    [
      [
        'Add a statement to the policy `Own` that denies `sts:AssumeRole` on `arn:aws:iam::111111111111:role/T`. {+,{"Effect": "Deny","Action": "sts:AssumeRole","Resource": "arn:aws:iam::111111111111:role/T"}+}',
      ],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the trust policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
      ],
      [
        'Add a statement to the trust policy that denies `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Remove `sts:AssumeRole` from the Action of statement 1 of the policy `Own`. [-"sts:AssumeRole",-]',
      ],
      ['Detach the policy `Own` from alice.'],
    ],
  ],
  [
    'A8: a trust policy for everyone excepts this user',
    {
      trust: [
        trusts({ AWS: '*' }, { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      ],
      context: { ...alice, 'aws:principalorgid': 'o-1' },
    },
    [
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the trust policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}+}',
      ],
      [
        'Add a statement to the trust policy that denies `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Attach a new policy to alice that denies `sts:AssumeRole` on `arn:aws:iam::111111111111:role/T`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Action": "sts:AssumeRole","Resource": "arn:aws:iam::111111111111:role/T"}]}+}',
      ],
    ],
  ],
  [
    'H28: bucket and own policy both allow: both must fall silent, or one deny',
    {
      identity: [allow('s3:GetObject'), allow('ec2:*')],
      bucket: [
        allow('s3:GetObject', 'arn:aws:s3:::b/*', {
          Principal: { AWS: [userArn('alice'), userArn('bob')] },
        }),
      ],
      context: alice,
    },
    [
      [
        'Add a statement to the policy `Own` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add a statement to the resource’s policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove `arn:aws:iam::111111111111:user/alice` from the Principal of statement 1 of the resource’s policy. [-"arn:aws:iam::111111111111:user/alice",-]',
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Allow","Action": "s3:GetObject","Resource": "*"},-]',
      ],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the resource’s policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Allow","Action": "s3:GetObject","Resource": "*"},-]',
      ],
      [
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Allow","Action": "s3:GetObject","Resource": "*"},-]',
        'Delete the resource’s policy.',
      ],
    ],
  ],
  [
    'D3: a boundary is where the allow can be capped',
    { identity: [admin], boundary: [allow(['s3:GetObject', 'ec2:*'])] },
    [
      [
        'Add a statement to the permissions boundary `Boundary` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add a statement to the policy `Own` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Give the resource a policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
      [
        'Remove `s3:GetObject` from the Action of statement 1 of the permissions boundary `Boundary`. [-"s3:GetObject",-]',
      ],
      ['Detach the policy `Own` from alice.'],
    ],
  ],
  [
    'D7: an organization’s policies can deny by name',
    { identity: [admin], scps: [[admin], [admin]], context: alice },
    [
      [
        'Add a statement to the policy `Own` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add a statement to the service control policy `Scp1` that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k","Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}}+}',
      ],
      [
        'Give the resource a policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
      ['Detach the policy `Own` from alice.'],
    ],
  ],
  [
    'an RCP can deny by name',
    {
      owner: abroad,
      identity: [admin],
      trust: [trusts({ AWS: userArn('alice') })],
      rcps: [[deny('s3:DeleteBucket', '*', { Principal: '*' })]],
      context: alice,
    },
    [
      [
        'Add a statement to the policy `Own` that denies `sts:AssumeRole` on `arn:aws:iam::222222222222:role/T`. {+,{"Effect": "Deny","Action": "sts:AssumeRole","Resource": "arn:aws:iam::222222222222:role/T"}+}',
      ],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the trust policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
      ],
      [
        'Add a statement to the trust policy that denies `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Add a statement to the resource control policy `Rcp0` that denies `sts:AssumeRole` on `arn:aws:iam::222222222222:role/T` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Deny","Principal": "*","Action": "sts:AssumeRole","Resource": "arn:aws:iam::222222222222:role/T","Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}}+}',
      ],
      ['Detach the policy `Own` from alice.'],
    ],
  ],
  [
    'C19: a service is denied as a service',
    {
      by: { type: 'service', service: 'ec2.amazonaws.com' },
      trust: [trusts({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] })],
    },
    [
      [
        'Remove `ec2.amazonaws.com` from the Principal of statement 1 of the trust policy. [-"ec2.amazonaws.com",-]',
      ],
      [
        'Add a statement to the trust policy that denies `sts:AssumeRole` for `ec2.amazonaws.com`. {+,{"Effect": "Deny","Principal": {"Service": "ec2.amazonaws.com"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'G1: a token is denied by its subject',
    {
      by: { type: 'federated', provider: github },
      action: 'sts:AssumeRoleWithWebIdentity',
      trust: [
        {
          Effect: 'Allow',
          Principal: { Federated: github },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:o/r:*' } },
        },
      ],
      context: { 'token.actions.githubusercontent.com:sub': 'repo:o/r:pull_request' },
    },
    [
      [
        'Add a statement to the trust policy that denies `sts:AssumeRoleWithWebIdentity` for `arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com` where `token.actions.githubusercontent.com:sub` is `repo:o/r:pull_request`. {+,{"Effect": "Deny","Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"},"Action": "sts:AssumeRoleWithWebIdentity","Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:o/r:pull_request"}}}+}',
      ],
    ],
  ],
  [
    'a root user is held by its organization or by the resource’s policy',
    { by: root, scps: [[admin]], context: { 'aws:principalarn': rootOf(home) } },
    [
      [
        'Add a statement to the service control policy `Scp0` that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:root`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k","Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:root"}}}+}',
      ],
      [
        'Give the resource a policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:root`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:root"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k","Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:root"}}}]}+}',
      ],
    ],
  ],
  [
    'a NotAction that leaves the action free lists it',
    { identity: [{ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' }, allow('iam:GetUser')] },
    [
      [
        'Add a statement to the policy `Own` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Give the resource a policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
      [
        'Add `s3:GetObject` to the NotAction of statement 1 of the policy `Own`. {+,"s3:GetObject"+}',
      ],
      [
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Allow","NotAction": ["iam:*"],"Resource": "*"},-]',
      ],
    ],
  ],
  [
    'a value is taken off the list that lets the caller in',
    {
      identity: [
        allow('s3:*', '*', { Condition: { StringEquals: { 'aws:username': ['alice', 'bob'] } } }),
        allow('ec2:*'),
      ],
      context: { 'aws:username': 'alice' },
    },
    [
      [
        'Add a statement to the policy `Own` that denies `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Deny","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Give the resource a policy that denies `s3:GetObject` on `arn:aws:s3:::b/k` for `arn:aws:iam::111111111111:user/alice`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}]}+}',
      ],
      [
        'Remove `alice` from the values of `aws:username` under `StringEquals` in statement 1 of the policy `Own`. [-"alice",-]',
      ],
      [
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Allow","Action": "s3:*","Resource": "*","Condition": {"StringEquals": {"aws:username": ["alice","bob"]}}},-]',
      ],
    ],
  ],
  [
    'D19: a call that needs no permission cannot be refused',
    { action: 'sts:GetCallerIdentity', resource: '*', identity: [deny('*')] },
    [],
  ],
])('%s', (_why, asking, changes) => {
  expect(shownAll(changing(asking))).toStrictEqual(changes);
});
