import { loadAdvice } from '#policy';
import { loadedOnNeed } from '../ui/kit/loaded-on-need.ts';

export const useAdvice = loadedOnNeed(loadAdvice);
