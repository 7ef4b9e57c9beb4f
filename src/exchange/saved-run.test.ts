import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCommands } from '../testing/any-command.ts';
import { isNewerRun, readRun, type SavedRun, writeRun } from './index.ts';

const run: SavedRun = {
  step: 2,
  commands: [
    {
      command: {
        type: 'call',
        by: 'julie',
        with: { type: 'latest-session', roleArn: 'arn:aws:iam::111122223333:role/DataRole' },
        call: {
          action: 'sts:AssumeRole',
          roleArn: 'arn:aws:iam::111122223333:role/DataRole',
          roleSessionName: 'julie',
          durationSeconds: 900,
        },
      },
      origin: { type: 'step', step: 1 },
    },
    { command: { type: 'wait', seconds: 60 }, origin: { type: 'learner' } },
    {
      command: { type: 'revoke-sessions', by: 'admin', roleName: 'DataRole' },
      origin: { type: 'option', option: 'revoke-sessions' },
    },
  ],
  cursor: { entry: 1, step: 0 },
  drafts: { 'trust|111122223333|DataRole': '{' },
};
const written = JSON.parse(writeRun(run)) as Record<string, unknown>;
const withField = (field: string, value: unknown) => JSON.stringify({ ...written, [field]: value });
const withCommand = (command: unknown) =>
  withField('commands', [{ command, origin: { type: 'learner' } }]);
const stateOf = (text: string) => readRun(text).state;
const callOf = (call: unknown, more: object = {}) =>
  withCommand({ type: 'call', by: 'julie', with: { type: 'own' }, call, ...more });

test('what is written is read', () => {
  expect(readRun(writeRun(run))).toMatchObject({ state: 'ok', run });
});

test('whatever may happen in the world can be written and read', () => {
  fc.assert(
    fc.property(anyCommands, (commands) => {
      const saved = {
        ...run,
        commands: commands.map((command) => ({ command, origin: { type: 'learner' as const } })),
      };
      expect(readRun(writeRun(saved))).toMatchObject({ state: 'ok', run: saved });
    }),
    { numRuns: 300 },
  );
});

describe('what is broken', () => {
  test.each<readonly [fact: string, text: string]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['no version', JSON.stringify({ ...run })],
    ['an older version', withField('version', 0)],
    ['a version in words', withField('version', '1')],
    ['a step that is no whole number', withField('step', 1.5)],
    ['a cursor without a step', withField('cursor', { entry: 1 })],
    ['drafts that are no texts', withField('drafts', { a: 1 })],
    ['a command of no type', withCommand({})],
    ['a command of an unknown type', withCommand({ type: 'explode' })],
    ['a command whose type every object has', withCommand({ type: 'constructor' })],
    ['a wait for no number', withCommand({ type: 'wait', seconds: null })],
    ['a wait in words', withCommand({ type: 'wait', seconds: '60' })],
    ['a call of an unknown action', callOf({ action: 's3:CreateBucket' })],
    ['a call whose action every object has', callOf({ action: '__proto__' })],
    ['a call without a parameter', callOf({ action: 's3:GetObject', bucket: 'b' })],
    [
      'a key of another form',
      callOf(
        { action: 'sts:GetCallerIdentity' },
        { with: { type: 'key', accessKeyId: '__proto__' } },
      ),
    ],
    ['a name that is too long', callOf({ action: 'iam:DeleteRole', roleName: 'x'.repeat(2049) })],
    [
      'a policy that is too long',
      callOf({
        action: 'iam:UpdateAssumeRolePolicy',
        roleName: 'R',
        policyDocument: 'x'.repeat(131_073),
      }),
    ],
    [
      'too many commands',
      withField(
        'commands',
        Array.from({ length: 2001 }, () => ({
          command: { type: 'wait', seconds: 1 },
          origin: { type: 'learner' },
        })),
      ),
    ],
    [
      'a command from nowhere',
      withField('commands', [{ command: { type: 'wait', seconds: 1 }, origin: { type: 'moon' } }]),
    ],
  ])('%s', (_fact, text) => {
    expect(stateOf(text)).toBe('broken');
  });

  test('says why', () => {
    const text = withField(
      'commands',
      Array.from({ length: 2001 }, () => ({
        command: { type: 'wait', seconds: 1 },
        origin: { type: 'learner' },
      })),
    );
    expect(readRun(text)).toEqual({ state: 'broken', why: 'too many commands' });
  });
});

test.each([2, 3, 1.1, Number.MAX_VALUE])(
  'version %d is newer, whatever else it says',
  (version) => {
    const text = JSON.stringify({ version, anything: 'else' });
    expect(readRun(text)).toEqual({ state: 'newer' });
    expect(isNewerRun(text)).toBe(true);
  },
);

test('what is more than known is left out', () => {
  const loaded = readRun(withField('more', 'of it'));
  expect(loaded).toMatchObject({ state: 'ok', run });
  expect(loaded).not.toHaveProperty('run.more');
});

test.each(['__proto__', 'constructor', 'prototype'])('a draft named %s does no harm', (name) => {
  const text = JSON.stringify(written).replace(
    '"drafts":{',
    `"drafts":{${JSON.stringify(name)}:"polluted",`,
  );
  const loaded = readRun(text);
  expect(loaded).toMatchObject({ state: 'ok', run });
  expect(Object.prototype).not.toHaveProperty('polluted');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const states = ['ok', 'newer', 'broken'];
test('no text makes reading throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
      expect(states).toContain(stateOf(text));
    }),
    { numRuns: 1000 },
  );
});

/** Somewhere in the run another value: `undefined` takes the field away. */
function spoil(value: unknown, path: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const fields = Object.keys(value);
  const [at = 0, ...rest] = path;
  const field = fields[at % Math.max(1, fields.length)];
  if (field === undefined || path.length === 0) return by;
  const record = value as Record<string, unknown>;
  const spoilt = { ...record, [field]: spoil(record[field], rest, by) };
  return Array.isArray(value) ? Object.values(spoilt) : spoilt;
}

test('nor does a run that was tampered with', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 6 }), fc.jsonValue(), (path, by) => {
      expect(states).toContain(stateOf(JSON.stringify(spoil(written, path, by))));
    }),
    { numRuns: 1000 },
  );
});

test('nor one with a letter changed', () => {
  const text = writeRun(run);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 2 }), (at, by) => {
      expect(states).toContain(stateOf(text.slice(0, at) + by + text.slice(at + 1)));
    }),
    { numRuns: 1000 },
  );
});
