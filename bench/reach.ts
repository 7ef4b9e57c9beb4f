import {
  type AssumableRole,
  assumptionOf,
  type Assumer,
  compile,
  decide,
  whoCanAssumeWhom,
} from '#policy';
import { contextInEstate, type Estate, estateOf } from '../src/policy/reach/estate.examples.ts';
import { seconds } from './clock.ts';
import { collectGarbage, summary, type Timing } from './measure.ts';

export interface Reach {
  readonly size: number;
  /** Policies are read, and nothing of them was made ready before. */
  readonly first: Timing;
  /** The same again: what was made ready is remembered. */
  readonly again: Timing;
  /** How many times as long as half as many: the median of the rounds' ratios. */
  readonly growth: number | undefined;
  readonly asked: number;
  readonly allowed: number;
}

const sizes = [200, 250, 500, 1_000, 2_000, 10_000] as const;
const rounds = 15;
/** Rounds that nobody looks at. */
const warmUps = 25;

interface Sample {
  readonly first: number;
  readonly again: number;
  readonly asked: number;
  readonly allowed: number;
}

/** Every round has estates of its own, turn by turn for all sizes. */
export function measureReach(): readonly Reach[] {
  for (let round = 0; round < warmUps; round++) sampleOf(500);
  const samples = Array.from({ length: rounds }, oneRound);
  return sizes.map((size) => {
    const own = samples.flatMap((round) => round.get(size) ?? []);
    const halves = samples.flatMap((round) => round.get(size / 2) ?? []);
    const growths = own.flatMap(({ again }, i) => again / (halves[i]?.again ?? NaN));
    return {
      size,
      first: summary(own.map(({ first }) => first)),
      again: summary(own.map(({ again }) => again)),
      growth: halves.length > 0 ? summary(growths).seconds : undefined,
      asked: own[0]?.asked ?? NaN,
      allowed: own[0]?.allowed ?? NaN,
    };
  });
}

/** How many times as long twice as many take, on the way from the smallest size to the largest. */
export function growthOf(reaches: readonly Reach[]): number {
  const [smallest, largest] = [reaches[0], reaches.at(-1)];
  if (smallest === undefined || largest === undefined) return NaN;
  const doublings = Math.log2(largest.size / smallest.size);
  return (largest.again.seconds / smallest.again.seconds) ** (1 / doublings);
}

const oneRound = (): ReadonlyMap<number, Sample> =>
  new Map(sizes.map((size) => [size, sampleOf(size)]));

function sampleOf(size: number): Sample {
  const estate = estateOf(size);
  collectGarbage();
  const { seconds: first, asked, allowed } = secondsFor(estate);
  const repeats = Math.max(1, Math.ceil(workOfARound / size));
  const start = seconds();
  for (let i = 0; i < repeats; i++) secondsFor(estate);
  return { first, again: (seconds() - start) / repeats, asked, allowed };
}

/** Small estates are asked several times, so that each size pays its share of collecting garbage. */
const workOfARound = 4_000;

function secondsFor({ callers, roles }: Estate) {
  const start = seconds();
  const pairs = whoCanAssumeWhom(callers, roles, contextInEstate);
  const took = seconds() - start;
  const allowed = pairs.filter(({ verdict }) => verdict === 'Allow').length;
  return { seconds: took, asked: pairs.length, allowed };
}

/** Asking `decide` about every pair, which the index spares; and a check that both find as many. */
export function measureEveryPair(size: number, allowed: number): Timing {
  const { callers, roles } = estateOf(size);
  const samples = Array.from({ length: rounds }, () => {
    const start = seconds();
    const found = countAllowed(callers, roles);
    const took = seconds() - start;
    if (found !== allowed) throw new Error(`${found} pairs are allowed and ${allowed} were found`);
    return took;
  });
  return summary(samples);
}

function countAllowed(callers: readonly Assumer[], roles: readonly AssumableRole[]): number {
  let allowed = 0;
  for (const role of roles) {
    for (const caller of callers) {
      const { request, policies } = assumptionOf(caller, role, contextInEstate(caller, role));
      if (decide(request, compile(policies)) === 'Allow') allowed++;
    }
  }
  return allowed;
}
