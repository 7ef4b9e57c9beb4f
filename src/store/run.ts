import { type Lesson, type Played } from '#course';
import { type Origin, type SavedRun } from '#exchange';
import { apply, buildWorld, type Command, type Happening, type World } from '#world';

/** One command of a run, with the world before and after it. */
export interface Entry {
  readonly command: Command;
  readonly origin: Origin;
  readonly before: World;
  readonly happenings: readonly Happening[];
  readonly after: World;
}

/** Where a run is looked at: `entry` −1 is the start; `step` −1 is just before the entry's first happening. */
export interface Cursor {
  readonly entry: number;
  readonly step: number;
}

/** A lesson being played: recorded first, shown by index. */
export interface Run {
  readonly lesson: Lesson;
  readonly start: World;
  /** Index of the lesson's step that is open. */
  readonly step: number;
  readonly entries: readonly Entry[];
  readonly cursor: Cursor;
}

type Planned = Pick<Entry, 'command' | 'origin'>;

const atStart: Cursor = { entry: -1, step: -1 };

export function startRun(lesson: Lesson): Run {
  return { lesson, start: buildWorld(lesson.world), step: 0, entries: [], cursor: atStart };
}

/** Plays a saved run again from the beginning. A cursor or step that is out of range is moved inside. */
export function resumeRun(lesson: Lesson, saved: SavedRun): Run {
  const run = append(startRun(lesson), saved.commands);
  return {
    ...run,
    step: within(saved.step, lesson.steps.length),
    cursor: clampCursor(run, saved.cursor),
  };
}

export function saveRun(run: Run, drafts: Readonly<Record<string, string>>): SavedRun {
  const { step, cursor } = run;
  const commands = run.entries.map(({ command, origin }) => ({ command, origin }));
  return { step, commands, cursor, drafts };
}

/**
 * Opens a step of the lesson. What this and earlier steps do, and was not played yet, is recorded now; the
 * cursor then stands before the first of this step's commands, or at the end when there are none.
 */
export function openStep(run: Run, step: number): Run {
  const target = within(step, run.lesson.steps.length);
  const planned = run.lesson.steps
    .slice(0, target + 1)
    .flatMap((s, at) => (played(run, at) ? [] : plan(s.do, { type: 'step', step: at })));
  const recorded = { ...append(run, planned), step: target };
  const first = recorded.entries.findIndex((e) => ofStep(e, target));
  return first < 0
    ? { ...recorded, cursor: endOf(recorded) }
    : { ...recorded, cursor: beforeEntry(recorded, first) };
}

const played = (run: Run, step: number): boolean => run.entries.some((e) => ofStep(e, step));
const ofStep = (entry: Entry, step: number): boolean =>
  entry.origin.type === 'step' && entry.origin.step === step;

const plan = (done: readonly Played[], origin: Origin): readonly Planned[] =>
  done.map(({ command }) => ({ command, origin }));

/**
 * Takes one of a step's options, from the world as it stood before any option: what an earlier choice or
 * the learner did since then is left behind.
 */
export function takeOption(run: Run, optionId: string): Run {
  const option = run.lesson.steps[run.step]?.options.find((o) => o.id === optionId);
  if (!option) return run;
  const base = beforeOptions(run);
  const planned = plan([...option.act, ...option.then], { type: 'option', option: option.id });
  return { ...append(base, planned), cursor: beforeEntry(base, base.entries.length) };
}

/** The run up to the last command that a step of the lesson played. */
export function beforeOptions(run: Run): Run {
  const last = run.entries.findLastIndex((e) => e.origin.type === 'step');
  const kept = { ...run, entries: run.entries.slice(0, last + 1) };
  return { ...kept, cursor: endOf(kept) };
}

/** The option that was taken last; `undefined` when none is. */
export function takenOption(run: Run): string | undefined {
  const entry = run.entries.findLast((e) => e.origin.type === 'option');
  return entry?.origin.type === 'option' ? entry.origin.option : undefined;
}

