import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of matching and deciding have to get past: tables and examples, which are quick. Laws and
 * the comparison with the second evaluator ask so many cases that every mutant would take minutes.
 */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/policy/{match,decide,explain,rows}/**/*.test.ts'],
    // One takes the time, which every mutant costs; the other reads the tests' titles and decides nothing.
    exclude: ['**/hostile.test.ts', '**/rows.test.ts'],
  },
});
