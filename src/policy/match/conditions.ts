import { type ConditionEntry, type PolicyVersion } from '../syntax/document.ts';
import { type Operator, parseOperator } from '../syntax/operators.ts';
import { type Asked } from './asked.ts';
import { type RequestContext, carried } from './caller.ts';
import { type ElementTest } from './element.ts';
import { interned } from './interned.ts';
import { sharingAnswers } from './remembering.ts';
import { type OperatorRule, operatorRules } from './operators.ts';
import {
  type Actual,
  type AnyFits,
  type ValueFinding,
  compileAny,
  compileValue,
  traceValue,
} from './values.ts';
import { asWritten, readTemplate } from './variables.ts';

/** One key under one operator, made ready. */
export function compileCondition(entry: ConditionEntry, version: PolicyVersion): ElementTest {
  const key = interned(entry.key.value.toLowerCase());
  const actualOf = ({ context }: Asked): Actual => present(carried(context, key));
  const { holds, values } = compileOperator(entry, version);
  return {
    matches: shareAnswers(writtenIn(entry, version), (asked) =>
      holds(actualOf(asked), asked.context),
    ),
    trace: (asked) => {
      const actual = actualOf(asked);
      const findings = values.map((trace) => trace(actual, asked.context));
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

const shareAnswers = sharingAnswers();

const writtenIn = ({ operator, key, values }: ConditionEntry, version: PolicyVersion): string =>
  JSON.stringify([version, operator.value, key.value, ...values.map(({ value }) => value)]);

/** A set without members counts as nothing. */
const present = (found: Actual): Actual =>
  typeof found === 'object' && found.length === 0 ? undefined : found;

interface CompiledOperator {
  readonly holds: (actual: Actual, context: RequestContext) => boolean;
  /** What each of the policy's values says by itself. */
  readonly values: readonly ((actual: Actual, context: RequestContext) => ValueFinding)[];
}

/** AWS refuses to save an unknown operator; here it holds for nothing. */
const neverHolds: CompiledOperator = { holds: () => false, values: [] };

function compileOperator(entry: ConditionEntry, version: PolicyVersion): CompiledOperator {
  const operator = parseOperator(entry.operator.value);
  if (operator === undefined) return neverHolds;
  const rule: OperatorRule = operatorRules[operator.name];
  if (rule.kind === 'presence') return compilePresence(entry, operator);
  const values = entry.values.map((value) => {
    const template = rule.variables ? readTemplate(value.value, version) : asWritten(value.value);
    return compileValue(value, template, rule.prepare);
  });
  return {
    holds: compileHolds(operator, rule.negated, compileAny(values), values.length),
    values: values.map((value) => (actual, context) => traceValue(value, actual, context)),
  };
}

/**
 * AWS calls an empty text a null data set where it asks whether there is data at all: under `Null` and under the
 * set operators.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
const isNull = (actual: Actual): boolean =>
  actual === undefined ||
  actual === '' ||
  (Array.isArray(actual) && actual.every((value) => value === ''));

/**
 * `Null: "true"` asks for the key's absence. Under ForAllValues it always holds and under ForAnyValue never,
 * as Access Analyzer says.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
function compilePresence(entry: ConditionEntry, { set }: Operator): CompiledOperator {
  const isMet = (wanted: string, actual: Actual) => wanted.toLowerCase() === String(isNull(actual));
  const values = entry.values.map(({ value, at }) => (actual: Actual): ValueFinding => ({
    entry: { at, expected: value, matched: isMet(value, actual) },
    missing: [],
  }));
  if (set !== undefined) return { holds: () => set === 'ForAllValues', values };
  if (values.length === 0) return { holds: () => true, values }; // restricts nothing
  return { holds: (actual) => entry.values.some(({ value }) => isMet(value, actual)), values };
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
function compileHolds(
  { set, ifExists }: Operator,
  negated: boolean,
  fitsAny: AnyFits,
  count: number,
): CompiledOperator['holds'] {
  const isPlain = set === undefined;
  const ifAbsent = ifExists || set === 'ForAllValues' || (isPlain && (negated || count === 0));
  if (count === 0) {
    const ifPresent = isPlain && !ifExists;
    return (actual) =>
      actual === undefined ? ifAbsent : ifPresent || (set === 'ForAllValues' && isNull(actual));
  }
  return (actual, context) => {
    if (actual === undefined) return ifAbsent;
    if (!isPlain && isNull(actual)) return set === 'ForAllValues';
    if (typeof actual === 'string') return fitsAny(actual, context) !== negated;
    if (isPlain) return false;
    const passes = (value: string) => fitsAny(value, context) !== negated;
    return set === 'ForAllValues' ? actual.every(passes) : actual.some(passes);
  };
}
