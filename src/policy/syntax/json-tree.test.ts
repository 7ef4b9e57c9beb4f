import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type JsonCause } from './json-problem.ts';
import { type JsonNode, readJson } from './json-tree.ts';
import { readMarks } from './marked-text.ts';

test.each<[why: string, marked: string, cause: JsonCause, detail: string]>([
  ['nothing', '«»', 'empty', ''],
  ['only spaces', '« \n »', 'empty', ''],
  ['nothing closed', '«{»', 'unclosed-bracket', '{}'],
  ['the innermost is shown', '{"a": «[»1, 2', 'unclosed-bracket', '[]'],
  ['a name without more', '«{»"Version"', 'unclosed-bracket', '{}'],
  ['a name and a colon', '«{»"Version":', 'unclosed-bracket', '{}'],
  ['a text at the end', '{"Version": «"2012-10»', 'unclosed-text', '"2012-10'],
  ['a text over a line end', '{"a": «"b»\n}', 'unclosed-text', '"b'],
  ['] for }', '{"a": [1, 2«}»', 'wrong-bracket', '['],
  ['} for ]', '{"a": 1«]», "b": 2}', 'wrong-bracket', '{'],
  ['} too many', '{"a": 1}«}»', 'after-the-end', '}'],
  ['two objects', '{} «{"a": 1}» ', 'after-the-end', '{"a": 1}'],
  ['a comma after the last member', '{"a": 1«,» }', 'trailing-comma', ''],
  ['a comma after the last item', '[1«,»]', 'trailing-comma', ''],
  ['two commas', '[1,«,» 2]', 'extra-comma', ''],
  ['a comma in front', '{«,» "a": 1}', 'extra-comma', ''],
  ['no comma between members', '{"a": 1 «"b"»: 2}', 'missing-comma', ''],
  ['no comma between items', '["a" «"b"»]', 'missing-comma', ''],
  ['no colon', '{"a" «1»}', 'missing-colon', '1'],
  ['names in a list', '["AWS"«:» "x"]', 'colon-in-list', ''],
  ['no value', '{"a": «}»', 'missing-value', ''],
  ['no value before the next', '{"a": «,» "b": 1}', 'missing-value', ''],
  ['a number as a name', '{«1»: 2}', 'missing-name', '1'],
  ['a line comment', '{"a": 1} «// why»', 'comment', ''],
  ['a block comment', '{ «/* } */» "a": 1}', 'comment', ''],
  ['single quotes', "{«'a'»: 1}", 'wrong-quote', "'a'"],
  ['curly quotes', '{"a": “b”}'.replace('“b”', '«“b”»'), 'wrong-quote', '“b”'],
  ['a bare name', '{«a»: 1}', 'unquoted', 'a'],
  ['True', '{"a": «True»}', 'unquoted', 'True'],
  ['a leading zero', '{"a": 0«1»}', 'bad-number', '01'],
  ['a point without digits', '{"a": «1.»}', 'bad-number', '1.'],
  ['a number with a plus', '{"a": «+1»}', 'bad-number', '+1'],
  ['an unknown escape', '{"a": "b«\\x»41"}', 'bad-escape', '\\x'],
  ['half an escape', '{"a": "\\n«\\u»12"}', 'bad-escape', '\\u'],
  ['a tab in a text', '{"a": "b«\t»c"}', 'control-character', '\t'],
  ['a name twice', '{"a": 1, «"a"»: 2}', 'repeated-name', 'a'],
  ['a name twice, once escaped', '{"a": 1, «"\\u0061"»: 2}', 'repeated-name', 'a'],
  ['a name twice, deep down', '[{"b": {"a": 1, «"a"»: 2}}]', 'repeated-name', 'a'],
  [
    'a name of Object.prototype twice',
    '{"__proto__": 1, «"__proto__"»: 2}',
    'repeated-name',
    '__proto__',
  ],
])('%s: %s', (_why, marked, cause, detail) => {
  const { text, at } = readMarks(marked);
  expect(readJson(text).problems[0]).toEqual({ cause, at, detail });
});

