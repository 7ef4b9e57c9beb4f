/** What `loadChanges` gives: looking for changes, saying them and making them. */
export { whatWouldChange } from './what-would-change.ts';
export { applyChange } from './steps.ts';
export { sayChange, sayStep } from './words.ts';
export { applyEdits } from './text-edit.ts';
