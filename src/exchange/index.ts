/** What goes out of the app and comes back in: versioned, validated, capped. */
export {
  isNewerRun,
  type Loaded,
  type Origin,
  readRun,
  type SavedRun,
  writeRun,
} from './saved-run.ts';