test('mild errors are all told, and what stands around them is read', () => {
  const { root, problems } = readJson('{"a": [1,], // one\n "b": "\\x",}');
  expect(problems.map(({ cause }) => cause)).toEqual([
    'trailing-comma',
    'comment',
    'bad-escape',
    'trailing-comma',
  ]);
  expect(root?.kind).toBe('object');
});

test('after an error that upsets the rest nothing more is told', () => {
  const { root, problems } = readJson('{"a": 1 "b": , "c" 3, "c": 4');
  expect(problems.map(({ cause }) => cause)).toEqual(['missing-comma']);
  expect(root).toBeUndefined();
});

test('a byte order mark is read over and counted', () => {
  const { root, problems } = readJson('\uFEFF{"a": 1}');
  expect(problems).toEqual([]);
  expect(root?.at).toEqual({ start: 1, end: 9 });
});

test('numbers keep their digits', () => {
  const { root } = readJson('123456789012345678901');
  expect(root).toMatchObject({ kind: 'number', text: '123456789012345678901' });
});

test('names of Object.prototype are ordinary names', () => {
  const names = Object.getOwnPropertyNames(Object.prototype);
  const { root } = readJson(`{${names.map((name) => `"${name}": {"x": "1"}`).join()}}`);
  expect(root?.kind === 'object' && root.members.map(({ name }) => name.value)).toEqual(names);
  expect(Object.prototype).not.toHaveProperty('x');
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.each([63, 64])('%d brackets in one another are read', (depth) => {
  expect(readJson(nested(depth)).problems).toEqual([]);
});

test.each([65, 5_000, 100_000, 5_000_000])('%d are refused at the 65th', (depth) => {
  const problem = { cause: 'too-deep', at: { start: 64, end: 65 }, detail: '64' };
  expect(readJson(nested(depth))).toEqual({ root: undefined, problems: [problem] });
  expect(readJson('['.repeat(depth)).problems).toEqual([problem]);
});

test('brackets in texts and comments do not count', () => {
  expect(readJson(`"${'['.repeat(100)}"`).problems).toEqual([]);
  expect(readJson(`1 // ${'['.repeat(100)}`).problems).toMatchObject([{ cause: 'comment' }]);
});

test('many faults are told in little time', () => {
  const started = performance.now();
  readJson(`[${'[1,],'.repeat(20_000)}1]`);
  readJson(`"${'\\"'.repeat(60_000)}`);
  readJson('"'.repeat(100_001));
  expect(performance.now() - started).toBeLessThan(4_000);
});

/** Text that is nearly JSON: a few characters of a document replaced. */
const nearlyJson = fc
  .tuple(
    fc.json({ maxDepth: 3 }),
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom(...Array.from('{}[],:"\\/ \t\n01.e-+tnu*'), '', '\u00A0')),
    ),
  )
  .map(([json, edits]) =>
    edits.reduce((text, [place, character]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + character + text.slice(at + 1);
    }, json),
  );

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('JSON is accepted, and nothing else: as JSON.parse does, but for repeated names', () => {
  fc.assert(
    fc.property(nearlyJson, (text) => {
      const problems = readJson(text).problems.filter(({ cause }) => cause !== 'repeated-name');
      expect(problems.length === 0).toBe(isJson(text));
    }),
    { numRuns: 1_000 },
  );
});

const nodesOf = (node: JsonNode): readonly JsonNode[] => [
  node,
  ...(node.kind === 'array' ? node.items.flatMap(nodesOf) : []),
  ...(node.kind === 'object' ? node.members.flatMap(({ value }) => nodesOf(value)) : []),
];

test('the text at a node’s place is that node', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), (text) => {
      const { root } = readJson(text);
      const places = root === undefined ? [] : nodesOf(root).map(({ at }) => at);
      expect(places.length).toBeGreaterThan(0);
      expect(places.every(({ start, end }) => isJson(text.slice(start, end)))).toBe(true);
    }),
  );
});
