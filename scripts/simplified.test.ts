import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSimplified } from './simplified.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'simplified-'));
  for (const layer of ['policy', 'world']) mkdirSync(join(root, 'src', layer), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, ...lines: readonly string[]): void {
  const file = join(root, 'src', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

const texts = () => readSimplified(root).map((mark) => mark.text);

test.each<[string, readonly string[], readonly string[]]>([
  ['a line comment', ['// SIMPLIFIED: one clock.', 'const a = 1;'], ['one clock.']],
  ['a comment after code', ['const a = 1; // SIMPLIFIED: one clock.'], ['one clock.']],
  [
    'line comments that go on',
    ['  // SIMPLIFIED: one', '  // clock.', '  const a = 1;'],
    ['one clock.'],
  ],
  ['a block comment of one line', ['/* SIMPLIFIED: one clock. */ const a = 1;'], ['one clock.']],
  [
    'a JSDoc comment of one line',
    ['/** SIMPLIFIED: one clock. */', 'const a = 1;'],
    ['one clock.'],
  ],
  [
    'a JSDoc comment of many lines',
    ['/**', ' * SIMPLIFIED: one', ' * clock.', ' */', 'const a = 1;'],
    ['one clock.'],
  ],
  [
    'a comment that ends on its last line of words',
    ['/** SIMPLIFIED: one', ' * clock. */', ' * 2;'],
    ['one clock.'],
  ],
  [
    'a mark behind other words',
    ['/** Moves on. SIMPLIFIED: AWS has `many` clocks. */'],
    ['AWS has `many` clocks.'],
  ],
  [
    'up to a @see',
    ['/**', ' * SIMPLIFIED: one clock.', ' * @see https://docs.aws.amazon.com/', ' */'],
    ['one clock.'],
  ],
  [
    'up to a @see that is indented',
    ['/**', ' * SIMPLIFIED: one clock.', ' *   @see https://docs.aws.amazon.com/', ' */'],
    ['one clock.'],
  ],
  [
    'up to an empty line of the comment',
    ['/**', ' * SIMPLIFIED: one clock.', ' *', ' * Something else.', ' */'],
    ['one clock.'],
  ],
  ['up to the end of the file', ['// SIMPLIFIED: one', '// clock.'], ['one clock.']],
  [
    'white space as one space',
    ['/**', ' * SIMPLIFIED:   one', ' *   clock.  ', ' */'],
    ['one clock.'],
  ],
  [
    'every mark of a file',
    ['// SIMPLIFIED: one.', 'const a = 1;', '/** SIMPLIFIED: two. */'],
    ['one.', 'two.'],
  ],
  ['nothing where nothing is marked', ['// simplified: no.', '// SIMPLIFIED'], []],
])('reads %s', (_what, lines, expected) => {
  write('policy/a.ts', ...lines);
  expect(texts()).toEqual(expected);
});

test('says in which folder a mark stands, the language first, then the world', () => {
  write('world/sts/issue.ts', '// SIMPLIFIED: three.');
  write('world/clock.ts', '// SIMPLIFIED: two.');
  write('policy/match/arns.ts', '// SIMPLIFIED: one.');
  expect(readSimplified(root)).toEqual([
    { where: 'policy/match', text: 'one.' },
    { where: 'world', text: 'two.' },
    { where: 'world/sts', text: 'three.' },
  ]);
});

test('reads the engine’s sources only: no tests, no other layers', () => {
  write('policy/a.test.ts', '// SIMPLIFIED: a test.');
  write('policy/notes.md', 'SIMPLIFIED: a note.');
  write('ui/a.ts', '// SIMPLIFIED: a page.');
  expect(texts()).toEqual([]);
});
