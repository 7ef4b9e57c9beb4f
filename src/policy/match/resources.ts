import { type PatternElement, type Placed, type PolicyVersion } from '../syntax/document.ts';
import { type Asked } from './asked.ts';
import { arnFields, compileArn, isBareStar } from './arns.ts';
import {
  type ElementTest,
  type ValueTest,
  compilePatterns,
  withNothingMissing,
} from './element.ts';
import { type Filled, type Template, readTemplate } from './variables.ts';
import { type TextTest } from './wildcard.ts';

/** `Resource` or `NotResource`. */
export const compileResource = (element: PatternElement, version: PolicyVersion): ElementTest =>
  compilePatterns(
    'Resource',
    element,
    element.patterns.map((pattern) => compileValue(pattern, readTemplate(pattern.value, version))),
    ({ resource }) => resource,
  );

const compileValue = ({ value, at }: Placed<string>, template: Template): ValueTest =>
  template.kind === 'text'
    ? plainValue({ value, at }, compileResourcePattern(template.filled))
    : filledValue({ value, at }, template.fill);

const plainValue = ({ value, at }: Placed<string>, fits: TextTest): ValueTest => ({
  matches: ({ resource }) => fits(resource),
  trace: ({ resource }) => withNothingMissing({ at, expected: value, matched: fits(resource) }),
});

function filledValue(
  { at }: Placed<string>,
  fill: (context: Asked['context']) => Filled,
): ValueTest {
  return {
    matches: ({ context, resource }) => compileResourcePattern(fill(context))(resource),
    trace: ({ context, resource }) => {
      const filled = fill(context);
      const matched = compileResourcePattern(filled)(resource);
      return { entry: { at, expected: filled.shown, matched }, missing: filled.missing };
    },
  };
}

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
