import { answerIn, type Lesson, lessonById, type RoleTab } from '#course';
import { type Span } from '#policy';
import { type Command, type Outcome, type Place, saveCall } from '#world';
import { create } from 'zustand';
import { keepRun, keepSettings, loadRun, loadSettings, type Settings } from './keeping.ts';
import {
  act,
  type Cursor,
  goTo,
  isAtEnd,
  openStep,
  type Run,
  startRun,
  stepBack,
  stepForward,
  takeOption,
  undo,
} from './run.ts';

/** A place in a policy's text that somebody asked to see. */
export interface Revealed {
  readonly policyRef: string;
  readonly at: Span;
}

export type Speed = 0.5 | 1 | 2;

/** What can be opened beneath the diagram. */
export type DetailTab = 'why' | 'console' | 'impact' | 'trail' | 'sessions' | 'text';

export interface LabState {
  readonly run: Run;
  /** Unsaved texts by policy ref. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly selected: Place;
  readonly tab: RoleTab;
  readonly detail: DetailTab;
  readonly revealed: Revealed | undefined;
  /** Whether the console turns to the policy that decided. A step that was just opened leaves it where it is. */
  readonly following: boolean;
  readonly settings: Settings;
  /** Something the learner should know, about storage for instance. */
  readonly notice: string | undefined;

  openLesson: (lesson: Lesson, step: string | undefined) => void;
  openStep: (step: number, then: 'play' | 'rest') => void;
  takeOption: (option: string) => void;
  startOver: () => void;
  act: (command: Command) => Outcome | undefined;
  undo: () => void;
  draft: (policyRef: string, text: string) => void;
  discard: (policyRef: string) => void;
  save: (policyRef: string) => Outcome | undefined;
  play: () => void;
  pause: () => void;
  forward: () => void;
  back: () => void;
  goTo: (cursor: Cursor) => void;
  setSpeed: (speed: Speed) => void;
  select: (place: Place) => void;
  openTab: (tab: RoleTab) => void;
  openDetail: (detail: DetailTab) => void;
  reveal: (revealed: Revealed | undefined) => void;
  set: (settings: Partial<Settings>) => void;
  dismissNotice: () => void;
}

const first = firstLesson();

/** The one store: facts and verbs. The world changes only through the run's commands. */
export const useLab = create<LabState>()((set, get) => ({
  run: startRun(first),
  drafts: {},
  playing: false,
  speed: 1,
  selected: first.open,
  tab: 'permissions',
  detail: 'why',
  revealed: undefined,
  following: false,
  settings: loadSettings(),
  notice: undefined,

  openLesson: (lesson, step) => {
    if (get().run.lesson !== lesson || !opened) set(opening(lesson));
    opened = true;
    const index = lesson.steps.findIndex((s) => s.id === step);
    if (index >= 0 && index !== get().run.step) get().openStep(index, 'rest');
  },
  openStep: (step, then) => {
    const run = openStep(get().run, step);
    set({
      run,
      playing: then === 'play' && !isAtEnd(run),
      revealed: undefined,
      following: false,
      ...pageOf(run),
    });
  },
  takeOption: (option) => {
    const run = takeOption(get().run, option);
    set({ run, playing: !isAtEnd(run), revealed: undefined, detail: 'impact' });
  },
  startOver: () => {
    const { lesson } = get().run;
    const run = openStep(startRun(lesson), 0);
    set({
      run,
      drafts: {},
      playing: false,
      revealed: undefined,
      following: false,
      selected: lesson.open,
      ...pageOf(run),
    });
  },
  act: (command) => {
    const run = act(get().run, command);
    set({ run, playing: false, revealed: undefined });
    return answerIn(run.entries[run.cursor.entry]?.happenings ?? []);
  },
  undo: () => set(at(undo(get().run))),
  draft: (policyRef, text) => set({ drafts: { ...get().drafts, [policyRef]: text } }),
  discard: (policyRef) => set({ drafts: omit(get().drafts, policyRef) }),
  save: (policyRef) => {
    const text = get().drafts[policyRef];
    const call = text === undefined ? undefined : saveCall(policyRef, text);
    if (!call) return undefined;
    const outcome = get().act({ type: 'call', by: 'admin', with: { type: 'own' }, call });
    if (outcome?.ok) get().discard(policyRef);
    return outcome;
  },
  play: () => {
    const { run } = get();
    set({ run: isAtEnd(run) ? goTo(run, { entry: -1, step: -1 }) : run, playing: true });
  },
  pause: () => set({ playing: false }),
  forward: () => {
    const run = stepForward(get().run);
    set({ run, playing: get().playing && !isAtEnd(run), revealed: undefined, following: true });
  },
  back: () => set({ ...at(stepBack(get().run)), following: true }),
  goTo: (cursor) => set({ ...at(goTo(get().run, cursor)), following: true }),
  setSpeed: (speed) => set({ speed }),
  select: (selected) => set({ selected }),
  openTab: (tab) => set({ tab }),
  openDetail: (detail) => set({ detail }),
  reveal: (revealed) => set({ revealed, following: true }),
  set: (changed) => {
    const settings = { ...get().settings, ...changed };
    set({ settings });
    keepSettings(settings);
  },
  dismissNotice: () => set({ notice: undefined }),
}));

/** Resting at a moment of a run. */
const at = (run: Run): Pick<LabState, 'run' | 'playing' | 'revealed'> => ({
  run,
  playing: false,
  revealed: undefined,
});

let opened = false;

function opening(lesson: Lesson): Partial<LabState> {
  const { run, drafts, notice } = loadRun(lesson);
  const selected = lesson.open;
  const resting = { playing: false, revealed: undefined, following: false };
  return { run, drafts, notice, ...resting, selected, ...pageOf(run) };
}

/** What the console turns to at the open step; nothing, when the step leaves it where it is. */
function pageOf({ lesson, step }: Run): Pick<Partial<LabState>, 'selected' | 'tab'> {
  const { open, tab } = lesson.steps[step] ?? {};
  return { ...(open ? { selected: open } : {}), ...(tab ? { tab } : {}) };
}

function firstLesson(): Lesson {
  const lesson = lessonById('assume-role');
  if (!lesson) throw new Error('the course has no lesson assume-role');
  return lesson;
}

const omit = (
  record: Readonly<Record<string, string>>,
  key: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** Every change of a run or a draft is kept at once: a reload at any moment comes back to it. */
useLab.subscribe((state, before) => {
  if (!opened) return;
  if (state.run === before.run && state.drafts === before.drafts) return;
  if (state.run.lesson !== before.run.lesson) return;
  const problem = keepRun(state.run, state.drafts);
  if (problem !== undefined && state.notice !== problem) useLab.setState({ notice: problem });
});
