import { type AccessRequest, type Decision } from '#policy';
import { type Happening, type World } from '#world';
import { type LabState } from './lab-store.ts';
import { type Entry, latestWorld, shownWorld } from './run.ts';

/** The entry at the cursor; `undefined` at the start. */
export const entryAtCursor = (s: LabState): Entry | undefined => s.run.entries[s.run.cursor.entry];

export const happeningAtCursor = (s: LabState): Happening | undefined =>
  entryAtCursor(s)?.happenings[s.run.cursor.step];

export const worldAtCursor = (s: LabState): World => shownWorld(s.run);

export const worldAtEnd = (s: LabState): World => latestWorld(s.run);

/** The decision that the entry at the cursor came to, once the cursor has reached it. */
export function decisionAtCursor(
  s: LabState,
): { readonly request: AccessRequest; readonly decision: Decision } | undefined {
  const entry = entryAtCursor(s);
  return entry?.happenings
    .slice(0, s.run.cursor.step + 1)
    .findLast((h) => h.type === 'decided' || h.type === 'gate-asked');
}
