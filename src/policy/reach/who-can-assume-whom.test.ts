import { describe, expect, test, vi } from 'vitest';
import { estateOf } from './estate.examples.ts';
import { whoCanAssumeWhom } from './who-can-assume-whom.ts';

describe('in an estate as companies have them', () => {
  const asked = (size: number) => {
    const { callers, roles } = estateOf(size);
    const contextOf = vi.fn(() => ({}));
    const pairs = whoCanAssumeWhom(callers, roles, contextOf);
    return { times: contextOf.mock.calls.length, pairs: pairs.length };
  };

  test('decide is asked once for each pair in the answer, and never about the others', () => {
    const { times, pairs } = asked(500);
    expect(times).toBe(pairs);
    expect(pairs).toBeLessThan(500 * 10);
  });

  test.each([250, 500, 1_000])(
    'from %d roles to twice as many, decide is asked at most 2.2 times as often',
    (size) => {
      expect(asked(2 * size).times / asked(size).times).toBeLessThanOrEqual(2.2);
    },
  );
});
