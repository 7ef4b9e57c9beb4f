import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Seconds that this thread has been running, where the system counts them (Linux): others on the same machine then
 * take nothing from what is measured. Elsewhere seconds as they pass.
 */
export function seconds(): number {
  return countsOwnTime ? ownSeconds() : performance.now() / 1000;
}

/** Nanoseconds on a processor, nanoseconds of waiting for one, and how often. */
const statistics = '/proc/thread-self/schedstat';

function ownSeconds(): number {
  process.cpuUsage(); // makes Linux count what has run since the last tick of its scheduler
  return Number(readFileSync(statistics, 'utf8').split(' ')[0]) / 1e9;
}

export const countsOwnTime = canCount();

function canCount(): boolean {
  try {
    return ownSeconds() > 0;
  } catch {
    return false;
  }
}
