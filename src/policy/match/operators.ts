import { parseDate } from '../syntax/operands.ts';
import { type OperatorName } from '../syntax/operators.ts';
import { rangeTest } from './addresses.ts';
import { arnFields, compileArn } from './arns.ts';
import { compareDecimals, readDecimal } from './decimals.ts';
import { interned } from './interned.ts';
import { rememberingLast } from './remembering.ts';
import { type Prepare } from './values.ts';
import { textOf } from './variables.ts';
import { compileGlob } from './wildcard.ts';

/**
 * `negated`: the request's value must pass none of the tests, and an absent key satisfies it. `presence`: asks
 * only whether the key is there.
 */
export type OperatorRule =
  | {
      readonly kind: 'value';
      readonly negated: boolean;
      readonly variables: boolean;
      readonly prepare: Prepare;
    }
  | { readonly kind: 'presence' };

const is = (prepare: Prepare, variables = false) =>
  ({ kind: 'value', negated: false, variables, prepare }) as const;
const isNot = (prepare: Prepare, variables = false) =>
  ({ kind: 'value', negated: true, variables, prepare }) as const;
const withVariables = true;

const sameText: Prepare = (expected) => {
  const text = interned(textOf(expected));
  return (actual) => actual === text;
};

/** `toLowerCase` has no locale: a Turkish browser decides as every other. */
const sameTextInAnyCase: Prepare = (expected) => {
  const text = textOf(expected).toLowerCase();
  return (actual) => actual.toLowerCase() === text;
};

const like: Prepare = (expected) => compileGlob(expected.pieces);

const arnLike: Prepare = (expected) => compileArn(arnFields(expected.pieces));

const readActualDecimal = rememberingLast(readDecimal);
const readDate = (text: string): number => parseDate(text) ?? NaN;
const readActualDate = rememberingLast(readDate);

const numbers =
  (test: (order: number) => boolean): Prepare =>
  (expected) => {
    const bound = readDecimal(textOf(expected));
    return (actual) => {
      const number = readActualDecimal(actual);
      return bound !== undefined && number !== undefined && test(compareDecimals(number, bound));
    };
  };

/** What is no date is `NaN`, which is neither before nor after any, nor the same. */
const dates =
  (test: (order: number) => boolean): Prepare =>
  (expected) => {
    const instant = readDate(textOf(expected));
    return (actual) => test(readActualDate(actual) - instant);
  };

const bool: Prepare = (expected) => {
  const text = textOf(expected).toLowerCase();
  const isBool = text === 'true' || text === 'false';
  return (actual) => isBool && actual.toLowerCase() === text;
};

const addressIn: Prepare = (expected) => rangeTest(textOf(expected));

const equal = (order: number): boolean => order === 0;
const less = (order: number): boolean => order < 0;
const lessOrEqual = (order: number): boolean => order <= 0;
const greater = (order: number): boolean => order > 0;
const greaterOrEqual = (order: number): boolean => order >= 0;

/**
 * Every condition operator. Variables are filled in for text and ARNs only.
 *
 * SIMPLIFIED: no variables in Bool: AWS's pages on operators and on variables disagree, and the latter is stricter.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const operatorRules = {
  StringEquals: is(sameText, withVariables),
  StringNotEquals: isNot(sameText, withVariables),
  StringEqualsIgnoreCase: is(sameTextInAnyCase, withVariables),
  StringNotEqualsIgnoreCase: isNot(sameTextInAnyCase, withVariables),
  StringLike: is(like, withVariables),
  StringNotLike: isNot(like, withVariables),
  NumericEquals: is(numbers(equal)),
  NumericNotEquals: isNot(numbers(equal)),
  NumericLessThan: is(numbers(less)),
  NumericLessThanEquals: is(numbers(lessOrEqual)),
  NumericGreaterThan: is(numbers(greater)),
  NumericGreaterThanEquals: is(numbers(greaterOrEqual)),
  DateEquals: is(dates(equal)),
  DateNotEquals: isNot(dates(equal)),
  DateLessThan: is(dates(less)),
  DateLessThanEquals: is(dates(lessOrEqual)),
  DateGreaterThan: is(dates(greater)),
  DateGreaterThanEquals: is(dates(greaterOrEqual)),
  Bool: is(bool),
  BinaryEquals: is(sameText),
  IpAddress: is(addressIn),
  NotIpAddress: isNot(addressIn),
  ArnEquals: is(arnLike, withVariables),
  ArnNotEquals: isNot(arnLike, withVariables),
  ArnLike: is(arnLike, withVariables),
  ArnNotLike: isNot(arnLike, withVariables),
  Null: { kind: 'presence' },
} as const satisfies Record<OperatorName, OperatorRule>;
