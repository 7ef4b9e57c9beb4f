/**
 * Globs without regular expressions: a pattern is cut at its stars, and what lies between is searched from left
 * to right. Taking the leftmost place is always right, so there is no going back, and no pattern can make the
 * search explode.
 */
import { interned } from './interned.ts';
import { type Segment, anyOne, codePoints, finderOf, fitsAt } from './segments.ts';

/** A part of a policy's value. `fixed` text came from a policy variable: its `*` and `?` stand for themselves. */
export interface Piece {
  readonly text: string;
  readonly fixed: boolean;
}

/** A policy's value made ready: whether a whole text fits it. */
export type TextTest = (text: string) => boolean;

/** `*` is any run of characters, also none, and crosses `/` and `:`; `?` is exactly one character. */
export function compileGlob(pieces: readonly Piece[]): TextTest {
  const whole = interned(textOfPieces(pieces));
  if (!pieces.some(hasWildcard)) return (text) => text === whole;
  const segments = cutAtStars(pieces);
  return segments.every(isPlain) ? plainGlob(segments) : anyGlob(segments);
}

export const globMatches = (pieces: readonly Piece[], text: string): boolean =>
  compileGlob(pieces)(text);

export function textOfPieces(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += piece.text;
  return text;
}

export const hasWildcard = (piece: Piece): boolean =>
  !piece.fixed && (piece.text.includes('*') || piece.text.includes('?'));

/** At least one segment; n stars make n + 1. */
function cutAtStars(pieces: readonly Piece[]): readonly Segment[] {
  let open: number[] = [];
  const segments = [open];
  for (const piece of pieces) {
    for (const point of codePoints(piece.text)) {
      if (piece.fixed || (point !== star && point !== questionMark)) open.push(point);
      else if (point === questionMark) open.push(anyOne);
      else segments.push((open = []));
    }
  }
  return segments;
}

const star = 0x2a;
const questionMark = 0x3f;

/**
 * What the browser's own search can look for: no gaps, no halves of a surrogate pair, which it could find inside
 * a character, and short, because its search is not linear for long texts that nearly repeat.
 */
const isPlain = (segment: Segment): boolean =>
  segment.length <= 32 && segment.every((sign) => sign !== anyOne && !isBeyondUnit(sign));

const isBeyondUnit = (point: number): boolean =>
  point > 0xffff || (point >= 0xd800 && point <= 0xdfff);

function plainGlob(segments: readonly Segment[]): TextTest {
  const texts = segments.map((segment) => interned(String.fromCharCode(...segment)));
  const first = texts[0] ?? '';
  const last = texts.at(-1) ?? '';
  const middle = texts.slice(1, -1);
  const starts = prefixTest(first);
  if (middle.length === 0 && last === '') return starts;
  return (text) => {
    const end = text.length - last.length;
    if (end < first.length || !starts(text) || !text.endsWith(last)) return false;
    return areInOrder(middle, text, first.length, end);
  };
}

/**
 * Looks at one telling character before comparing all: the patterns of one policy mostly share a long beginning
 * and differ in the last name of it.
 */
function prefixTest(start: string): TextTest {
  if (start === '') return () => true;
  const telling = Math.max(start.search(/[^/:]\/?$/), 0);
  const character = start.charCodeAt(telling);
  return (text) => text.charCodeAt(telling) === character && text.startsWith(start);
}

function areInOrder(parts: readonly string[], text: string, start: number, end: number): boolean {
  let from = start;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}

/**
 * SIMPLIFIED: `?` takes one Unicode code point, so one emoji. AWS does not say whether it counts code points or
 * UTF-16 units, and policies hold nothing above U+00FF; a recorded live call with an emoji in a tag would settle it.
 */
function anyGlob(segments: readonly Segment[]): TextTest {
  const first = segments[0] ?? [];
  const last = segments.at(-1) ?? [];
  if (segments.length === 1) {
    return (text) => {
      const points = codePoints(text);
      return first.length === points.length && fitsAt(first, points, 0);
    };
  }
  const finders = segments.slice(1, -1).map(finderOf);
  return (text) => {
    const points = codePoints(text);
    const end = points.length - last.length;
    if (end < first.length || !fitsAt(first, points, 0) || !fitsAt(last, points, end)) return false;
    let from = first.length;
    for (const find of finders) {
      from = find(points, from, end);
      if (from < 0) return false;
    }
    return true;
  };
}
