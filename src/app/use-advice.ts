import { useMemo } from 'react';
import { type ActionCatalogue, loadActions } from '#catalogue';
import { type Advise, type AdviceOptions, loadAdvice } from '#policy';
import { loadedOnNeed } from '../ui/kit/loaded-on-need.ts';

const useAdviser = loadedOnNeed(loadAdvice);
const useActions = loadedOnNeed(loadActions);

/** The advice on policies once it is here; what hangs on AWS's list of actions joins it when that has come too. */
export function useAdvice(): Advise | undefined {
  const advise = useAdviser();
  const actions = useActions();
  return useMemo(
    () => advise && ((reading, options) => advise(reading, { ...knowing(actions), ...options })),
    [advise, actions],
  );
}

/** What the list of actions can tell. */
const knowing = (actions: ActionCatalogue | undefined): AdviceOptions =>
  actions === undefined
    ? {}
    : {
        actionExists: actions.actionExists,
        similarAction: actions.similarAction,
        onlyOnAll: (pattern) => {
          const meant = actions.actionsOf(pattern);
          return meant.length > 0 && meant.every(({ onlyOnAll }) => onlyOnAll);
        },
      };
