import { readRun, writeRun } from '#exchange';
import { type AwsAction, type AwsCall } from '#world';
import { expect, test } from 'vitest';
import { callFields, callOf, isAction } from './call-fields.ts';

const actions = Object.keys(callFields).filter(isAction);
const roleArn = 'arn:aws:iam::111122223333:role/DataRole';
const policyArn = 'arn:aws:iam::111122223333:policy/ReadReports';

/** What somebody writes who fills in every field. */
const written: Readonly<Record<string, string>> = {
  roleArn,
  roleSessionName: 'julie',
  durationSeconds: '900',
  externalId: '11122345',
  sourceIdentity: 'julie',
  name: 'guest',
  bucket: 'acme-reports',
  key: 'q3-results.csv',
  body: 'quarter,revenue',
  table: 'acme-orders',
  item: '{"id":"1001"}',
  policyDocument: '{}',
  assumeRolePolicyDocument: '{}',
  maxSessionDuration: '7200',
  roleName: 'DataRole',
  userName: 'carol',
  groupName: 'colleagues',
  policyName: 'MyPolicy',
  policyArn,
  accessKeyId: 'AKIARTX3GSDS7EXAMPLE',
};

/** The call as it comes back from storage, where whatever is no parameter of its action is refused or dropped. */
function stored(call: AwsCall): AwsCall | undefined {
  const command = { type: 'call', by: 'bob', with: { type: 'own' }, call } as const;
  const loaded = readRun(
    writeRun({
      step: 0,
      commands: [{ command, origin: { type: 'learner' } }],
      cursor: { entry: 0, step: 0 },
      drafts: {},
    }),
  );
  const [first] = loaded.state === 'ok' ? loaded.run.commands : [];
  return first?.command.type === 'call' ? first.command.call : undefined;
}

test.each(actions)('%s: with every field filled in, the call is one that can be kept', (action) => {
  const call = callOf(action, written);
  expect(Object.keys(call)).toHaveLength(1 + callFields[action].length);
  expect(stored(call)).toEqual(call);
});

test.each(actions)('%s: with only what is required, it is one too', (action) => {
  const required = callFields[action].filter((field) => !field.optional);
  const call = callOf(
    action,
    Object.fromEntries(required.map(({ name }) => [name, written[name] ?? ''])),
  );
  expect(Object.keys(call)).toEqual(['action', ...required.map((field) => field.name)]);
  expect(stored(call)).toEqual(call);
});

test.each<[string, AwsAction, Record<string, string>, AwsCall]>([
  [
    'an optional field that is empty is left out',
    'sts:AssumeRole',
    { roleArn, roleSessionName: 'julie', durationSeconds: '' },
    { action: 'sts:AssumeRole', roleArn, roleSessionName: 'julie' },
  ],
  [
    'seconds are a number',
    'sts:GetSessionToken',
    { durationSeconds: '900' },
    { action: 'sts:GetSessionToken', durationSeconds: 900 },
  ],
  [
    'digits that are no seconds stay text',
    'dynamodb:GetItem',
    { table: 'acme-orders', key: '1001' },
    { action: 'dynamodb:GetItem', table: 'acme-orders', key: '1001' },
  ],
  [
    'a required field that is empty is sent as it is: AWS shall say what is wrong with it',
    's3:ListBucket',
    {},
    { action: 's3:ListBucket', bucket: '' },
  ],
  [
    'what was typed for another action is not sent',
    's3:ListAllMyBuckets',
    { bucket: 'acme-reports' },
    { action: 's3:ListAllMyBuckets' },
  ],
])('%s', (_why, action, values, call) => {
  expect(callOf(action, values)).toEqual(call);
});

test.each(['', 's3:Nothing', 'constructor', '__proto__', 'toString'])(
  'is no action: “%s”',
  (name) => {
    expect(isAction(name)).toBe(false);
  },
);
