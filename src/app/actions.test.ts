import { lessonById } from '#course';
import { useLab } from '#store';
import { createEvent, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { found } from '../testing/small-world.ts';
import { actions, onKey } from './actions.ts';

/** Bob and Julie have asked; the lesson stands before Julie's call. */
beforeEach(() => {
  useLab.setState(useLab.getInitialState(), true);
  useLab.getState().openLesson(found(lessonById('assume-role')), undefined);
  useLab.getState().openStep(2, 'rest');
  window.addEventListener('keydown', onKey);
});
afterEach(() => {
  window.removeEventListener('keydown', onKey);
  useLab.setState(useLab.getInitialState(), true);
  document.body.replaceChildren();
});

const lab = () => useLab.getState();
const cursor = () => lab().run.cursor;

/** Whether the page kept the key from the browser. */
const press = (key: string, target: Element = document.body, more: KeyboardEventInit = {}) =>
  !fireEvent.keyDown(target, { key, ...more });

/** An element of this HTML, in the page. */
function placed(html: string): Element {
  document.body.innerHTML = html;
  return found(document.body.querySelector('[data-here]') ?? undefined);
}

test('Space plays, and pauses what plays', () => {
  expect(press(' ')).toBe(true);
  expect(lab().playing).toBe(true);
  expect(press(' ')).toBe(true);
  expect(lab().playing).toBe(false);
});

test('the arrows go one step', () => {
  const before = cursor();
  expect(press('ArrowRight')).toBe(true);
  expect(cursor()).toEqual({ entry: 1, step: 0 });
  expect(press('ArrowLeft')).toBe(true);
  expect(cursor()).toEqual(before);
});

test('Home and End go to the ends', () => {
  const { entries } = lab().run;
  expect(press('End')).toBe(true);
  expect(cursor()).toEqual({ entry: 1, step: found(entries[1]).happenings.length - 1 });
  expect(press('Home')).toBe(true);
  expect(cursor()).toEqual({ entry: -1, step: -1 });
});

test('the page’s main part takes keys as the page does', () => {
  expect(press('ArrowRight', placed('<main tabindex="-1" data-here></main>'))).toBe(true);
  expect(cursor()).toEqual({ entry: 1, step: 0 });
});

test.each([
  ['a text field', '<input data-here>'],
  ['a text area', '<textarea data-here></textarea>'],
  ['a list to choose from', '<select data-here></select>'],
  ['a button', '<button data-here>Play</button>'],
  ['what is in a button', '<button><svg data-here></svg></button>'],
  ['a link', '<a href="#/" data-here>Map</a>'],
  ['what folds', '<details><summary data-here>More</summary></details>'],
  ['text that can be edited', '<p contenteditable="true" data-here></p>'],
  ['a tab', '<div role="tab" data-here></div>'],
  ['a slider', '<div role="slider" data-here></div>'],
  ['what has a place in the tab order', '<div tabindex="0" data-here></div>'],
  ['the policy editor', '<div class="monaco-editor"><div data-here></div></div>'],
  ['an open dialog', '<dialog open><p data-here></p></dialog>'],
])('%s keeps its keys', (_what, html) => {
  const target = placed(html);
  const before = lab().run;
  const kept = actions.filter(({ key }) => press(key, target));
  expect(kept).toEqual([]);
  expect(lab().run).toBe(before);
  expect(lab().playing).toBe(false);
});

test.each([
  ['Ctrl', { ctrlKey: true }],
  ['Cmd', { metaKey: true }],
  ['Alt', { altKey: true }],
  ['Shift', { shiftKey: true }],
])('with %s a key is the browser’s', (_name, modifier) => {
  const before = lab().run;
  expect(actions.filter(({ key }) => press(key, document.body, modifier))).toEqual([]);
  expect(lab().run).toBe(before);
});

test('what somebody else has dealt with is done', () => {
  const before = cursor();
  const event = createEvent.keyDown(document.body, { key: 'ArrowRight' });
  event.preventDefault();
  fireEvent(document.body, event);
  expect(cursor()).toEqual(before);
});

test('other keys are the browser’s', () => {
  expect(['Enter', 'Tab', 'a', 'PageDown', 'ArrowUp'].filter((key) => press(key))).toEqual([]);
});

test('each action has a key of its own and a name for it', () => {
  expect(new Set(actions.map((a) => a.key)).size).toBe(actions.length);
  expect(actions.map((a) => a.keyName)).toEqual(['Space', '→', '←', 'Home', 'End']);
});
