import { lessonById } from '#course';
import { gates, type Gate, type GateOutcome } from '#policy';
import {
  accessKeyId,
  apply,
  type AwsAction,
  type AwsCall,
  buildWorld,
  type Command,
  type CredentialsState,
  type Happening,
  simTime,
} from '#world';
import { expect, test } from 'vitest';
import { found, play } from '../../testing/small-world.ts';
import { assumeRoleStep, sayCommand, sayHappening, tell } from './narrate.ts';

const lesson = found(lessonById('assume-role'));
const world = buildWorld(lesson.world);
const roleArn = 'arn:aws:iam::111122223333:role/DataRole';
const policyArn = 'arn:aws:iam::111122223333:policy/ReadReports';
const key = accessKeyId('ASIARTX3GSDSWEXAMPLE');
const policyDocument = '{}';

const calledBy = (by: string, call: AwsCall): Command => ({
  type: 'call',
  by,
  with: { type: 'own' },
  call,
});

/** What a recorded command is, as the timeline is given it. */
const recorded = (command: Command, before = world) => ({
  command,
  before,
  happenings: apply(before, command).happenings,
});

const asksForRole = (by: string) =>
  calledBy(by, { action: 'sts:AssumeRole', roleArn, roleSessionName: by });

const commands: { [T in Command['type']]: readonly [Extract<Command, { type: T }>, string] } = {
  call: [
    { type: 'call', by: 'julie', with: { type: 'own' }, call: { action: 's3:ListAllMyBuckets' } },
    'Julie lists the buckets',
  ],
  'revoke-sessions': [
    { type: 'revoke-sessions', by: 'admin', roleName: 'DataRole' },
    'The administrator (you): revoke active sessions of DataRole',
  ],
  leak: [
    { type: 'leak', by: 'emy', accessKeyId: key, repository: 'github.com/emy/x' },
    'Emy commits credentials to github.com/emy/x',
  ],
  'leak-latest-session': [
    { type: 'leak-latest-session', by: 'emy', repository: 'github.com/emy/x' },
    'Emy commits credentials to github.com/emy/x',
  ],
  copy: [
    { type: 'copy', by: 'woofy', accessKeyId: key, from: { person: 'emy' } },
    'woofy copies credentials',
  ],
  'copy-published': [
    { type: 'copy-published', by: 'woofy', repository: 'github.com/emy/x' },
    'woofy copies credentials',
  ],
  wait: [{ type: 'wait', seconds: 3900 }, '1 h 5 min pass'],
};

test.each(Object.values(commands))('a command is told in one sentence: $type', (command, said) => {
  expect(sayCommand(command, world)).toBe(said);
});

test.each<[Omit<Extract<AwsCall, { action: 'sts:AssumeRole' }>, 'action'>, string]>([
  [
    { roleArn, roleSessionName: 'julie', externalId: '11122345' },
    'asks STS for DataRole, with external id 11122345',
  ],
  [
    { roleArn, roleSessionName: 'julie', externalId: '11122345', sourceIdentity: 'julie' },
    'asks STS for DataRole, with external id 11122345 and source identity julie',
  ],
])('what AssumeRole is asked beside the role is told: %o', (asked, said) => {
  const call: AwsCall = { action: 'sts:AssumeRole', ...asked };
  expect(sayCommand(calledBy('julie', call), world)).toBe(`Julie ${said}`);
});

test('somebody whom the world does not know is called by the id', () => {
  expect(sayCommand({ ...commands['copy-published'][0], by: 'mallory' }, world)).toBe(
    'mallory copies credentials',
  );
});

type Without<T> = T extends AwsCall ? Omit<T, 'action'> : never;

