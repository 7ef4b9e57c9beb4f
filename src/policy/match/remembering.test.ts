import { expect, test, vi } from 'vitest';
import { rememberingLast, sharingTests } from './remembering.ts';

test('a text that is read again is not taken apart again', () => {
  const read = vi.fn((text: string) => text.length);
  const remembered = rememberingLast(read);
  expect(['abc', 'abc', 'ab', 'abc'].map(remembered)).toEqual([3, 3, 2, 3]);
  expect(read.mock.calls).toEqual([['abc'], ['ab'], ['abc']]);
});

test('what reads as nothing stays nothing', () => {
  const remembered = rememberingLast((text: string) => (text === 'x' ? 1 : undefined));
  expect(['y', 'y', 'x', 'y'].map(remembered)).toEqual([undefined, undefined, 1, undefined]);
});

test('a pattern that stands alone has a test of its own, and then all share one', () => {
  const make = vi.fn((pattern: string) => (text: string) => text === pattern);
  const tests = sharingTests(make);
  const [first, second, third] = [tests('a'), tests('a'), tests('a')];
  expect(second).toBe(third);
  expect(first).not.toBe(second);
  expect(make).toHaveBeenCalledTimes(2);
  expect(['a', 'a', 'b', 'a'].map((text) => third(text))).toEqual([true, true, false, true]);
});

test('patterns do not pile up without end', () => {
  const make = vi.fn((pattern: string) => (text: string) => text === pattern);
  const tests = sharingTests(make);
  const twice = (pattern: string) => [tests(pattern), tests(pattern)];
  for (let i = 0; i <= 10_000; i++) twice(String(i));
  expect(twice('0').every((fits) => fits('0') && !fits('1'))).toBe(true);
  expect(make.mock.calls.filter(([pattern]) => pattern === '0').length).toBeGreaterThan(2);
});
