/** What `--check` insists on. Rates are of one core of a small server of 2026; ratios hold on any machine. */
export interface RateBudget {
  /** At least so many a second. */
  readonly perSecond: number;
  /** At least so many times as fast as others that answer the same in the same run. */
  readonly times: Readonly<Partial<Record<'plain reference' | 'rival, core', number>>>;
}

/** By the question's name, then the entrant's. What is not here has no budget. */
export const rateBudgets: Readonly<Record<string, Readonly<Record<string, RateBudget>>>> = {
  'a simple S3 allow': {
    decide: { perSecond: 5_000_000, times: { 'plain reference': 12, 'rival, core': 33 } },
    explain: { perSecond: 200_000, times: {} },
  },
  'AssumeRole in one account': {
    decide: { perSecond: 2_000_000, times: { 'plain reference': 6, 'rival, core': 15 } },
  },
  '10 policies × 10 statements with conditions': {
    decide: { perSecond: 200_000, times: { 'plain reference': 24, 'rival, core': 1_200 } },
  },
};

/** Seconds for who can assume whom once policies are ready, by the number of roles. */
export const reachBudgets: ReadonlyMap<number, number> = new Map([
  [200, 0.01], // 40,000 pairs
  [10_000, 1],
]);

/** Twice as many roles take at most so many times as long, on the way from the fewest to the most. */
export const growthBudget = 2.2;

/** Seconds for one hostile pattern. */
export const hostileBudget = 0.01;

/** A budget as the table shows it. */
export interface Finding {
  readonly budget: string;
  readonly met: boolean;
}
