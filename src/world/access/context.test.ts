import { conditionKey, type RequestContext } from '#policy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCommands } from '../../testing/any-command.ts';
import {
  assume,
  found,
  heldLast,
  home,
  own,
  play,
  policyArn,
  roleArn,
  rootArn,
  session,
  smallWorld,
  type Step,
  userArn,
  wait,
} from '../../testing/small-world.ts';
import { allow, policy, textOf, trusts } from '../../testing/statements.ts';
import { buildWorld } from '../build.ts';
import { type AwsCall, type Command } from '../command.ts';
import { type World } from '../model.ts';

const ou = 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/';
const everything = policy(allow('*'));
const start = smallWorld({
  organizationPath: ou,
  managedPolicies: [{ name: 'Boundary', document: everything }],
  groups: [{ name: 'staff' }],
  users: [
    {
      name: 'alice',
      path: '/dev/',
      tags: { Team: 'blue' },
      boundary: 'Boundary',
      inline: { Own: everything },
    },
    { name: 'plain' },
  ],
  roles: [
    {
      name: 'T',
      path: '/ops/',
      trust: policy(trusts({ AWS: userArn('dev/alice') })),
      tags: { Project: 'x' },
      boundary: 'Boundary',
      inline: { Own: everything },
    },
    { name: 'Plain', trust: policy(trusts({ AWS: rootArn })) },
  ],
  buckets: [{ name: 'b', objects: { k: 'v' } }],
  tables: [{ name: 't' }],
});
const aliceId = found(start.accounts[home]?.users.alice).uniqueId;
const roleId = found(start.accounts[home]?.roles.T).uniqueId;

function contextOf(world: World, ...steps: readonly Step[]): RequestContext {
  return found(play(world, ...steps).happenings.find((h) => h.type === 'decided')).request.context;
}

/** Everybody calls at a minute past ten; whoever has a session got it at ten. */
const list: AwsCall = { action: 's3:ListBucket', bucket: 'b' };
const withOwn = (by: string): readonly Step[] => [wait(60), own(by, list)];
const withSession = (by: string, call: AwsCall): readonly Step[] => [
  own(by, call),
  wait(60),
  session(by, list),
];
const token: AwsCall = { action: 'sts:GetSessionToken' };
const guest: AwsCall = { action: 'sts:GetFederationToken', name: 'guest' };

const callers = [
  'a user',
  'a user’s token',
  'a role’s session',
  'the root user',
  'the root user’s token',
  'a federated user',
  'nobody',
] as const;
const calls: Readonly<Record<(typeof callers)[number], readonly Step[]>> = {
  'a user': withOwn('alice'),
  'a user’s token': withSession('alice', token),
  'a role’s session': withSession('alice', assume('ops/T', 's1')),
  'the root user': withOwn('root'),
  'the root user’s token': withSession('root', token),
  'a federated user': withSession('alice', guest),
  nobody: withOwn('mallory'),
};

type Value = string | readonly string[] | undefined;
type PerCaller = readonly [Value, Value, Value, Value, Value, Value, Value];
const all = (value: Value): PerCaller => [value, value, value, value, value, value, value];
const signed = (value: Value): PerCaller => [value, value, value, value, value, value, undefined];

const globalKeys =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const principalTable =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable';
const federationToken =
  'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html';
const guestArn = `arn:aws:sts::${home}:federated-user/guest`;
const aliceArn = userArn('dev/alice');
const here = '203.0.113.1';
const tenOClock = '2026-11-23T10:00:00Z';

