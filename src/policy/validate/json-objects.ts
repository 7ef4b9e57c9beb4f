import { type JsonMember, type JsonNode, type JsonObject } from '../syntax/json-tree.ts';
import { type Placed, type Span } from '../syntax/document.ts';
import { type AwsWords } from './aws-words.ts';
import { finding } from './finding.ts';
import { type Shape, type WantedShape } from './facts.ts';
import { didYouMean } from './did-you-mean.ts';
import { type Report } from './report.ts';

/** What every reader of a part of the document needs. */
export interface Reading {
  readonly report: Report;
  readonly words: AwsWords;
}

/** Where something is missing from an object: its opening bracket. */
export const openingOf = ({ at }: JsonNode): Span => ({ start: at.start, end: at.start + 1 });

export function shapeOf(node: JsonNode): Shape {
  switch (node.kind) {
    case 'object':
      return node.members.length === 0 ? 'empty-object' : 'object';
    case 'array':
      return node.items.length === 0 ? 'empty-list' : 'list';
    case 'string':
      return 'text';
    case 'number':
    case 'boolean':
    case 'null':
      return node.kind;
  }
}

export function reportWrongType(
  { report, words }: Reading,
  element: string,
  wanted: WantedShape,
  node: JsonNode,
): void {
  report.add(
    finding('wrong-type', node.at, { element, wanted, found: shapeOf(node) }),
    words.wrongType(node.at),
  );
}

/**
 * The members of an object by name. Names are compared with regard to case, and one that is not known makes
 * AWS refuse the document: nothing is ignored in silence (AWS IAM, row M1, seen live).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readMembers(
  { report, words }: Reading,
  object: JsonObject,
  known: readonly string[],
  place: 'policy' | 'statement',
): ReadonlyMap<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  for (const member of object.members) {
    const { value: name, at } = member.name;
    if (!known.includes(name)) {
      const near = didYouMean(name, known) ?? '';
      report.add(
        finding('unknown-element', at, { name, place, near }),
        words.unknownElement(name, at),
      );
    } else if (!members.has(name)) {
      members.set(name, member);
    }
  }
  return members;
}

/** A text or a list of texts: AWS takes either wherever it takes a list. `undefined`: neither, and reported. */
export function readTexts(
  reading: Reading,
  element: string,
  node: JsonNode,
): readonly Placed<string>[] | undefined {
  const wanted = 'texts';
  if (node.kind === 'string') return [{ value: node.value, at: node.at }];
  if (node.kind !== 'array') {
    reportWrongType(reading, element, wanted, node);
    return undefined;
  }
  const texts: Placed<string>[] = [];
  for (const item of node.items) {
    if (item.kind === 'string') texts.push({ value: item.value, at: item.at });
    else reportWrongType(reading, element, wanted, item);
  }
  return texts.length === node.items.length ? texts : undefined;
}
