import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCommand, anyCommands } from '../testing/any-command.ts';
import {
  assume,
  found,
  home,
  outcomeOf,
  own,
  play,
  roleArn,
  rootArn,
  smallWorld,
  userArn,
  wait,
} from '../testing/small-world.ts';
import { allow, policy, trusts } from '../testing/statements.ts';
import { apply } from './apply.ts';
import { type Command } from './command.ts';
import { type Happening } from './happening.ts';
import { type Credentials, type World } from './model.ts';

const everything = policy(allow('*'));
const setsIdentity = { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] };
const both = policy(trusts({ AWS: [userArn('alice'), userArn('bob')] }, setsIdentity));

/** A world in which much is allowed, so that much can happen. */
const lenient = smallWorld({
  managedPolicies: [{ name: 'Reads', document: policy(allow('s3:Get*')) }],
  groups: [{ name: 'staff', inline: { Staff: policy(allow('s3:ListAllMyBuckets')) } }],
  users: [
    { name: 'alice', inline: { Own: everything } },
    { name: 'bob', groups: ['staff'] },
  ],
  roles: [
    { name: 'R', trust: both, inline: { Own: everything }, maxSessionDuration: 43200 },
    { name: 'R2', trust: policy(trusts({ AWS: rootArn }, setsIdentity)) },
    { name: 'Linked', trust: both, serviceLinked: true },
  ],
  buckets: [
    { name: 'b', objects: { k: 'v' } },
    {
      name: 'public',
      objects: { k: 'v' },
      policy: policy({ ...allow('s3:GetObject', 'arn:aws:s3:::public/*'), Principal: '*' }),
    },
  ],
  tables: [{ name: 't', items: { k: '{}' } }],
});

/** Sessions are out: a short one with a source identity, a long one, and a user’s token. */
const start = play(
  lenient,
  own('alice', {
    action: 'sts:AssumeRole',
    roleArn: roleArn('R'),
    roleSessionName: 's1',
    durationSeconds: 900,
    sourceIdentity: 'alice',
  }),
  own('bob', assume('R', 's2', 3600)),
  own('admin', { action: 'sts:GetSessionToken' }),
).world;

interface Done {
  readonly command: Command;
  readonly before: World;
  readonly happenings: readonly Happening[];
  readonly after: World;
}

/** Everything that a list of commands did, one after the other. */
function history(commands: readonly Command[]): readonly Done[] {
  const done: Done[] = [];
  let world = start;
  for (const command of commands) {
    const { world: after, happenings } = apply(world, command);
    done.push({ command, before: world, happenings, after });
    world = after;
  }
  return done;
}

const lastWorld = (commands: readonly Command[]): World => play(start, ...commands).world;
const json = (world: World): unknown => JSON.parse(JSON.stringify(world));
const check = (law: fc.IProperty<[readonly Command[]]>) => fc.assert(law, { numRuns: 300 });

test('waiting twice is waiting for both', () => {
  const someSeconds = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(someSeconds, someSeconds, (a, b) => {
      expect(lastWorld([wait(a), wait(b)])).toEqual(lastWorld([wait(a + b)]));
    }),
    { numRuns: 500 },
  );
});

test('the same commands give the same world', () => {
  check(
    fc.property(anyCommands, (commands) => {
      expect(JSON.stringify(lastWorld(commands))).toBe(JSON.stringify(lastWorld(commands)));
    }),
  );
});

test('every command comes to something, and nothing throws', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
      for (const { happenings } of history(commands)) expect(happenings).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a world is plain data: JSON and structuredClone give it back', () => {
  check(
    fc.property(anyCommands, (commands) => {
      const world = lastWorld(commands);
      expect(json(world)).toEqual(world);
      expect(structuredClone(world)).toEqual(world);
    }),
  );
});

test('a world that went through JSON goes on as the world itself', () => {
  check(
    fc.property(anyCommands, (commands) => {
      const half = Math.floor(commands.length / 2);
      const [before, rest] = [commands.slice(0, half), commands.slice(half)];
      const restored = json(lastWorld(before)) as World;
      expect(play(restored, ...rest).world).toEqual(lastWorld(commands));
    }),
  );
});

