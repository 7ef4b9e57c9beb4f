import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyAsking, type DrawnAsking } from '../../testing/any-asking.ts';
import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import { type AttachedPolicy, type Policies } from '../decide/request.ts';
import { accessDeniedMessage } from '../explain/aws-message.ts';
import { requestOf } from '../explain/asking.examples.ts';
import { explain } from '../explain/explain.ts';
import { sayDecision } from '../explain/words.ts';
import { type PolicyDocument, type PolicyKind } from '../syntax/document.ts';
import { type JsonNode, readJson } from '../syntax/json-tree.ts';
import { readPolicy } from '../validate/read-policy.ts';
import { validPolicies } from './valid-policies.examples.ts';

/**
 * Whatever becomes of a policy's text, reading it does not throw; and whatever can be read can be asked. Seeds are
 * fast-check's own, so that a failure comes with the seed that repeats it.
 */
const policies = validPolicies(fc.sample(anyAsking, { seed: 5, numRuns: 200 }), 300);
const requests = fc.sample(anyAsking, { seed: 6, numRuns: 40 });

/** Numbers from a seed (a linear congruential generator): `next(n)` is below n. */
function numbers(seed: number) {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
type Next = ReturnType<typeof numbers>;
const pick = <T>(next: Next, of: readonly [T, ...T[]]): T => of[next(of.length)] ?? of[0];

/** JSON as a tree that can hold a name twice, and names that are no ordinary ones. */
type Tree =
  | { readonly kind: 'object'; readonly members: Members }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'leaf'; readonly text: string };

type Members = readonly (readonly [name: string, Tree])[];

function treeOf(node: JsonNode): Tree {
  switch (node.kind) {
    case 'object':
      return {
        kind: 'object',
        members: node.members.map(({ name, value }) => [name.value, treeOf(value)]),
      };
    case 'array':
      return { kind: 'list', items: node.items.map(treeOf) };
    case 'string':
      return { kind: 'leaf', text: JSON.stringify(node.value) };
    case 'number':
    case 'boolean':
      return { kind: 'leaf', text: node.text };
    case 'null':
      return { kind: 'leaf', text: 'null' };
  }
}

function print(tree: Tree): string {
  switch (tree.kind) {
    case 'object':
      return `{${tree.members.map(([name, value]) => `${JSON.stringify(name)}:${print(value)}`).join()}}`;
    case 'list':
      return `[${tree.items.map(print).join()}]`;
    case 'leaf':
      return tree.text;
  }
}

const sizeOf = (tree: Tree): number =>
  1 + childrenOf(tree).reduce((sum, child) => sum + sizeOf(child), 0);
function childrenOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'object':
      return tree.members.map(([, value]) => value);
    case 'list':
      return tree.items;
    case 'leaf':
      return [];
  }
}

/** The node with this number, counted from the root, put through `change`. */
function replaced(tree: Tree, number: number, change: (node: Tree) => Tree): Tree {
  if (number === 0) return change(tree);
  const left = { number: number - 1 };
  const step = (child: Tree): Tree => {
    const size = sizeOf(child);
    const here = left.number >= 0 && left.number < size;
    const result = here ? replaced(child, left.number, change) : child;
    left.number -= size;
    return result;
  };
  switch (tree.kind) {
    case 'object':
      return { kind: 'object', members: tree.members.map(([name, value]) => [name, step(value)]) };
    case 'list':
      return { kind: 'list', items: tree.items.map(step) };
    case 'leaf':
      return tree;
  }
}

const leaf = (value: unknown): Tree => ({ kind: 'leaf', text: JSON.stringify(value) });
const leaves: readonly [Tree, ...Tree[]] = [
  { kind: 'leaf', text: 'null' },
  { kind: 'leaf', text: '-1e999' },
  { kind: 'leaf', text: 'true' },
  { kind: 'list', items: [] },
  { kind: 'object', members: [] },
  ...[
    '',
    '*',
    '?',
    ':',
    '${',
    '${}',
    "${aws:username, 'a'}",
    '${*}',
    '__proto__',
    'constructor',
  ].map(leaf),
  ...[
    'arn:aws:s3:::*',
    'arn:::::',
    's3:*',
    '::ffff:1.2.3.4/128',
    '2026-02-30',
    '\ud800',
    '\u0000',
  ].map(leaf),
  leaf('*a'.repeat(50)),
];
const names: readonly [string, ...string[]] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
  'Sid',
  'Id',
  'AWS',
  'Service',
  'Null',
  'ForAllValues:StringLikeIfExists',
  'aws:username',
  'aws:PrincipalTag/__proto__',
  'aws:',
];
const wrap = (node: Tree, next: Next): Tree =>
  next(2) === 0
    ? { kind: 'list', items: [node] }
    : { kind: 'object', members: [[pick(next, names), node]] };

/** One change of one node: another type, a name, an order, a copy, a gap. */
function changed(node: Tree, next: Next): Tree {
  if (node.kind === 'leaf' || next(3) === 0)
    return next(4) === 0 ? wrap(node, next) : pick(next, leaves);
  if (node.kind === 'list') {
    const at = next(node.items.length + 1);
    const again = node.items[at % Math.max(node.items.length, 1)] ?? pick(next, leaves);
    const items = next(2) === 0 ? node.items.toSpliced(at, 1) : node.items.toSpliced(at, 0, again);
    return { kind: 'list', items: next(3) === 0 ? items.toReversed() : items };
  }
  const at = next(Math.max(node.members.length, 1));
  const member = node.members[at];
  if (member === undefined)
    return { kind: 'object', members: [[pick(next, names), pick(next, leaves)]] };
  const other = node.members[next(node.members.length)] ?? member;
  const changes: readonly [() => Members, ...(() => Members)[]] = [
    () => node.members.toSpliced(at, 1),
    () => node.members.with(at, [pick(next, names), member[1]]),
    () => node.members.with(at, [member[0], other[1]]),
    () => [...node.members, member],
    () => [...node.members, [pick(next, names), pick(next, leaves)]],
    () => node.members.toReversed(),
  ];
  return { kind: 'object', members: pick(next, changes)() };
}

