import { expect } from 'vitest';
import { nameOf, type Tally } from './agreement.ts';
import { everyMark } from './coverage.ts';
import { reasons } from './generate/scene.ts';

/** Each reason must be at least one answer's in a hundred: else agreement says little about it. */
const leastShare = 0.01;

/** A run proves something only if its cases were of all kinds. */
export function expectBalanced({ cases, reasons: counted, marks }: Tally): void {
  const rare = reasons.map(nameOf).filter((name) => (counted.get(name) ?? 0) < cases * leastShare);
  expect(rare).toEqual([]);
  expect(everyMark.filter((mark) => !marks.has(mark))).toEqual([]);
}
