import { type Placed, type Span } from '../syntax/document.ts';
import { type RequestContext } from './caller.ts';
import { type EntryTrace } from './trace.ts';
import { type Filled, type Template } from './variables.ts';
import { type TextTest } from './wildcard.ts';

/** Looks at a policy's value once and gives the test for the request's values. */
export type Prepare = (expected: Filled) => TextTest;

/** One value of an element, made ready: it asks always alike, or is filled from each request. */
export type ComparedValue =
  | {
      readonly kind: 'text';
      readonly at: Span;
      readonly expected: string;
      readonly test: TextTest;
    }
  | {
      readonly kind: 'variables';
      readonly at: Span;
      readonly fill: (context: RequestContext) => Filled;
      readonly prepare: Prepare;
    };

export const compileValue = (
  { value, at }: Placed<string>,
  template: Template,
  prepare: Prepare,
): ComparedValue =>
  template.kind === 'text'
    ? { kind: 'text', at, expected: value, test: prepare(template.filled) }
    : { kind: 'variables', at, fill: template.fill, prepare };

/** What a request has in the place that an element speaks of: an array for keys with several values. */
export type Actual = string | readonly string[] | undefined;

export interface ValueFinding {
  readonly entry: EntryTrace;
  /** Condition keys, lower case, that the value asked for and the request did not carry. */
  readonly missing: readonly string[];
}

/** What one value says of the request, before negation. */
export function traceValue(
  value: ComparedValue,
  actual: Actual,
  context: RequestContext,
): ValueFinding {
  const { at } = value;
  if (value.kind === 'text') {
    const entry = { at, expected: value.expected, matched: someFits(actual, value.test) };
    return { entry, missing: [] };
  }
  const filled = value.fill(context);
  const matched = someFits(actual, testOf(filled, value.prepare));
  return { entry: { at, expected: filled.shown, matched }, missing: filled.missing };
}

/** A variable without a value fits nothing. */
const testOf = (filled: Filled, prepare: Prepare): TextTest =>
  filled.resolved ? prepare(filled) : () => false;

function someFits(actual: Actual, test: TextTest): boolean {
  if (actual === undefined) return false;
  return typeof actual === 'string' ? test(actual) : actual.some(test);
}

/** Whether any value fits a text. */
export type AnyFits = (text: string, context: RequestContext) => boolean;

/** A loop and not `some`, which costs a call: this runs for every statement of every request. */
export function compileAny(values: readonly ComparedValue[]): AnyFits {
  const tests = values.map(fitsOf);
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  return (text, context) => {
    for (const fits of tests) if (fits(text, context)) return true;
    return false;
  };
}

const fitsOf = (value: ComparedValue): AnyFits =>
  value.kind === 'text'
    ? value.test
    : (text, context) => testOf(value.fill(context), value.prepare)(text);
