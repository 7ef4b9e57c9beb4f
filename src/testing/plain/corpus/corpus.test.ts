import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { answersTo, nameOf } from '../agreement.ts';
import { isObject, listOf, own } from '../json.ts';
import { fileText, formatVersion, schema, toJson } from './format.ts';
import { everyCase, rowsWithoutCase, topics } from './topics.ts';

// `npm run corpus` writes the files; else they must be what would be written.

const folder = join(import.meta.dirname, '../../../../public/corpus');
const files = new Map([
  ...[...topics].map(([topic, cases]) => [`${topic}.json`, fileText(topic, cases)] as const),
  ['schema.json', `${JSON.stringify(schema, null, 2)}\n`] as const,
]);

if (process.env.npm_lifecycle_event === 'corpus') {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

test.each([...files])('public/corpus/%s is what is published', (name, text) => {
  expect(readFileSync(join(folder, name), 'utf8') === text, 'run `npm run corpus`').toBe(true);
});

test('nothing else is published beside them', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...files.keys(), 'README.md'].toSorted());
});

test('there are at least two thousand cases, each with an id of its own', () => {
  expect(everyCase.length).toBeGreaterThanOrEqual(2_000);
  const ids = [...topics].flatMap(([topic, cases]) => cases.map(({ id }) => `${topic}: ${id}`));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

describe.each([...topics])('%s', (_topic, cases) => {
  test('both evaluators give every answer', () => {
    const wrong = cases.flatMap(({ id, request, policies, reason, ...one }) => {
      const { verdict } = toJson({ id, request, policies, reason, ...one });
      const expected = `${verdict}: ${nameOf(reason)}`;
      const { decide, explain, plain } = answersTo(request, policies);
      return decide === verdict && explain === expected && plain === expected
        ? []
        : [{ id, expected, decide, explain, plain }];
    });
    expect(wrong).toEqual([]);
  });
});

/** Tables A to H and the rows of section 8, as they are numbered. */
const tables: readonly (readonly [table: string, last: number])[] = [
  ['A', 28],
  ['B', 18],
  ['C', 22],
  ['D', 21],
  ['E-', 30],
  ['F', 36],
  ['G', 16],
  ['H', 32],
];
const askedOfAws = ['1', '2', '3', '4a', '4b', '5', '6', '7', '8', '9', '10', '11b', '11c', '11'];

test('every row of the tables has a case, or a reason for having none', () => {
  const numbered = tables.flatMap(([table, last]) =>
    Array.from({ length: last }, (_, i) => `${table}${i + 1}`),
  );
  const rows = [...numbered, ...askedOfAws.map((row) => `8.${row}`)];
  const written = everyCase.filter(({ origin }) => origin === 'table').map(({ id }) => id);
  const has = (row: string) =>
    written.some((id) => id.replace(/^([A-H]-?\d+)(?:[ab]| .*)$/, '$1') === row || id === row);
  expect(rows.filter((row) => has(row) === rowsWithoutCase.has(row))).toEqual([]);
});

/** Whether a value has the shape that a schema gives, as far as this schema goes. */
function fits(value: unknown, shape: unknown): boolean {
  if (!isObject(shape)) return false;
  const reference = own(shape, '$ref');
  if (typeof reference === 'string')
    return fits(value, own(schema.$defs, reference.slice('#/$defs/'.length)));
  if ('const' in shape) return value === shape.const;
  if ('enum' in shape) return listOf(shape.enum).includes(value);
  if ('oneOf' in shape) return listOf(shape.oneOf).filter((one) => fits(value, one)).length === 1;
  if ('anyOf' in shape) return listOf(shape.anyOf).some((one) => fits(value, one));
  if (shape.type === 'array')
    return Array.isArray(value) && value.every((item) => fits(item, shape.items));
  return shape.type === 'object' ? fitsObject(value, shape) : typeof value === shape.type;
}

function fitsObject(value: unknown, shape: Readonly<Record<string, unknown>>): boolean {
  const properties = isObject(shape.properties) ? shape.properties : {};
  return (
    isObject(value) &&
    listOf(shape.required).every(
      (name) => typeof name === 'string' && Object.hasOwn(value, name),
    ) &&
    Object.entries(value).every(([name, part]) => {
      const known = own(properties, name) ?? shape.additionalProperties ?? {};
      return known !== false && (known === true || fitsAny(part, known));
    })
  );
}

/** `{}` lets everything through. */
const fitsAny = (value: unknown, shape: unknown): boolean =>
  (isObject(shape) && Object.keys(shape).length === 0) || fits(value, shape);

describe('the schema', () => {
  test.each([...topics.keys()])('describes %s.json', (topic) => {
    const parsed: unknown = JSON.parse(files.get(`${topic}.json`) ?? '');
    expect(fits(parsed, schema)).toBe(true);
  });

  test.each<[why: string, file: unknown]>([
    ['another format', { format: formatVersion + 1, topic: 'x', cases: [] }],
    ['a case without a verdict', { format: formatVersion, topic: 'x', cases: [{ id: 'A1' }] }],
    ['something more', { format: formatVersion, topic: 'x', cases: [], more: true }],
  ])('does not describe %s', (_why, file) => {
    expect(fits(file, schema)).toBe(false);
  });
});
