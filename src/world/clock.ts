import { type SimTime, simTime } from './model.ts';

/** `2026-11-23T17:12:40.695Z`: the form that the IAM console writes into a revocation. */
export function formatInstant(time: SimTime): string {
  return new Date(time).toISOString();
}

/** `2026-11-23T17:12:40Z`: the form that AWS APIs and CloudTrail print. */
export function formatSecond(time: SimTime): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Nov 23, 2026, 6:04:10 PM`, in UTC: how CloudTrail writes the expiry of issued credentials. */
export function formatTrailExpiry(time: SimTime): string {
  const date = new Date(time);
  const hours = date.getUTCHours();
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${((hours + 11) % 12) + 1}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const day = `${months[date.getUTCMonth()] ?? ''} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
  return `${day}, ${clock} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** The simulated clock stops here: beyond the year 9999 no instant can be written as AWS writes it. */
export const endOfTime = simTime(Date.UTC(9999, 0, 1));

/** The moment so many seconds later. */
export function after(time: SimTime, seconds: number): SimTime {
  return simTime(time + seconds * 1000);
}