test('no id is given twice, and no key is kept under another’s name', () => {
  check(
    fc.property(anyCommands, (commands) => {
      const world = lastWorld(commands);
      const { users, roles, groups } = found(world.accounts[home]);
      const named = [users, roles, groups].flatMap((kind) => Object.values(kind));
      const ids = named.map(({ uniqueId }) => uniqueId);
      const calls = world.trail.flatMap(({ eventID, requestID }) => [eventID, requestID]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(calls).size).toBe(calls.length);
      for (const [key, { accessKeyId }] of Object.entries(world.credentials)) {
        expect(accessKeyId).toBe(key);
      }
    }),
  );
});

test('no session works at or after its expiry', () => {
  check(
    fc.property(anyCommands, (commands) => {
      const late = history(commands).filter(({ before, happenings }) =>
        signedLate(before, happenings),
      );
      expect(late.filter(({ happenings }) => outcomeOf(happenings)?.ok)).toEqual([]);
    }),
  );
});

function signedLate(world: World, happenings: readonly Happening[]): boolean {
  const sent = happenings.find((h) => h.type === 'request-sent');
  const key = sent?.accessKeyId;
  const credentials = key === undefined ? undefined : world.credentials[key];
  return credentials?.type === 'session' && credentials.expiresAt <= world.now;
}

test('a refused call changes nothing but the trail and the marks of use', () => {
  check(
    fc.property(anyCommands, (commands) => {
      const refused = history(commands).filter(({ happenings }) => {
        const outcome = outcomeOf(happenings);
        return outcome && !outcome.ok;
      });
      for (const { before, after } of refused) expect(unmarked(after)).toEqual(unmarked(before));
    }),
  );
});

/** Without what a call leaves behind even when it is refused. */
function unmarked(world: World): unknown {
  const role = { lastUsed: undefined, lastAccessed: {} };
  const accounts = Object.values(world.accounts).map((account) => ({
    ...account,
    roles: Object.values(account.roles).map((marked) => ({ ...marked, ...role })),
  }));
  return { ...world, accounts, trail: [], draws: 0 };
}

test('the trail only grows, by one record a call at most', () => {
  check(
    fc.property(anyCommands, (commands) => {
      for (const { before, after } of history(commands)) {
        expect(after.trail.slice(0, before.trail.length)).toEqual(before.trail);
        expect(after.trail.length - before.trail.length).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('the clock never goes back', () => {
  check(
    fc.property(anyCommands, (commands) => {
      for (const { before, after } of history(commands)) {
        expect(after.now).toBeGreaterThanOrEqual(before.now);
      }
    }),
  );
});

test('what was decided is what is answered: a refusal by policy is an AccessDenied', () => {
  check(
    fc.property(anyCommands, (commands) => {
      for (const { happenings } of history(commands)) {
        const verdicts = happenings.flatMap((h) =>
          h.type === 'decided' ? [h.decision.verdict] : [],
        );
        expect(verdicts.slice(0, -1).filter((verdict) => verdict !== 'Allow')).toEqual([]);
        const outcome = outcomeOf(happenings);
        const denied = verdicts.some((verdict) => verdict !== 'Allow');
        const code = outcome?.ok === false ? outcome.error.code : 'none';
        expect(denied ? code : 'AccessDenied').toMatch(/^AccessDenied(Exception)?$/);
      }
    }),
  );
});

const sourceIdentityIn = (made: Credentials | undefined): string | undefined =>
  made?.type === 'session' && made.session.type === 'assumed-role'
    ? made.session.sourceIdentity
    : undefined;

/** Alice assumes the two roles over and over, by her key or from the session that she got last. */
const anyAssuming: fc.Arbitrary<Command> = fc.record({
  type: fc.constant('call' as const),
  by: fc.constant('alice'),
  with: fc.constantFrom({ type: 'own' } as const, { type: 'latest-session' } as const),
  call: fc.record(
    {
      action: fc.constant('sts:AssumeRole' as const),
      roleArn: fc.constantFrom(roleArn('R'), roleArn('R2')),
      roleSessionName: fc.constant('s1'),
      sourceIdentity: fc.constantFrom('alice', 'bob'),
    },
    { requiredKeys: ['action', 'roleArn', 'roleSessionName'] },
  ),
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html */
test('a source identity, once set, is that of everything chained from it', () => {
  check(
    fc.property(fc.array(anyAssuming, { maxLength: 8 }), (commands) => {
      const { credentials } = play(start, ...commands).world;
      for (const made of Object.values(credentials)) {
        const asker = made.type === 'session' ? credentials[made.issuedTo] : undefined;
        const inherited = sourceIdentityIn(asker) ?? sourceIdentityIn(made);
        expect(sourceIdentityIn(made)).toBe(inherited);
      }
    }),
  );
});
