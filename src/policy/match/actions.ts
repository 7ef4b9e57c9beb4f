import { type PatternElement } from '../syntax/document.ts';
import { type ElementTest, compilePatterns } from './element.ts';
import { compileValue } from './values.ts';
import { asWritten, textOf } from './variables.ts';
import { type TextTest, compileGlob } from './wildcard.ts';

/** `Action` or `NotAction`. Variables do not count in it. */
export const compileAction = (element: PatternElement): ElementTest =>
  compilePatterns(
    'Action',
    element,
    element.patterns.map((pattern) =>
      compileValue(pattern, asWritten(pattern.value), (filled) =>
        compileActionPattern(textOf(filled)),
      ),
    ),
  );

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
