import { expect, test } from 'vitest';
import { countLines, linesOf, placeOf } from './place-in-text.ts';

type Row = readonly [why: string, text: string, offset: number, line: number, column: number];

test.each<Row>([
  ['the start', 'ab\ncd', 0, 1, 1],
  ['before a break', 'ab\ncd', 2, 1, 3],
  ['after a break', 'ab\ncd', 3, 2, 1],
  ['a Windows break counts once', 'ab\r\ncd', 4, 2, 1],
  ['mixed breaks', 'a\r\nb\nc\rd', 7, 4, 1],
  ['an offset behind the end stays at the end', 'ab', 9, 1, 3],
  ['an empty text', '', 0, 1, 1],
])('%s', (_why, text, offset, line, column) =>
  expect(placeOf(text, offset)).toEqual({ line, column }),
);

test('the end of a span is exclusive', () =>
  expect(linesOf('a\nb\nc', { start: 0, end: 4 })).toEqual({ first: 1, last: 2 }));

test('an empty span touches one line', () =>
  expect(linesOf('a\nb\nc', { start: 2, end: 2 })).toEqual({ first: 2, last: 2 }));

test('counts a last empty line', () => expect(countLines('a\n')).toBe(2));
