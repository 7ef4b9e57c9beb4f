import { expect, test } from 'vitest';
import { accessDeniedMessage } from './aws-message.ts';
import {
  abroad,
  admin,
  allow,
  type Asking,
  ask,
  deny,
  distrusts,
  home,
  requestOf,
  rootOf,
  session,
  trusts,
  userArn,
} from './asking.examples.ts';

const alice = { AWS: userArn('alice') };
const julie = { AWS: userArn('julie') };
const s1 = session('DemoRole', 'emy');
const bare = `User: arn:aws:iam::${home}:user/alice is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${home}:role/T`;
const said = (asking: Asking, style: 'classic' | 'verbose' = 'classic') =>
  accessDeniedMessage(ask(asking), requestOf(asking), style);

test('E1: STS says the same whoever refused, and whatever the reason', () => {
  expect(said({ trust: [trusts(julie)] })).toBe(bare);
  expect(said({ trust: [distrusts(alice)] })).toBe(bare);
  expect(said({ trust: [trusts({ AWS: home })] })).toBe(bare);
});

type Row = readonly [why: string, asking: Asking, tail: string];
const end = 'the sts:AssumeRole action';
test.each<Row>([
  [
    'a silent identity',
    { trust: [trusts({ AWS: home })] },
    `${bare} because no identity-based policy allows ${end}`,
  ],
  [
    'a silent trust policy',
    { trust: [trusts(julie)] },
    `${bare.split(' on resource')[0] ?? ''} because no role trust policy allows ${end}`,
  ],
  [
    'a trust policy that denies',
    { trust: [distrusts(alice)] },
    `${bare.split(' on resource')[0] ?? ''} with an explicit deny in the role trust policy`,
  ],
  [
    'an identity policy that denies',
    { trust: [trusts(alice)], identity: [deny('sts:*')] },
    `${bare} with an explicit deny in an identity-based policy`,
  ],
  [
    'a boundary that is silent',
    { trust: [trusts({ AWS: home })], identity: [admin], boundary: [allow('s3:*')] },
    `${bare} because no permissions boundary allows ${end}`,
  ],
  [
    'a boundary that denies',
    { trust: [trusts(alice)], boundary: [deny('sts:*')] },
    `${bare} with an explicit deny in a permissions boundary`,
  ],
  [
    'an SCP that is silent',
    { trust: [trusts(alice)], scps: [[allow('s3:*')]] },
    `${bare} because no service control policy allows ${end}`,
  ],
  [
    'an RCP that denies',
    { trust: [trusts(alice)], rcps: [[{ ...deny('sts:AssumeRole'), Principal: '*' }]] },
    `${bare} with an explicit deny in a resource control policy`,
  ],
  [
    'an SCP that denies',
    { trust: [trusts(alice)], scps: [[admin, deny('sts:*')]] },
    `${bare} with an explicit deny in a service control policy`,
  ],
])('E1b: verbose STS, %s', (_why, asking, message) =>
  expect(said(asking, 'verbose')).toBe(message),
);

const table = {
  resource: `arn:aws:dynamodb:eu-west-1:${home}:table/Books`,
  action: 'dynamodb:GetItem',
};
const because = 'because no';
const allows = 'allows the dynamodb:GetItem action';
test.each<Row>([
  ['identity, silent', {}, `${because} identity-based policy ${allows}`],
  [
    'identity, deny',
    { identity: [deny('*')] },
    'with an explicit deny in an identity-based policy',
  ],
  [
    'boundary, silent',
    { identity: [admin], boundary: [allow('s3:*')] },
    `${because} permissions boundary ${allows}`,
  ],
  [
    'boundary, deny',
    { identity: [admin], boundary: [deny('*')] },
    'with an explicit deny in a permissions boundary',
  ],
  [
    'session, silent',
    { by: s1, identity: [admin], session: [allow('s3:*')] },
    `${because} session policy ${allows}`,
  ],
  [
    'session, deny',
    { by: s1, identity: [admin], session: [deny('*')] },
    'with an explicit deny in a session policy',
  ],
  [
    'SCP, silent',
    { identity: [admin], scps: [[allow('s3:*')]] },
    `${because} service control policy ${allows}`,
  ],
  [
    'SCP, deny',
    { identity: [admin], scps: [[deny('*')]] },
    'with an explicit deny in a service control policy',
  ],
  [
    'RCP, deny',
    { identity: [admin], rcps: [[{ ...deny('dynamodb:*'), Principal: '*' }]] },
    'with an explicit deny in a resource control policy',
  ],
  [
    'resource, deny',
    { identity: [admin], bucket: [deny('*', '*', { Principal: alice })] },
    'with an explicit deny in a resource-based policy',
  ],
  [
    'resource, silent',
    { by: { type: 'service', service: 'logs.amazonaws.com' } },
    `${because} resource-based policy ${allows}`,
  ],
])('context: %s', (_why, asking, tail) => {
  const message = said({ ...table, ...asking });
  expect(message).toMatch(
    /^User: \S+ is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111111111111:table\/Books /,
  );
  expect(message.endsWith(` ${tail}`)).toBe(true);
});

test('S3 quotes its resource, and the user is the session', () => {
  const asking = { by: s1, action: 's3:ListBucket', resource: 'arn:aws:s3:::demo-bucket' };
  expect(said(asking)).toBe(
    `User: arn:aws:sts::${home}:assumed-role/DemoRole/emy is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::demo-bucket" because no identity-based policy allows the s3:ListBucket action`,
  );
});

test('listing all buckets names no resource', () => {
  expect(said({ action: 's3:ListAllMyBuckets', resource: '*' })).toBe(
    `User: ${userArn('alice')} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action`,
  );
});

test('across accounts the context is lost', () => {
  expect(said({ ...table, owner: abroad })).toBe(
    `User: ${userArn('alice')} is not authorized to perform: dynamodb:GetItem on resource: ${table.resource}`,
  );
});

test('S3 tells strangers nothing', () => {
  expect(said({ owner: abroad })).toBe('Access Denied');
  expect(said({ by: { type: 'anonymous' } })).toBe('Access Denied');
  const context = { 'aws:principalorgid': 'o-1', 'aws:resourceorgid': 'o-1' };
  expect(said({ owner: abroad, context })).toContain('is not authorized to perform: s3:GetObject');
});

test('E18: federation keeps the short form', () => {
  const asking: Asking = {
    by: { type: 'federated', provider: 'accounts.google.com' },
    action: 'sts:AssumeRoleWithWebIdentity',
    trust: [trusts({ AWS: rootOf(home) })],
  };
  expect(said(asking, 'verbose')).toBe('Not authorized to perform sts:AssumeRoleWithWebIdentity');
});

test('an allowed request has no such message', () => {
  expect(() => said({ trust: [trusts(alice)] })).toThrow('an allowed request');
});
