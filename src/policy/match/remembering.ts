import { type Asked } from './asked.ts';

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

/** What an element answers to a request. */
type Matches = (asked: Asked) => boolean;

/** Different elements than this are seldom met; then they are counted anew. */
const mostElements = 10_000;

/**
 * Gives elements that say the same in several statements one answer a request: the same bucket and the same range
 * of addresses stand in statement after statement. `written` must tell apart whatever answers differently.
 */
export function sharingAnswers(): (written: string, matches: Matches) => Matches {
  const shared = new Map<string, Matches>();
  const met = new Set<string>();
  return (written, matches) => {
    const known = shared.get(written);
    if (known !== undefined) return known;
    if (!met.has(written)) {
      if (met.size >= mostElements) met.clear();
      met.add(written);
      return matches; // what stands alone does not pay for remembering
    }
    if (shared.size >= mostElements) shared.clear();
    const remembering = oncePerRequest(matches);
    shared.set(written, remembering);
    return remembering;
  };
}

/** Remembers the turn and not the request, which would keep it from being forgotten. */
function oncePerRequest(matches: Matches): Matches {
  let lastTurn = 0;
  let lastAnswer = false;
  return (asked) => {
    if (asked.turn === lastTurn) return lastAnswer;
    lastTurn = asked.turn;
    return (lastAnswer = matches(asked));
  };
}
