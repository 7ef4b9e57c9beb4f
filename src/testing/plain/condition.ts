import { type OperatorName, type RequestContext } from '#policy';
import { isInRange } from './address.ts';
import { arnMatches } from './arn.ts';
import { readDate } from './date.ts';
import { isObject, textsOf, type JsonObject } from './json.ts';
import { compareDecimals, readDecimal, sign } from './number.ts';
import { matchesPieces, piecesOf, plainText, type Variables } from './pattern.ts';

/** Whether one value of the request and one of the policy go together, before any `Not`. */
type Test = (actual: string, expected: string, variables: Variables) => boolean;

type Holds = (difference: number) => boolean;
const equal: Holds = (difference) => difference === 0;
const less: Holds = (difference) => difference < 0;
const greater: Holds = (difference) => difference > 0;
const atMost: Holds = (difference) => difference <= 0;
const atLeast: Holds = (difference) => difference >= 0;

const numbers =
  (holds: Holds): Test =>
  (actual, expected) => {
    const [a, b] = [readDecimal(actual), readDecimal(expected)];
    return a !== undefined && b !== undefined && holds(compareDecimals(a, b));
  };

const dates =
  (holds: Holds): Test =>
  (actual, expected) => {
    const [a, b] = [readDate(actual), readDate(expected)];
    return a !== undefined && b !== undefined && holds(sign(a - b));
  };

const sameText: Test = (actual, expected, variables) => {
  const pieces = piecesOf(expected, variables);
  return pieces !== undefined && actual === plainText(pieces);
};

const sameTextInAnyCase: Test = (actual, expected, variables) => {
  const pieces = piecesOf(expected, variables);
  return pieces !== undefined && actual.toLowerCase() === plainText(pieces).toLowerCase();
};

const likeText: Test = (actual, expected, variables) => {
  const pieces = piecesOf(expected, variables);
  return pieces !== undefined && matchesPieces(pieces, actual);
};

const likeArn: Test = (actual, expected, variables) => arnMatches(expected, actual, variables);

const sameBool: Test = (actual, expected) => {
  const [a, b] = [actual.toLowerCase(), expected.toLowerCase()];
  return a === b && (a === 'true' || a === 'false');
};

const sameBytes: Test = (actual, expected) => actual === expected;

const inRange: Test = (actual, expected) => isInRange(actual, expected) === true;

const is = (test: Test) => ({ test, negated: false });
const isNot = (test: Test) => ({ test, negated: true });

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: Readonly<Record<Exclude<OperatorName, 'Null'>, ReturnType<typeof is>>> = {
  StringEquals: is(sameText),
  StringNotEquals: isNot(sameText),
  StringEqualsIgnoreCase: is(sameTextInAnyCase),
  StringNotEqualsIgnoreCase: isNot(sameTextInAnyCase),
  StringLike: is(likeText),
  StringNotLike: isNot(likeText),
  NumericEquals: is(numbers(equal)),
  NumericNotEquals: isNot(numbers(equal)),
  NumericLessThan: is(numbers(less)),
  NumericLessThanEquals: is(numbers(atMost)),
  NumericGreaterThan: is(numbers(greater)),
  NumericGreaterThanEquals: is(numbers(atLeast)),
  DateEquals: is(dates(equal)),
  DateNotEquals: isNot(dates(equal)),
  DateLessThan: is(dates(less)),
  DateLessThanEquals: is(dates(atMost)),
  DateGreaterThan: is(dates(greater)),
  DateGreaterThanEquals: is(dates(atLeast)),
  Bool: is(sameBool),
  BinaryEquals: is(sameBytes),
  IpAddress: is(inRange),
  NotIpAddress: isNot(inRange),
  ArnEquals: is(likeArn),
  ArnNotEquals: isNot(likeArn),
  ArnLike: is(likeArn),
  ArnNotLike: isNot(likeArn),
};
const byName = new Map(Object.entries(operators));

/** Every key under every operator must hold. */
export const conditionHolds = (
  condition: JsonObject,
  context: RequestContext,
  variables: Variables,
): boolean =>
  Object.entries(condition).every(
    ([operator, keys]) =>
      isObject(keys) &&
      Object.entries(keys).every(([key, values]) =>
        keyHolds(operator, carriedUnder(key, context), textsOf(values), variables),
      ),
  );

/** What the request carries under a key. `multivalued` says what kind of key it is, not how many values came. */
interface Carried {
  readonly values: readonly string[];
  readonly multivalued: boolean;
}

function carriedUnder(key: string, context: RequestContext): Carried {
  const name = key.toLowerCase();
  const value = Object.hasOwn(context, name) ? context[name] : undefined;
  if (value === undefined) return { values: [], multivalued: false };
  return typeof value === 'string'
    ? { values: [value], multivalued: false }
    : { values: value, multivalued: true };
}

function keyHolds(
  written: string,
  { values, multivalued }: Carried,
  expected: readonly string[],
  variables: Variables,
): boolean {
  const [, set, name = '', ifExists] = takeApart(written);
  const isEmpty = values.every((value) => value === ''); // none at all, or nothing but empty text
  if (name === 'Null') return nullHolds(set, isEmpty, expected);
  const operator = byName.get(name);
  if (operator === undefined) return false;
  const missing = values.length === 0;
  if (missing && ifExists !== undefined) return true;
  const { test, negated } = operator;
  const holdsFor = (actual: string) =>
    expected.some((value) => test(actual, value, variables)) !== negated;

  // What AWS says of a key without any value in the policy.
  if (expected.length === 0) {
    if (set === 'ForAnyValue') return false;
    return set === 'ForAllValues' ? isEmpty : ifExists === undefined;
  }
  if (set === 'ForAllValues') return isEmpty || values.every(holdsFor);
  if (set === 'ForAnyValue') return !isEmpty && values.some(holdsFor);
  if (missing) return negated;
  return !multivalued && values.every(holdsFor);
}

const takeApart = (operator: string): readonly (string | undefined)[] =>
  /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];

/** `Null` asks only whether there is a value. Under a set operator it is always true, or always false. */
function nullHolds(set: string | undefined, isNull: boolean, expected: readonly string[]): boolean {
  if (set !== undefined) return set === 'ForAllValues';
  return expected.length === 0 || expected.some((value) => value.toLowerCase() === String(isNull));
}
