import { type PatternElement, type Placed } from '../syntax/document.ts';
import {
  type ElementTest,
  type ValueTest,
  compilePatterns,
  withNothingMissing,
} from './element.ts';
import { type TextTest, compileGlob } from './wildcard.ts';

/** `Action` or `NotAction`. */
export const compileAction = (element: PatternElement): ElementTest =>
  compilePatterns('Action', element, element.patterns.map(compileValue), ({ action }) => action);

function compileValue({ value, at }: Placed<string>): ValueTest {
  const fits = compileActionPattern(value);
  return {
    matches: ({ actionInLowerCase }) => fits(actionInLowerCase),
    trace: ({ actionInLowerCase }) =>
      withNothingMissing({ at, expected: value, matched: fits(actionInLowerCase) }),
  };
}

/**
 * `vendor:Name` without regard to case; wildcards only in the name, and a bare `*` for everything. The test is for
 * actions in lower case; a pattern without a vendor fits none.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function compileActionPattern(pattern: string): TextTest {
  if (pattern === '*') return () => true;
  const text = pattern.toLowerCase();
  const name = text.indexOf(':') + 1;
  if (name === 0) return () => false;
  return compileGlob([
    { text: text.slice(0, name), fixed: true },
    { text: text.slice(name), fixed: false },
  ]);
}

export const actionMatches = (pattern: string, action: string): boolean =>
  compileActionPattern(pattern)(action.toLowerCase());
