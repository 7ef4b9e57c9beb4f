import fc from 'fast-check';
import { expect, test } from 'vitest';
import { globMatches } from '../match/wildcard.ts';
import { patternIndex } from './pattern-index.ts';

const few = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 5 });

test('finds what asking every pattern finds, each as often as it was added', () => {
  fc.assert(
    fc.property(fc.array(few, { maxLength: 20 }), few, (patterns, text) => {
      const index = patternIndex<string>();
      for (const pattern of patterns) index.add(pattern, pattern);
      const fitting = patterns.filter((pattern) =>
        globMatches([{ text: pattern, fixed: false }], text),
      );
      expect(index.find(text).toSorted()).toEqual(fitting.toSorted());
    }),
    { numRuns: 2_000 },
  );
});