/**
 * The learner does something at the cursor. What was recorded after it is played again, so that an edit in
 * the past changes what follows. The cursor then stands after the new command.
 */
export function act(run: Run, command: Command): Run {
  const at = run.cursor.entry + 1;
  const later = run.entries.slice(at);
  const inserted = append({ ...run, entries: run.entries.slice(0, at) }, [
    { command, origin: { type: 'learner' } },
    ...later,
  ]);
  return { ...inserted, cursor: afterEntry(inserted, at) };
}

/**
 * Takes back what the learner did at the cursor, which after `act` is the newest thing wherever it stands;
 * else the last thing on the timeline. What followed it is played again.
 */
export function undo(run: Run): Run {
  const here = run.entries[run.cursor.entry];
  const at = here && isLearners(here) ? run.cursor.entry : run.entries.findLastIndex(isLearners);
  if (at < 0) return run;
  const rest = run.entries.slice(at + 1);
  const shortened = append({ ...run, entries: run.entries.slice(0, at) }, rest);
  return { ...shortened, cursor: afterEntry(shortened, at - 1) };
}

const isLearners = ({ origin }: Entry): boolean => origin.type === 'learner';

export const canUndo = (run: Run): boolean => run.entries.some(isLearners);

function append(run: Run, planned: readonly Planned[]): Run {
  const entries = [...run.entries];
  for (const { command, origin } of planned) {
    const before = entries.at(-1)?.after ?? run.start;
    const applied = apply(before, command);
    entries.push({
      command,
      origin,
      before,
      happenings: applied.happenings,
      after: applied.world,
    });
  }
  return { ...run, entries };
}

/** The world at the end of everything recorded. */
export const latestWorld = (run: Run): World => run.entries.at(-1)?.after ?? run.start;

/**
 * The world as it is shown at the cursor: what a command does is there from the happening that does it on.
 */
export function shownWorld(run: Run): World {
  const entry = run.entries[run.cursor.entry];
  if (!entry) return run.start;
  return run.cursor.step >= effectAt(entry) ? entry.after : entry.before;
}

/** The first happening that changes something; the last one, when nothing is changed. */
function effectAt(entry: Entry): number {
  const at = entry.happenings.findIndex((h) => effects.has(h.type));
  return at < 0 ? entry.happenings.length - 1 : at;
}

const effects: ReadonlySet<Happening['type']> = new Set([
  'credentials-issued',
  'changed',
  'leaked',
  'copied',
  'waited',
]);

export function stepForward(run: Run): Run {
  const { entry, step } = run.cursor;
  const length = run.entries[entry]?.happenings.length ?? 0;
  if (step + 1 < length) return { ...run, cursor: { entry, step: step + 1 } };
  return entry + 1 < run.entries.length ? { ...run, cursor: { entry: entry + 1, step: 0 } } : run;
}

export function stepBack(run: Run): Run {
  const { entry, step } = run.cursor;
  if (entry < 0) return run;
  if (step > 0) return { ...run, cursor: { entry, step: step - 1 } };
  return { ...run, cursor: afterEntry(run, entry - 1) };
}

export const goTo = (run: Run, cursor: Cursor): Run => ({
  ...run,
  cursor: clampCursor(run, cursor),
});

export const isAtEnd = (run: Run): boolean => stepForward(run) === run;

export const endOf = (run: Run): Cursor => afterEntry(run, run.entries.length - 1);

const beforeEntry = (run: Run, entry: number): Cursor => afterEntry(run, entry - 1);

function afterEntry(run: Run, entry: number): Cursor {
  const found = run.entries[entry];
  return found ? { entry, step: found.happenings.length - 1 } : atStart;
}

function clampCursor(run: Run, { entry, step }: Cursor): Cursor {
  const found = run.entries[entry];
  if (!found) return entry < 0 ? atStart : endOf(run);
  return { entry, step: within(step, found.happenings.length) };
}

const within = (index: number, length: number): number =>
  Math.max(0, Math.min(Math.trunc(index), length - 1));
