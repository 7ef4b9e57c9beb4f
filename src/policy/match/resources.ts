import { type PatternElement } from '../syntax/document.ts';
import { arnFields, arnMatches, isBareStar } from './arns.ts';
import { type Finding, type Setting, askEach } from './trace.ts';
import { type Filled, fill } from './variables.ts';

/** `Resource` or `NotResource` against the request's resource. */
export function matchResource(
  element: PatternElement,
  resource: string,
  setting: Setting,
): Finding {
  const missing: string[] = [];
  const { any, entries } = askEach(element.patterns, setting.collect, ({ value, at }) => {
    const pattern = fill(value, setting);
    missing.push(...pattern.missing);
    return { at, expected: pattern.shown, matched: resourceMatches(pattern, resource) };
  });
  return {
    trace: {
      element: element.negated ? 'NotResource' : 'Resource',
      at: element.at,
      matched: any !== element.negated,
      actual: resource,
      entries,
    },
    missing,
  };
}

/**
 * A request without a resource (`*`) is met only by `*`: naming ARNs allows nothing for actions that have none
 * (rows H5 to H18). A variable without a value makes its entry match no resource.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceMatches(pattern: Filled, resource: string): boolean {
  if (!pattern.resolved) return false;
  if (isBareStar(pattern.pieces)) return true;
  const fields = arnFields(pattern.pieces);
  return !fillsTooEarly(fields) && arnMatches(fields, resource);
}

/** AWS fills variables only after the fifth colon. */
const fillsTooEarly = (fields: ReturnType<typeof arnFields>): boolean =>
  fields.slice(0, 5).some((field) => field.some((piece) => piece.fixed));