function mutate(text: string, next: Next): string {
  const { root } = readJson(text);
  if (root === undefined) throw new Error('a valid policy is JSON');
  let tree = treeOf(root);
  for (let left = 1 + next(2); left > 0; left--) {
    tree = replaced(tree, next(sizeOf(tree)), (node) => changed(node, next));
  }
  return print(tree);
}

const nobody: Policies = {
  identity: [],
  boundary: undefined,
  session: undefined,
  resource: { type: 'ordinary', policy: undefined },
  scps: [],
  rcps: [],
};

function policiesWith(document: PolicyDocument): Policies {
  const policy: AttachedPolicy = { ref: 'x', name: 'X', document };
  const places: Record<PolicyKind, Partial<Policies>> = {
    identity: { identity: [policy] },
    boundary: { identity: [policy], boundary: policy },
    session: { identity: [policy], session: [policy] },
    trust: { resource: { type: 'trust', policy } },
    resource: { resource: { type: 'kms', policy } },
    scp: { scps: [[policy]] },
    rcp: { rcps: [[policy]] },
  };
  return { ...nobody, ...places[document.kind] };
}

/** Decides and explains, says it in words and in AWS's; gives what is wrong with it. */
function troubles(document: PolicyDocument, one: DrawnAsking): readonly string[] {
  const request = requestOf(one);
  const policies = compile(policiesWith(document));
  const decision = explain(request, policies);
  const { headline, sentences } = sayDecision(decision, request);
  const said = [
    headline,
    ...sentences,
    ...(decision.verdict === 'Allow' ? [] : [accessDeniedMessage(decision, request, 'verbose')]),
  ];
  return [
    ...(decide(request, policies) === decision.verdict ? [] : ['decide and explain differ']),
    ...said.filter((text) => text.includes('[object') || text === ''),
  ];
}

describe('mutated texts', () => {
  const rounds = 1_200;
  const perRound = 100;
  const seen = { read: 0, asked: 0 };

  test(
    'more than 100,000 mutations of valid policies: nothing throws',
    { timeout: 120_000 },
    () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const next = numbers(seed);
          for (let i = 0; i < perRound; i++) {
            const [kind, text] = policies[next(policies.length)] ?? ['identity', '{}'];
            const { document } = readPolicy(mutate(text, next), kind);
            seen.read++;
            const one = requests[next(requests.length)];
            if (document === undefined || one === undefined) continue;
            seen.asked++;
            expect(troubles(document, one)).toEqual([]);
          }
        }),
        { numRuns: rounds, endOnFailure: true },
      );
    },
  );

  test('so many of them were read, and so many of these could be asked', () => {
    expect(seen.read).toBe(rounds * perRound);
    expect(seen.asked).toBeGreaterThan(10_000);
  });
});

/** Texts that no reader lets through, in the places where a document has texts. */
const strangeTexts: readonly [string, ...string[]] = [
  '',
  '*',
  ':',
  '::::::',
  'arn:',
  'arn:aws:iam::*:*',
  '${',
  '${a',
  '${*}${?}${$}',
  "${x, '",
  '__proto__',
  '\ud83d\ude00',
  'ForAllValues:',
  'ForAnyValue:Null',
  'StringLikeIfExists',
  'NullIfExists',
  'Bool',
  '1e400',
  '0x',
  '203.0.113.0/33',
  '*?'.repeat(200),
  'constructor',
  'aws:__proto__',
];

function distorted(document: PolicyDocument, next: Next): PolicyDocument {
  const isPlaced = (value: object): value is { readonly value: string; readonly at: unknown } =>
    'at' in value && 'value' in value && typeof value.value === 'string';
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const items = value.map(walk);
      return next(8) === 0 ? (next(2) === 0 ? [] : [...items, ...items]) : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (isPlaced(value) && !['Allow', 'Deny'].includes(value.value)) {
      return next(3) === 0 ? { ...value, value: pick(next, strangeTexts) } : value;
    }
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each)]));
  };
  return walk(document) as PolicyDocument;
}

test('documents that no reader would give: nothing throws either', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(), (seed, which) => {
      const next = numbers(seed);
      const [kind, text] = policies[which % policies.length] ?? ['identity', '{}'];
      const { document } = readPolicy(text, kind);
      const one = requests[next(requests.length)];
      if (document === undefined || one === undefined) throw new Error('a valid policy is read');
      expect(troubles(distorted(document, next), one)).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'aws:principaltag/__proto__'])(
  'a key named %s is an ordinary key',
  (key) => {
    const condition = `{"StringEquals":{${JSON.stringify(key)}:"x"}}`;
    const text = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":${condition}}}`;
    const { document } = readPolicy(text, 'identity');
    if (document === undefined) throw new Error('it can be saved');
    const policies = compile(policiesWith(document));
    const asking = (context: DrawnAsking['context']) => explain(requestOf({ context }), policies);
    const carried = Object.fromEntries([[key.toLowerCase(), 'x']]);
    expect(asking({})).toMatchObject({ verdict: 'ImplicitDeny', missingKeys: [key.toLowerCase()] });
    expect(asking(carried)).toMatchObject({ verdict: 'Allow', missingKeys: [] });
  },
);
