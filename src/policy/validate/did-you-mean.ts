/**
 * The word of a small vocabulary that was probably meant: the same but for case, or at most two slips away.
 * `undefined` when none is near.
 */
export function didYouMean(word: string, vocabulary: readonly string[]): string | undefined {
  const lower = word.slice(0, 40).toLowerCase();
  const slips = lower.length < 5 ? 1 : 2;
  const near = vocabulary
    .map((known) => ({ known, distance: editDistance(lower, known.toLowerCase()) }))
    .filter(({ distance }) => distance <= slips)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.known;
}

/** Levenshtein's distance, with neighbours swapped counting as one slip. */
function editDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = Number(from[i - 1] !== to[j - 1]);
      const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      next.push(
        Math.min(
          cell(row, j) + 1,
          cell(next, j - 1) + 1,
          cell(row, j - 1) + change,
          swapped ? cell(before, j - 2) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return cell(row, to.length);
}

const cell = (row: readonly number[], column: number): number => row[column] ?? Infinity;
