import { expect, test } from 'vitest';
import {
  abroad,
  admin,
  allow,
  type Asking,
  deny,
  distrusts,
  roleArn,
  session,
  trusts,
  userArn,
} from '../explain/asking.examples.ts';
import { changing, shownAll } from './changing.examples.ts';

const alice = { 'aws:principalarn': userArn('alice') };
const role = { 'aws:principalarn': roleArn('R') };
const now = '2026-02-01T00:00:00Z';

/** Refusals about which the caller can do something. */
type Row = readonly [why: string, asking: Asking, changes: readonly (readonly string[])[]];

test.each<Row>([
  [
    'B8: the external id is passed',
    {
      owner: abroad,
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { StringEquals: { 'sts:ExternalId': 'acme-7431' } } },
        ),
      ],
      identity: [allow('sts:AssumeRole')],
    },
    [
      ['Pass `acme-7431` as the `ExternalId` of the call.'],
      [
        'Remove the condition on `sts:ExternalId` under `StringEquals` from statement 1 of the trust policy. [-,"Condition": {"StringEquals": {"sts:ExternalId": "acme-7431"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'B10: the external id is passed as it is written',
    {
      owner: abroad,
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { StringEquals: { 'sts:ExternalId': ['Acme-7431', 'Acme-7432'] } } },
        ),
      ],
      identity: [allow('sts:AssumeRole')],
      context: { 'sts:externalid': 'acme-7431' },
    },
    [
      ['Pass `Acme-7431` as the `ExternalId` of the call.'],
      [
        'Add `acme-7431` to the values of `sts:ExternalId` under `StringEquals` in statement 1 of the trust policy. {+,"acme-7431"+}',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Remove the condition on `sts:ExternalId` under `StringEquals` from statement 1 of the trust policy. [-,"Condition": {"StringEquals": {"sts:ExternalId": ["Acme-7431","Acme-7432"]}}-]',
      ],
    ],
  ],
  [
    'F33: any external id will do',
    {
      trust: [
        trusts({ AWS: userArn('alice') }, { Condition: { Null: { 'sts:ExternalId': 'false' } } }),
      ],
    },
    [
      ['Pass `another-value` as the `ExternalId` of the call.'],
      [
        'Remove the condition on `sts:ExternalId` under `Null` from statement 1 of the trust policy. [-,"Condition": {"Null": {"sts:ExternalId": "false"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'an external id that must not be there is left out',
    {
      trust: [
        trusts({ AWS: userArn('alice') }, { Condition: { Null: { 'sts:ExternalId': 'true' } } }),
      ],
      context: { 'sts:externalid': 'acme-7431' },
    },
    [
      ['Make the call without `ExternalId`.'],
      [
        'Remove the condition on `sts:ExternalId` under `Null` from statement 1 of the trust policy. [-,"Condition": {"Null": {"sts:ExternalId": "true"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'F1: MFA on AssumeRole',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } },
        ),
      ],
    },
    [
      ['Use MFA: give the code of the MFA device with the call.'],
      [
        'Remove the condition on `aws:MultiFactorAuthPresent` under `Bool` from statement 1 of the trust policy. [-,"Condition": {"Bool": {"aws:MultiFactorAuthPresent": true}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'F6: a deny without MFA',
    {
      trust: [
        trusts({ AWS: userArn('alice') }),
        distrusts(
          { AWS: userArn('alice') },
          { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } },
        ),
      ],
      context: alice,
    },
    [
      ['Use MFA: give the code of the MFA device with the call.'],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 2 of the trust policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}+}',
      ],
      [
        'Remove statement 2 from the trust policy. [-,{"Effect": "Deny","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole","Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}-]',
      ],
    ],
  ],
  [
    'F8: MFA not long ago',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } } },
        ),
      ],
      context: { 'aws:multifactorauthpresent': 'true', 'aws:multifactorauthage': '900' },
    },
    [
      [
        'Use MFA: give the code of the MFA device with the call, and not more than `299` seconds before.',
      ],
      [
        'Remove the condition on `aws:MultiFactorAuthAge` under `NumericLessThan` from statement 1 of the trust policy. [-,"Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": "300"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'MFA for another call: a session token first',
    {
      identity: [
        allow('s3:*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      ],
      context: { 'aws:currenttime': now },
    },
    [
      ['Use MFA: get a session token with the code of the MFA device first.'],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove the condition on `aws:MultiFactorAuthPresent` under `Bool` from statement 1 of the policy `Own`. [-,"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}-]',
      ],
    ],
  ],
  [
    'a role’s session cannot use MFA: the policy must change',
    {
      by: session('R', 's1'),
      identity: [
        allow('s3:*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      ],
    },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove the condition on `aws:MultiFactorAuthPresent` under `Bool` from statement 1 of the policy `Own`. [-,"Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}-]',
      ],
    ],
  ],
  [
    'F10: from an address in the range',
    {
      identity: [
        allow('s3:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      ],
      context: { 'aws:sourceip': '198.51.100.7' },
    },
    [
      ['Call from an address like `203.0.113.1`.'],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `198.51.100.7` to the values of `aws:SourceIp` under `IpAddress` in statement 1 of the policy `Own`. {+[+} {+, "198.51.100.7"]+}',
      ],
      [
        'Remove the condition on `aws:SourceIp` under `IpAddress` from statement 1 of the policy `Own`. [-,"Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}-]',
      ],
    ],
  ],
  [
    'F9: a private range is no place to call from',
    {
      identity: [
        allow('s3:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.1/32' } } }),
      ],
      context: { 'aws:sourceip': '203.0.113.42' },
    },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `203.0.113.42` to the values of `aws:SourceIp` under `IpAddress` in statement 1 of the policy `Own`. {+[+} {+, "203.0.113.42"]+}',
      ],
      [
        'Remove the condition on `aws:SourceIp` under `IpAddress` from statement 1 of the policy `Own`. [-,"Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.1/32"}}-]',
      ],
    ],
  ],
  [
    'an address outside the denied range',
    {
      identity: [
        admin,
        deny('*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } } }),
      ],
      context: { ...alice, 'aws:sourceip': '198.51.100.7' },
    },
    [
      ['Call from an address like `203.0.113.10`.'],
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": "*","Resource": "*","Condition": {"IpAddress": {"aws:SourceIp": "198.51.100.0/24"}}}-]',
      ],
    ],
  ],
  [
    'E-17: revoked: new credentials, issued now',
    {
      by: session('R', 's1'),
      identity: [
        admin,
        deny('*', '*', {
          Sid: 'AWSRevokeOlderSessions',
          Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } },
        }),
      ],
      context: { ...role, 'aws:tokenissuetime': '2025-12-31T00:00:00Z', 'aws:currenttime': now },
    },
    [
      ['Get new credentials, issued at `2026-02-01T00:00:00Z` or later.'],
      [
        'Remove statement 2 (`AWSRevokeOlderSessions`) from the policy `Own`. [-,{"Effect": "Deny","Action": "*","Resource": "*","Sid": "AWSRevokeOlderSessions","Condition": {"DateLessThan": {"aws:TokenIssueTime": "2026-01-01T00:00:00Z"}}}-]',
      ],
    ],
  ],
  [
    'E-18: without a clock, from the very instant of the revocation on',
    {
      by: session('R', 's1'),
      identity: [
        admin,
        deny('*', '*', {
          Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } },
        }),
      ],
      context: { 'aws:tokenissuetime': '2025-12-31T00:00:00Z' },
    },
    [
      ['Get new credentials, issued at `2026-01-01T00:00:00Z` or later.'],
      [
        'Remove statement 2 from the policy `Own`. [-,{"Effect": "Deny","Action": "*","Resource": "*","Condition": {"DateLessThan": {"aws:TokenIssueTime": "2026-01-01T00:00:00Z"}}}-]',
      ],
    ],
  ],
  [
    'E-23: temporary credentials are refused: the access key of the user',
    {
      identity: [allow('s3:*', '*', { Condition: { Null: { 'aws:TokenIssueTime': 'true' } } })],
      context: { 'aws:tokenissuetime': now },
    },
    [
      ['Use the access key of the user, not temporary credentials.'],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove the condition on `aws:TokenIssueTime` under `Null` from statement 1 of the policy `Own`. [-,"Condition": {"Null": {"aws:TokenIssueTime": "true"}}-]',
      ],
    ],
  ],
  [
    'not yet: wait',
    {
      identity: [
        allow('s3:*', '*', {
          Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' } },
        }),
      ],
      context: { 'aws:currenttime': now },
    },
    [
      ['Wait until `2026-06-01T00:00:01Z`.'],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove the condition on `aws:CurrentTime` under `DateGreaterThan` from statement 1 of the policy `Own`. [-,"Condition": {"DateGreaterThan": {"aws:CurrentTime": "2026-06-01T00:00:00Z"}}-]',
      ],
    ],
  ],
  [
    'F24: over: nobody can wait for the past',
    {
      identity: [
        allow('s3:*', '*', {
          Condition: { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
        }),
      ],
      context: { 'aws:currenttime': now },
    },
    [
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Remove the condition on `aws:CurrentTime` under `DateLessThan` from statement 1 of the policy `Own`. [-,"Condition": {"DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}}-]',
      ],
    ],
  ],
  [
    'F13: a session name that fits',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { StringLike: { 'sts:RoleSessionName': 'alice-*' } } },
        ),
      ],
      context: { 'sts:rolesessionname': 'bob-1' },
    },
    [
      ['Pass `alice-example` as the `RoleSessionName` of the call.'],
      [
        'Add `bob-1` to the values of `sts:RoleSessionName` under `StringLike` in statement 1 of the trust policy. {+[+} {+, "bob-1"]+}',
      ],
      [
        'Remove the condition on `sts:RoleSessionName` under `StringLike` from statement 1 of the trust policy. [-,"Condition": {"StringLike": {"sts:RoleSessionName": "alice-*"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'F12: a session name that is the user’s',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { StringLike: { 'sts:RoleSessionName': '${aws:username}' } } },
        ),
      ],
      context: { 'aws:username': 'alice', 'sts:rolesessionname': 'bob' },
    },
    [
      ['Pass `alice` as the `RoleSessionName` of the call.'],
      [
        'Add `bob` to the values of `sts:RoleSessionName` under `StringLike` in statement 1 of the trust policy. {+[+} {+, "bob"]+}',
      ],
      [
        'Remove the condition on `sts:RoleSessionName` under `StringLike` from statement 1 of the trust policy. [-,"Condition": {"StringLike": {"sts:RoleSessionName": "${aws:username}"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'F16: a tag that the trust policy asks for',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          {
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Condition: { StringEquals: { 'aws:RequestTag/Dept': 'eng' } },
          },
        ),
      ],
    },
    [
      ['Pass the tag `Dept` with the value `eng`.'],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Remove the condition on `aws:RequestTag/Dept` under `StringEquals` from statement 1 of the trust policy. [-,"Condition": {"StringEquals": {"aws:RequestTag/Dept": "eng"}}-]',
      ],
    ],
  ],
  [
    'F17: a tag is not proposed where TagSession would be refused',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          { Condition: { StringEquals: { 'aws:RequestTag/Dept': 'eng' } } },
        ),
      ],
    },
    [
      [
        'Remove the condition on `aws:RequestTag/Dept` under `StringEquals` from statement 1 of the trust policy. [-,"Condition": {"StringEquals": {"aws:RequestTag/Dept": "eng"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'F19: tags that are not listed are left out',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          {
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['dept'] } },
          },
        ),
      ],
      context: {
        'aws:tagkeys': ['dept', 'cost'],
        'aws:requesttag/dept': 'eng',
        'aws:requesttag/cost': '1',
      },
    },
    [
      ['Pass no other tags than `dept`.'],
      ['Pass no tags.'],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
      [
        'Add `cost` to the values of `aws:TagKeys` under `ForAllValues:StringEquals` in statement 1 of the trust policy. {+,"cost"+}',
      ],
      [
        'Remove the condition on `aws:TagKeys` under `ForAllValues:StringEquals` from statement 1 of the trust policy. [-,"Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": ["dept"]}}-]',
      ],
    ],
  ],
  [
    'F21: a source identity',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          {
            Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
            Condition: { StringEquals: { 'sts:SourceIdentity': 'alice' } },
          },
        ),
      ],
    },
    [
      ['Pass `alice` as the `SourceIdentity` of the call.'],
      [
        'Remove the condition on `sts:SourceIdentity` under `StringEquals` from statement 1 of the trust policy. [-,"Condition": {"StringEquals": {"sts:SourceIdentity": "alice"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'F23: an inherited source identity cannot be changed',
    {
      trust: [
        trusts(
          { AWS: userArn('alice') },
          {
            Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
            Condition: { StringEquals: { 'sts:SourceIdentity': 'alice' } },
          },
        ),
      ],
      context: { 'aws:sourceidentity': 'bob', 'sts:sourceidentity': 'bob' },
    },
    [
      [
        'Add `bob` to the values of `sts:SourceIdentity` under `StringEquals` in statement 1 of the trust policy. {+[+} {+, "bob"]+}',
      ],
      [
        'Remove the condition on `sts:SourceIdentity` under `StringEquals` from statement 1 of the trust policy. [-,"Condition": {"StringEquals": {"sts:SourceIdentity": "alice"}}-]',
      ],
      [
        'Add a statement to the trust policy that allows `sts:AssumeRole` for `arn:aws:iam::111111111111:user/alice`. {+,{"Effect": "Allow","Principal": {"AWS": "arn:aws:iam::111111111111:user/alice"},"Action": "sts:AssumeRole"}+}',
      ],
    ],
  ],
  [
    'plain HTTP is denied',
    {
      identity: [admin],
      bucket: [
        deny('s3:*', '*', {
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
      context: { ...alice, 'aws:securetransport': 'false' },
    },
    [
      ['Make the call over HTTPS.'],
      [
        'Except `arn:aws:iam::111111111111:user/alice` from statement 1 of the resource’s policy, by a condition on `aws:PrincipalArn` under `ArnNotEquals`. {+,"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:user/alice"}+}',
      ],
      ['Delete the resource’s policy.'],
    ],
  ],
  [
    'another client',
    {
      identity: [
        allow('s3:*', '*', { Condition: { StringLike: { 'aws:UserAgent': 'backup/?.*' } } }),
      ],
      context: { 'aws:useragent': 'curl/8' },
    },
    [
      ['Send `backup/x.example` as `aws:UserAgent`.'],
      [
        'Add a statement to the policy `Own` that allows `s3:GetObject` on `arn:aws:s3:::b/k`. {+,{"Effect": "Allow","Action": "s3:GetObject","Resource": "arn:aws:s3:::b/k"}+}',
      ],
      [
        'Add `curl/8` to the values of `aws:UserAgent` under `StringLike` in statement 1 of the policy `Own`. {+[+} {+, "curl/8"]+}',
      ],
      [
        'Remove the condition on `aws:UserAgent` under `StringLike` from statement 1 of the policy `Own`. [-,"Condition": {"StringLike": {"aws:UserAgent": "backup/?.*"}}-]',
      ],
    ],
  ],
])('%s', (_why, asking, changes) => {
  expect(shownAll(changing(asking))).toStrictEqual(changes);
});
