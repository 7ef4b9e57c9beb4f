import {
  type ConditionEntry,
  type Placed,
  type PolicyVersion,
  type Span,
} from '../syntax/document.ts';
import { type Operator, parseOperator } from '../syntax/operators.ts';
import { type Asked } from './asked.ts';
import { type RequestContext, carried } from './caller.ts';
import { type ElementTest, type ValueFinding, withNothingMissing } from './element.ts';
import { type OperatorRule, operatorRules } from './operators.ts';
import { type Filled, type Template, asWritten, readTemplate } from './variables.ts';
import { type TextTest } from './wildcard.ts';

/** What a request carries under a key: an array for keys with several values. */
type Carried = string | readonly string[] | undefined;

/** One key under one operator, made ready. */
export function compileCondition(entry: ConditionEntry, version: PolicyVersion): ElementTest {
  const key = entry.key.value.toLowerCase();
  const actualOf = ({ context }: Asked): Carried => present(carried(context, key));
  const { holds, values } = compileOperator(entry, version);
  return {
    matches: (asked) => holds(actualOf(asked), asked.context),
    trace: (asked) => {
      const actual = actualOf(asked);
      const findings = values.map((value) => value.trace(actual, asked.context));
      return {
        trace: {
          element: 'Condition',
          at: entry.at,
          matched: holds(actual, asked.context),
          operator: entry.operator.value,
          key: entry.key.value,
          actual: typeof actual === 'string' ? [actual] : actual,
          entries: findings.map((finding) => finding.entry),
        },
        missing: [
          ...(actual === undefined ? [key] : []),
          ...findings.flatMap(({ missing }) => missing),
        ],
      };
    },
  };
}

/** An empty set counts as nothing. */
const present = (found: Carried): Carried =>
  typeof found === 'object' && found.length === 0 ? undefined : found;

interface CompiledOperator {
  readonly holds: (actual: Carried, context: RequestContext) => boolean;
  readonly values: readonly TracedValue[];
}

interface TracedValue {
  readonly trace: (actual: Carried, context: RequestContext) => ValueFinding;
}

/** One value that is compared with what the request carries: always alike, or filled from each request. */
type ComparedValue = TracedValue &
  (
    | { readonly kind: 'text'; readonly test: TextTest }
    | { readonly kind: 'variables'; readonly testFor: (context: RequestContext) => TextTest }
  );

/** AWS refuses to save an unknown operator; here it holds for nothing. */
const neverHolds: CompiledOperator = { holds: () => false, values: [] };

function compileOperator(entry: ConditionEntry, version: PolicyVersion): CompiledOperator {
  const operator = parseOperator(entry.operator.value);
  if (operator === undefined) return neverHolds;
  const rule: OperatorRule = operatorRules[operator.name];
  if (rule.kind === 'presence') return compilePresence(entry, operator);
  const values = entry.values.map((value) => compileValue(value, rule, version));
  return {
    holds: compileHolds(values, quantifierOf(operator, rule.negated, values.length)),
    values,
  };
}

function compileHolds(
  values: readonly ComparedValue[],
  quantify: Quantifier,
): CompiledOperator['holds'] {
  const tests = values.map((value) => (value.kind === 'text' ? value.test : undefined));
  if (tests.every((test) => test !== undefined)) return (actual) => quantify(actual, tests);
  return (actual, context) =>
    quantify(
      actual,
      values.map((value) => (value.kind === 'text' ? value.test : value.testFor(context))),
    );
}

type ValueRule = Extract<OperatorRule, { readonly kind: 'value' }>;

function compileValue(
  { value, at }: Placed<string>,
  { variables, prepare }: ValueRule,
  version: PolicyVersion,
): ComparedValue {
  const template: Template = variables ? readTemplate(value, version) : asWritten(value);
  if (template.kind === 'variables') return filledValue(at, template.fill, prepare);
  const test = prepare(template.filled);
  return {
    kind: 'text',
    test,
    trace: (actual) => withNothingMissing({ at, expected: value, matched: someFits(actual, test) }),
  };
}

const filledValue = (
  at: Span,
  fill: (context: RequestContext) => Filled,
  prepare: ValueRule['prepare'],
): ComparedValue => ({
  kind: 'variables',
  testFor: (context) => testOf(fill(context), prepare),
  trace: (actual, context) => {
    const filled = fill(context);
    const matched = someFits(actual, testOf(filled, prepare));
    return { entry: { at, expected: filled.shown, matched }, missing: filled.missing };
  },
});

/** A variable without a value fits nothing. */
const testOf = (filled: Filled, prepare: ValueRule['prepare']): TextTest =>
  filled.resolved ? prepare(filled) : () => false;

function someFits(actual: Carried, test: TextTest): boolean {
  if (actual === undefined) return false;
  return typeof actual === 'string' ? test(actual) : actual.some(test);
}

/**
 * `Null: "true"` asks for the key's absence. Under ForAllValues it always holds and under ForAnyValue never,
 * as Access Analyzer says.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
function compilePresence(entry: ConditionEntry, { set }: Operator): CompiledOperator {
  const isMet = (wanted: string, actual: Carried) =>
    wanted.toLowerCase() === (actual === undefined ? 'true' : 'false');
  const values = entry.values.map(({ value, at }): TracedValue => ({
    trace: (actual) => withNothingMissing({ at, expected: value, matched: isMet(value, actual) }),
  }));
  if (set !== undefined) return { holds: () => set === 'ForAllValues', values };
  return { holds: (actual) => entry.values.some(({ value }) => isMet(value, actual)), values };
}

/** From what the request carries under the key, and one test for each of the policy's values. */
type Quantifier = (actual: Carried, tests: readonly TextTest[]) => boolean;

/**
 * Rows L1 to L24 of the rules for conditions: an absent key satisfies `…IfExists`, ForAllValues and the negated
 * operators; several policy values are one OR, and a negated operator asks that none of them matches. A key with
 * several values needs a set operator.
 *
 * SIMPLIFIED: ForAnyValue with a negated operator and an absent key is false, as AWS's general sentence says; a
 * list without values restricts nothing in a plain operator, as Access Analyzer says.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function quantifierOf({ set, ifExists }: Operator, negated: boolean, count: number): Quantifier {
  const isPlain = set === undefined;
  const ifAbsent = ifExists || set === 'ForAllValues' || (isPlain && (negated || count === 0));
  if (count === 0) return (actual) => (actual === undefined ? ifAbsent : isPlain && !ifExists);
  return (actual, tests) => {
    if (actual === undefined) return ifAbsent;
    if (typeof actual === 'string') return anyFits(tests, actual) !== negated;
    if (isPlain) return false;
    return set === 'ForAllValues'
      ? actual.every((value) => anyFits(tests, value) !== negated)
      : actual.some((value) => anyFits(tests, value) !== negated);
  };
}

/** A loop and not `some`, which costs a call: this runs for every condition of every request. */
function anyFits(tests: readonly TextTest[], actual: string): boolean {
  for (const fits of tests) if (fits(actual)) return true;
  return false;
}
