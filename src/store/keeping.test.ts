import { afterEach, describe, expect, test, vi } from 'vitest';
import { lessonById } from '#course';
import { writeRun } from '#exchange';
import { fakeStorage } from '../testing/fake-storage.ts';
import { found } from '../testing/small-world.ts';
import { keepRun, keepSettings, loadRun, loadSettings } from './keeping.ts';
import { act, endOf, goTo, openStep, saveRun, startRun } from './run.ts';

const lesson = found(lessonById('assume-role'));
const key = 'assumerole-lab:run:assume-role';
const fresh = openStep(startRun(lesson), 0);
const played = act(goTo(openStep(fresh, 2), endOf(openStep(fresh, 2))), {
  type: 'wait',
  seconds: 60,
});
const drafts = { 'trust|111122223333|DataRole': '{ "half": ' };
const kept = writeRun(saveRun(played, drafts));

afterEach(() => void vi.unstubAllGlobals());

/** The browser's storage with these texts in it. */
function stored(texts: Readonly<Record<string, string>> = {}) {
  const storage = fakeStorage(texts);
  vi.stubGlobal('localStorage', storage);
  return storage;
}

describe('a lesson', () => {
  test('that was never opened starts from the beginning', () => {
    stored();
    expect(loadRun(lesson)).toEqual({ run: fresh, drafts: {}, notice: undefined });
  });

  test('that was left comes back, with its drafts', () => {
    stored();
    expect(keepRun(played, drafts)).toBeUndefined();
    expect(loadRun(lesson)).toEqual({ run: played, drafts, notice: undefined });
  });

  test('is kept apart from the others', () => {
    const storage = stored();
    keepRun(played, drafts);
    expect(Object.keys(storage.texts)).toEqual([key]);
    expect(loadRun(found(lessonById('leaked-credentials'))).run.entries).not.toEqual(
      played.entries,
    );
  });

  test.each([
    ['no JSON', 'not JSON'],
    ['another shape', '{"version":1}'],
    ['an unknown command', kept.replace('"wait"', '"explode"')],
    ['an older version that never was', kept.replace('"version":1', '"version":0')],
  ])('that is %s is set aside, with a notice', (_what, text) => {
    const storage = stored({ [key]: text });
    const { run, drafts: none, notice } = loadRun(lesson);
    expect({ run, none }).toEqual({ run: fresh, none: {} });
    expect(notice).toMatch(/set aside/);
    expect(storage.texts[`${key}:set-aside`]).toBe(text);
  });

  test('that can’t be set aside is not said to be', () => {
    const storage = stored({ [key]: 'not JSON' });
    storage.full = true;
    const { run, notice } = loadRun(lesson);
    expect(run).toEqual(fresh);
    expect(notice).toMatch(/could not be read/);
    expect(notice).not.toMatch(/set aside/);
    expect(storage.texts).toEqual({ [key]: 'not JSON' });
  });

  test('of a newer version is neither read nor overwritten', () => {
    const newer = JSON.stringify({ version: 2, anything: 'else' });
    const storage = stored({ [key]: newer });
    const { run, notice } = loadRun(lesson);
    expect(run).toEqual(fresh);
    expect(notice).toMatch(/newer version/);
    expect(keepRun(played, drafts)).toBeUndefined();
    expect(storage.texts).toEqual({ [key]: newer });
  });
});

describe('storage that refuses', () => {
  test('to be read: the lesson starts, and nothing throws', () => {
    const storage = stored({ [key]: kept });
    storage.blocked = true;
    expect(loadRun(lesson)).toEqual({ run: fresh, drafts: {}, notice: undefined });
    expect(loadSettings()).toEqual({ theme: 'system', plainEditor: false });
  });

  test.each(['full', 'blocked'] as const)(
    'to be written, being %s: the learner is told',
    (state) => {
      const storage = stored();
      storage[state] = true;
      expect(keepRun(played, {})).toMatch(/does not let the lab save/);
      expect(keepSettings({ theme: 'dark', plainEditor: true })).toBe(false);
    },
  );

  test('by not being there at all', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(loadRun(lesson).run).toEqual(fresh);
    expect(keepRun(played, {})).toMatch(/does not let the lab save/);
  });
});

describe('settings', () => {
  test('come back', () => {
    stored();
    keepSettings({ theme: 'dark', plainEditor: true });
    expect(loadSettings()).toEqual({ theme: 'dark', plainEditor: true });
  });

  test.each([
    ['none', undefined],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another theme', '{"theme":"pink","plainEditor":"yes"}'],
  ])('that are %s are the usual ones', (_what, text) => {
    stored(text === undefined ? {} : { 'assumerole-lab:settings': text });
    expect(loadSettings()).toEqual({ theme: 'system', plainEditor: false });
  });
});
