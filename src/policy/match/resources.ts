import { type PatternElement, type PolicyVersion } from '../syntax/document.ts';
import { arnFields, compileArn, isBareStar } from './arns.ts';
import { type ElementTest, compilePatterns } from './element.ts';
import { sharingAnswers } from './remembering.ts';
import { compileValue } from './values.ts';
import { type Filled, readTemplate } from './variables.ts';
import { type TextTest } from './wildcard.ts';

/** `Resource` or `NotResource`. */
export function compileResource(element: PatternElement, version: PolicyVersion): ElementTest {
  const { negated, patterns } = element;
  const values = patterns.map((pattern) =>
    compileValue(pattern, readTemplate(pattern.value, version), compileResourcePattern),
  );
  const { matches, trace } = compilePatterns('Resource', element, values);
  const written = JSON.stringify([version, negated, ...patterns.map(({ value }) => value)]);
  return { matches: shareAnswers(written, matches), trace };
}

const shareAnswers = sharingAnswers();

/**
 * A request without a resource (`*`) is met only by `*`: naming ARNs allows nothing for actions that have none
 * (rows H5 to H18). A variable without a value makes its entry match no resource.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileResourcePattern({ pieces, resolved }: Filled): TextTest {
  if (!resolved) return () => false;
  if (isBareStar(pieces)) return () => true;
  const fields = arnFields(pieces);
  return fillsTooEarly(fields) ? () => false : compileArn(fields);
}

/** AWS fills variables only after the fifth colon. */
const fillsTooEarly = (fields: ReturnType<typeof arnFields>): boolean =>
  fields.slice(0, 5).some((field) => field.some((piece) => piece.fixed));