const calls: {
  [A in AwsAction]: readonly [Without<Extract<AwsCall, { action: A }>>, string];
} = {
  'sts:AssumeRole': [{ roleArn, roleSessionName: 'julie' }, 'asks STS for DataRole'],
  'sts:GetCallerIdentity': [{}, 'asks STS whose credentials these are'],
  'sts:GetSessionToken': [{}, 'asks STS for a session token'],
  'sts:GetFederationToken': [{ name: 'guest' }, 'asks STS for a federation token for guest'],
  's3:ListAllMyBuckets': [{}, 'lists the buckets'],
  's3:ListBucket': [{ bucket: 'b' }, 'lists b'],
  's3:GetObject': [{ bucket: 'b', key: 'k.csv' }, 'reads k.csv from b'],
  's3:PutObject': [{ bucket: 'b', key: 'k.csv', body: '1' }, 'writes k.csv to b'],
  's3:DeleteObject': [{ bucket: 'b', key: 'k.csv' }, 'deletes k.csv from b'],
  's3:PutBucketPolicy': [{ bucket: 'b', policyDocument }, 'writes the bucket policy of b'],
  's3:DeleteBucketPolicy': [{ bucket: 'b' }, 'deletes the bucket policy of b'],
  'dynamodb:GetItem': [{ table: 't', key: '1001' }, 'reads item 1001 of t'],
  'dynamodb:PutItem': [{ table: 't', key: '1001', item: '{}' }, 'writes item 1001 of t'],
  'dynamodb:Scan': [{ table: 't' }, 'reads all of t'],
  'iam:UpdateAssumeRolePolicy': [
    { roleName: 'R', policyDocument },
    'changes the trust policy of R',
  ],
  'iam:PutRolePolicy': [
    { roleName: 'R', policyName: 'P', policyDocument },
    'writes the inline policy P of R',
  ],
  'iam:DeleteRolePolicy': [{ roleName: 'R', policyName: 'P' }, 'deletes the inline policy P of R'],
  'iam:AttachRolePolicy': [{ roleName: 'R', policyArn }, 'attaches ReadReports to R'],
  'iam:DetachRolePolicy': [{ roleName: 'R', policyArn }, 'detaches ReadReports from R'],
  'iam:CreatePolicyVersion': [
    { policyArn, policyDocument },
    'changes the managed policy ReadReports',
  ],
  'iam:CreateRole': [
    { roleName: 'R', assumeRolePolicyDocument: policyDocument },
    'creates the role R',
  ],
  'iam:DeleteRole': [{ roleName: 'R' }, 'deletes the role R'],
  'iam:CreateUser': [{ userName: 'carol' }, 'creates the user carol'],
  'iam:DeleteUser': [{ userName: 'carol' }, 'deletes the user carol'],
  'iam:CreateAccessKey': [{ userName: 'carol' }, 'creates an access key for carol'],
  'iam:DeleteAccessKey': [
    { accessKeyId: 'AKIARTX3GSDS7EXAMPLE' },
    'deletes the access key AKIARTX3GSDS7EXAMPLE',
  ],
  'iam:PutUserPolicy': [
    { userName: 'carol', policyName: 'P', policyDocument },
    'writes the inline policy P of carol',
  ],
  'iam:PutGroupPolicy': [
    { groupName: 'staff', policyName: 'P', policyDocument },
    'writes the inline policy P of the group staff',
  ],
  'iam:DeleteUserPolicy': [
    { userName: 'carol', policyName: 'P' },
    'deletes the inline policy P of carol',
  ],
};

test.each(Object.entries(calls))('a call says what it does: %s', (action, [parameters, said]) => {
  const call = { action, ...parameters } as AwsCall; // the table above pairs them
  expect(sayCommand(calledBy('bob', call), world)).toBe(`Bob ${said}`);
});

/** What really comes of Julie's asking for the role. */
const assumed = apply(world, asksForRole('julie')).happenings;
const real = <T extends Happening['type']>(type: T, among = assumed) =>
  found(among.find((h): h is Extract<Happening, { type: T }> => h.type === type));
const julieKey = found(real('request-sent').accessKeyId);
const sessionKey = real('credentials-issued').accessKeyId;
const ok = { ok: true, result: {} } as const;
const refused = { ok: false, error: { code: 'AccessDenied', status: 403, message: '' } } as const;

