import { type Span } from './document.ts';

/**
 * How deep brackets may nest. AWS's own limit is not published; no policy needs more than eight. What lies
 * deeper is refused before anything recursive sees it.
 */
export const maxDepth = 64;

export interface Bracket {
  readonly at: Span;
  readonly open: '{' | '[';
}

export interface BracketScan {
  /** The first bracket beyond `maxDepth`; the scan ends there. */
  readonly tooDeep: Span | undefined;
  /** The first closing bracket that closes a bracket of the other kind, and that bracket. */
  readonly mismatch: { readonly at: Span; readonly opened: Bracket } | undefined;
  /** The innermost bracket that is open when the text ends. */
  readonly unclosed: Bracket | undefined;
}

/** Everything that matters to brackets: texts and comments are stepped over, closed or not. */
const tokens = /"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"?|\/\/.*|\/\*[^]*?(?:\*\/|$)|[[\]{}]/g;

/** Pairs brackets without recursion. */
export function scanBrackets(text: string): BracketScan {
  const open: Bracket[] = [];
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const at = { start: index, end: index + 1 };
    if (token === '{' || token === '[') {
      if (open.length === maxDepth) {
        return { tooDeep: at, mismatch: undefined, unclosed: undefined };
      }
      open.push({ at, open: token });
    } else if (token === '}' || token === ']') {
      const opened = open.pop();
      if (opened !== undefined && closes(opened.open) !== token) {
        return { tooDeep: undefined, mismatch: { at, opened }, unclosed: undefined };
      }
    }
  }
  return { tooDeep: undefined, mismatch: undefined, unclosed: open.at(-1) };
}

/** The bracket that closes an opening one. */
export const closes = (open: Bracket['open']): '}' | ']' => (open === '{' ? '}' : ']');
