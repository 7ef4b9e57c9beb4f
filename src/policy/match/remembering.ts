import { type TextTest } from './wildcard.ts';

/**
 * Keeps the last text that was read and what it gave: all conditions of a request read the same few values. The
 * answer never depends on what was read before.
 */
export function rememberingLast<T>(read: (text: string) => T): (text: string) => T {
  let lastText: string | undefined;
  let lastValue: T | undefined;
  return (text) => {
    if (lastText === text && lastValue !== undefined) return lastValue;
    lastText = text;
    return (lastValue = read(text));
  };
}

/** More patterns than this are seldom met; then their tests are made anew. */
const mostPatterns = 10_000;

/**
 * Gives patterns that are met again one test between them, which answers at once when it is asked about the same
 * text again: the same bucket stands in statement after statement. `make` must depend on the pattern alone.
 */
export function sharingTests(make: (pattern: string) => TextTest): (pattern: string) => TextTest {
  const shared = new Map<string, TextTest>();
  const met = new Set<string>();
  return (pattern) => {
    const known = shared.get(pattern);
    if (known !== undefined) return known;
    const test = make(pattern);
    if (!met.has(pattern)) {
      if (met.size >= mostPatterns) met.clear();
      met.add(pattern);
      return test; // a pattern that stands alone does not pay for remembering
    }
    if (shared.size >= mostPatterns) shared.clear();
    const remembering = rememberingLast(test);
    shared.set(pattern, remembering);
    return remembering;
  };
}
