import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyKinds, type Span } from '../syntax/document.ts';
import { type JsonMember, type JsonNode, readJson } from '../syntax/json-tree.ts';
import { type ReadResult } from './diagnostic.ts';
import { readPolicy } from './read-policy.ts';
import { validPolicies } from './policies.examples.ts';

const anyKind = fc.constantFrom(...policyKinds);
const anyPolicy = fc.constantFrom(...validPolicies);

/** All places in a result, wherever they stand. */
function placesIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('start' in value && 'end' in value)
    return [{ start: Number(value.start), end: Number(value.end) }];
  return Object.values(value).flatMap(placesIn);
}

/** What holds of every result: either a document or a refusal that some error explains, and no place outside. */
function expectSound(text: string, { document, refusal, diagnostics }: ReadResult): void {
  expect(document === undefined).toBe(refusal !== undefined);
  const errors = diagnostics.some(({ severity }) => severity === 'error');
  expect(errors || refusal === undefined).toBe(true);
  const inside = ({ start, end }: Span) => 0 <= start && start <= end && end <= text.length;
  expect(placesIn({ document, diagnostics }).every(inside)).toBe(true);
}

test.each(validPolicies)('%s policy cut anywhere: %s', (kind, text) => {
  const results = Array.from(text, (_, end) => text.slice(0, end)).map(
    (cut) => [cut, readPolicy(cut, kind)] as const,
  );
  for (const [cut, result] of results) expectSound(cut, result);
  expect(results.filter(([, { refusal }]) => refusal === undefined)).toEqual([]);
});

const nodesOf = (node: JsonNode): readonly JsonNode[] => [
  node,
  ...(node.kind === 'array' ? node.items.flatMap(nodesOf) : []),
  ...(node.kind === 'object' ? node.members.flatMap(({ value }) => nodesOf(value)) : []),
];

const membersOf = (node: JsonNode): readonly JsonMember[] =>
  nodesOf(node).flatMap((each) => (each.kind === 'object' ? each.members : []));

function treeOf(text: string): JsonNode {
  const { root } = readJson(text);
  if (root === undefined) throw new Error(`not JSON: ${text}`);
  return root;
}

const anyValue = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    '0',
    '1e999',
    '""',
    '"*"',
    '[]',
    '{}',
    '[[]]',
    '[{}]',
    '{"":{}}',
    '{"__proto__":{"constructor":[]}}',
  ),
  fc.json({ maxDepth: 2 }),
);

test('whatever stands in the place of a value, reading does not throw', () => {
  fc.assert(
    fc.property(
      anyPolicy,
      anyKind,
      fc.array(fc.tuple(fc.nat(), anyValue), { minLength: 1, maxLength: 3 }),
      ([, text], kind, edits) => {
        const mutated = edits.reduce((current, [which, value]) => {
          const nodes = nodesOf(treeOf(current));
          const { at } = nodes[which % nodes.length] ?? treeOf(current);
          return current.slice(0, at.start) + value + current.slice(at.end);
        }, text);
        expectSound(mutated, readPolicy(mutated, kind));
      },
    ),
    { numRuns: 1_000 },
  );
});

const strangeNames = [
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'Statement',
  'Effect',
  'Condition',
  '',
];

test('whatever stands in the place of a text or a name, reading does not throw', () => {
  const anyText = fc.oneof(
    fc.constantFrom(...strangeNames),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[arnws3:/*?${}',. -]*$/),
  );
  fc.assert(
    fc.property(anyPolicy, fc.nat(), anyText, ([kind, text], which, replacement) => {
      const root = treeOf(text);
      const places = [
        ...membersOf(root).map(({ name }) => name.at),
        ...nodesOf(root)
          .filter((node) => node.kind === 'string')
          .map(({ at }) => at),
      ];
      const { start, end } = places[which % places.length] ?? root.at;
      const mutated = text.slice(0, start) + JSON.stringify(replacement) + text.slice(end);
      expectSound(mutated, readPolicy(mutated, kind));
    }),
    { numRuns: 1_000 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(
    strangeNames.slice(0, -5).sort(),
  );
});

test('any text at all is read without throwing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), anyKind, (text, kind) => {
      expectSound(text, readPolicy(text, kind));
    }),
    { numRuns: 1_000 },
  );
});

test('a key that is repeated is found at the second one, whatever it is', () => {
  fc.assert(
    fc.property(anyPolicy, fc.nat(), ([kind, text], which) => {
      const members = membersOf(treeOf(text));
      const member = members[which % members.length];
      if (member === undefined) throw new Error('a policy has members');
      const { start, end } = member.at;
      const copy = text.slice(start, end);
      const doubled = `${text.slice(0, end)},${copy}${text.slice(end)}`;
      const at = { start: end + 1, end: end + 1 + (member.name.at.end - member.name.at.start) };
      const { document, diagnostics } = readPolicy(doubled, kind);
      expect(document).toBeUndefined();
      expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'duplicate-key', at }));
    }),
  );
});

test('white space between tokens changes nothing but places', () => {
  const codes = ({ diagnostics }: ReadResult) =>
    diagnostics.map(({ code, facts }) => [code, facts]);
  for (const [kind, text] of validPolicies) {
    const spaced = JSON.stringify(JSON.parse(text.replace(/^\uFEFF/, '')), null, 3);
    expect(codes(readPolicy(spaced, kind))).toEqual(codes(readPolicy(text, kind)));
  }
});
