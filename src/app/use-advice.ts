import { useMemo } from 'react';
import { loadActions } from '#catalogue';
import { type Advise, loadAdvice } from '#policy';
import { loadedOnNeed } from '../ui/kit/loaded-on-need.ts';

const useAdviser = loadedOnNeed(loadAdvice);
const useActions = loadedOnNeed(loadActions);

/** The advice on policies once it is here; what hangs on AWS's list of actions joins it when that has come too. */
export function useAdvice(): Advise | undefined {
  const advise = useAdviser();
  const actions = useActions();
  return useMemo(
    () => advise && ((reading, options) => advise(reading, { ...actions, ...options })),
    [advise, actions],
  );
}
