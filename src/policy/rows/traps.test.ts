import { expect, test } from 'vitest';
import {
  admin,
  allow,
  answer,
  type Asking,
  ask,
  deny,
  home,
  roleArn,
  session,
  sessionArn,
  textOf,
  trusts,
  userArn,
} from '../explain/asking.examples.ts';
import { readPolicy } from '../validate/read-policy.ts';

const alice = { AWS: userArn('alice') };
const office = { 'aws:SourceIp': '203.0.113.0/24' };
const inDev = session('dev/R', 's1');

type Row = readonly [id: string, asking: Asking, outcome: string, because: string];

/** What surprises people who write policies, where no row of the tables shows it. */
test.each<Row>([
  [
    'trap 4: a session’s ARN leaves the role’s path out',
    {
      by: { ...inDev, ...(inDev.type === 'role-session' && { arn: sessionArn('R', 's1') }) },
      trust: [trusts({ AWS: sessionArn('R', 's1') })],
    },
    'Allow by resource',
    'trust policy 1 as session',
  ],
  [
    'trap 4: and the role’s own ARN keeps it',
    {
      by: { ...inDev, ...(inDev.type === 'role-session' && { arn: sessionArn('R', 's1') }) },
      trust: [trusts({ AWS: roleArn('R') })],
    },
    'ImplicitDeny at resource',
    `trust policy 1: Principal ${roleArn('R')} / ${sessionArn('R', 's1')}`,
  ],
  [
    'trap 11: a session that MFA opened does not show MFA',
    {
      by: session('R', 's1'),
      identity: [
        allow('s3:*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      ],
    },
    'ImplicitDeny at identity',
    'Own 1: Bool aws:MultiFactorAuthPresent true / absent | without aws:multifactorauthpresent',
  ],
  [
    'trap 24: aws:SourceArn is not the caller',
    {
      trust: [
        trusts({ AWS: '*' }, { Condition: { ArnLike: { 'aws:SourceArn': userArn('alice') } } }),
      ],
      context: { 'aws:principalarn': userArn('alice') },
    },
    'ImplicitDeny at resource',
    `trust policy 1: ArnLike aws:SourceArn ${userArn('alice')} / absent | without aws:sourcearn`,
  ],
  [
    'trap 25: a service that calls for alice does so from its own address',
    {
      identity: [admin, deny('*', '*', { Condition: { NotIpAddress: office } })],
      context: { 'aws:sourceip': '198.51.100.9', 'aws:viaawsservice': 'true' },
    },
    'ExplicitDeny at identity',
    'Own 2',
  ],
  [
    'trap 25: unless the deny spares such calls',
    {
      identity: [
        admin,
        deny('*', '*', {
          Condition: { NotIpAddress: office, Bool: { 'aws:ViaAWSService': 'false' } },
        }),
      ],
      context: { 'aws:sourceip': '198.51.100.9', 'aws:viaawsservice': 'true' },
    },
    'Allow by identity',
    'Own 1 | spared by Own 2: Bool aws:ViaAWSService false / true',
  ],
  [
    'trap 30: who may rewrite a trust policy …',
    {
      identity: [allow('iam:UpdateAssumeRolePolicy')],
      action: 'iam:UpdateAssumeRolePolicy',
      resource: roleArn('T'),
    },
    'Allow by identity',
    'Own 1',
  ],
  [
    'trap 30: … may let oneself in, and needs no other permission',
    { identity: [allow('iam:UpdateAssumeRolePolicy')], trust: [trusts(alice)] },
    'Allow by resource',
    'trust policy 1 as user',
  ],
  [
    'trap 32: an account’s number may have dashes',
    { trust: [trusts({ AWS: '1111-1111-1111' })], identity: [admin] },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
])('%s', (_id, asking, ...expected) => expect(answer(ask(asking))).toEqual(expected));

test('trap 3: no wildcard stands for the sessions of a role', () => {
  const pattern = `arn:aws:sts::${home}:assumed-role/R/*`;
  expect(readPolicy(textOf([trusts({ AWS: pattern })]), 'trust').refusal?.message).toBe(
    `Invalid principal in policy: "AWS":"${pattern}"`,
  );
});
