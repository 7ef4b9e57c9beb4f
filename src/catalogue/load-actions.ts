import { type ActionCatalogue, actionCatalogue } from './action-names.ts';

let loading: Promise<ActionCatalogue> | undefined;

/** Fetches the names of all actions, once. A fetch that failed is tried again when next asked for. */
export function loadActions(): Promise<ActionCatalogue> {
  loading ??= fetchActions();
  return loading;
}

async function fetchActions(): Promise<ActionCatalogue> {
  try {
    const { default: table } = await import('./data/actions.json');
    return actionCatalogue(table);
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
