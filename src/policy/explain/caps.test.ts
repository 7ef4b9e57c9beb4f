import { expect, test } from 'vitest';
import {
  admin,
  allow,
  type Asking,
  answer,
  ask,
  deny,
  guest,
  root,
  session,
} from './asking.examples.ts';

const reads = [allow('s3:GetObject')];
const other = [allow('ec2:*')];
const denies = [deny('s3:*')];

/**
 * Table D: identity policies, boundary, SCPs and session policies, without a resource policy. That SCPs do not
 * bind a management account (D11) is the world's to say: it passes none.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
type Row = readonly [id: string, asking: Asking, outcome: string, because: string];
test.each<Row>([
  ['D1', { identity: reads }, 'Allow by identity', 'Own 1'],
  ['D2', {}, 'ImplicitDeny at identity', 'no statement'],
  ['D3', { identity: reads, boundary: reads }, 'Allow by identity', 'Own 1'],
  [
    'D4',
    { identity: reads, boundary: other },
    'ImplicitDeny at boundary',
    'Boundary 1: Action ec2:* / s3:GetObject',
  ],
  ['D5: a boundary never grants', { boundary: reads }, 'ImplicitDeny at identity', 'no statement'],
  ['D6', { identity: reads, boundary: denies }, 'ExplicitDeny at boundary', 'Boundary 1'],
  ['D7', { identity: reads, scps: [[admin], [admin], reads] }, 'Allow by identity', 'Own 1'],
  [
    'D8: one level is silent',
    { identity: reads, scps: [[admin], other, [admin]] },
    'ImplicitDeny at scp',
    'Scp1 1: Action ec2:* / s3:GetObject',
  ],
  ['D9: an SCP never grants', { scps: [[admin]] }, 'ImplicitDeny at identity', 'no statement'],
  [
    'D10',
    { identity: reads, scps: [[admin, ...denies], [admin]] },
    'ExplicitDeny at scp',
    'Scp0 2',
  ],
  ['D11: the management account', { identity: reads, scps: [] }, 'Allow by identity', 'Own 1'],
  ['D12: a root user', { by: root, scps: [[admin, ...denies]] }, 'ExplicitDeny at scp', 'Scp0 2'],
  [
    'D12: a root user that nothing caps',
    { by: root, scps: [[admin]] },
    'Allow by identity',
    'no statement',
  ],
  [
    'D12: a root user, and a silent SCP',
    { by: root, scps: [other] },
    'ImplicitDeny at scp',
    'Scp0 1: Action ec2:* / s3:GetObject',
  ],
  [
    'D13: a service-linked role',
    { by: session('R', 's1', true), identity: reads, scps: [denies] },
    'Allow by identity',
    'Own 1',
  ],
  [
    'D14',
    { by: session('R', 's1'), identity: [allow('s3:*')], session: reads, action: 's3:PutObject' },
    'ImplicitDeny at session',
    'session policy 1: Action s3:GetObject / s3:PutObject',
  ],
  [
    'D15: a session policy never grants',
    { by: session('R', 's1'), session: [admin] },
    'ImplicitDeny at identity',
    'no statement',
  ],
  [
    'D16',
    { by: session('R', 's1'), identity: reads, session: denies },
    'ExplicitDeny at session',
    'session policy 1',
  ],
  [
    'D17',
    { by: session('R', 's1'), identity: reads, boundary: reads, scps: [reads], session: reads },
    'Allow by identity',
    'Own 1',
  ],
  [
    'D18: a guest without session policy',
    { by: guest, identity: reads },
    'ImplicitDeny at session',
    'no statement',
  ],
  [
    'D18: a guest with one',
    { by: guest, identity: reads, session: reads },
    'Allow by identity',
    'Own 1',
  ],
  [
    'D19: asking who one is',
    {
      identity: [deny('*')],
      boundary: [deny('*')],
      scps: [[deny('*')]],
      action: 'sts:GetCallerIdentity',
      resource: '*',
    },
    'Allow, needs no permission',
    'no statement',
  ],
  [
    'a session token of one’s own (GetSessionToken)',
    { identity: [deny('*')], action: 'sts:GetSessionToken', resource: '*' },
    'Allow, needs no permission',
    'no statement',
  ],
  [
    'D20: a deny wins over an allow beside it',
    { identity: [...reads, ...denies] },
    'ExplicitDeny at identity',
    'Own 2',
  ],
  [
    'an RCP that denies strangers',
    { by: { type: 'anonymous' }, rcps: [[{ ...deny('s3:*'), Principal: '*' }]] },
    'ExplicitDeny at rcp',
    'Rcp0 1 as wildcard',
  ],
  [
    'an RCP does not bind service-linked roles',
    {
      by: session('R', 's1', true),
      identity: reads,
      rcps: [[{ ...deny('s3:*'), Principal: '*' }]],
    },
    'Allow by identity',
    'Own 1',
  ],
  [
    'SCPs do not bind services',
    {
      by: { type: 'service', service: 'logs.amazonaws.com' },
      scps: [denies],
      bucket: [allow('s3:*', '*', { Principal: '*' })],
    },
    'Allow by resource',
    'bucket policy 1 as wildcard',
  ],
])('%s', (_id, asking, ...expected) => expect(answer(ask(asking))).toEqual(expected));

test('D21: what a group allows counts, whatever its place', () => {
  expect(answer(ask({ identity: [...other, ...reads] }))).toEqual(['Allow by identity', 'Own 2']);
});

test('every gate is in the trace once, in AWS’s order, and one is decisive', () => {
  const { gates } = ask({ identity: reads, boundary: other, scps: [[admin]] });
  expect(gates.map(({ gate, outcome: said, decisive }) => [gate, said, decisive])).toEqual([
    ['rcp', 'absent', false],
    ['scp', 'allows', false],
    ['resource', 'absent', false],
    ['identity', 'allows', false],
    ['boundary', 'silent', true],
    ['session', 'absent', false],
  ]);
});

test('an SCP’s trace tells its level', () => {
  const { gates } = ask({ identity: reads, scps: [[admin], other] });
  const scp = gates.find(({ gate }) => gate === 'scp');
  expect(scp?.policies.map(({ name, level }) => [name, level])).toEqual([
    ['Scp0', 0],
    ['Scp1', 1],
  ]);
});
