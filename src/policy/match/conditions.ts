import { type ConditionEntry } from '../syntax/document.ts';
import { type Operator, parseOperator } from '../syntax/operators.ts';
import { carried } from './caller.ts';
import { type OperatorRule, operatorRules } from './operators.ts';
import { type EntryTrace, type Finding, type Setting } from './trace.ts';
import { asWritten, fill } from './variables.ts';

/** What the request carries under the condition's key. */
interface Actual {
  /** `undefined`: nothing. An empty set counts as nothing. */
  readonly values: readonly string[] | undefined;
  readonly multivalued: boolean;
}

/** One value of the condition, ready to be asked. */
interface Expected {
  readonly trace: EntryTrace;
  readonly test: (actual: string) => boolean;
  readonly missing: readonly string[];
}

interface Answer {
  readonly matched: boolean;
  readonly expected: readonly Expected[];
}

/** One key under one operator against the request's context. */
export function matchCondition(entry: ConditionEntry, setting: Setting): Finding {
  const actual = actualOf(entry, setting);
  const { matched, expected } = answer(entry, actual, setting);
  const key = entry.key.value;
  return {
    trace: {
      element: 'Condition',
      at: entry.at,
      matched,
      operator: entry.operator.value,
      key,
      actual: actual.values,
      entries: setting.collect ? expected.map(({ trace }) => trace) : [],
    },
    missing: [
      ...(actual.values === undefined ? [key.toLowerCase()] : []),
      ...expected.flatMap(({ missing }) => missing),
    ],
  };
}

function actualOf(entry: ConditionEntry, { context }: Setting): Actual {
  const found = carried(context, entry.key.value);
  if (typeof found === 'string') return { values: [found], multivalued: false };
  const values = found === undefined || found.length === 0 ? undefined : found;
  return { values, multivalued: found !== undefined };
}

function answer(entry: ConditionEntry, actual: Actual, setting: Setting): Answer {
  const operator = parseOperator(entry.operator.value);
  if (operator === undefined) return { matched: false, expected: [] }; // AWS refuses to save it
  const rule: OperatorRule = operatorRules[operator.name];
  if (rule.kind === 'presence') return presence(entry, operator, actual);
  const expected = entry.values.map(({ value, at }): Expected => {
    const filled = rule.variables ? fill(value, setting) : asWritten(value);
    const test = filled.resolved ? rule.prepare(filled) : () => false;
    const matched = actual.values?.some(test) ?? false;
    return { trace: { at, expected: filled.shown, matched }, test, missing: filled.missing };
  });
  return { matched: holds(operator, rule.negated, actual, expected), expected };
}

/**
 * `Null: "true"` asks for the key's absence. Under ForAllValues it always holds and under ForAnyValue never,
 * as Access Analyzer says.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
function presence(entry: ConditionEntry, { set }: Operator, { values }: Actual): Answer {
  const wanted = values === undefined ? 'true' : 'false';
  const expected = entry.values.map(({ value, at }): Expected => {
    const matched = value.toLowerCase() === wanted;
    return { trace: { at, expected: value, matched }, test: () => matched, missing: [] };
  });
  const plain = expected.some(({ trace }) => trace.matched);
  return { matched: set === undefined ? plain : set === 'ForAllValues', expected };
}

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
function holds(
  { set, ifExists }: Operator,
  negated: boolean,
  { values, multivalued }: Actual,
  expected: readonly Expected[],
): boolean {
  if (values === undefined && ifExists) return true;
  if (expected.length === 0) {
    return set === 'ForAllValues' ? values === undefined : set === undefined && !ifExists;
  }
  if (values === undefined) return set === undefined ? negated : set === 'ForAllValues';
  const passes = (actual: string): boolean => expected.some(({ test }) => test(actual)) !== negated;
  if (set === 'ForAllValues') return values.every(passes);
  if (set === 'ForAnyValue') return values.some(passes);
  return !multivalued && values.every(passes);
}