/** Key by key, for whom it is there and with which value: `undefined` is not there. */
const rows: readonly (readonly [key: string, source: string, values: PerCaller])[] = [
  [
    'aws:PrincipalArn',
    `${globalKeys}#condition-keys-principalarn`,
    [aliceArn, aliceArn, roleArn('ops/T'), rootArn, rootArn, guestArn, undefined],
  ],
  [
    'aws:PrincipalAccount',
    `${globalKeys}#condition-keys-principalaccount`,
    [home, home, home, home, home, home, 'anonymous'],
  ],
  [
    'aws:PrincipalType',
    principalTable,
    ['User', 'User', 'AssumedRole', 'Account', 'Account', 'FederatedUser', 'Anonymous'],
  ],
  [
    'aws:userid',
    principalTable,
    [aliceId, aliceId, `${roleId}:s1`, home, home, `${home}:guest`, 'anonymous'],
  ],
  [
    'aws:username',
    principalTable,
    ['alice', 'alice', undefined, undefined, undefined, undefined, undefined],
  ],
  [
    'aws:PrincipalTag/Team',
    federationToken,
    ['blue', 'blue', undefined, undefined, undefined, 'blue', undefined],
  ],
  [
    'aws:PrincipalTag/Project',
    `${globalKeys}#condition-keys-principaltag`,
    [undefined, undefined, 'x', undefined, undefined, undefined, undefined],
  ],
  ['aws:PrincipalOrgID', `${globalKeys}#condition-keys-principalorgid`, signed('o-a1b2c3d4e5')],
  ['aws:PrincipalOrgPaths', `${globalKeys}#condition-keys-principalorgpaths`, signed([ou])],
  [
    'aws:PrincipalIsAWSService',
    `${globalKeys}#condition-keys-principalisawsservice`,
    signed('false'),
  ],
  [
    'aws:TokenIssueTime',
    `${globalKeys}#condition-keys-tokenissuetime`,
    [undefined, tenOClock, tenOClock, undefined, tenOClock, tenOClock, undefined],
  ],
  [
    'aws:MultiFactorAuthPresent',
    `${globalKeys}#condition-keys-multifactorauthpresent`,
    [undefined, 'false', 'false', undefined, 'false', undefined, undefined],
  ],
  ['aws:CurrentTime', `${globalKeys}#condition-keys-currenttime`, all('2026-11-23T10:01:00Z')],
  ['aws:EpochTime', `${globalKeys}#condition-keys-epochtime`, all(String(start.now / 1000 + 60))],
  [
    'aws:SourceIp',
    `${globalKeys}#condition-keys-sourceip`,
    [here, here, here, here, here, here, '198.51.100.66'],
  ],
  ['aws:UserAgent', `${globalKeys}#condition-keys-useragent`, all(start.people.alice?.userAgent)],
  ['aws:SecureTransport', `${globalKeys}#condition-keys-securetransport`, all('true')],
  ['aws:ViaAWSService', `${globalKeys}#condition-keys-viaawsservice`, all('false')],
  ['aws:RequestedRegion', `${globalKeys}#condition-keys-requestedregion`, all('eu-west-1')],
  ['aws:ResourceAccount', `${globalKeys}#condition-keys-resourceaccount`, all(home)],
  ['aws:ResourceOrgID', `${globalKeys}#condition-keys-resourceorgid`, all('o-a1b2c3d4e5')],
  ['aws:ResourceOrgPaths', `${globalKeys}#condition-keys-resourceorgpaths`, all([ou])],
];

/** Nothing is carried that the rows do not name: no `aws:MultiFactorAuthAge`, no `aws:CalledVia`, no `aws:SourceVpce`. */
test.each(callers.map((caller, column) => [caller, column] as const))(
  'what the request of %s carries, and nothing else',
  (caller, column) => {
    const carried = rows.flatMap(([key, , values]) => {
      const value = values[column];
      return value === undefined ? [] : [[key.toLowerCase(), value] as const];
    });
    expect(contextOf(start, ...calls[caller])).toEqual(Object.fromEntries(carried));
  },
);

