import { expect, test } from 'vitest';
import {
  abroad,
  admin,
  allow,
  type Asking,
  deny,
  distrusts,
  home,
  roleArn,
  root,
  rootOf,
  session,
  trusts,
  userArn,
} from '../explain/asking.examples.ts';
import { changing, shownAll } from './changing.examples.ts';

const alice = { 'aws:principalarn': userArn('alice') };
const role = { 'aws:principalarn': roleArn('R') };

/** Requests that a deny refuses, and every change that is offered. */
type Row = readonly [why: string, asking: Asking, changes: readonly (readonly string[])[]];

test.each<Row>([
  [
    'D20: an own policy denies: the statement goes',
    { identity: [admin, deny('s3:GetObject', '*', { Sid: 'DenyOld' })], context: alice },
    [
      [
        'Remove statement 2 (`DenyOld`) from the policy `Own`. [-,{"Effect": "Deny","Action": "s3:GetObject","Resource": "*","Sid": "DenyOld"}-]',
      ],
    ],
  ],
  [
    'a policy that only denies is detached',
    {
      identity: [deny('s3:*')],
      bucket: [allow('s3:GetObject', '*', { Principal: { AWS: userArn('alice') } })],
      context: alice,
    },
    [['Detach the policy `Own` from alice.']],
  ],
  [
    'a deny that lists the action among others loses it',
    { identity: [admin, deny(['s3:GetObject', 's3:PutObject'])], context: alice },
    [
      [
        'Remove `s3:GetObject` from the Action of statement 2 of the policy `Own`. [-"s3:GetObject",-]',
      ],
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": ["s3:GetObject","s3:PutObject"],"Resource": "*"}-]',
      ],
    ],
  ],
  [
    'a deny that lists the resource among others loses it',
    { identity: [admin, deny('s3:*', ['arn:aws:s3:::b/k', 'arn:aws:s3:::c/*'])], context: alice },
    [
      [
        'Remove `arn:aws:s3:::b/k` from the Resource of statement 2 of the policy `Own`. [-"arn:aws:s3:::b/k",-]',
      ],
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": "s3:*","Resource": ["arn:aws:s3:::b/k","arn:aws:s3:::c/*"]}-]',
      ],
    ],
  ],
  [
    'a deny of everything but some actions gets one more exception',
    { identity: [admin, { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }], context: alice },
    [
      [
        'Add `s3:GetObject` to the NotAction of statement 2 of the policy `Own`. {+[+} {+, "s3:GetObject"]+}',
      ],
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","NotAction": "iam:*","Resource": "*"}-]',
      ],
    ],
  ],
  [
    'H12: a deny of everything but some resources gets one more exception',
    {
      identity: [
        admin,
        { Effect: 'Deny', Action: 's3:*', NotResource: ['arn:aws:s3:::hr/*', 'arn:aws:s3:::pr/*'] },
      ],
      context: alice,
    },
    [
      [
        'Add `arn:aws:s3:::b/k` to the NotResource of statement 2 of the policy `Own`. {+,"arn:aws:s3:::b/k"+}',
      ],
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": "s3:*","NotResource": ["arn:aws:s3:::hr/*","arn:aws:s3:::pr/*"]}-]',
      ],
    ],
  ],
  [
    'A7: a trust policy that denies several spares this one',
    {
      trust: [
        trusts({ AWS: rootOf(home) }),
        distrusts({ AWS: [userArn('alice'), userArn('bob')] }),
      ],
      identity: [admin],
      context: alice,
    },
    [
      [
        'Remove `arn:aws:iam::111111111111:user/alice` from the Principal of statement 2 of the trust policy. [-"arn:aws:iam::111111111111:user/alice",-]',
      ],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 2 of the trust policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
      ],
      [
        'Remove statement 2 from the trust policy. [-,{"Effect": "Deny","Principal": {"AWS": ["arn:aws:iam::111111111111:user/alice","arn:aws:iam::111111111111:user/bob"]},"Action": "sts:AssumeRole"}-]',
      ],
    ],
  ],
  [
    'a trust policy that denies the account excepts this user',
    {
      trust: [trusts({ AWS: userArn('alice') }), distrusts({ AWS: rootOf(home) })],
      context: alice,
    },
    [
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 2 of the trust policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
      ],
      [
        'Remove statement 2 from the trust policy. [-,{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:root"},"Action": "sts:AssumeRole"}-]',
      ],
    ],
  ],
  [
    'E-28: a bucket policy denies a role with another beside it',
    {
      by: session('R', 's1'),
      identity: [admin],
      bucket: [
        deny('s3:*', '*', { Principal: { AWS: roleArn('R'), Service: 'ec2.amazonaws.com' } }),
        allow('s3:*', '*', { Principal: { AWS: userArn('bob') } }),
      ],
      context: role,
    },
    [
      [
        'Remove `arn:aws:iam::111111111111:role/R` from the Principal of statement 1 of the resource’s policy. [-"AWS": "arn:aws:iam::111111111111:role/R",-]',
      ],
      [
        'Except `arn:aws:iam::111111111111:role/R` from statement 1 of the resource’s policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:role/R"}}+}',
      ],
      [
        'Remove statement 1 from the resource’s policy. [-{"Effect": "Deny","Action": "s3:*","Resource": "*","Principal": {"AWS": "arn:aws:iam::111111111111:role/R","Service": "ec2.amazonaws.com"}},-]',
      ],
    ],
  ],
  [
    'C22: NotPrincipal spares one more, where no boundary forbids that',
    {
      identity: [admin],
      bucket: [
        deny('s3:*', '*', { NotPrincipal: { AWS: [userArn('bob'), rootOf(abroad)] } }),
        allow('s3:*', '*', { Principal: { AWS: userArn('bob') } }),
      ],
      context: alice,
    },
    [
      [
        'Add `arn:aws:iam::111111111111:user/alice` to the NotPrincipal of statement 1 of the resource’s policy. {+,"arn:aws:iam::111111111111:user/alice"+}',
      ],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the resource’s policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
      ],
      [
        'Remove statement 1 from the resource’s policy. [-{"Effect": "Deny","Action": "s3:*","Resource": "*","NotPrincipal": {"AWS": ["arn:aws:iam::111111111111:user/bob","arn:aws:iam::222222222222:root"]}},-]',
      ],
    ],
  ],
  [
    'C22: NotPrincipal spares nobody who has a boundary',
    {
      identity: [admin],
      boundary: [admin],
      bucket: [deny('s3:*', '*', { NotPrincipal: { AWS: userArn('bob') } })],
      context: alice,
    },
    [
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the resource’s policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
      ],
      ['Delete the resource’s policy.'],
    ],
  ],
  [
    'B13: an RCP that admits one organization gets an exception',
    {
      owner: abroad,
      identity: [admin],
      trust: [trusts({ AWS: userArn('alice') })],
      rcps: [
        [
          deny('sts:AssumeRole', '*', {
            Principal: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } },
          }),
        ],
      ],
      context: { ...alice, 'aws:principalorgid': 'o-2' },
    },
    [
      [
        'Add `o-2` to the values of `aws:PrincipalOrgID` under `StringNotEquals` in statement 1 of the resource control policy `Rcp0`. {+[+} {+, "o-2"]+}',
      ],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the resource control policy `Rcp0`, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}+}',
      ],
      ['Detach the resource control policy `Rcp0` from the root of the organization.'],
    ],
  ],
  [
    'D10: an SCP that denies: spared by name, or the statement goes',
    { identity: [admin], scps: [[admin, deny('s3:*', '*', { Sid: 'NoBuckets' })]], context: alice },
    [
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 2 (`NoBuckets`) of the service control policy `Scp0`, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
      ],
      [
        'Remove statement 2 (`NoBuckets`) from the service control policy `Scp0`. [-,{"Effect": "Deny","Action": "s3:*","Resource": "*","Sid": "NoBuckets"}-]',
      ],
    ],
  ],
  [
    'an SCP of nothing but a deny leaves its level silent too: both are answered',
    {
      identity: [admin],
      scps: [[admin], [deny('s3:DeleteBucket')]],
      action: 's3:DeleteBucket',
      resource: 'arn:aws:s3:::b',
      context: alice,
    },
    [
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the service control policy `Scp1`, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}}+}',
        'Add a statement to the service control policy `Scp1` that allows `s3:DeleteBucket` on `arn:aws:s3:::b`. {+,{"Effect": "Allow","Action": "s3:DeleteBucket","Resource": "arn:aws:s3:::b"}+}',
      ],
      [
        'Attach a new service control policy at level 2 of the organization that allows `s3:DeleteBucket` on `arn:aws:s3:::b`. {+{"Version": "2012-10-17","Statement": [{"Effect": "Allow","Action": "s3:DeleteBucket","Resource": "arn:aws:s3:::b"}]}+}',
        'Detach the service control policy `Scp1` from level 2 of the organization.',
      ],
    ],
  ],
  [
    'D12: a root user is bound by an SCP too',
    {
      by: root,
      action: 's3:GetObject',
      scps: [[admin, deny(['s3:GetObject', 's3:PutObject'])]],
      context: { 'aws:principalarn': rootOf(home) },
    },
    [
      [
        'Except `arn:aws:iam::111111111111:root` from statement 2 of the service control policy `Scp0`, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:root"}}+}',
      ],
      [
        'Remove `s3:GetObject` from the Action of statement 2 of the service control policy `Scp0`. [-"s3:GetObject",-]',
      ],
      [
        'Remove statement 2 from the service control policy `Scp0`. [-,{"Effect": "Deny","Action": ["s3:GetObject","s3:PutObject"],"Resource": "*"}-]',
      ],
    ],
  ],
  [
    'D6: a boundary denies',
    { identity: [admin], boundary: [admin, deny('s3:*', 'arn:aws:s3:::b/*')], context: alice },
    [
      [
        'Remove statement 2 from the permissions boundary `Boundary`. [-,{"Effect": "Deny","Action": "s3:*","Resource": "arn:aws:s3:::b/*"}-]',
      ],
    ],
  ],
  [
    'D16: a session policy denies: a new session',
    {
      by: session('R', 's1'),
      identity: [admin],
      session: [admin, deny('s3:GetObject')],
      context: role,
    },
    [
      [
        'In a new session: remove statement 2 from the session policy. [-,{"Effect": "Deny","Action": "s3:GetObject","Resource": "*"}-]',
      ],
    ],
  ],
  [
    'H21: a deny outside a list of Regions gets one more Region, or the call is made in another',
    {
      identity: [
        admin,
        deny('s3:*', '*', {
          Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
        }),
      ],
      context: { ...alice, 'aws:requestedregion': 'us-east-1' },
    },
    [
      ['Make the call in the Region `eu-west-1`.'],
      [
        'Add `us-east-1` to the values of `aws:RequestedRegion` under `StringNotEquals` in statement 2 of the policy `Own`. {+,"us-east-1"+}',
      ],
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": "s3:*","Resource": "*","Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-west-1","eu-central-1"]}}}-]',
      ],
    ],
  ],
  [
    'a deny of listed users loses one of them',
    {
      identity: [
        admin,
        deny('s3:*', '*', { Condition: { StringEquals: { 'aws:username': ['alice', 'bob'] } } }),
      ],
      context: { ...alice, 'aws:username': 'alice' },
    },
    [
      [
        'Remove `alice` from the values of `aws:username` under `StringEquals` in statement 2 of the policy `Own`. [-"alice",-]',
      ],
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": "s3:*","Resource": "*","Condition": {"StringEquals": {"aws:username": ["alice","bob"]}}}-]',
      ],
    ],
  ],
  [
    'a deny and a silence: both are answered',
    { identity: [deny('s3:GetObject'), allow('ec2:*')], context: alice },
    [
      [
        'Add `s3:GetObject` to the Action of statement 2 of the policy `Own`. {+[+} {+, "s3:GetObject"]+}',
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Deny","Action": "s3:GetObject","Resource": "*"},-]',
      ],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
        'Remove statement 1 from the policy `Own`. [-{"Effect": "Deny","Action": "s3:GetObject","Resource": "*"},-]',
      ],
    ],
  ],
  [
    'two denies: both go',
    { identity: [admin, deny('s3:*'), deny('s3:GetObject')], context: alice },
    [
      [
        'Remove statement 3 from the policy `Own`. [-,{"Effect": "Deny","Action": "s3:GetObject","Resource": "*"}-]',
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": "s3:*","Resource": "*"}-]',
      ],
    ],
  ],
  [
    'two denies in two policies',
    { identity: [admin, deny('s3:*')], boundary: [admin, deny('s3:GetObject')], context: alice },
    [
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": "s3:*","Resource": "*"}-]',
        'Remove statement 2 from the permissions boundary `Boundary`. [-,{"Effect": "Deny","Action": "s3:GetObject","Resource": "*"}-]',
      ],
    ],
  ],
])('%s', (_why, asking, changes) => {
  expect(shownAll(changing(asking))).toStrictEqual(changes);
});
