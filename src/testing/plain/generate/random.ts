/** Choices that a seed decides: the same seed makes the same choices for ever. */
export interface Random {
  /** A whole number from 0, below `limit`. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
}

/**
 * Mulberry32: 32 bits of state, even enough for choosing test cases and quick enough for a million of them.
 *
 * @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (choices) => {
      const index = below(choices.length);
      for (const choice of choices.slice(index, index + 1)) return choice;
      throw new Error('nothing to choose from');
    },
  };
}

/** One value as itself or in a list, as policies allow both. */
export const oneOrList = <T>(random: Random, values: readonly T[]): T | readonly T[] =>
  values.length === 1 && random.chance(0.6) ? random.pick(values) : values;

/** `least` to `most` values, each drawn anew. */
export const several = <T>(
  random: Random,
  least: number,
  most: number,
  draw: (index: number) => T,
): readonly T[] =>
  Array.from({ length: least + random.below(most - least + 1) }, (_, index) => draw(index));
