import { expect, test } from 'vitest';
import {
  assume,
  home,
  own,
  play,
  roleArn,
  rootArn,
  session,
  smallWorld,
  type Step,
  userArn,
  wait,
} from '../../testing/small-world.ts';
import { allow, policy, trusts } from '../../testing/statements.ts';

const start = smallWorld({
  users: [
    { name: 'alice', path: '/dev/', tags: { Team: 'blue' }, inline: { Own: policy(allow('*')) } },
  ],
  roles: [
    {
      name: 'T',
      path: '/ops/',
      trust: policy(trusts({ AWS: userArn('dev/alice') })),
      tags: { project: 'x' },
      inline: { Own: policy(allow('*')) },
    },
  ],
  buckets: [{ name: 'b', objects: { k: 'v' } }],
});
const aliceId = start.accounts[home]?.users.alice?.uniqueId;
const roleId = start.accounts[home]?.roles.T?.uniqueId ?? '';
const list = { action: 's3:ListBucket', bucket: 'b' } as const;
const aliceTakesT = own('alice', assume('ops/T', 's1'));

function contextOf(...steps: readonly Step[]) {
  const decided = play(start, ...steps).happenings.find((h) => h.type === 'decided');
  return decided?.request.context ?? {};
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
type Row = readonly [who: string, steps: readonly Step[], keys: Readonly<Record<string, unknown>>];
test.each<Row>([
  [
    'a user with the long-term key',
    [own('alice', list)],
    {
      'aws:principalarn': userArn('dev/alice'),
      'aws:principalaccount': home,
      'aws:principaltype': 'User',
      'aws:userid': aliceId,
      'aws:username': 'alice',
      'aws:principaltag/team': 'blue',
      'aws:tokenissuetime': undefined,
      'aws:multifactorauthpresent': undefined,
    },
  ],
  [
    'a user with a token',
    [own('alice', { action: 'sts:GetSessionToken' }), wait(60), session('alice', list)],
    {
      'aws:principalarn': userArn('dev/alice'),
      'aws:userid': aliceId,
      'aws:username': 'alice',
      'aws:tokenissuetime': '2026-11-23T10:00:00Z',
      'aws:multifactorauthpresent': 'false',
      'aws:currenttime': '2026-11-23T10:01:00Z',
    },
  ],
  [
    'a session of a role: its own identity and tags, and the role’s ARN with the path',
    [aliceTakesT, session('alice', list)],
    {
      'aws:principalarn': roleArn('ops/T'),
      'aws:principaltype': 'AssumedRole',
      'aws:userid': `${roleId}:s1`,
      'aws:username': undefined,
      'aws:principaltag/team': undefined,
      'aws:principaltag/project': 'x',
      'aws:tokenissuetime': '2026-11-23T10:00:00Z',
    },
  ],
  [
    'the root user',
    [own('root', list)],
    {
      'aws:principalarn': rootArn,
      'aws:principaltype': 'Account',
      'aws:userid': home,
      'aws:username': undefined,
    },
  ],
  [
    'nobody',
    [own('mallory', list)],
    {
      'aws:principalarn': undefined,
      'aws:principaltype': 'Anonymous',
      'aws:userid': 'anonymous',
      'aws:sourceip': '198.51.100.66',
    },
  ],
  [
    'a call to STS: what the call itself brings, and the role’s tags',
    [aliceTakesT],
    { 'sts:rolesessionname': 's1', 'aws:resourcetag/project': 'x', 'aws:resourceaccount': home },
  ],
  [
    'a call to S3 counts as made here',
    [own('alice', list)],
    { 'aws:requestedregion': 'eu-west-1' },
  ],
  [
    'H21: a call to IAM counts as made in us-east-1',
    [own('alice', { action: 'iam:CreateUser', userName: 'new' })],
    { 'aws:requestedregion': 'us-east-1' },
  ],
  [
    'any call',
    [own('alice', list)],
    {
      'aws:epochtime': String(start.now / 1000),
      'aws:securetransport': 'true',
      'aws:sourceip': '203.0.113.1',
      'aws:principalisawsservice': 'false',
    },
  ],
])('%s', (_who, steps, keys) => {
  const context = contextOf(...steps);
  const asked = Object.fromEntries(Object.keys(keys).map((key) => [key, context[key]]));
  expect(asked).toEqual(keys);
});
