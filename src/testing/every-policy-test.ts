import fc from 'fast-check';
import { expect, test } from 'vitest';

/**
 * The tests of matching, deciding and conditions as one file, for `npm run mutants` alone: what takes the time of a
 * mutant is to start a worker and to read the code anew, which is so done once a mutant and not once a file.
 *
 * Laws draw the same cases each time, or a mutant would live on one day and not on the next.
 */
fc.configureGlobal({ seed: 1, endOnFailure: true });

const files = import.meta.glob([
  '../policy/{match,decide,explain,rows}/**/*.test.ts',
  // One takes the time, which every mutant costs; the other reads the tests' titles and decides nothing.
  '!**/{hostile,rows}.test.ts',
]);

const failures = new Map<string, unknown>();
for (const [name, read] of Object.entries(files)) {
  await read().catch((error: unknown) => failures.set(name, error));
}

// A file that a mutant keeps from being read has no tests that could fail.
test.each(Object.keys(files))('%s can be read', (name) => {
  expect(failures.get(name)).toBeUndefined();
});
