/** The sentences on condition keys, fetched when somebody first needs one: the first page does without. */
export const loadConditionKeyWords = () => import('./condition-key-words.ts');
