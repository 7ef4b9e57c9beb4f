import { expect, test } from 'vitest';
import { expectBalanced } from './agreement-check.ts';
import { compareEvaluators } from './agreement.ts';

// Half a million cases, in a file of their own so that two workers can share a million.
test(
  'decide and explain agree with the plain evaluator on half a million cases: the first half',
  { timeout: 300_000 },
  () => {
    const tally = compareEvaluators({
      seeds: { from: 0, to: 2500 },
      requestsPerScene: 200,
      explainedPerScene: 10,
    });
    expect(tally).toMatchObject({ cases: 500_000, explained: 25_000 });
    expectBalanced(tally);
  },
);
