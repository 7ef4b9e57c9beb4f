import { lessonById } from '#course';
import { useLab } from '#store';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { found } from '../testing/small-world.ts';
import { App } from './app.tsx';

// Monaco needs a browser that lays text out, and nothing here is about its editors.
vi.mock('../ui/editor/monaco-editor.tsx', () => ({ default: () => <p>Monaco stands here</p> }));

const empty = () => useLab.setState(useLab.getInitialState(), true);

// On a busy machine, what the app loads on need can take longer than a test waits for it.
beforeAll(() =>
  Promise.all([
    import('./lab-page.tsx'),
    import('./panels/sandbox-panel.tsx'),
    import('../ui/proof/proof-page.tsx'),
    import('../ui/trace/trace.tsx'),
  ]),
);
beforeEach(empty);
afterEach(() => {
  vi.useRealTimers();
  act(empty);
});

function open(hash: string) {
  window.history.replaceState(null, '', hash);
  return render(<App />);
}

const stepTitle = (name: RegExp) => screen.findByRole('heading', { level: 2, name });
const button = (name: string) => screen.getByRole('button', { name });
const moment = () => screen.getByRole('slider', { name: 'Moment' });

/** Lets one timer after another come to its end, until nothing plays any more; `most` bounds it. */
function playOut(most = 40): void {
  for (let count = 0; count < most && vi.getTimerCount() > 0; count++) {
    act(() => {
      vi.runOnlyPendingTimers();
    });
  }
}

test('the bare address shows the map of the course', () => {
  open('#/');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('See who gets in, and why');
  expect(document.title).toBe('AssumeRole Lab');
  expect(screen.queryByRole('link', { current: 'page' })).not.toBeInTheDocument();
});

test('a lesson shows its story, its picture, what is behind it and its time', async () => {
  open('#/lesson/assume-role/bob-asks');
  expect(await stepTitle(/Bob asks/)).toBeVisible();
  const diagram = await screen.findByRole('region', { name: 'Diagram' });
  expect(await within(diagram).findByRole('button', { name: /^Bob/ })).toBeInTheDocument();
  expect(screen.getByRole('tab', { name: 'Why', selected: true })).toBeVisible();
  expect(screen.getByRole('group', { name: 'Player' })).toBeVisible();
  expect(document.title).toBe('Assume a role · AssumeRole Lab');
  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Assume a role');
});

test('a lesson without a step begins at its first, and the address says so', async () => {
  open('#/lesson/assume-role');
  expect(await stepTitle(/One role, two questions/)).toBeVisible();
  expect(window.location.hash).toBe('#/lesson/assume-role/two-policies');
});

test('a step that the lesson does not have leaves one where one was, and no trap for going back', async () => {
  const before = window.history.length;
  open('#/lesson/assume-role/no-such-step');
  expect(await stepTitle(/One role, two questions/)).toBeVisible();
  expect(window.location.hash).toBe('#/lesson/assume-role/two-policies');
  expect(window.history.length).toBe(before);
});

test('an address opens its step, though another one of the lesson was open before', async () => {
  const lesson = found(lessonById('assume-role'));
  useLab.getState().openLesson(lesson, 'expiry');
  open('#/lesson/assume-role/bob-asks');
  expect(await stepTitle(/Bob asks/)).toBeVisible();
  expect(window.location.hash).toBe('#/lesson/assume-role/bob-asks');
});

test.each([
  ['a lesson', '#/lesson/no-such-lesson', 'a lesson called “no-such-lesson”'],
  ['a name that every object has', '#/lesson/constructor', 'a lesson called “constructor”'],
  ['the sandbox, which is no lesson', '#/lesson/sandbox', 'a lesson called “sandbox”'],
  ['a page', '#/settings', 'a page at “#/settings”'],
])('says that it does not have %s', (_what, hash, missing) => {
  open(hash);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Not here');
  expect(screen.getByRole('main')).toHaveTextContent(`The lab does not have ${missing}.`);
  expect(document.title).toBe('AssumeRole Lab');
});

test('the proof lists what is simplified', async () => {
  open('#/proof');
  expect(await screen.findByRole('heading', { name: 'What is simplified' })).toBeVisible();
  expect(document.title).toBe('What is simulated · AssumeRole Lab');
});

