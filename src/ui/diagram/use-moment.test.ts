import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { story } from './sample-story.ts';
import { useMoment } from './use-moment.ts';

const { bobRefused, julieAssumes } = story;
const bob = bobRefused.happenings;
const julie = julieAssumes.happenings;
type Shown = readonly [happenings: typeof bob, at: number];

test.each<[why: string, from: Shown, to: Shown, plays: boolean]>([
  ['one step forward', [bob, 1], [bob, 2], true],
  ['the first step', [bob, -1], [bob, 0], true],
  ['the first step after rest', [[], -1], [bob, 0], true],
  ['on into the next command', [bob, bob.length - 1], [julie, 0], true],
  ['a step back', [bob, 2], [bob, 1], false],
  ['a jump ahead', [bob, 1], [bob, 3], false],
  ['a jump into another command', [bob, 1], [julie, 0], false],
  ['the same moment in a new array', [bob, 2], [[...bob], 2], false],
])('%s', (_why, from, to, plays) => {
  const { result, rerender } = renderHook(([happenings, at]: Shown) => useMoment(happenings, at), {
    initialProps: from,
  });
  rerender(to);
  expect(result.current.plays).toBe(plays);
});
