import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDate, parseDecimal } from './operands.ts';

test.each([
  ['10', 10],
  ['10.5', 10.5],
  ['-1', -1],
  ['1e3', 1000],
  ['+2', 2],
  ['.5', 0.5],
  ['0', 0],
])('`%s` is the number %d', (text, value) => expect(parseDecimal(text)).toBe(value));

test.each([
  ['a space in front, seen live', ' 10'],
  ['hexadecimal, seen live', '0x10'],
  ['a word, seen live', 'abc'],
  ['nothing', ''],
  ['a sign alone', '-'],
  ['a point alone', '.'],
  ['two points', '1.2.3'],
  ['too large for a double', '1e999'],
  ['what JavaScript calls a number', 'Infinity'],
  ['a separator', '1,000'],
  ['other digits', '١٢'],
  ['a line break behind', '10\n'],
])('%s is no number: `%s`', (_why, text) => expect(parseDecimal(text)).toBeUndefined());

test.each([
  ['2026-01', '2026-01-01T00:00:00.000Z'],
  ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['2026-01-01T00:00Z', '2026-01-01T00:00:00.000Z'],
  ['2026-01-01T12:34:56Z', '2026-01-01T12:34:56.000Z'],
  ['2026-01-01T12:34:56.789Z', '2026-01-01T12:34:56.789Z'],
  ['2026-01-01T12:34:56.7894Z', '2026-01-01T12:34:56.789Z'],
  ['2026-01-01T09:00:00+09:00', '2026-01-01T00:00:00.000Z'],
  ['2025-12-31T20:30:00-03:30', '2026-01-01T00:00:00.000Z'],
  ['1767225600', '2026-01-01T00:00:00.000Z'],
  ['2026', '1970-01-01T00:33:46.000Z'], // seconds, see parseDate
  ['-1', '1969-12-31T23:59:59.000Z'],
  ['0050-03-01', '0050-03-01T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['9999-12-31', '9999-12-31T00:00:00.000Z'],
])('`%s` is %s, wherever the reader lives', (text, iso) => {
  expect(parseDate(text)).toBe(Date.parse(iso));
});

test.each([
  ['a word, seen live', 'tomorrow'],
  ['slashes, seen live', '2026/01/01'],
  ['month 13, seen live', '2026-13-45'],
  ['RFC 1123, seen live', 'Thu, 01 Jan 2026 00:00:00 GMT'],
  ['30 February', '2026-02-30'],
  ['29 February of a common year', '2026-02-29'],
  ['a leap second', '2016-12-31T23:59:60Z'],
  ['hour 24', '2026-01-01T24:00Z'],
  ['minute 60', '2026-01-01T00:60Z'],
  ['an offset of 25 hours', '2026-01-01T00:00+25:00'],
  ['the year 10000', '10000-01-01'],
  ['no zone', '2026-01-01T00:00:00'],
  ['a fraction without digits', '2026-01-01T00:00:00.Z'],
  ['more seconds than there are', '99999999999999'],
  ['nothing', ''],
])('%s is no date: `%s`', (_why, text) => expect(parseDate(text)).toBeUndefined());

test('every instant is read back from its ISO text', () => {
  const instant = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (date) => {
      expect(parseDate(date.toISOString())).toBe(date.getTime());
    }),
  );
});
