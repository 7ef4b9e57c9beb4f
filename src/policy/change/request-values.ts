import { type ElementTrace } from '../explain/decision.ts';
import { parseDate, parseDecimal } from '../syntax/operands.ts';
import { type OperatorName, parseOperator } from '../syntax/operators.ts';

type ConditionTrace = Extract<ElementTrace, { readonly element: 'Condition' }>;

/**
 * Values that may turn a condition's answer, the likeliest first: made from the policy's own values, at and beside
 * each. The evaluator says which of them do.
 */
export function valuesNear({ operator, entries }: ConditionTrace): readonly string[] {
  const name = parseOperator(operator)?.name;
  const make = name === undefined ? undefined : makers[name];
  if (make === undefined) return [];
  const expected = entries.map((entry) => entry.expected).filter((text) => !text.includes('${'));
  return [...new Set(expected.flatMap(make))].slice(0, mostValues);
}

/** Enough for a list of ranges or ids; more would only cost time. */
const mostValues = 8;

type Make = (expected: string) => readonly string[];

const itself: Make = (text) => [text];

/** A text that the pattern fits. */
const fitting: Make = (pattern) => [
  pattern.replaceAll('*', 'example').replaceAll('?', 'x'),
  pattern.replaceAll('*', '').replaceAll('?', 'x'),
];

const numbersNear: Make = (text) => {
  const number = parseDecimal(text);
  return number === undefined ? [] : [number, number - 1, number + 1].map(String);
};

const datesNear: Make = (text) => {
  const instant = parseDate(text);
  return instant === undefined ? [] : [instant, instant + 1000, instant - 1000].flatMap(dateText);
};

/** An instant as AWS writes it; nothing outside the four-digit years. */
export function dateText(instant: number): readonly string[] {
  if (!(instant >= firstInstant && instant <= lastInstant)) return [];
  return [new Date(instant).toISOString().replace('.000Z', 'Z')];
}
const firstInstant = -62_167_219_200_000; // 0000-01-01
const lastInstant = 253_402_300_799_999; // 9999-12-31T23:59:59.999

/** The first address in the range that can be a machine's, or the one that stands there alone. */
const addressesIn: Make = (range) => {
  const [base = '', bits = ''] = range.split('/');
  const octets = base.split('.').map(Number);
  const last = octets[3];
  if (last === undefined || last > 254 || bits === '' || Number(bits) > 30) return [base];
  return [[...octets.slice(0, 3), last + 1].join('.'), base];
};

const either: Make = () => ['true', 'false'];

const makers: Partial<Record<OperatorName, Make>> = {
  StringEquals: itself,
  StringNotEquals: itself,
  StringEqualsIgnoreCase: itself,
  StringNotEqualsIgnoreCase: itself,
  StringLike: fitting,
  StringNotLike: fitting,
  ArnEquals: fitting,
  ArnLike: fitting,
  ArnNotEquals: fitting,
  ArnNotLike: fitting,
  NumericEquals: numbersNear,
  NumericNotEquals: numbersNear,
  NumericLessThan: numbersNear,
  NumericLessThanEquals: numbersNear,
  NumericGreaterThan: numbersNear,
  NumericGreaterThanEquals: numbersNear,
  DateEquals: datesNear,
  DateNotEquals: datesNear,
  DateLessThan: datesNear,
  DateLessThanEquals: datesNear,
  DateGreaterThan: datesNear,
  DateGreaterThanEquals: datesNear,
  Bool: either,
  IpAddress: addressesIn,
  NotIpAddress: addressesIn,
};