test('in the sandbox anybody calls anything, and the timeline tells it', async () => {
  open('#/sandbox');
  await userEvent.click(await screen.findByRole('button', { name: 'Send the request' }));
  const form = within(screen.getByRole('region', { name: 'Sandbox' }));
  expect(form.getByRole('status')).toHaveTextContent(
    '✕AccessDeniedUser: arn:aws:iam::111122223333:user/bob is not authorized',
  );
  expect(moment()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^Bob asks STS for/));
});

test('from the map a link leads into the lesson', async () => {
  open('#/');
  await userEvent.click(screen.getByRole('link', { name: 'Start: Assume a role' }));
  expect(await stepTitle(/One role, two questions/)).toBeVisible();
  expect(window.location.hash).toBe('#/lesson/assume-role/two-policies');
});

test('Next plays the step and stops at its end, with the reason beside it', async () => {
  open('#/lesson/assume-role/two-policies');
  await stepTitle(/One role, two questions/);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fireEvent.click(button('Next'));
  expect(button('Pause')).toBeVisible();
  expect(moment()).toHaveValue('0');
  playOut();
  expect(button('Play')).toBeVisible();
  expect(moment()).toHaveValue(moment().getAttribute('max') ?? '');
  expect(moment()).toHaveAttribute(
    'aria-valuetext',
    expect.stringMatching(/^Bob asks STS for DataRole, .*CloudTrail writes the record/),
  );
  vi.useRealTimers();
  expect(await screen.findByRole('region', { name: 'Why' })).toHaveTextContent('Implicit deny');
  expect(await stepTitle(/Bob asks/)).toBeVisible();
  expect(window.location.hash).toBe('#/lesson/assume-role/bob-asks');
});

test('going back in the browser opens the step before, and there it stays', async () => {
  open('#/lesson/assume-role/two-policies');
  await userEvent.click(await screen.findByRole('button', { name: 'Next' }));
  expect(await stepTitle(/Bob asks/)).toBeVisible();
  expect(window.location.hash).toBe('#/lesson/assume-role/bob-asks');
  window.history.back();
  expect(await stepTitle(/One role, two questions/)).toBeVisible();
  expect(window.location.hash).toBe('#/lesson/assume-role/two-policies');
});

test('a press of Space stops what plays, another goes on', async () => {
  open('#/lesson/assume-role/bob-asks');
  await stepTitle(/Bob asks/);
  const page = screen.getByRole('main');
  fireEvent.keyDown(page, { key: ' ' });
  expect(button('Pause')).toBeVisible();
  fireEvent.keyDown(page, { key: ' ' });
  expect(button('Play')).toBeVisible();
});

test('going to another page takes the keys back', async () => {
  const { unmount } = open('#/lesson/assume-role/bob-asks');
  await stepTitle(/Bob asks/);
  const before = useLab.getState().run.cursor;
  unmount();
  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  expect(useLab.getState().run.cursor).toBe(before);
});

test('the theme is the browser’s until one is chosen, and the choice is kept', async () => {
  open('#/');
  expect(document.documentElement).toHaveAttribute('data-theme', 'light');
  await userEvent.click(button('Use the dark theme'));
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  expect(Object.values(localStorage).join()).toContain('dark');
  await userEvent.click(button('Use the light theme'));
  expect(document.documentElement).toHaveAttribute('data-theme', 'light');
});

test('one can skip to the content, and the address stays', async () => {
  open('#/lesson/assume-role/bob-asks');
  await stepTitle(/Bob asks/);
  await userEvent.click(screen.getByRole('link', { name: 'Skip to the content' }));
  expect(screen.getByRole('main')).toHaveFocus();
  expect(window.location.hash).toBe('#/lesson/assume-role/bob-asks');
});

test('the lessons that the header names are those of the course', () => {
  open('#/');
  const pages = within(screen.getByRole('navigation', { name: 'Pages' }));
  expect(pages.getAllByRole('link').map((link) => link.textContent)).toEqual([
    found(lessonById('assume-role')).title,
    found(lessonById('leaked-credentials')).title,
    'Sandbox',
    'What is simulated',
  ]);
});
