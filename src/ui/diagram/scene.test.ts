import { personPlace, readPlace, rolePlace, type Happening, type Place } from '#world';
import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';
import { sceneOf } from './scene.ts';
import { type GateView, type Scene, type ScenePlace } from './scene-parts.ts';
import { roleArn, sessions, story, start, type EpisodeName } from './sample-story.ts';

const layout = arrange(start, 'wide');
const role = rolePlace(roleArn);

/** The scene when such a happening of an episode is shown. */
function sceneAt(name: EpisodeName, type: Happening['type'], world: 'before' | 'after' = 'after') {
  const episode = story[name];
  const at = episode.happenings.findIndex((happening) => happening.type === type);
  return sceneOf(episode[world], episode.happenings, at, layout);
}

const atRest = (name: EpisodeName): Scene => sceneOf(story[name].after, [], -1, layout);

function view<Kind extends ScenePlace['kind']>(scene: Scene, kind: Kind, place?: Place) {
  const found = scene.places.find((each) => each.kind === kind && (!place || each.place === place));
  return found as Extract<ScenePlace, { kind: Kind }> | undefined;
}

const person = (scene: Scene, id: string) => view(scene, 'person', personPlace(id));
const sessionsOf = (scene: Scene, id: string) =>
  person(scene, id)?.chips.filter((chip) => chip.kind === 'session') ?? [];

const activePlace = (scene: Scene) => scene.places.find((each) => each.active)?.place;

type Row = [why: string, EpisodeName, Happening['type'], stands: Place | undefined, mark: string];

test.each<Row>([
  ['a request goes to STS first', 'bobRefused', 'request-sent', 'sts', ''],
  ['Bob is stopped at the role', 'bobRefused', 'gate-asked', role, 'denied denied'],
  ['and stays there for the decision', 'bobRefused', 'decided', role, 'denied denied'],
  ['the refusal goes back to him', 'bobRefused', 'answered', 'person:bob', 'denied AccessDenied'],
  ['Julie is let through', 'julieAssumes', 'decided', role, 'allowed allowed'],
  ['permissions are passed by', 'julieAssumes', 'permissions-not-asked', role, ''],
  ['credentials arrive at Julie', 'julieAssumes', 'credentials-issued', 'person:julie', ''],
  ['a call to S3 goes to the bucket', 'julieReads', 'request-sent', 'bucket:demo-bucket', ''],
  ['the permissions are asked at the role', 'julieReads', 'gate-asked', role, 'allowed allowed'],
  [
    'what is allowed reaches the bucket',
    'julieReads',
    'decided',
    'bucket:demo-bucket',
    'allowed allowed',
  ],
  ['leaked credentials arrive in the open', 'emyLeaks', 'leaked', 'github', ''],
  ['woofy gets his copy', 'woofyCopies', 'copied', 'person:woofy', ''],
  [
    'an older session is stopped at the role',
    'woofyRefused',
    'decided',
    role,
    'denied explicitly denied',
  ],
  ['a change arrives at the role', 'revocation', 'changed', role, 'allowed changed'],
  [
    'expired credentials stop at the door',
    'julieTooLate',
    'credentials-checked',
    'bucket:demo-bucket',
    'denied expired credentials',
  ],
  ['time passes for all', 'hourPasses', 'waited', undefined, ''],
])('%s', (_why, name, type, stands, mark) => {
  const scene = sceneAt(name, type);
  expect(activePlace(scene)).toBe(stands);
  const shown = scene.traveller?.mark;
  expect(shown ? `${shown.tone} ${shown.word}` : '').toBe(mark);
});

