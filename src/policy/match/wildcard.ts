/**
 * Globs without regular expressions: a pattern is cut at its stars, and what lies between is searched from left
 * to right. Taking the leftmost place is always right, so there is no going back, and no pattern can make the
 * search explode.
 */

/** A part of a policy's value. `fixed` text came from a policy variable: its `*` and `?` stand for themselves. */
export interface Piece {
  readonly text: string;
  readonly fixed: boolean;
}

/** Code points between two stars; `anyOne` stands for `?`. */
type Segment = readonly number[];
const anyOne = -1;

/** `*` is any run of characters, also none, and crosses `/` and `:`; `?` is exactly one character. */
export function globMatches(pieces: readonly Piece[], text: string): boolean {
  if (!pieces.some(hasWildcard)) return pieces.map((piece) => piece.text).join('') === text;
  return fitsAll(cutAtStars(pieces), codePoints(text));
}

const hasWildcard = (piece: Piece): boolean =>
  !piece.fixed && (piece.text.includes('*') || piece.text.includes('?'));

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
 * SIMPLIFIED: `?` takes one Unicode code point, so one emoji. AWS does not say whether it counts code points or
 * UTF-16 units, and policies hold nothing above U+00FF; a recorded live call with an emoji in a tag would settle it.
 */
function codePoints(text: string): readonly number[] {
  const points: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    points.push(point);
    if (point > 0xffff) i++;
  }
  return points;
}

function fitsAll(segments: readonly Segment[], text: Segment): boolean {
  const first = segments[0] ?? [];
  if (segments.length === 1) return first.length === text.length && fitsAt(first, text, 0);
  const last = segments.at(-1) ?? [];
  const end = text.length - last.length;
  if (end < first.length || !fitsAt(first, text, 0) || !fitsAt(last, text, end)) return false;
  return fitInOrder(segments.slice(1, -1), text, first.length, end);
}

function fitInOrder(
  segments: readonly Segment[],
  text: Segment,
  start: number,
  end: number,
): boolean {
  let from = start;
  for (const segment of segments) {
    const at = find(segment, text, from, end);
    if (at < 0) return false;
    from = at + segment.length;
  }
  return true;
}

function fitsAt(segment: Segment, text: Segment, at: number): boolean {
  for (let i = 0; i < segment.length; i++) {
    if (segment[i] !== anyOne && segment[i] !== text[at + i]) return false;
  }
  return true;
}

/** The leftmost place of `segment` in `text` between `from` and `end`, or -1. */
function find(segment: Segment, text: Segment, from: number, end: number): number {
  return segment.includes(anyOne)
    ? findWithGaps(segment, text, from, end)
    : findLiteral(segment, text, from, end);
}

/**
 * Shift-And (Bitap): 32 positions of the segment in one step, so that even hostile gaps cost length × length ÷ 32.
 * Bit i of `reached` says that the first i + 1 signs fit the text that ends here.
 */
function findWithGaps(segment: Segment, text: Segment, from: number, end: number): number {
  const fits = positionsOf(segment);
  const gaps = fits(anyOne);
  const reached = new Uint32Array(gaps.length);
  for (let i = from; i < end; i++) {
    step(reached, fits(text[i] ?? anyOne), gaps);
    if (hasBit(reached, segment.length - 1)) return i - segment.length + 1;
  }
  return -1;
}

function step(reached: Uint32Array, letters: Uint32Array, gaps: Uint32Array): void {
  let carry = 1;
  for (let word = 0; word < reached.length; word++) {
    const before = reached[word] ?? 0;
    reached[word] = ((before << 1) | carry) & ((letters[word] ?? 0) | (gaps[word] ?? 0));
    carry = before >>> 31;
  }
}

const hasBit = (bits: Uint32Array, position: number): boolean =>
  (((bits[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;

/** For each sign, the positions at which it stands, as bits. */
function positionsOf(segment: Segment): (sign: number) => Uint32Array {
  const nowhere = new Uint32Array(Math.ceil(segment.length / 32));
  const places = new Map<number, Uint32Array>();
  segment.forEach((sign, i) => {
    const bits = places.get(sign) ?? nowhere.slice();
    bits[i >>> 5] = (bits[i >>> 5] ?? 0) | (1 << (i & 31));
    places.set(sign, bits);
  });
  return (sign) => places.get(sign) ?? nowhere;
}

/** Knuth, Morris and Pratt: linear even for `*aaaa…b` in a text of `a`s. */
function findLiteral(segment: Segment, text: Segment, from: number, end: number): number {
  if (segment.length === 0) return from;
  const fallback = fallbacks(segment);
  let fitted = 0;
  for (let i = from; i < end; i++) {
    while (fitted > 0 && segment[fitted] !== text[i]) fitted = fallback[fitted - 1] ?? 0;
    if (segment[fitted] === text[i]) fitted++;
    if (fitted === segment.length) return i - fitted + 1;
  }
  return -1;
}

/** For each prefix of `segment`, the length of its longest proper prefix that is also its suffix. */
function fallbacks(segment: Segment): readonly number[] {
  const table = [0];
  let fitted = 0;
  for (let i = 1; i < segment.length; i++) {
    while (fitted > 0 && segment[fitted] !== segment[i]) fitted = table[fitted - 1] ?? 0;
    if (segment[fitted] === segment[i]) fitted++;
    table.push(fitted);
  }
  return table;
}
