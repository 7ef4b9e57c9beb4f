import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Piece, globMatches } from './wildcard.ts';

const written = (text: string): readonly Piece[] => [{ text, fixed: false }];
const glob = (pattern: string, text: string) => globMatches(written(pattern), text);

type Row = readonly [why: string, pattern: string, text: string, matches: boolean];
test.each<Row>([
  ['a star takes nothing', 'a*', 'a', true],
  ['a star crosses / and :', 'a*d', 'a/b:c/d', true],
  ['a question mark takes exactly one', 'a?c', 'ac', false],
  ['a question mark takes one', 'a?c', 'abc', true],
  ['only stars match the empty text', '***', '', true],
  ['the empty pattern matches only the empty text', '', 'a', false],
  ['the ends may not overlap', 'ab*ba', 'aba', false],
  ['the last part is anchored', 'a*b', 'abc', false],
  ['a part may come twice', '*ab*ab*', 'xab', false],
  ['a part may start inside a false start', '*aab*', 'aaab', true],
  ['a gap inside a middle part', '*a?b*', 'xaybz', true],
  ['a gap inside a middle part that is missing', '*a?b*', 'xabz', false],
  ['characters of regular expressions are ordinary', 'a.c[', 'abc[', false],
  ['characters of regular expressions match themselves', 'a.*+(', 'a.x+(', true],
  ['the case of letters counts', 'A*', 'ab', false],
  ['an emoji is one character', 'a?c', 'a🔑c', true],
  ['an emoji is not two characters', 'a??c', 'a🔑c', false],
  ['half an emoji is not the emoji', '*\udd11', '🔑', false],
  ['the first of all first halves is no emoji', '\ud800*', '\u{10000}', false],
  ['the last of all second halves is no emoji', '*\udfff', '\u{103ff}', false],
  ['what is no half stands beside stars', '*\ud7ff*\ue000*', 'a\ud7ffb\ue000c', true],
  ['a control character is no question mark', '\u0001*', 'ab', false],
  ['the last of the short characters is one', '?b*', '\uffffb', true],
  ['no false start is taken up again', '*🔑🔑ba*', '🔑🔑b🔑ba', false],
  ['every true start is taken up again', '*🔑🔑b🔑🔑🔑x*', '🔑🔑b🔑🔑🔑b🔑🔑🔑x', true],
  ['an emoji between stars', '*🔑*', 'a🔑c', true],
  ['an emoji between stars that is missing', '*🔑*', 'a🔒c', false],
  ['stars side by side are one', 'a**b***', 'ab', true],
  ['stars side by side ask for nothing more', 'a**b', 'axbx', false],
  ['a part may not reach into the end', 'a*bc*c', 'abc', false],
  ['a part may reach up to the end', 'a*bc*c', 'abcc', true],
  ['a part may not start in the beginning', 'ab*b*c', 'abc', false],
  ['a beginning of separators alone', '::*', '::a', true],
  ['only the beginning', 'ab*', 'b', false],
  ['a question mark at either end', '?b*c?', 'abxcd', true],
  ['a question mark at either end, and too little', '?*?', 'a', false],
  ['a gap between stars takes one', '*?*', '', false],
  ['two gaps between stars take two', 'a*??*', 'ab', false],
  ['two gaps between stars take two', 'a*??*b', 'accb', true],
  ['two gaps may not reach into the end', 'a*??*b', 'acb', false],
])('%s: %s on %s', (_why, pattern, text, matches) => expect(glob(pattern, text)).toBe(matches));

test('text from a variable has no wildcards', () => {
  const pattern: readonly Piece[] = [
    { text: 'home/', fixed: false },
    { text: '*', fixed: true },
    { text: '/*', fixed: false },
  ];
  expect(globMatches(pattern, 'home/alice/a')).toBe(false);
  expect(globMatches(pattern, 'home/*/a')).toBe(true);
});

/** A slow matcher that is plainly right: `reach[j]` says whether the pattern so far fits the first j characters. */
function oracle(pattern: string, text: string): boolean {
  const letters = Array.from(text);
  let reach = [true, ...letters.map(() => false)];
  for (const sign of pattern) {
    const next = [sign === '*' && reach[0] === true];
    letters.forEach((letter, j) => {
      const one = reach[j] === true && (sign === '?' || sign === letter);
      next.push(sign === '*' ? reach[j + 1] === true || next[j] === true : one);
    });
    reach = next;
  }
  return reach.at(-1) === true;
}

describe('laws', () => {
  const few = (signs: readonly string[], maxLength: number) =>
    fc.array(fc.constantFrom(...signs), { maxLength }).map((all) => all.join(''));

  test('the matcher and the oracle agree', () => {
    const counts = { yes: 0, no: 0 };
    fc.assert(
      fc.property(
        few(['a', 'b', '🔑', '*', '?'], 9),
        few(['a', 'b', '🔑'], 12),
        (pattern, text) => {
          const answer = oracle(pattern, text);
          counts[answer ? 'yes' : 'no']++;
          expect(glob(pattern, text)).toBe(answer);
        },
      ),
      { numRuns: 30_000 },
    );
    expect(Math.min(counts.yes, counts.no)).toBeGreaterThan(500); // both answers were really tried
  });

  test('the matcher and the oracle agree on long parts', () => {
    const part = fc
      .tuple(few(['a', 'b'], 3), fc.integer({ min: 1, max: 20 }))
      .map(([text, times]) => text.repeat(times));
    const pattern = fc
      .tuple(part, part, part, fc.constantFrom('', '?', 'c'))
      .map(([a, b, c, between]) => `${a}*${b}${between}${c}*${a}`);
    const text = fc.tuple(part, part, part, part).map((parts) => parts.join('c'));
    const counts = { yes: 0, no: 0 };
    fc.assert(
      fc.property(pattern, text, fc.boolean(), (written, other, fitting) => {
        const actual = fitting ? written.replaceAll('*', other).replaceAll('?', 'b') : other;
        const answer = oracle(written, actual);
        counts[answer ? 'yes' : 'no']++;
        expect(glob(written, actual)).toBe(answer);
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(counts.yes, counts.no)).toBeGreaterThan(300);
  });

  test('agrees on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, other) => {
        expect(glob(text, other)).toBe(oracle(text, other));
        expect(globMatches([{ text, fixed: true }], text)).toBe(true);
        expect(glob(`*${text}*`, `x${text}y`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
