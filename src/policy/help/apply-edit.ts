import { type TextEdit } from './finding-said.ts';

/** The policy after a change. */
export const applyEdit = (policy: string, { at, text }: TextEdit): string =>
  policy.slice(0, at.start) + text + policy.slice(at.end);
