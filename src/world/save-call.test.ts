import { expect, test } from 'vitest';
import { answerOf, found, home, own, play, policyArn, smallWorld } from '../testing/small-world.ts';
import { allow, policy, trusts } from '../testing/statements.ts';
import {
  bucketPolicyOf,
  controlPoliciesOf,
  identityPoliciesOfUser,
  permissionPoliciesOf,
  storedPolicy,
  trustPolicyOf,
} from './iam/stored-policies.ts';
import { saveCall } from './save-call.ts';

const reads = policy(allow('s3:Get*'));
const trust = policy(trusts({ AWS: home }));
const world = smallWorld({
  managedPolicies: [{ name: 'Reads', document: reads }],
  groups: [{ name: 'same', inline: { OfGroup: reads } }],
  users: [{ name: 'same', groups: ['same'], inline: { OfUser: reads } }],
  roles: [
    {
      name: 'same',
      trust,
      attached: ['Reads', 'AdministratorAccess'],
      inline: { B: reads, A: reads },
    },
    { name: 'Linked', trust, inline: { Own: reads }, serviceLinked: true },
  ],
  buckets: [
    { name: 'b', policy: policy({ ...allow('s3:*', 'arn:aws:s3:::b/*'), Principal: '*' }) },
  ],
  scps: [[{ name: 'Full', document: policy(allow('*')) }]],
});
const account = found(world.accounts[home]);
const role = found(account.roles.same);
const linked = found(account.roles.Linked);
const user = found(account.users.same);
const bucket = found(account.buckets.b);

const listed = [
  trustPolicyOf(account, role),
  ...permissionPoliciesOf(account, role),
  ...permissionPoliciesOf(account, linked),
  ...identityPoliciesOfUser(account, user),
  ...[bucketPolicyOf(account, bucket) ?? []].flat(),
  ...controlPoliciesOf(account).flat(),
];

test('the console lists managed policies as attached, then inline ones by name', () => {
  expect(permissionPoliciesOf(account, role).map(({ name, type }) => [name, type])).toEqual([
    ['Reads', 'Customer managed'],
    ['AdministratorAccess', 'AWS managed'],
    ['A', 'Customer inline'],
    ['B', 'Customer inline'],
  ]);
});

test('a user has the groups’ policies too', () => {
  expect(identityPoliciesOfUser(account, user).map(({ name }) => name)).toEqual([
    'OfUser',
    'OfGroup',
  ]);
});

test.each(listed)('the policy $name is found again by its ref $ref', (policyListed) => {
  expect(storedPolicy(world, policyListed.ref)).toEqual(policyListed);
});

test.each([
  '',
  'trust',
  'trust|999999999999|T',
  `trust|${home}|constructor`,
  `inline|${home}|role|same|constructor`,
  `inline|${home}|planet|same|A`,
  `managed|${home}|toString`,
  `bucket|${home}|__proto__`,
  'trust|constructor|same',
  'inline|__proto__|role|same|A',
])('no policy has the ref %j', (ref) => {
  expect(storedPolicy(world, ref)).toBeUndefined();
});

/** What the administrator may edit is saved by the call that the console makes. */
const editable = listed.filter(({ readOnly }) => !readOnly);
test.each(editable)('$type $name can be saved', ({ ref, text }) => {
  const typed = `${text}\n`;
  const call = saveCall(ref, typed);
  if (!call) throw new Error(`no call saves ${ref}`);
  const saved = play(world, own('admin', call));
  expect(answerOf(saved.happenings)).toBe('allowed');
  expect(storedPolicy(saved.world, ref)?.text).toBe(typed);
});

test.each<readonly [what: string, ref: string]>([
  ['a service control policy', `scp|${home}|0|Full`],
  ['what is no ref', 'nonsense'],
])('%s can’t be saved by a call', (_what, ref) => {
  expect(saveCall(ref, '{}')).toBeUndefined();
});

test('AWS’s own policies, SCPs and what is service-linked are for reading only', () => {
  const readOnly = listed.filter((p) => p.readOnly).map(({ name }) => name);
  expect(readOnly).toEqual(['AdministratorAccess', 'Own', 'Full']);
});

test('a managed policy’s ref is its ARN', () => {
  expect(storedPolicy(world, `managed|${home}|${policyArn('Reads')}`)?.name).toBe('Reads');
});
