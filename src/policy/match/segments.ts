/** Searching for what lies between two stars of a pattern, in code points. */

/** Code points; `anyOne` stands for `?`. */
export type Segment = readonly number[];
export const anyOne = -1;

/** Where the leftmost place of a segment between `from` and `end` stops, or -1. */
type Finder = (text: Segment, from: number, end: number) => number;

export function codePoints(text: string): readonly number[] {
  const points: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    points.push(point);
    if (point > 0xffff) i++;
  }
  return points;
}

export function fitsAt(segment: Segment, text: Segment, at: number): boolean {
  for (let i = 0; i < segment.length; i++) {
    if (segment[i] !== anyOne && segment[i] !== text[at + i]) return false;
  }
  return true;
}

/** Prepares the search once; what it needs to know of the segment is linear in the segment's length. */
export function finderOf(segment: Segment): Finder {
  if (segment.every((sign) => sign === anyOne)) return skip(segment.length);
  return segment.includes(anyOne) ? withGaps(segment) : literal(segment);
}

const skip =
  (length: number): Finder =>
  (_text, from, end) =>
    from + length <= end ? from + length : -1;

/**
 * Shift-And (Bitap): 32 positions of the segment in one step, so that even hostile gaps cost length × length ÷ 32.
 * Bit i of `reached` says that the first i + 1 signs fit the text that ends here.
 */
function withGaps(segment: Segment): Finder {
  const fits = positionsOf(segment);
  const gaps = fits(anyOne);
  return (text, from, end) => {
    const reached = new Uint32Array(gaps.length);
    for (let i = from; i < end; i++) {
      step(reached, fits(text[i] ?? anyOne), gaps);
      if (hasBit(reached, segment.length - 1)) return i + 1;
    }
    return -1;
  };
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
function literal(segment: Segment): Finder {
  const fallback = fallbacks(segment);
  return (text, from, end) => {
    let fitted = 0;
    for (let i = from; i < end; i++) {
      while (fitted > 0 && segment[fitted] !== text[i]) fitted = fallback[fitted - 1] ?? 0;
      if (segment[fitted] === text[i]) fitted++;
      if (fitted === segment.length) return i + 1;
    }
    return -1;
  };
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
