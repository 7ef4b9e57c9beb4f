import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, readDecimal } from './decimals.ts';

const order = (a: string, b: string): number => {
  const [left, right] = [readDecimal(a), readDecimal(b)];
  return left && right ? compareDecimals(left, right) : NaN;
};

const digits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 })
  .map((all) => all.join(''));
const signed = fc.tuple(fc.boolean(), digits).map(([minus, text]) => (minus ? '-' : '') + text);

test('whole numbers of any length compare as BigInt does', () => {
  fc.assert(
    fc.property(signed, signed, (a, b) => {
      const difference = BigInt(a) - BigInt(b);
      const sign = difference === 0n ? 0 : difference < 0n ? -1 : 1;
      expect(Math.sign(order(a, b))).toBe(sign);
    }),
    { numRuns: 2_000 },
  );
});

test('moving the point and the exponent changes nothing', () => {
  fc.assert(
    fc.property(signed, fc.integer({ min: 0, max: 30 }), (text, places) => {
      const shifted = `${text}${'0'.repeat(places)}.000e-${places}`;
      expect(order(shifted, text)).toBe(0);
    }),
  );
});

test.each<readonly [a: string, b: string, sign: number]>([
  ['1', '1.0', 0],
  ['0.10', '.1', 0],
  ['+1', '1', 0],
  ['1e2', '100', 0],
  ['1E2', '100', 0],
  ['100e-2', '1', 0],
  ['0', '-0.00', 0],
  ['0e5', '0', 0],
  ['0', '1', -1],
  ['0', '-1', 1],
  ['-1', '1', -1],
  ['-1', '0', -1],
  ['-2', '-1', -1],
  ['-10', '-9', -1],
  ['9', '10', -1],
  ['0.9', '0.10', 1],
  ['0.09', '0.1', -1],
  ['1.5', '1.25', 1],
  ['12', '123', -1],
  ['1', '1.0000000000000000000000001', -1],
  ['1e-400', '0', 1],
  ['1e300', '1e299', 1],
])('%s against %s: %d', (a, b, sign) => {
  expect(Math.sign(order(a, b))).toBe(sign);
  expect(Math.sign(order(b, a)) + sign).toBe(0);
});

test.each([
  ['0012.3400', { negative: false, digits: '1234', magnitude: 2 }],
  ['-0.0012e3', { negative: true, digits: '12', magnitude: 1 }],
  ['+5', { negative: false, digits: '5', magnitude: 1 }],
])('%s as digits', (text, decimal) => expect(readDecimal(text)).toEqual(decimal));

test.each(['', ' 1', '0x10', '1e', '--1', '1.2.3', 'NaN', 'Infinity'])('%j is no number', (text) =>
  expect(readDecimal(text)).toBeUndefined(),
);

test('a long run of zeros takes little time', () => {
  expect(order(`1${'0'.repeat(300)}`, `1${'0'.repeat(299)}1`)).toBeLessThan(0);
  expect(order(`0.${'0'.repeat(100_000)}1`, '0')).toBeGreaterThan(0);
});
