/**
 * Whether one pattern matches everything that another one does, as far as their characters show it: a `*` of the
 * other is covered by a `*` alone. Never wrongly true.
 */
export function covers(general: string, special: string): boolean {
  let [g, s] = [0, 0];
  let [star, mark] = [-1, 0];
  while (s < special.length) {
    const wanted = general[g];
    if (wanted === '*') {
      star = g;
      mark = s;
      g += 1;
    } else if (wanted === special[s] || (wanted === '?' && special[s] !== '*')) {
      g += 1;
      s += 1;
    } else if (star >= 0) {
      mark += 1;
      s = mark;
      g = star + 1;
    } else {
      return false;
    }
  }
  while (general[g] === '*') g += 1;
  return g === general.length;
}

/** Only so many patterns are compared with the others: a document can hold tens of thousands. */
const mostPatterns = 100;

/** Something that is said again, by itself or within a pattern. */
export interface Repetition<T> {
  readonly again: T;
  readonly within: T;
}

/** What adds nothing to the others of its list. Of two that say the same, the second. */
export function repetitions<T extends { readonly value: string }>(
  items: readonly T[],
  sameCase: (text: string) => string = (text) => text,
): readonly Repetition<T>[] {
  const first = new Map<string, T>();
  for (const item of items) {
    if (!first.has(sameCase(item.value))) first.set(sameCase(item.value), item);
  }
  const patterns = [...first]
    .filter(([text]) => /[*?]/.test(text) && !text.includes('${'))
    .slice(0, mostPatterns);
  return items.flatMap((again) => {
    const text = sameCase(again.value);
    const same = first.get(text);
    if (same !== undefined && same !== again) return [{ again, within: same }];
    const wider = patterns.find(([pattern]) => pattern !== text && covers(pattern, text));
    return wider === undefined ? [] : [{ again, within: wider[1] }];
  });
}
