import { describe, expect, test } from 'vitest';
import { apply, buildWorld, type Place, readPlace, type World } from '#world';
import { answerIn, lessonById, lessons, sandbox } from './index.ts';
import { type Lesson, type Played, type Prose } from './lesson.ts';

const all = [...lessons, sandbox];

interface Heard {
  readonly world: World;
  /** What was promised and what was answered, a line each. */
  readonly promised: readonly string[];
  readonly answered: readonly string[];
}

const silent = (world: World): Heard => ({ world, promised: [], answered: [] });

function playAll(world: World, played: readonly Played[]): Heard {
  return played.reduce<Heard>((at, { command, expect: expected }) => {
    const { world: after, happenings } = apply(at.world, command);
    const outcome = answerIn(happenings);
    const impossible = happenings.some((h) => h.type === 'impossible');
    const answer = outcome ? (outcome.ok ? 'allowed' : outcome.error.code) : 'done';
    const name = `${at.answered.length + 1} ${command.type === 'call' ? command.call.action : command.type}`;
    return {
      world: after,
      promised: [
        ...at.promised,
        `${name}: ${typeof expected === 'string' ? expected : expected.error}`,
      ],
      answered: [...at.answered, `${name}: ${impossible ? 'impossible' : answer}`],
    };
  }, silent(world));
}

const stepsOf = (lesson: Lesson): readonly Played[] => lesson.steps.flatMap((step) => step.do);

describe.each(all)('the lesson $id', (lesson) => {
  const start = buildWorld(lesson.world);
  const { world: before, promised, answered } = playAll(start, stepsOf(lesson));

  test('replays as it promises', () => {
    expect(answered).toEqual(promised);
  });

  const options = lesson.steps.flatMap((step) => step.options);
  test.each(options.map((option) => [option.id, option] as const))(
    'its option %s replays as it promises, from the world before any option',
    (_id, option) => {
      const heard = playAll(before, [...option.act, ...option.then]);
      expect(heard.answered).toEqual(heard.promised);
    },
  );

  test('names its steps, options and goals once each', () => {
    const steps = lesson.steps.map(({ id }) => id);
    const goals = lesson.steps.flatMap((step) => step.goals.map(({ id }) => id));
    const names = [steps, options.map(({ id }) => id), goals];
    expect(names.map((ids) => new Set(ids).size)).toEqual(names.map((ids) => ids.length));
  });

  const opened = lesson.steps.flatMap((step) => step.open ?? []);
  const drawn = Object.keys(lesson.layout) as Place[];
  test.each([...new Set([lesson.open, ...opened, ...drawn])])('has a place %s', (place) => {
    expect(isThere(start, place)).toBe(true);
  });

  test('draws every place that it opens', () => {
    expect(drawn).toEqual(expect.arrayContaining([lesson.open, ...opened]));
  });

  test('asks about people, a role and a call that are there', () => {
    const probe = lesson.impact;
    const people = probe?.people ?? [];
    expect(people.filter((id) => !(id in start.people))).toEqual([]);
    expect(probe === undefined || isThere(start, `role:${probe.roleArn}`)).toBe(true);
  });

  test('says something wherever it says something', () => {
    const prose: readonly Prose[] = [
      [lesson.title, lesson.summary],
      ...lesson.steps.flatMap((step) => [
        [step.title],
        step.say,
        step.truth,
        step.goals.map(({ say }) => say),
        ...step.options.flatMap((option) => [[option.title], option.say, option.after]),
      ]),
    ];
    expect(prose.flat().filter((text) => text.trim() === '')).toEqual([]);
    const told = lesson.steps.filter((step) => lesson !== sandbox && step.say.length === 0);
    expect(told.map(({ id }) => id)).toEqual([]);
    expect(options.filter(({ say, after }) => say.length === 0 || after.length === 0)).toEqual([]);
  });

  test('closes every code and strong mark that it opens', () => {
    const texts = lesson.steps.flatMap((step) => [
      ...step.say,
      ...step.truth,
      ...step.options.flatMap((option) => [...option.say, ...option.after]),
    ]);
    const odd = (text: string, mark: string) => (text.split(mark).length - 1) % 2 === 1;
    expect(texts.filter((text) => odd(text, '`') || odd(text, '**'))).toEqual([]);
  });

  test('names its sources at AWS', () => {
    for (const source of lesson.sources)
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  test('is found by its id', () => {
    expect(lessonById(lesson.id)).toBe(lesson);
  });
});

test('no two lessons have one id, and an unknown id is no lesson', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(lessonById('constructor')).toBeUndefined();
});

function isThere(world: World, place: Place): boolean {
  const { type, name } = readPlace(place);
  const accounts = Object.values(world.accounts);
  switch (type) {
    case 'sts':
    case 'iam':
    case 'github':
      return true;
    case 'person':
      return Object.hasOwn(world.people, name);
    case 'role':
      return accounts.some(({ roles }) => Object.values(roles).some(({ arn }) => arn === name));
    case 'bucket':
      return accounts.some(({ buckets }) => Object.hasOwn(buckets, name));
    case 'table':
      return accounts.some(({ tables }) => Object.hasOwn(tables, name));
    default:
      return false;
  }
}
