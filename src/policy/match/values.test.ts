import { expect, test } from 'vitest';
import { type ComparedValue, compileAny, compileValue } from './values.ts';
import { asWritten, textOf } from './variables.ts';

const at = { start: 0, end: 0 };
const textValue = (text: string): ComparedValue =>
  compileValue({ value: text, at }, asWritten(text), (expected) => {
    const wanted = textOf(expected);
    return (actual) => actual === wanted;
  });

test('a single value is asked itself, without a loop around it', () => {
  const only = textValue('a');
  expect(only).toMatchObject({ kind: 'text', test: compileAny([only]) });
});

test('of several values any may fit, and none of none', () => {
  const fits = (values: readonly string[]) => compileAny(values.map(textValue))('b', {});
  expect([['a', 'b'], ['b', 'a'], ['a', 'c'], []].map(fits)).toEqual([true, true, false, false]);
});