test('the request stands at the part of the role that is asked', () => {
  const middle = (scene: Scene) => {
    const box = view(scene, 'role')?.box;
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  const atTrust = sceneAt('bobRefused', 'gate-asked');
  expect(atTrust.traveller?.points.at(-1)?.x).toBeLessThan(middle(atTrust));
  const atPermissions = sceneAt('julieReads', 'gate-asked');
  expect(atPermissions.traveller?.points.at(-1)?.x).toBeGreaterThan(middle(atPermissions));
});

test('every leg starts where the one before ended', () => {
  for (const { after, happenings } of Object.values(story))
    for (let at = 1; at < happenings.length; at++) {
      const last = sceneOf(after, happenings, at - 1, layout).traveller;
      const next = sceneOf(after, happenings, at, layout).traveller;
      if (!last || !next || last.chip || next.chip) continue;
      expect(next.points[0]).toEqual(last.points.at(-1));
    }
});

test.each<
  [why: string, EpisodeName, Happening['type'], part: 'trust' | 'permissions', Partial<GateView>]
>([
  [
    'a gate is at rest before it is asked',
    'bobRefused',
    'request-sent',
    'trust',
    { state: 'idle' },
  ],
  [
    'silence of the trust policy decides',
    'bobRefused',
    'gate-asked',
    'trust',
    { state: 'silent', decisive: true, now: true },
  ],
  [
    'an answer stays to the end',
    'bobRefused',
    'recorded',
    'trust',
    { state: 'silent', now: false },
  ],
  ['the trust policy allows Julie', 'julieAssumes', 'decided', 'trust', { state: 'allows' }],
  [
    'permissions are not read then',
    'julieAssumes',
    'credentials-issued',
    'permissions',
    { state: 'not-read', word: 'not read now' },
  ],
  ['permissions are read at a call', 'julieReads', 'decided', 'permissions', { state: 'allows' }],
  ['and trust is not', 'julieReads', 'decided', 'trust', { state: 'idle' }],
  [
    'a revocation denies',
    'woofyRefused',
    'decided',
    'permissions',
    { state: 'denies', decisive: true },
  ],
])('%s', (_why, name, type, part, expected) => {
  expect(view(sceneAt(name, type), 'role')?.[part]).toMatchObject(expected);
});

test.each(['before', 'after'] as const)(
  'a chip appears with its issue, in the world %s the command',
  (world) => {
    expect(sessionsOf(sceneAt('julieAssumes', 'decided', world), 'julie')).toEqual([]);
    expect(sessionsOf(sceneAt('julieAssumes', 'credentials-issued', world), 'julie')).toMatchObject(
      [
        {
          tag: 'A',
          label: 'DemoRole/julie',
          fresh: true,
          copyOf: undefined,
          time: { left: '1:00:00' },
        },
      ],
    );
    expect(sessionsOf(sceneAt('julieAssumes', 'answered', world), 'julie')).toMatchObject([
      { accessKeyId: sessions.julie, fresh: false },
    ]);
  },
);

test('the credentials travel as a chip from STS to the person', () => {
  const { traveller, lines } = sceneAt('julieAssumes', 'credentials-issued');
  expect(traveller?.chip).toMatchObject({ kind: 'session', tag: 'A', copyOf: undefined });
  expect(lines.at(-1)).toMatchObject({ kind: 'leg', name: 'credentials from STS to Julie' });
});

test('a copy looks like the session it is a copy of', () => {
  const scene = atRest('woofyCopies');
  const [own] = sessionsOf(scene, 'emy');
  const [copied] = sessionsOf(scene, 'woofy');
  const [published] = view(scene, 'github')?.chips ?? [];
  expect(own).toMatchObject({ tag: 'B', copyOf: undefined });
  expect(copied).toEqual({ ...own, copyOf: 'Emy' });
  expect(published).toEqual({ ...own, copyOf: 'Emy' });
});

test('an expired session says so', () => {
  const [chip] = sessionsOf(atRest('hourPasses'), 'julie');
  expect(chip?.time).toEqual({ left: 'expired', state: 'expired' });
  expect(person(atRest('hourPasses'), 'julie')?.name).toMatch(
    /session A DemoRole\/julie ASIA….*, expired$/,
  );
});

test('a session about to expire says so', () => {
  const [chip] = sessionsOf(atRest('hourPasses'), 'emy');
  expect(chip?.time).toEqual({ left: '03:20', state: 'soon' });
});

test('names say all that is shown', () => {
  const scene = atRest('revocation');
  expect(person(scene, 'emy')?.name).toMatch(
    /^Emy, IAM user; holds long-term key AKIA….{4}, session B DemoRole\/emy ASIA….{4}, expires in 1:00:00$/,
  );
  expect(person(scene, 'woofy')?.name).toMatch(
    /^woofy, outsider; holds session B .*, a copy of Emy’s/,
  );
  expect(view(scene, 'role')?.name).toBe(
    'DemoRole, IAM role; trust policy: who may assume; permissions policies: 2 policies; older sessions revoked by AWSRevokeOlderSessions',
  );
  expect(view(scene, 'github')?.name).toMatch(/^GitHub, public repository; published: session B/);
});

test('only the latest sessions are shown, and how many more there are', () => {
  const world = story.woofyCopies.after;
  const emy = world.people.emy;
  const many = Array.from({ length: 4 }, () => sessions).flatMap(({ julie, emy: own }) => [
    julie,
    own,
  ]);
  const people = { ...world.people, ...(emy && { emy: { ...emy, holds: many } }) };
  const shown = person(sceneOf({ ...world, people }, [], -1, layout), 'emy');
  expect(shown?.chips).toHaveLength(2);
});

test('places are in reading order', () => {
  const types = sceneOf(start, [], -1, layout).places.map(({ place }) => readPlace(place).type);
  expect(types).toEqual([
    ...['person', 'person', 'person', 'person'],
    ...['sts', 'role', 'github'],
    ...['bucket', 'table'],
  ]);
});

test('what is not in the layout, or not in the world, is not drawn', () => {
  const scene = sceneOf(start, story.bobRefused.happenings, 3, {
    sts: { x: 0, y: 0 },
    'role:arn:aws:iam::111122223333:role/Gone': { x: 200, y: 0 },
  });
  expect(scene.places.map(({ place }) => place)).toEqual(['sts']);
  expect(scene.lines).toEqual([]);
});

test('an empty layout gives an empty picture', () => {
  const { places, traveller, bounds } = sceneOf(start, story.bobRefused.happenings, 2, {});
  expect([places, traveller]).toEqual([[], undefined]);
  expect(bounds.width).toBeGreaterThan(0);
});

test('who is not drawn comes from nowhere: the request stands where it changes things', () => {
  const drawn = Object.entries(layout).filter(([place]) => place !== personPlace('julie'));
  const without = Object.fromEntries(drawn);
  const { happenings, after } = story.julieAssumes;
  const { traveller, lines } = sceneOf(after, happenings, 0, without);
  expect(traveller?.points).toHaveLength(1);
  expect(lines.some((line) => line.kind === 'leg')).toBe(false);
});

test('a role, a bucket and a table stand in the frame of their account', () => {
  const [region] = sceneOf(start, [], -1, layout).regions;
  expect(region?.label).toBe('AWS account 111122223333 · demo');
});

test('the clock says how much time has passed', () => {
  expect(sceneAt('hourPasses', 'waited').clock).toEqual({
    passed: '+56 min 40 s',
    until: '18:05:50',
  });
});
