import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of matching and deciding have to get past: tables and examples, which are quick. Laws and
 * the comparison with the second evaluator ask so many cases that every mutant would take minutes.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/testing/every-policy-test.ts'],
    testTimeout: 60_000, // that the machine is busy kills no mutant
  },
});
