/**
 * The word of a small vocabulary that was probably meant: the same but for case, or at most two slips away.
 * `undefined` when none is near.
 */
export function didYouMean(word: string, vocabulary: readonly string[]): string | undefined {
  const lower = word.slice(0, 40).toLowerCase();
  const slips = lower.length < 5 ? 1 : 2;
  let nearest: string | undefined;
  let least = slips + 1;
  for (const known of vocabulary) {
    const distance = editDistance(lower, known.toLowerCase(), least - 1);
    if (distance < least) {
      least = distance;
      nearest = known;
    }
  }
  return nearest;
}

/**
 * Levenshtein's distance, with neighbours swapped counting as one slip. Above `most` it is only told that it is
 * more: a document can hold thousands of words that are near to nothing.
 */
function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return Infinity;
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= to.length; j += 1) {
      const change = Number(from[i - 1] !== to[j - 1]);
      const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const distance = Math.min(
        cell(row, j) + 1,
        cell(next, j - 1) + 1,
        cell(row, j - 1) + change,
        swapped ? cell(before, j - 2) + 1 : Infinity,
      );
      next.push(distance);
      least = Math.min(least, distance);
    }
    // A swap reaches back two rows, so that both must be beyond reach.
    if (least > most && Math.min(...row) > most) return Infinity;
    before = row;
    row = next;
  }
  return cell(row, to.length);
}

const cell = (row: readonly number[], column: number): number => row[column] ?? Infinity;
