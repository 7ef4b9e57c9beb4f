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
