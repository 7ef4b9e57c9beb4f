import { loadFindingWords } from '#policy';
import { loadedOnNeed } from '../kit/loaded-on-need.ts';

export const useFindingWords = loadedOnNeed(loadFindingWords);
