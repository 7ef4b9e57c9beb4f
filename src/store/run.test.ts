import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerIn, lessonById } from '#course';
import { readRun, writeRun } from '#exchange';
import { type Command } from '#world';
import { anyCommand } from '../testing/any-command.ts';
import { found } from '../testing/small-world.ts';
import { policy, textOf, trusts } from '../testing/statements.ts';
import {
  act,
  beforeOptions,
  canUndo,
  type Cursor,
  endOf,
  goTo,
  isAtEnd,
  latestWorld,
  openStep,
  resumeRun,
  type Run,
  saveRun,
  shownWorld,
  startRun,
  stepBack,
  stepForward,
  takenOption,
  takeOption,
  undo,
} from './run.ts';

const assumeRole = found(lessonById('assume-role'));
const leaked = found(lessonById('leaked-credentials'));
const stepOf = (run: Run, id: string): number => run.lesson.steps.findIndex((s) => s.id === id);
const opened = (lesson: typeof leaked, id: string): Run => {
  const run = startRun(lesson);
  return openStep(run, stepOf(run, id));
};

/** `bob allowed`, `julie AccessDenied`: who got which answer, in order. */
const answers = (run: Run): readonly string[] =>
  run.entries.flatMap(({ command, happenings }) => {
    const outcome = answerIn(happenings);
    if (!outcome || command.type === 'wait') return [];
    const by = command.by;
    return [`${by} ${outcome.ok ? 'allowed' : outcome.error.code}`];
  });

const trusting = (...names: readonly string[]): Command => ({
  type: 'call',
  by: 'admin',
  with: { type: 'own' },
  call: {
    action: 'iam:UpdateAssumeRolePolicy',
    roleName: 'DataRole',
    policyDocument: textOf(
      policy(trusts({ AWS: names.map((name) => `arn:aws:iam::111122223333:user/${name}`) })),
    ),
  },
});
const wait = (seconds: number): Command => ({ type: 'wait', seconds });
const before = (run: Run, entry: number): Run =>
  goTo(run, { entry: entry - 1, step: Number.MAX_SAFE_INTEGER });
const atEnd = (run: Run): Run => goTo(run, endOf(run));

describe('opening a step', () => {
  test('plays what it does, and stands before it', () => {
    const run = opened(assumeRole, 'bob-asks');
    expect(answers(run)).toEqual(['bob AccessDenied']);
    expect(run.cursor).toEqual({ entry: -1, step: -1 });
    expect(shownWorld(run)).toBe(run.start);
  });

  test('plays what earlier steps would have done', () => {
    const run = opened(assumeRole, 'julie-reads');
    expect(answers(run)).toEqual(['bob AccessDenied', 'julie allowed', 'julie allowed']);
    expect(run.cursor.entry).toBe(1);
    expect(shownWorld(run)).toBe(run.entries[1]?.after);
  });

  test('plays it once: opening again records nothing', () => {
    const run = opened(assumeRole, 'julie-reads');
    const again = openStep(openStep(run, 0), stepOf(run, 'julie-reads'));
    expect(again.entries).toEqual(run.entries);
    expect(again.cursor).toEqual(run.cursor);
  });

  test('going back to a step shows the world before it, and keeps what followed', () => {
    const run = opened(assumeRole, 'again');
    const back = openStep(run, stepOf(run, 'bob-asks'));
    expect(back.entries).toHaveLength(run.entries.length);
    expect(shownWorld(back)).toBe(run.start);
  });

  test('a step that does nothing stands at the end', () => {
    const run = opened(assumeRole, 'let-bob-in');
    expect(isAtEnd(run)).toBe(true);
    expect(run.step).toBe(stepOf(run, 'let-bob-in'));
  });

  test.each([
    [-5, 0],
    [1.7, 1],
    [999, assumeRole.steps.length - 1],
  ])('step %d is step %d', (wanted, step) => {
    expect(openStep(startRun(assumeRole), wanted).step).toBe(step);
  });
});

