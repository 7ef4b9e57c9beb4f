/**
 * The search for changes, its words and its edits, in a chunk of their own: nobody needs them before the first
 * refusal, and the first page's JavaScript has a budget.
 */
export const loadChanges = () => import('./changes.ts');
