import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeStorage } from '../testing/fake-storage.ts';
import { found } from '../testing/small-world.ts';
import { policy, textOf, trusts } from '../testing/statements.ts';

const trustRef = 'trust|111122223333|DataRole';
const key = 'assumerole-lab:run:assume-role';
const bobToo = textOf(policy(trusts({ AWS: 'arn:aws:iam::111122223333:user/bob' })));

let storage = fakeStorage();
beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => void vi.unstubAllGlobals());

/** The lab as a browser opens it: nothing in memory, what was stored in storage. */
async function openLab(lessonId = 'assume-role', step?: string) {
  vi.resetModules();
  const { useLab } = await import('./index.ts');
  const { lessonById } = await import('#course');
  const open = (id: string, at?: string) => useLab.getState().openLesson(found(lessonById(id)), at);
  open(lessonId, step);
  return { lab: useLab.getState, open };
}

describe('a reload', () => {
  test('comes back to the step, the commands, the cursor and the drafts', async () => {
    const before = await openLab('assume-role', 'julie-asks');
    before.lab().forward();
    before.lab().draft(trustRef, '{ "half": ');
    const after = await openLab();
    const { run, drafts } = before.lab();
    expect(after.lab().run.step).toBe(run.step);
    expect(after.lab().run.entries).toEqual(run.entries);
    expect(after.lab().run.cursor).toEqual(run.cursor);
    expect(after.lab().drafts).toEqual(drafts);
    expect(after.lab().notice).toBeUndefined();
  });

  test('opens the step of the address, and keeps the drafts', async () => {
    const before = await openLab('assume-role', 'julie-asks');
    before.lab().draft(trustRef, 'x');
    const after = await openLab('assume-role', 'bob-asks');
    expect(after.lab().run.lesson.steps[after.lab().run.step]?.id).toBe('bob-asks');
    expect(after.lab().drafts).toEqual({ [trustRef]: 'x' });
  });

  test('keeps the settings', async () => {
    const before = await openLab();
    before.lab().set({ theme: 'dark' });
    const after = await openLab();
    expect(after.lab().settings).toEqual({ theme: 'dark', plainEditor: false });
  });
});

describe('what is stored', () => {
  test('is nothing until something is done', async () => {
    await openLab();
    expect(storage.texts).toEqual({});
  });

  test('of one lesson is not touched by another', async () => {
    const { lab, open } = await openLab('assume-role', 'bob-asks');
    const kept = storage.texts[key];
    open('leaked-credentials', 'woofy');
    lab().act({ type: 'wait', seconds: 60 });
    expect(storage.texts[key]).toBe(kept);
    open('assume-role');
    expect(lab().run.lesson.steps[lab().run.step]?.id).toBe('bob-asks');
  });

  test('and can’t be read is set aside, with a notice that can be dismissed', async () => {
    storage.texts[key] = 'not JSON';
    const { lab } = await openLab('assume-role', 'bob-asks');
    expect(lab().notice).toMatch(/set aside/);
    expect(storage.texts[`${key}:set-aside`]).toBe('not JSON');
    lab().dismissNotice();
    expect(lab().notice).toBeUndefined();
  });

  test('by a newer version stays, whatever is done', async () => {
    const newer = JSON.stringify({ version: 2 });
    storage.texts[key] = newer;
    const { lab } = await openLab('assume-role', 'julie-asks');
    lab().act({ type: 'wait', seconds: 60 });
    lab().startOver();
    expect(lab().notice).toMatch(/newer version/);
    expect(storage.texts).toEqual({ [key]: newer });
  });

  test('can’t be stored: the learner is told, and goes on in memory', async () => {
    storage.full = true;
    const { lab } = await openLab('assume-role', 'julie-asks');
    expect(lab().notice).toMatch(/does not let the lab save/);
    lab().act({ type: 'wait', seconds: 60 });
    expect(lab().run.entries.map(({ command }) => command.type)).toEqual(['call', 'wait', 'call']);
  });
});

describe('a draft', () => {
  test('that AWS takes is saved by the administrator, and is no draft any more', async () => {
    const { lab } = await openLab('assume-role', 'bob-asks');
    lab().draft(trustRef, bobToo);
    expect(lab().save(trustRef)).toMatchObject({ ok: true });
    expect(lab().drafts).toEqual({});
    expect(lab().run.entries.map(({ origin }) => origin.type)).toEqual(['learner', 'step']);
  });

  test('that AWS refuses stays, beside AWS’s answer', async () => {
    const { lab } = await openLab('assume-role', 'bob-asks');
    lab().draft(trustRef, '{');
    expect(lab().save(trustRef)).toMatchObject({
      ok: false,
      error: { code: 'MalformedPolicyDocument', message: 'This policy contains invalid Json' },
    });
    expect(lab().drafts).toEqual({ [trustRef]: '{' });
  });

  test('that is not there is not saved', async () => {
    const { lab } = await openLab();
    expect(lab().save(trustRef)).toBeUndefined();
    expect(lab().run.entries).toEqual([]);
  });

  test('is discarded alone', async () => {
    const { lab } = await openLab();
    lab().draft(trustRef, 'a');
    lab().draft('bucket|111122223333|acme-reports', 'b');
    lab().discard(trustRef);
    expect(lab().drafts).toEqual({ 'bucket|111122223333|acme-reports': 'b' });
  });
});

describe('playing', () => {
  test('goes to the end and stops there', async () => {
    const { lab } = await openLab('assume-role', 'bob-asks');
    lab().play();
    const length = lab().run.entries[0]?.happenings.length ?? 0;
    for (let i = 1; i < length; i++) lab().forward();
    expect(lab().playing).toBe(true);
    lab().forward();
    expect(lab().playing).toBe(false);
    expect(lab().run.cursor).toEqual({ entry: 0, step: length - 1 });
  });

  test('from the end starts again', async () => {
    const { lab } = await openLab('assume-role', 'let-bob-in');
    lab().play();
    expect(lab().run.cursor).toEqual({ entry: -1, step: -1 });
    expect(lab().playing).toBe(true);
  });

  test('stops when the learner steps in', async () => {
    const { lab } = await openLab('assume-role', 'julie-asks');
    lab().play();
    lab().back();
    expect(lab().playing).toBe(false);
  });

  test('a step that does nothing rests', async () => {
    const { lab } = await openLab();
    const { lesson } = lab().run;
    lab().openStep(
      lesson.steps.findIndex(({ id }) => id === 'let-bob-in'),
      'play',
    );
    expect(lab().playing).toBe(false);
  });
});

test('starting over forgets commands and drafts', async () => {
  const { lab } = await openLab('assume-role', 'julie-asks');
  lab().draft(trustRef, 'x');
  lab().act({ type: 'wait', seconds: 60 });
  lab().startOver();
  expect(lab().run).toMatchObject({ step: 0, entries: [], cursor: { entry: -1, step: -1 } });
  expect(lab().drafts).toEqual({});
  const after = await openLab();
  expect(after.lab().run.entries).toEqual([]);
});

test('undoing takes the learner’s last command back', async () => {
  const { lab } = await openLab('assume-role', 'bob-asks');
  const { entries } = lab().run;
  lab().act({ type: 'wait', seconds: 60 });
  lab().undo();
  expect(lab().run.entries).toEqual(entries);
});

test('an option is taken and played', async () => {
  const { lab } = await openLab('leaked-credentials', 'contain');
  lab().takeOption('revoke-sessions');
  expect(lab().playing).toBe(true);
  expect(lab().run.entries.at(-1)?.origin).toEqual({ type: 'option', option: 'revoke-sessions' });
});
