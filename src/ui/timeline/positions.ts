import { type TimelineCursor, type TimelineEntry } from './run.ts';

type Entries = readonly TimelineEntry[];

/** How many positions there are after the start. */
export const lastPosition = (entries: Entries): number =>
  entries.reduce((sum, entry) => sum + entry.steps.length, 0);

/** Counts all steps from the start (0) to the cursor. */
export function stepsBefore(entries: Entries, { entry, step }: TimelineCursor): number {
  if (entry < 0) return 0;
  return (
    lastPosition(entries.slice(0, entry)) + Math.min(step + 1, entries[entry]?.steps.length ?? 0)
  );
}

/** The cursor of a position, the reverse of `stepsBefore`. */
export function positionOf(entries: Entries, position: number): TimelineCursor {
  let rest = Math.min(position, lastPosition(entries)) - 1;
  if (rest < 0) return { entry: -1, step: 0 };
  let entry = 0;
  for (const { steps } of entries) {
    if (rest < steps.length) break;
    rest -= steps.length;
    entry++;
  }
  return { entry, step: rest };
}

/** `Julie asks STS for DemoRole, step 3 of 6: the trust policy allows` */
export function sayPosition(entries: Entries, cursor: TimelineCursor): string {
  const entry = entries[cursor.entry];
  if (!entry) return 'Start, nothing has happened yet';
  const place = `step ${cursor.step + 1} of ${entry.steps.length}`;
  const label = entry.steps[cursor.step]?.label;
  return `${entry.label}, ${place}${label ? `: ${label}` : ''}`;
}

/** The current step in words, for the eye. */
export function caption(entries: Entries, cursor: TimelineCursor) {
  const entry = entries[cursor.entry];
  if (entry) return { title: entry.label, step: entry.steps[cursor.step]?.label ?? '' };
  const hint = entries.length > 0 ? 'Press play, or take one step' : 'Nothing has been done yet';
  return { title: 'Start', step: hint };
}