describe('looking at a run', () => {
  const run = opened(leaked, 'woofy');
  const start = goTo(run, { entry: -1, step: -1 });

  /** Every position from the start to the end. */
  function positions(from: Run): readonly Run[] {
    const seen = [from];
    for (let at = from; !isAtEnd(at); at = found(seen.at(-1))) seen.push(stepForward(at));
    return seen;
  }

  test('stepping reaches every happening once, in order', () => {
    const all: readonly Cursor[] = run.entries.flatMap(({ happenings }, entry) =>
      happenings.map((_, step) => ({ entry, step })),
    );
    expect(positions(start).map(({ cursor }) => cursor)).toEqual([{ entry: -1, step: -1 }, ...all]);
  });

  test('a step back shows the very world that a step forward had hidden', () => {
    const walk = positions(start);
    const there = walk.slice(0, -1);
    expect(there.map((at) => stepBack(stepForward(at)).cursor)).toEqual(
      there.map(({ cursor }) => cursor),
    );
    for (const at of there) expect(shownWorld(stepBack(stepForward(at)))).toBe(shownWorld(at));
  });

  test('there is nothing before the start and nothing after the end', () => {
    expect(stepBack(start)).toBe(start);
    expect(stepForward(atEnd(run))).toEqual(atEnd(run));
    expect(isAtEnd(atEnd(run))).toBe(true);
  });

  test('credentials are there from the moment that they are issued', () => {
    const entry = run.entries.findIndex((e) =>
      e.happenings.some((h) => h.type === 'credentials-issued'),
    );
    const issued = run.entries[entry]?.happenings.findIndex((h) => h.type === 'credentials-issued');
    const shown = (step: number) => shownWorld(goTo(run, { entry, step }));
    expect(shown(found(issued) - 1)).toBe(run.entries[entry]?.before);
    expect(shown(found(issued))).toBe(run.entries[entry]?.after);
  });

  test.each<readonly [cursor: Cursor, moved: Cursor | 'end']>([
    [{ entry: 999, step: 0 }, 'end'],
    [
      { entry: -9, step: 3 },
      { entry: -1, step: -1 },
    ],
    [
      { entry: 0, step: -1 },
      { entry: 0, step: 0 },
    ],
  ])('the cursor %o is moved inside', (cursor, moved) => {
    expect(goTo(run, cursor).cursor).toEqual(moved === 'end' ? endOf(run) : moved);
  });
});

describe('what the learner does', () => {
  test('at the end is added', () => {
    const run = act(atEnd(opened(assumeRole, 'julie-asks')), trusting('bob', 'julie'));
    expect(answers(run)).toEqual(['bob AccessDenied', 'julie allowed', 'admin allowed']);
    expect(isAtEnd(run)).toBe(true);
  });

  test('in the past changes what follows: a trust edit before Bob’s call lets him in', () => {
    const asked = opened(assumeRole, 'julie-asks');
    const run = act(before(asked, 0), trusting('bob', 'julie'));
    expect(answers(run)).toEqual(['admin allowed', 'bob allowed', 'julie allowed']);
    expect(run.cursor.entry).toBe(0);
    expect(shownWorld(run)).toBe(run.entries[0]?.after);
    expect(run.entries.map(({ origin }) => origin.type)).toEqual(['learner', 'step', 'step']);
  });

  test('each command starts from the world that the one before it left', () => {
    const run = act(before(opened(assumeRole, 'again'), 2), trusting('bob'));
    const befores = run.entries.map((entry) => entry.before);
    expect(befores).toEqual([run.start, ...run.entries.slice(0, -1).map((entry) => entry.after)]);
  });

  test('is taken back, and what followed is played again', () => {
    const asked = before(opened(assumeRole, 'julie-asks'), 0);
    const undone = undo(act(asked, trusting('bob', 'julie')));
    expect(answers(undone)).toEqual(['bob AccessDenied', 'julie allowed']);
    expect(undone.cursor).toEqual(asked.cursor);
    expect(latestWorld(undone)).toEqual(latestWorld(asked));
  });

  test('is taken back last thing first, also when that was done in the past', () => {
    const first = act(atEnd(opened(assumeRole, 'bob-asks')), wait(60));
    const second = act(before(first, 0), trusting('bob'));
    expect(answers(second)).toEqual(['admin allowed', 'bob allowed']);
    const undone = undo(second);
    expect(answers(undone)).toEqual(['bob AccessDenied']);
    expect(undone.entries.map(({ command }) => command.type)).toEqual(['call', 'wait']);
    expect(undo(undone).entries.map(({ command }) => command.type)).toEqual(['call']);
  });

  test('can be taken back only while there is something', () => {
    const untouched = opened(assumeRole, 'bob-asks');
    expect(canUndo(untouched)).toBe(false);
    expect(undo(untouched)).toBe(untouched);
    const touched = act(untouched, wait(1));
    expect([canUndo(touched), canUndo(undo(touched))]).toEqual([true, false]);
  });

  test('many things are taken back one by one', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { minLength: 1, maxLength: 6 }), (commands) => {
        const base = atEnd(opened(assumeRole, 'julie-asks'));
        const done = commands.reduce(act, base);
        const undone = commands.reduce(undo, done);
        expect(latestWorld(undone)).toEqual(latestWorld(base));
        expect(undone.cursor).toEqual(base.cursor);
      }),
      { numRuns: 100 },
    );
  });
});

