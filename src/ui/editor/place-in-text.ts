import { type Span } from '#policy';

/** A place as people count: both from 1. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

const lineBreak = /\r\n|\r|\n/g;

/**
 * Where an offset stands. Kept apart from Monaco, which joins mixed line endings into one and then counts
 * other offsets than the policy language does.
 */
export function placeOf(text: string, offset: number): LineAndColumn {
  const end = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let start = 0;
  for (const found of text.matchAll(lineBreak)) {
    const after = found.index + found[0].length;
    if (after > end) break;
    line += 1;
    start = after;
  }
  return { line, column: end - start + 1 };
}

/** The first and the last line that a span touches; its end is exclusive. */
export function linesOf(text: string, at: Span): { readonly first: number; readonly last: number } {
  const first = placeOf(text, at.start).line;
  return { first, last: Math.max(first, placeOf(text, Math.max(at.start, at.end - 1)).line) };
}

export function countLines(text: string): number {
  return placeOf(text, text.length).line;
}
