import { expect, test } from 'vitest';
import { after, formatInstant, formatSecond, formatTrailExpiry } from './clock.ts';
import { simTime } from './model.ts';

const at = (instant: string) => simTime(Date.parse(instant));

test.each([
  ['2026-11-23T18:04:10Z', 'Nov 23, 2026, 6:04:10 PM'],
  ['2026-11-23T00:00:00Z', 'Nov 23, 2026, 12:00:00 AM'],
  ['2026-11-23T12:30:05Z', 'Nov 23, 2026, 12:30:05 PM'],
  ['2027-01-01T09:59:59Z', 'Jan 1, 2027, 9:59:59 AM'],
])('CloudTrail writes the expiry %s as %s', (instant, written) => {
  expect(formatTrailExpiry(at(instant))).toBe(written);
});

test('APIs print seconds, the console’s revocation milliseconds', () => {
  const moment = at('2026-11-23T17:12:40.695Z');
  expect(formatSecond(moment)).toBe('2026-11-23T17:12:40Z');
  expect(formatInstant(moment)).toBe('2026-11-23T17:12:40.695Z');
  expect(formatInstant(after(moment, 30))).toBe('2026-11-23T17:13:10.695Z');
});