const happenings: {
  [T in Happening['type']]: readonly (readonly [Extract<Happening, { type: T }>, string])[];
} = {
  'request-sent': [
    [real('request-sent'), `Julie sends sts:AssumeRole, signed with ${julieKey}`],
    [
      { ...real('request-sent'), by: 'woofy', accessKeyId: undefined },
      'woofy sends sts:AssumeRole, unsigned',
    ],
  ],
  'credentials-checked': [
    [
      real('credentials-checked'),
      'AWS looks the key up: it is arn:aws:iam::111122223333:user/julie',
    ],
  ],
  'gate-asked': [[real('gate-asked'), 'The role’s trust policy is asked: it allows']],
  decided: [
    [real('decided'), 'sts:AssumeRole is allowed'],
    [real('decided', apply(world, asksForRole('bob')).happenings), 'sts:AssumeRole is refused'],
  ],
  'permissions-not-asked': [
    [
      real('permissions-not-asked'),
      'The role’s permissions policies are not read now: each later request asks them',
    ],
  ],
  'credentials-issued': [
    [
      real('credentials-issued'),
      'STS makes temporary credentials for DataRole/julie, good for 1 h',
    ],
  ],
  changed: [
    [{ type: 'changed', what: roleArn }, 'DataRole is changed'],
    [{ type: 'changed', what: 'arn:aws:s3:::acme-reports' }, 'acme-reports is changed'],
    [{ type: 'changed', what: 'arn:aws:s3:::acme-reports/plan.txt' }, 'plan.txt is changed'],
  ],
  answered: [
    [{ type: 'answered', to: 'bob', outcome: ok }, 'Bob gets the answer'],
    [{ type: 'answered', to: 'bob', outcome: refused }, 'Bob gets the error AccessDenied'],
  ],
  recorded: [[{ type: 'recorded', index: 0 }, 'CloudTrail writes the record']],
  leaked: [
    [
      { type: 'leaked', by: 'emy', accessKeyId: key, repository: 'github.com/emy/x' },
      `Emy’s commit puts ${key} in github.com/emy/x, for everybody to read`,
    ],
  ],
  copied: [
    [
      { type: 'copied', by: 'woofy', accessKeyId: key, from: { person: 'emy' } },
      `woofy now has a copy of ${key}: the same key, in another hand`,
    ],
  ],
  impossible: [
    [
      { type: 'impossible', by: 'woofy', why: 'there is no session to publish' },
      'woofy can’t: there is no session to publish',
    ],
  ],
  waited: [
    [
      { type: 'waited', from: simTime(0), until: simTime(125_000) },
      'The clock moves on by 2 min 5 s',
    ],
  ],
  'credentials-expired': [
    [{ type: 'credentials-expired', accessKeyId: sessionKey }, `The session ${sessionKey} expires`],
  ],
};

test.each(Object.values(happenings).flat())('$type is told in one sentence', (happening, said) => {
  expect(sayHappening(happening, world)).toBe(said);
});

const lookUps: Record<CredentialsState, string> = {
  valid: 'AWS looks the key up: it is ',
  expired: 'AWS looks the key up: the session has expired',
  missing: 'The request carries no credentials',
  unknown: 'AWS looks the key up: it knows no such key',
  inactive: 'AWS looks the key up: the key is switched off',
  'role-deleted': 'AWS looks the key up: the role of this session is gone',
};

test.each(Object.entries(lookUps))(
  'what AWS found of the credentials is said: %s',
  (state, said) => {
    const checked = { ...real('credentials-checked'), state: state as CredentialsState };
    expect(sayHappening({ ...checked, callerArn: undefined }, world)).toBe(said);
  },
);

const asked = (gate: Gate, outcome: GateOutcome, resourceType: 'trust' | 'ordinary') => {
  const { request, decision } = real('gate-asked');
  const one = { gate, outcome, decisive: true, policies: [] };
  return sayHappening(
    { type: 'gate-asked', gate, request, decision: { ...decision, resourceType, gates: [one] } },
    world,
  );
};

const gateNames: Record<Gate, string> = {
  rcp: 'The resource control policies',
  scp: 'The service control policies',
  resource: 'The resource’s policy',
  identity: 'The identity policies',
  boundary: 'The permissions boundary',
  session: 'The session policy',
};

