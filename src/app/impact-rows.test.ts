import { impactOf, type Lesson, lessonById } from '#course';
import { apply, buildWorld, type Command, type World } from '#world';
import { expect, test } from 'vitest';
import { found } from '../testing/small-world.ts';
import { impactColumns, impactRows, sumUp } from './impact-rows.ts';

const lesson: Lesson = found(lessonById('leaked-credentials'));
const probe = found(lesson.impact);
const after = (world: World, commands: readonly Command[]): World =>
  commands.reduce((at, command) => apply(at, command).world, world);

/** The moment before any containment: woofy has read with Emy's session. */
const leaked = after(
  buildWorld(lesson.world),
  lesson.steps.flatMap((step) => step.do.map((played) => played.command)),
);
const options = lesson.steps.flatMap((step) => step.options);
const contained = (id: string): World =>
  after(
    leaked,
    found(options.find((o) => o.id === id)).act.map((played) => played.command),
  );

const summed = (world: World) => sumUp(world, impactOf(world, probe));

test.each([
  [
    'edit-trust',
    'does not stop the thief',
    'woofy goes on; Emy will be refused when the session ends.',
  ],
  [
    'remove-permissions',
    'stops the thief, and colleagues with him',
    'woofy is out for good; Bob, Julie, and Emy can’t work any more.',
  ],
  [
    'revoke-sessions',
    'stops the thief, and only him for good',
    'woofy is out for good; Bob, Julie, and Emy can go on after assuming the role again.',
  ],
])('sums up what a containment comes to: %s', (id, verdict, say) => {
  expect(summed(contained(id))).toEqual({ verdict, say });
});

test('there is a sentence for every containment of the lesson', () => {
  expect(options.map((o) => o.id)).toEqual(['edit-trust', 'remove-permissions', 'revoke-sessions']);
});

test('nothing done stops nobody', () => {
  expect(summed(leaked)).toEqual({
    verdict: 'does not stop the thief',
    say: 'woofy goes on.',
  });
});

test('all that is said of a person is what that person finds', () => {
  const rows = impactRows(contained('edit-trust'), leaked, probe);
  expect(rows.map((row) => row.person)).toEqual([
    { id: 'bob', name: 'Bob' },
    { id: 'julie', name: 'Julie' },
    { id: 'emy', name: 'Emy' },
    { id: 'woofy', name: 'woofy' },
  ]);
  expect(
    rows.map((row) => row.cells.map((cell) => `${cell.before ?? '?'} → ${cell.outcome}`)),
  ).toEqual([
    ['works → works', 'works → works'],
    ['works → works', 'works → works'],
    ['works → works', 'works → refused'],
    ['works → works', 'refused → refused'],
  ]);
});

test('has a cell for each column', () => {
  const rows = impactRows(leaked, undefined, probe);
  expect(rows.map((row) => row.cells.length)).toEqual(rows.map(() => impactColumns.length));
});

test('without a moment before, no cell says what it was', () => {
  const cells = impactRows(leaked, undefined, probe).flatMap((row) => row.cells);
  expect(cells.map((cell) => cell.before)).toEqual(cells.map(() => undefined));
});

test.each([
  ['works', leaked, 'bob', 0, 'every call is allowed'],
  [
    'later',
    contained('revoke-sessions'),
    'julie',
    1,
    'STS gives credentials, but they are denied for another 30 s',
  ],
  ['refused', contained('revoke-sessions'), 'woofy', 0, 's3:GetObject ends in AccessDenied'],
  ['refused', contained('revoke-sessions'), 'woofy', 1, 'sts:AssumeRole ends in AccessDenied'],
  ['nothing-to-use', buildWorld(lesson.world), 'woofy', 1, 'holds no credentials for it'],
  ['nothing-to-use', buildWorld(lesson.world), 'julie', 0, 'holds no credentials for it'],
] as const)('says the detail of “%s”', (outcome, world, person, column, say) => {
  const row = found(impactRows(world, undefined, probe).find((r) => r.person.id === person));
  expect(row.cells[column]).toEqual({ outcome, before: undefined, say });
});
