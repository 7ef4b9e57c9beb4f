import { parseDecimal } from '../syntax/operands.ts';

/** A decimal number as digits, so that nothing is rounded: `0.digits × 10^magnitude`, no zeros at either end. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly magnitude: number;
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const sign = signOf(a);
  if (sign !== signOf(b)) return sign - signOf(b);
  if (sign === 0) return 0;
  return sign > 0 ? compareSizes(a, b) : compareSizes(b, a);
}

/** `undefined` for what is no decimal number. */
export function readDecimal(text: string): Decimal | undefined {
  if (parseDecimal(text) === undefined) return undefined;
  const [mantissa = '', exponent] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
  const significant = (whole + fraction).replace(/^0+/, '');
  const leadingZeros = whole.length + fraction.length - significant.length;
  return {
    negative: mantissa.startsWith('-'),
    digits: withoutTrailingZeros(significant),
    magnitude: whole.length - leadingZeros + Number(exponent ?? 0),
  };
}

/** A loop and not `/0+$/`, whose time grows with the square of a run of zeros. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

function signOf({ negative, digits }: Decimal): number {
  if (digits === '') return 0;
  return negative ? -1 : 1;
}

function compareSizes(a: Decimal, b: Decimal): number {
  if (a.magnitude !== b.magnitude) return a.magnitude - b.magnitude;
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -1 : 1; // as text: both start right after the point
}
