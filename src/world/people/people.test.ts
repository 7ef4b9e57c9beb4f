import { expect, test } from 'vitest';
import {
  assume,
  heldLast,
  own,
  play,
  roleArn,
  rulingOf,
  session,
  smallWorld,
  type Step,
  userArn,
  wait,
} from '../../testing/small-world.ts';
import { allow, policy, trusts } from '../../testing/statements.ts';
import { type Command } from '../command.ts';
import { accessKeyId } from '../model.ts';

const start = smallWorld({
  users: [{ name: 'emy' }],
  roles: [
    {
      name: 'T',
      trust: policy(trusts({ AWS: userArn('emy') })),
      inline: { Read: policy(allow('s3:*')) },
    },
  ],
  buckets: [{ name: 'b', objects: { k: 'v' } }],
});
const repository = 'github.com/emy/side-project';
const emyTakesT = own('emy', assume('T', 'emy'));
const emyLeaks: Step = { type: 'leak-latest-session', by: 'emy', repository };
const malloryCopies: Step = { type: 'copy-published', by: 'mallory', repository };
const get = { action: 's3:GetObject', bucket: 'b', key: 'k' } as const;

test('a leak publishes the newest session, and changes nothing in AWS', () => {
  const before = play(start, emyTakesT, wait(60)).world;
  const { world, happenings } = play(before, emyLeaks);
  const key = heldLast(world, 'emy');
  expect(world.published).toEqual([
    { accessKeyId: key, by: 'emy', at: start.now + 60_000, repository },
  ]);
  expect(happenings).toEqual([{ type: 'leaked', by: 'emy', accessKeyId: key, repository }]);
  expect({ ...world, published: [] }).toEqual(before);
});

test('a copy is the same key, and works like it', () => {
  const { world, happenings } = play(
    start,
    emyTakesT,
    emyLeaks,
    malloryCopies,
    session('mallory', get),
  );
  expect(heldLast(world, 'mallory')).toBe(heldLast(world, 'emy'));
  expect(rulingOf(happenings)).toBe('Allow by identity');
});

test('copying twice is holding once', () => {
  const { world } = play(start, emyTakesT, emyLeaks, malloryCopies, malloryCopies);
  expect(world.people.mallory?.holds).toHaveLength(1);
});

test('only the source address tells a copy from its owner', () => {
  const { world } = play(
    start,
    emyTakesT,
    emyLeaks,
    malloryCopies,
    session('emy', get),
    session('mallory', get),
  );
  const [byEmy, byMallory] = world.trail.slice(-2);
  expect(byMallory).toEqual({
    ...byEmy,
    sourceIPAddress: '198.51.100.66',
    requestID: byMallory?.requestID,
    eventID: byMallory?.eventID,
  });
});

const unknownKey = accessKeyId('ASIARTX3GSDSWAAAAAAA');
test.each<readonly [fact: string, steps: readonly Step[], by: string, why: string]>([
  [
    'without a session there is nothing to publish',
    [emyLeaks],
    'emy',
    'there is no session to publish',
  ],
  [
    'nothing is published, so nothing can be copied',
    [malloryCopies],
    'mallory',
    'nothing was published there',
  ],
  [
    'nobody publishes what they do not hold',
    [{ type: 'leak', by: 'mallory', accessKeyId: unknownKey, repository }],
    'mallory',
    'nobody can publish credentials that they do not hold',
  ],
  [
    'nobody copies what the other does not hold',
    [{ type: 'copy', by: 'mallory', accessKeyId: unknownKey, from: { person: 'emy' } }],
    'mallory',
    'those credentials are not there to be copied',
  ],
  [
    'nobody copies from another repository',
    [
      emyTakesT,
      emyLeaks,
      (world) => ({
        type: 'copy',
        by: 'mallory',
        accessKeyId: heldLast(world, 'emy'),
        from: { repository: 'elsewhere' },
      }),
    ],
    'mallory',
    'those credentials are not there to be copied',
  ],
])('%s', (_fact, steps, by, why) => {
  const before = play(start, ...steps.slice(0, -1)).world;
  const { world, happenings } = play(start, ...steps);
  expect(happenings).toEqual([{ type: 'impossible', by, why }]);
  expect(world).toEqual(before);
});

test.each(['nobody', 'constructor', '__proto__', 'toString', ''])(
  'nobody has the name %j: nothing can be done, and nothing changes',
  (by) => {
    const commands: readonly Command[] = [
      own(by, get),
      { type: 'leak', by, accessKeyId: unknownKey, repository },
      { type: 'leak-latest-session', by, repository },
      { type: 'copy', by, accessKeyId: heldLast(start, 'emy'), from: { person: 'emy' } },
      { type: 'copy', by: 'emy', accessKeyId: unknownKey, from: { person: by } },
      { type: 'revoke-sessions', by, roleName: 'T' },
    ];
    for (const command of commands) {
      const { world, happenings } = play(start, command);
      expect(happenings.map((h) => h.type)).toEqual(['impossible']);
      expect(world).toBe(start);
    }
  },
);

/** `seconds` comes from a form or a file. */
test.each([
  [90, 90],
  [1.9, 1],
  [0, 0],
  [-5, 0],
  [NaN, 0],
  [Infinity, 0],
  [-Infinity, 0],
])('waiting %d seconds moves the clock by %d', (seconds, moved) => {
  const { world, happenings } = play(start, wait(seconds));
  expect(world.now - start.now).toBe(moved * 1000);
  expect(happenings).toEqual([{ type: 'waited', from: start.now, until: world.now }]);
});

test('the clock stops before the year 9999', () => {
  const { world } = play(start, wait(Number.MAX_VALUE), wait(3600), own('emy', get));
  expect(new Date(world.now).toISOString()).toBe('9999-01-01T00:00:00.000Z');
  expect(world.trail.at(-1)?.eventTime).toBe('9999-01-01T00:00:00Z');
});

test('sessions come to their end while one waits, each once', () => {
  const { world } = play(start, emyTakesT);
  const key = heldLast(world, 'emy');
  const ends = (seconds: number) =>
    play(world, wait(seconds)).happenings.filter((h) => h.type === 'credentials-expired');
  expect(ends(3599)).toEqual([]);
  expect(ends(3600)).toEqual([{ type: 'credentials-expired', accessKeyId: key }]);
  expect(play(world, wait(3600), wait(60)).happenings).toHaveLength(1);
});

test('the latest session of a role is meant by the role’s ARN, even when the role is gone', () => {
  const steps: readonly Step[] = [
    emyTakesT,
    own('admin', { action: 'iam:DeleteRolePolicy', roleName: 'T', policyName: 'Read' }),
    own('admin', { action: 'iam:DeleteRole', roleName: 'T' }),
    {
      type: 'call',
      by: 'emy',
      with: { type: 'latest-session', roleArn: roleArn('T') },
      call: get,
    },
  ];
  expect(play(start, ...steps).happenings).toContainEqual({
    type: 'credentials-checked',
    state: 'role-deleted',
    callerArn: undefined,
  });
});
