import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { maxDepth, scanBrackets } from './bracket-scan.ts';
import { type Placed, type Span } from './document.ts';
import { explainErrors, type JsonProblem } from './json-problem.ts';

/** A JSON value together with its place. Members are a list, not an object: no key can reach a prototype. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly at: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly at: Span; readonly value: string }
  /** `text` is the number or the boolean as written: no digit is lost. */
  | { readonly kind: 'number' | 'boolean'; readonly at: Span; readonly text: string }
  | { readonly kind: 'null'; readonly at: Span };

export type JsonObject = Extract<JsonNode, { kind: 'object' }>;

/** `at` runs from the opening quote of the name to the end of the value. */
export interface JsonMember {
  readonly at: Span;
  readonly name: Placed<string>;
  readonly value: JsonNode;
}

/** `root` is `undefined` when the text is so broken that what it says cannot be told. */
export interface JsonReading {
  readonly root: JsonNode | undefined;
  readonly problems: readonly JsonProblem[];
}

/**
 * Reads strict JSON (RFC 8259) and keeps the places. A byte order mark is read over, and offsets count it.
 * A repeated name is a problem at the second one: `JSON.parse` would keep the last in silence, AWS refuses.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readJson(text: string): JsonReading {
  const source = text.replace(/^\uFEFF/, ' ');
  const brackets = scanBrackets(source);
  if (brackets.tooDeep !== undefined) {
    const problem = { cause: 'too-deep', at: brackets.tooDeep, detail: String(maxDepth) } as const;
    return { root: undefined, problems: [problem] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { disallowComments: true });
  const { problems, readable } = explainErrors(source, errors, brackets);
  if (!readable || tree === undefined) return { root: undefined, problems };
  const root = place(tree, source);
  return { root, problems: [...problems, ...repeatedNames(root)] };
}

const spanOf = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length });

function place(node: Node, source: string): JsonNode {
  const at = spanOf(node);
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return { kind: 'object', at, members: children.flatMap((child) => member(child, source)) };
    case 'array':
      return { kind: 'array', at, items: children.map((child) => place(child, source)) };
    case 'string':
      return { kind: 'string', at, value: String(node.value) };
    case 'number':
    case 'boolean':
      return { kind: node.type, at, text: source.slice(at.start, at.end) };
    case 'null':
    case 'property': // only ever inside an object, where `member` takes it
      return { kind: 'null', at };
  }
}

function member(property: Node, source: string): JsonMember[] {
  const [name, value] = property.children ?? [];
  if (name === undefined || value === undefined) return [];
  return [
    {
      at: { start: name.offset, end: value.offset + value.length },
      name: { value: String(name.value), at: spanOf(name) },
      value: place(value, source),
    },
  ];
}

function repeatedNames(node: JsonNode): readonly JsonProblem[] {
  if (node.kind === 'array') return node.items.flatMap(repeatedNames);
  if (node.kind !== 'object') return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name, value }) => {
    const repeated = seen.has(name.value);
    seen.add(name.value);
    const here = { cause: 'repeated-name', at: name.at, detail: name.value } as const;
    return [...(repeated ? [here] : []), ...repeatedNames(value)];
  });
}