describe('options', () => {
  const contain = opened(leaked, 'contain');
  const options = contain.lesson.steps[contain.step]?.options.map(({ id }) => id) ?? [];

  test('there are three', () => {
    expect(options).toEqual(['edit-trust', 'remove-permissions', 'revoke-sessions']);
  });

  test.each(options)('%s starts from the same world, whatever was taken before', (option) => {
    const fresh = takeOption(contain, option);
    const afterOthers = options.reduce(takeOption, act(atEnd(contain), trusting('bob')));
    const taken = takeOption(afterOthers, option);
    expect(taken.entries).toEqual(fresh.entries);
    expect(taken.cursor).toEqual(fresh.cursor);
    expect(shownWorld(taken)).toEqual(latestWorld(beforeOptions(contain)));
    expect(takenOption(taken)).toBe(option);
  });

  test('none is taken at first, and an unknown one changes nothing', () => {
    expect(takenOption(contain)).toBeUndefined();
    expect(takeOption(contain, 'nonsense')).toBe(contain);
  });

  test('after an option the learner goes on from it', () => {
    const run = act(atEnd(takeOption(contain, 'revoke-sessions')), wait(60));
    expect(takenOption(run)).toBe('revoke-sessions');
    expect(latestWorld(run).now - found(run.entries.at(-2)).after.now).toBe(60_000);
  });
});

describe('a saved run', () => {
  const runs: readonly (readonly [what: string, run: Run])[] = [
    ['at the start', startRun(assumeRole)],
    ['in the middle', goTo(opened(assumeRole, 'again'), { entry: 3, step: 2 })],
    ['with an edit in the past', act(before(opened(assumeRole, 'again'), 1), trusting('bob'))],
    ['after an option', takeOption(opened(leaked, 'contain'), 'remove-permissions')],
  ];

  test.each(runs)('%s comes back as it was', (_what, run) => {
    const drafts = { 'trust|111122223333|DataRole': '{ "Version"' };
    const loaded = readRun(writeRun(saveRun(run, drafts)));
    const saved = found(loaded.state === 'ok' ? loaded.run : undefined);
    expect(resumeRun(run.lesson, saved)).toEqual(run);
    expect(saved.drafts).toEqual(drafts);
  });

  test('with anything in it comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 6 }), fc.nat(8), (commands, at) => {
        const run = goTo(commands.reduce(act, opened(assumeRole, 'julie-asks')), {
          entry: at,
          step: 1,
        });
        const loaded = readRun(writeRun(saveRun(run, {})));
        expect(loaded.state).toBe('ok');
        const saved = found(loaded.state === 'ok' ? loaded.run : undefined);
        expect(resumeRun(assumeRole, saved)).toEqual(run);
      }),
      { numRuns: 100 },
    );
  });

  test('with a cursor or a step that is not there is opened inside', () => {
    const saved = saveRun(opened(assumeRole, 'again'), {});
    const run = resumeRun(assumeRole, { ...saved, step: 999, cursor: { entry: 999, step: 999 } });
    expect(run.step).toBe(assumeRole.steps.length - 1);
    expect(isAtEnd(run)).toBe(true);
  });
});
