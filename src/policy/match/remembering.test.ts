import { describe, expect, test, vi } from 'vitest';
import { type Asked } from './asked.ts';
import { rememberingLast, sharingAnswers } from './remembering.ts';

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

const turn = (number: number): Asked => ({
  turn: number,
  principal: { type: 'anonymous' },
  action: 's3:GetObject',
  actionInLowerCase: 's3:getobject',
  resource: '*',
  context: {},
  hasBoundary: false,
});

test('an element that stands alone is asked itself, and then all share one answer a request', () => {
  const share = sharingAnswers();
  const asks = [1, 2, 3].map(() => vi.fn(({ turn }: Asked) => turn === 2));
  const [first, second, third] = asks.map((ask) => share('{"same"}', ask));
  expect(first).toBe(asks[0]);
  expect(second).toBe(third);
  expect([1, 1, 2, 2, 1].map((number) => second?.(turn(number)))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
  expect(asks.map((ask) => ask.mock.calls.length)).toEqual([0, 3, 0]);
});

test('elements that differ share nothing', () => {
  const share = sharingAnswers();
  const [yes, no] = [() => true, () => false];
  const both = ['a', 'a', 'b', 'b'].map((written) => share(written, written === 'a' ? yes : no));
  expect(both.map((ask) => ask(turn(1)))).toEqual([true, true, false, false]);
});

describe('ten thousand elements are remembered and no more', () => {
  const ask = () => true;

  test('those that were met once', () => {
    const firstAfter = (others: number) => {
      const share = sharingAnswers();
      share('first', ask);
      for (let i = 0; i < others; i++) share(String(i), ask);
      return share('first', ask);
    };
    expect(firstAfter(9_999)).not.toBe(ask); // met again
    expect(firstAfter(10_000)).toBe(ask); // forgotten, so met for the first time
  });

  test('those that share an answer', () => {
    const share = sharingAnswers();
    const shared = (written: string) => [share(written, ask), share(written, ask)].at(-1);
    const first = shared('first');
    for (let i = 1; i < 10_000; i++) shared(String(i));
    expect(share('first', ask)).toBe(first);
    shared('one more');
    expect(share('first', ask)).not.toBe(first);
  });
});
