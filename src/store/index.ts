/** The Zustand store: the one place where pure data meets React. */
export { type DetailTab, type LabState, type Revealed, type Speed, useLab } from './lab-store.ts';
export { type Settings } from './keeping.ts';
export {
  beforeOptions,
  canUndo,
  type Cursor,
  type Entry,
  isAtEnd,
  latestWorld,
  type Run,
  shownWorld,
  takenOption,
} from './run.ts';
export {
  decisionAtCursor,
  entryAtCursor,
  happeningAtCursor,
  worldAtCursor,
  worldAtEnd,
} from './selectors.ts';