const tagsOfT = { 'aws:resourcetag/project': 'x', 'iam:resourcetag/project': 'x' };
const tagsOfAlice = { 'aws:resourcetag/team': 'blue', 'iam:resourcetag/team': 'blue' };
const boundary = { 'iam:permissionsboundary': policyArn('Boundary') };
const text = textOf(everything);
const trust = textOf(policy(trusts({ AWS: rootArn })));
const ofPolicy = { 'iam:policyarn': policyArn('Boundary') };
const onT = { roleName: 'T', policyName: 'Own' };
const onAlice = { userName: 'alice', policyName: 'Own' };

/**
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
 */
describe('what the call itself brings besides', () => {
  const common = new Set(rows.map(([key]) => key.toLowerCase()));
  const brought = (call: AwsCall) =>
    Object.fromEntries(
      Object.entries(contextOf(start, own('admin', call))).filter(([key]) => !common.has(key)),
    );

  type Row = readonly [fact: string, call: AwsCall, keys: Readonly<Record<string, string>>];
  test.each<Row>([
    [
      'AssumeRole: the session’s name and the role’s tags',
      assume('ops/T', 's1'),
      { 'sts:rolesessionname': 's1', ...tagsOfT },
    ],
    ['AssumeRole of a role without tags', assume('Plain', 's1'), { 'sts:rolesessionname': 's1' }],
    [
      'AssumeRole of a role that is not there',
      assume('Nobody', 's1'),
      { 'sts:rolesessionname': 's1' },
    ],
    [
      'F34: AssumeRole with a duration has no sts:DurationSeconds',
      assume('Plain', 's1', 900),
      { 'sts:rolesessionname': 's1' },
    ],
    ['GetSessionToken, with a duration', { ...token, durationSeconds: 900 }, {}],
    ['GetFederationToken', guest, {}],
    ['GetCallerIdentity', { action: 'sts:GetCallerIdentity' }, {}],
    [
      'trust',
      { action: 'iam:UpdateAssumeRolePolicy', ...onT, policyDocument: trust },
      { ...tagsOfT, ...boundary },
    ],
    [
      'an inline policy of a role',
      { action: 'iam:PutRolePolicy', ...onT, policyDocument: text },
      { ...tagsOfT, ...boundary },
    ],
    ['taking it away', { action: 'iam:DeleteRolePolicy', ...onT }, { ...tagsOfT, ...boundary }],
    [
      'attaching',
      { action: 'iam:AttachRolePolicy', roleName: 'T', policyArn: policyArn('Boundary') },
      { ...tagsOfT, ...boundary, ...ofPolicy },
    ],
    [
      'attaching to a role with nothing',
      { action: 'iam:AttachRolePolicy', roleName: 'Plain', policyArn: policyArn('Boundary') },
      ofPolicy,
    ],
    [
      'detaching',
      { action: 'iam:DetachRolePolicy', roleName: 'T', policyArn: policyArn('Boundary') },
      { ...tagsOfT, ...boundary, ...ofPolicy },
    ],
    ['deleting a role', { action: 'iam:DeleteRole', roleName: 'T' }, { ...tagsOfT, ...boundary }],
    ['a role that is not there', { action: 'iam:DeleteRole', roleName: 'constructor' }, {}],
    [
      'a new role: it has nothing yet',
      { action: 'iam:CreateRole', roleName: 'New', assumeRolePolicyDocument: trust },
      {},
    ],
    [
      'an inline policy of a user',
      { action: 'iam:PutUserPolicy', ...onAlice, policyDocument: text },
      { ...tagsOfAlice, ...boundary },
    ],
    [
      'taking that away',
      { action: 'iam:DeleteUserPolicy', ...onAlice },
      { ...tagsOfAlice, ...boundary },
    ],
    ['deleting a user', { action: 'iam:DeleteUser', userName: 'alice' }, tagsOfAlice],
    ['a key for a user', { action: 'iam:CreateAccessKey', userName: 'alice' }, tagsOfAlice],
    [
      'taking a key away',
      { action: 'iam:DeleteAccessKey', accessKeyId: heldLast(start, 'alice') },
      tagsOfAlice,
    ],
    ['a user without tags', { action: 'iam:DeleteUser', userName: 'plain' }, {}],
    ['a new user', { action: 'iam:CreateUser', userName: 'New' }, {}],
    [
      'an inline policy of a group',
      { action: 'iam:PutGroupPolicy', groupName: 'staff', policyName: 'P', policyDocument: text },
      {},
    ],
    [
      'a version of a managed policy',
      { action: 'iam:CreatePolicyVersion', policyArn: policyArn('Boundary'), policyDocument: text },
      {},
    ],
    ['an object', { action: 's3:GetObject', bucket: 'b', key: 'k' }, {}],
    ['an item', { action: 'dynamodb:GetItem', table: 't', key: 'k' }, {}],
  ])('%s', (_fact, call, keys) => {
    expect(brought(call)).toEqual(keys);
  });
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion */
test('H21: a call to IAM counts as made in us-east-1', () => {
  const context = contextOf(start, own('alice', { action: 'iam:CreateUser', userName: 'new' }));
  expect(context['aws:requestedregion']).toBe('us-east-1');
});

/** What belongs to another account, in an organization or not. */
describe('another account’s resource', () => {
  const abroad = '222222222222';
  const between = (here: { organizationPath?: string }, there: { organizationPath?: string }) =>
    buildWorld({
      now: tenOClock,
      accounts: [
        { id: home, name: 'Home', users: [{ name: 'alice' }], ...here },
        { id: abroad, name: 'Abroad', buckets: [{ name: 'b' }], ...there },
      ],
      people: [
        {
          id: 'alice',
          name: 'Alice',
          role: 'insider',
          sourceIp: '203.0.113.1',
          keyOf: { account: home, user: 'alice' },
        },
      ],
    });
  const other = 'o-z9y8x7w6v5/r-zz99/';
  const none = { 'aws:principalorgid': undefined, 'aws:principalorgpaths': undefined };
  const noneThere = { 'aws:resourceorgid': undefined, 'aws:resourceorgpaths': undefined };

  test.each([
    ['neither is in an organization', between({}, {}), { ...none, ...noneThere }],
    [
      'only the caller is',
      between({ organizationPath: ou }, {}),
      { 'aws:principalorgid': 'o-a1b2c3d4e5', 'aws:principalorgpaths': [ou], ...noneThere },
    ],
    [
      'only the resource is',
      between({}, { organizationPath: other }),
      { ...none, 'aws:resourceorgid': 'o-z9y8x7w6v5', 'aws:resourceorgpaths': [other] },
    ],
    [
      'each is in its own',
      between({ organizationPath: ou }, { organizationPath: other }),
      {
        'aws:principalorgid': 'o-a1b2c3d4e5',
        'aws:principalorgpaths': [ou],
        'aws:resourceorgid': 'o-z9y8x7w6v5',
        'aws:resourceorgpaths': [other],
      },
    ],
  ])('%s', (_fact, world, keys) => {
    const context = contextOf(world, own('alice', list));
    const asked = Object.fromEntries(Object.keys(keys).map((key) => [key, context[key]]));
    expect(asked).toEqual(keys);
    expect(context['aws:principalaccount']).toBe(home);
    expect(context['aws:resourceaccount']).toBe(abroad);
  });
});

/** Every context in which a policy was asked while the commands were played, one after the other. */
function contextsIn(commands: readonly Command[]): readonly RequestContext[] {
  let world = start;
  return commands.flatMap((command) => {
    const applied = play(world, command);
    world = applied.world;
    return applied.happenings.flatMap((h) => (h.type === 'decided' ? [h.request.context] : []));
  });
}

test('whatever happens, requests carry documented keys, each with as many values as AWS says', () => {
  fc.assert(
    fc.property(anyCommands, (commands) => {
      const carried = contextsIn(commands).flatMap((context) => Object.entries(context));
      const odd = carried.filter(
        ([key, value]) => conditionKey(key)?.multivalued !== Array.isArray(value),
      );
      expect(odd).toEqual([]);
    }),
  );
});
