import { simTime } from '#world';
import { expect, test } from 'vitest';
import { sayDistance, sayLength } from './instant.ts';

test.each([
  ['nothing', 0, '0 s'],
  ['seconds', 42_000, '42 s'],
  ['parts of a second do not count', 42_999, '42 s'],
  ['minutes and seconds', 125_000, '2 min 5 s'],
  ['whole minutes', 3_540_000, '59 min'],
  ['hours and minutes', 3_900_000, '1 h 5 min'],
  ['hours without minutes leave the seconds out', 3_605_000, '1 h'],
])('says a length in its two largest units: %s', (_, milliseconds, said) => {
  expect(sayLength(milliseconds)).toBe(said);
});

test('says on which side of now an instant lies', () => {
  const now = simTime(100_000);
  expect(sayDistance(now, simTime(130_000))).toBe('in 30 s');
  expect(sayDistance(now, simTime(40_000))).toBe('1 min ago');
  expect(sayDistance(now, now)).toBe('now');
});
