import { seconds as now } from './clock.ts';
/** Does something a number of times and counts how often the answer was the expected one. */
type Repeat = (times: number) => number | Promise<number>;

/** Several ways to do the same, measured turn by turn so that whatever else the machine does meets all alike. */
export interface Contest {
  readonly name: string;
  readonly entrants: readonly Entrant[];
}

export interface Entrant {
  readonly name: string;
  readonly repeat: Repeat;
}

/** Seconds for once: the median of the rounds, and half the distance between the quartiles as a share of it. */
export interface Timing {
  readonly seconds: number;
  readonly spread: number;
}

const warmUpSeconds = 0.3;
const roundSeconds = 0.03;
const rounds = 15;

/** Lets V8 see and optimise. Every contest is warmed up before the first is measured, as in a page that does it all. */
export async function warmUp({ entrants }: Contest): Promise<void> {
  for (const { repeat } of entrants) await lasting(repeat, warmUpSeconds);
}

/** By the entrants' names. */
export async function hold({ entrants }: Contest): Promise<ReadonlyMap<string, Timing>> {
  const started = [];
  for (const { name, repeat } of entrants) {
    await lasting(repeat, warmUpSeconds / 2); // what was optimised for all is optimised again for this one
    const times = Math.max(1, Math.round(roundSeconds / (await lasting(repeat, roundSeconds))));
    started.push({ name, repeat, times, samples: new Array<number>() });
  }
  for (let round = 0; round < rounds; round++) {
    collectGarbage();
    for (const { repeat, times, samples } of started) {
      samples.push((await timed(repeat, times)) / times);
    }
  }
  return new Map(started.map(({ name, samples }) => [name, summary(samples)]));
}

/** Repeats ever more often until that takes long enough; seconds for once. */
async function lasting(repeat: Repeat, seconds: number): Promise<number> {
  let spent = 0;
  for (let times = 1; ; times *= 2) {
    const took = await timed(repeat, times);
    spent += took;
    if (spent >= seconds) return took / times;
  }
}

/** Seconds. That every answer is checked also keeps V8 from leaving the work out. */
async function timed(repeat: Repeat, times: number): Promise<number> {
  const start = now();
  const right = await repeat(times);
  const end = now();
  if (right !== times) throw new Error(`${times - right} of ${times} answers were wrong`);
  return end - start;
}

export function summary(samples: readonly number[]): Timing {
  const sorted = samples.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  const seconds = at(0.5);
  return { seconds, spread: (at(0.75) - at(0.25)) / 2 / seconds };
}

export function collectGarbage(): void {
  globalThis.gc?.();
}
