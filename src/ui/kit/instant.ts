import { formatInstant, type SimTime } from '#world';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The time of day in UTC, `17:04:10`. */
export function timeOfDay(time: SimTime): string {
  return formatInstant(time).slice(11, 19);
}

/** A length of time in its two largest units: `1 h 5 min`, `42 s`. Milliseconds; less than a second is `0 s`. */
export function sayLength(milliseconds: number): string {
  const parts = [
    [Math.floor(milliseconds / hour), 'h'],
    [Math.floor((milliseconds % hour) / minute), 'min'],
    [Math.floor((milliseconds % minute) / second), 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${String(count)} ${unit}`)
    .join(' ');
}

/** How far away an instant is: `in 42 min`, `5 min ago`, `now`. */
export function sayDistance(now: SimTime, time: SimTime): string {
  if (time === now) return 'now';
  return time > now ? `in ${sayLength(time - now)}` : `${sayLength(now - time)} ago`;
}
