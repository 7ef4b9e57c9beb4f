import { type PatternElement } from '../syntax/document.ts';
import { type Finding, type Setting, askEach } from './trace.ts';
import { globMatches } from './wildcard.ts';

/** `Action` or `NotAction` against the request's action. */
export function matchAction(element: PatternElement, action: string, setting: Setting): Finding {
  const { any, entries } = askEach(element.patterns, setting.collect, ({ value, at }) => ({
    at,
    expected: value,
    matched: actionMatches(value, action),
  }));
  return {
    trace: {
      element: element.negated ? 'NotAction' : 'Action',
      at: element.at,
      matched: any !== element.negated,
      actual: action,
      entries,
    },
    missing: [],
  };
}

/**
 * `vendor:Name` without regard to case; wildcards only in the name, and a bare `*` for everything.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionMatches(pattern: string, action: string): boolean {
  if (pattern === '*') return true;
  const [vendor, name] = takeApart(pattern);
  const [actualVendor, actualName] = takeApart(action);
  return vendor === actualVendor && globMatches([{ text: name, fixed: false }], actualName);
}

function takeApart(action: string): readonly [string, string] {
  const text = action.toLowerCase();
  const colon = text.indexOf(':');
  return [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)];
}
