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

test.each(['', ' 1', '0x10', '1e', '--1', '1.2.3', 'NaN', 'Infinity'])('%j is no number', (text) =>
  expect(readDecimal(text)).toBeUndefined(),
);

test('a long run of zeros takes little time', () => {
  expect(order(`1${'0'.repeat(300)}`, `1${'0'.repeat(299)}1`)).toBeLessThan(0);
  expect(order(`0.${'0'.repeat(100_000)}1`, '0')).toBeGreaterThan(0);
});
