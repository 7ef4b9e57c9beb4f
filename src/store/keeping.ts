import { type Lesson } from '#course';
import { isNewerRun, readRun, writeRun } from '#exchange';
import { openStep, resumeRun, type Run, saveRun, startRun } from './run.ts';

export interface Settings {
  /** `system` follows the browser. */
  readonly theme: 'system' | 'light' | 'dark';
  /** The plain text area in place of Monaco. */
  readonly plainEditor: boolean;
}

const defaults: Settings = { theme: 'system', plainEditor: false };
const prefix = 'assumerole-lab:';
const runKey = (lesson: Lesson): string => `${prefix}run:${lesson.id}`;
const settingsKey = `${prefix}settings`;

interface Opening {
  readonly run: Run;
  readonly drafts: Readonly<Record<string, string>>;
  readonly notice: string | undefined;
}

/** The lesson as it was left; from the beginning, when it was never opened or can't be read. */
export function loadRun(lesson: Lesson): Opening {
  const fresh = { run: openStep(startRun(lesson), 0), drafts: {} };
  const text = read(runKey(lesson));
  if (text === null) return { ...fresh, notice: undefined };
  const loaded = readRun(text);
  switch (loaded.state) {
    case 'ok':
      return resumed(lesson, text, fresh, () => ({
        run: resumeRun(lesson, loaded.run),
        drafts: loaded.run.drafts,
        notice: undefined,
      }));
    case 'newer':
      return {
        ...fresh,
        notice:
          'This lesson was saved by a newer version of the lab. It is left as it is; reload to get that version.',
      };
    case 'broken':
      return { ...fresh, notice: setAside(lesson, text) };
  }
}

/** A run that was fine once and does not play any more is set aside, not thrown away. */
function resumed(
  lesson: Lesson,
  text: string,
  fresh: Omit<Opening, 'notice'>,
  resume: () => Opening,
): Opening {
  try {
    return resume();
  } catch {
    return { ...fresh, notice: setAside(lesson, text) };
  }
}

function setAside(lesson: Lesson, text: string): string {
  const kept = write(`${runKey(lesson)}:set-aside`, text);
  const done = kept ? 'It was set aside, and the lesson starts' : 'The lesson starts';
  return `What was saved of this lesson could not be read. ${done} from the beginning.`;
}

/** Keeps a run; answers with what to tell the learner when the browser refuses. */
export function keepRun(run: Run, drafts: Readonly<Record<string, string>>): string | undefined {
  const key = runKey(run.lesson);
  if (isNewer(key)) return undefined;
  return write(key, writeRun(saveRun(run, drafts)))
    ? undefined
    : 'The browser does not let the lab save anything. Your work stays until this tab is closed.';
}

/** What a newer version saved is never overwritten. */
function isNewer(key: string): boolean {
  const text = read(key);
  return text !== null && isNewerRun(text);
}

export function loadSettings(): Settings {
  const text = read(settingsKey);
  const known: unknown = text === null ? undefined : parse(text);
  if (typeof known !== 'object' || known === null) return defaults;
  const theme = 'theme' in known ? known.theme : undefined;
  const plain = 'plainEditor' in known ? known.plainEditor : undefined;
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : defaults.theme,
    plainEditor: plain === true,
  };
}

export const keepSettings = (settings: Settings): boolean =>
  write(settingsKey, JSON.stringify(settings));

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Storage can be missing, blocked or full: then the lab works in memory. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
