import { type Tone } from '../kit/verdict-badge.tsx';

/** One thing that somebody did, and the moments that it was recorded in. */
export interface TwinEntry {
  readonly label: string;
  readonly tone: Tone | 'neutral';
  readonly steps: readonly { readonly label: string }[];
}

/** The moment that is shown; -1 for the state before the first. */
export interface TwinCursor {
  readonly entry: number;
  readonly step: number;
}

export interface PlayedEntry {
  readonly label: string;
  /** `undefined` until the entry's last moment: the ending is not told ahead. */
  readonly tone: TwinEntry['tone'] | undefined;
  readonly steps: readonly { readonly label: string; readonly current: boolean }[];
  /** The cursor is on this entry, and no step of it can say so. */
  readonly current: boolean;
}

/** What was played up to the cursor. */
export function runSoFar(
  entries: readonly TwinEntry[],
  cursor: TwinCursor,
): readonly PlayedEntry[] {
  return entries.slice(0, cursor.entry + 1).map((entry, position) => {
    const isLast = position === cursor.entry;
    const steps = isLast ? entry.steps.slice(0, cursor.step + 1) : entry.steps;
    return {
      label: entry.label,
      tone: steps.length === entry.steps.length ? entry.tone : undefined,
      steps: steps.map(({ label }, step) => ({ label, current: isLast && step === cursor.step })),
      current: isLast && steps.length <= cursor.step,
    };
  });
}

/** How many moments were recorded after the cursor. */
export function momentsAhead(entries: readonly TwinEntry[], cursor: TwinCursor): number {
  const all = countMoments(entries);
  return all - runSoFar(entries, cursor).reduce((sum, entry) => sum + entry.steps.length, 0);
}

function countMoments(entries: readonly TwinEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.steps.length, 0);
}
