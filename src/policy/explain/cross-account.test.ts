import { expect, test } from 'vitest';
import {
  abroad,
  admin,
  allow,
  type Asking,
  answer,
  ask,
  deny,
  home,
  root,
  rootOf,
  trusts,
  userArn,
} from './asking.examples.ts';

const target = `arn:aws:iam::${abroad}:role/T`;
const assume = allow('sts:AssumeRole', target);
const alice = { AWS: userArn('alice') };
const account = { AWS: rootOf(home) };
const secret = { Condition: { StringEquals: { 'sts:ExternalId': 'X' } } };
const orgIs = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } };
const orgIsNot = { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } };
const onlyS3 = allow('s3:*');

/**
 * Table B: a user assumes a role of another account.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
type Row = readonly [id: string, asking: Asking, outcome: string, because: string];
test.each<Row>([
  [
    'B1: both sides',
    { trust: [trusts(alice)], identity: [assume] },
    'Allow by identity',
    'trust policy 1 as user, Own 1',
  ],
  ['B2: no permission', { trust: [trusts(alice)] }, 'ImplicitDeny at identity', 'no statement'],
  [
    'B3: not trusted',
    { trust: [trusts({ AWS: rootOf('333333333333') })], identity: [assume] },
    'ImplicitDeny at resource',
    'trust policy 1: Principal arn:aws:iam::333333333333:root / arn:aws:iam::111111111111:user/alice',
  ],
  [
    'B4: the account is trusted',
    { trust: [trusts(account)], identity: [assume] },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'B5: the account is trusted, no permission',
    { trust: [trusts(account)] },
    'ImplicitDeny at identity',
    'no statement',
  ],
  [
    'B6: everyone is trusted',
    { trust: [trusts({ AWS: '*' })], identity: [assume] },
    'Allow by identity',
    'trust policy 1 as wildcard, Own 1',
  ],
  [
    'B7: everyone is trusted, no permission',
    { trust: [trusts({ AWS: '*' })] },
    'ImplicitDeny at identity',
    'no statement',
  ],
  [
    'B8: no external id',
    { trust: [trusts(account, secret)], identity: [assume] },
    'ImplicitDeny at resource',
    'trust policy 1: StringEquals sts:ExternalId X / absent | without sts:externalid',
  ],
  [
    'B9: the external id',
    { trust: [trusts(account, secret)], identity: [assume], context: { 'sts:externalid': 'X' } },
    'Allow by identity',
    'trust policy 1 as account, Own 1',
  ],
  [
    'B10: the external id in other case',
    { trust: [trusts(account, secret)], identity: [assume], context: { 'sts:externalid': 'x' } },
    'ImplicitDeny at resource',
    'trust policy 1: StringEquals sts:ExternalId X / x',
  ],
  [
    'B11: the caller’s SCP denies',
    { trust: [trusts(alice)], identity: [assume], scps: [[admin, deny('sts:AssumeRole', target)]] },
    'ExplicitDeny at scp',
    'Scp0 2',
  ],
  // B12: SCPs of the role's account are not among the policies that are asked; the world leaves them out.
  [
    'B13: an RCP asks for the organization',
    {
      trust: [trusts(alice)],
      identity: [assume],
      rcps: [[{ ...deny('sts:AssumeRole', '*', orgIsNot), Principal: '*' }]],
    },
    'ExplicitDeny at rcp',
    'Rcp0 1 as wildcard | without aws:principalorgid',
  ],
  [
    'B13: an RCP is content',
    {
      trust: [trusts(alice)],
      identity: [assume],
      rcps: [[{ ...deny('sts:AssumeRole', '*', orgIsNot), Principal: '*' }]],
      context: { 'aws:principalorgid': 'o-1' },
    },
    'Allow by identity',
    'trust policy 1 as user, Own 1 | spared by Rcp0 1: StringNotEquals aws:PrincipalOrgID o-1 / o-1',
  ],
  [
    'B14: a boundary caps across accounts',
    { trust: [trusts(alice)], identity: [assume], boundary: [onlyS3] },
    'ImplicitDeny at boundary',
    'Boundary 1: Action s3:* / sts:AssumeRole',
  ],
  [
    'B15: the organization is asked for',
    { trust: [trusts(account, orgIs)], identity: [assume] },
    'ImplicitDeny at resource',
    'trust policy 1: StringEquals aws:PrincipalOrgID o-1 / absent | without aws:principalorgid',
  ],
  [
    'B16: an absent key satisfies a negated operator',
    { trust: [trusts(account, orgIsNot)], identity: [assume] },
    'Allow by identity',
    'trust policy 1 as account, Own 1 | without aws:principalorgid',
  ],
  [
    'B17: the user was deleted',
    { trust: [trusts({ AWS: 'AIDAGONE' })], identity: [assume] },
    'ImplicitDeny at resource',
    'trust policy 1: Principal AIDAGONE / arn:aws:iam::111111111111:user/alice',
  ],
  // B18: a principal of another partition cannot be saved, and match/principals.test.ts shows that it names nobody.
  [
    'the root user of the other account, named by its account',
    { by: root, bucket: [allow('s3:*', '*', { Principal: account })] },
    'Allow by identity',
    'bucket policy 1 as account',
  ],
  [
    'the root user of the other account, not named',
    { by: root, bucket: [allow('s3:*', '*', { Principal: alice })] },
    'ImplicitDeny at resource',
    'bucket policy 1: Principal arn:aws:iam::111111111111:user/alice / arn:aws:iam::111111111111:root',
  ],
  [
    'H29: a bucket of another account',
    {
      bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: account })],
      identity: [onlyS3],
    },
    'Allow by identity',
    'bucket policy 1 as account, Own 1',
  ],
  [
    'H30: no permission for it',
    { bucket: [allow('s3:GetObject', 'arn:aws:s3:::b/*', { Principal: alice })] },
    'ImplicitDeny at identity',
    'no statement',
  ],
  [
    'a bucket of another account without a policy',
    { identity: [onlyS3] },
    'ImplicitDeny at resource',
    'no statement',
  ],
])('%s', (_id, asking, ...expected) =>
  expect(answer(ask({ owner: abroad, ...asking }))).toEqual(expected),
);

test('a decision says that two accounts are concerned, and both sides’ statements', () => {
  expect(ask({ owner: abroad, trust: [trusts(alice)], identity: [assume] })).toMatchObject({
    crossAccount: true,
    resourceType: 'trust',
    reason: { by: [{ policyName: 'trust policy' }, { policyName: 'Own' }] },
  });
});