test.each(gates)('a gate goes by what AWS calls its policies: %s', (gate) => {
  expect(asked(gate, 'silent', 'ordinary')).toBe(
    `${gateNames[gate]} is asked: it says nothing, and that is a no`,
  );
});

const gateAnswers: Record<GateOutcome, string> = {
  allows: 'The role’s trust policy is asked: it allows',
  delegates: 'The role’s trust policy is asked: it leaves it to the caller’s account',
  denies: 'The role’s trust policy is asked: it denies',
  silent: 'The role’s trust policy is asked: it says nothing, and that is a no',
  absent: 'The role’s trust policy is not there',
};

test.each(Object.entries(gateAnswers))(
  'what a gate said has words of its own: %s',
  (outcome, said) => {
    expect(asked('resource', outcome as GateOutcome, 'trust')).toBe(said);
  },
);

const steps: Record<Happening['type'], number | undefined> = {
  'request-sent': 1,
  'credentials-checked': 1,
  'gate-asked': 2,
  decided: 3,
  'permissions-not-asked': 4,
  'credentials-issued': 5,
  answered: 6,
  recorded: undefined,
  changed: undefined,
  leaked: undefined,
  copied: undefined,
  impossible: undefined,
  waited: undefined,
  'credentials-expired': undefined,
};

test.each(Object.values(happenings).flatMap(([first]) => (first ? [first[0]] : [])))(
  'the classic telling counts $type',
  (happening) => {
    expect(assumeRoleStep(happening)).toBe(steps[happening.type]);
  },
);

test('AssumeRole is told in six steps, and the record that follows is none of them', () => {
  const [told] = tell([recorded(asksForRole('julie'))]);
  expect(told).toEqual({
    id: '0',
    label: 'Julie asks STS for DataRole',
    tone: 'allowed',
    steps: [
      { label: `Step 1 of 6: Julie sends sts:AssumeRole, signed with ${julieKey}` },
      {
        label: 'Step 1 of 6: AWS looks the key up: it is arn:aws:iam::111122223333:user/julie',
      },
      { label: 'Step 2 of 6: The role’s trust policy is asked: it allows' },
      { label: 'Step 3 of 6: sts:AssumeRole is allowed' },
      {
        label:
          'Step 4 of 6: The role’s permissions policies are not read now: each later request asks them',
      },
      {
        label: 'Step 5 of 6: STS makes temporary credentials for DataRole/julie, good for 1 h',
      },
      { label: 'Step 6 of 6: Julie gets the answer' },
      { label: 'CloudTrail writes the record' },
    ],
  });
});

test('a call other than AssumeRole has no such steps', () => {
  const [told] = tell([recorded(calledBy('bob', { action: 's3:ListAllMyBuckets' }))]);
  expect(told?.steps.map((s) => s.label)).toContain('s3:ListAllMyBuckets is allowed');
});

test.each([
  ['a call that is let through', asksForRole('julie'), 'allowed'],
  ['a call that is refused', asksForRole('bob'), 'denied'],
  [
    'what cannot be done',
    { type: 'leak-latest-session', by: 'woofy', repository: 'github.com/x' },
    'denied',
  ],
  ['what is no call', { type: 'wait', seconds: 60 }, 'neutral'],
] as const)('has the tone of what it came to: %s', (_why, command, tone) => {
  expect(tell([recorded(command)])[0]?.tone).toBe(tone);
});

test('every lesson step of the course can be told, and says something', () => {
  const done = lesson.steps.flatMap((s) => s.do.map((played) => played.command));
  const entries = done.map((command, at) =>
    recorded(command, play(world, ...done.slice(0, at)).world),
  );
  const labels = tell(entries).flatMap((e) => [e.label, ...e.steps.map((s) => s.label)]);
  expect(labels.length).toBeGreaterThan(40);
  expect(labels.filter((label) => /undefined|NaN|\[object|^\s*$/.test(label))).toEqual([]);
});
