import { type Span } from '../syntax/document.ts';
import { type JsonMember, type JsonNode, type JsonObject } from '../syntax/json-tree.ts';
import { type TextEdit } from './finding-said.ts';

export const replace = (at: Span, text: string): TextEdit => ({ at, text });

export const insert = (at: number, text: string): TextEdit => ({
  at: { start: at, end: at },
  text,
});

/** As a JSON text, with its quotes. */
export const quoted = (at: Span, value: string): TextEdit => replace(at, JSON.stringify(value));

/** The way from the whole document down to one place. */
export interface Step {
  readonly node: JsonNode;
  /** The member that the node is the value of, and the object around it. */
  readonly member: { readonly is: JsonMember; readonly of: JsonObject } | undefined;
}

const same = (one: Span, other: Span): boolean =>
  one.start === other.start && one.end === other.end;

const holds = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The nodes around a place, outermost first; the last one is the smallest that holds it. */
export function pathTo(root: JsonNode, at: Span): readonly Step[] {
  const path: Step[] = [];
  let step: Step | undefined = { node: root, member: undefined };
  while (step !== undefined && holds(step.node.at, at)) {
    path.push(step);
    step = same(step.node.at, at) ? undefined : stepInto(step.node, at);
  }
  return path;
}

function stepInto(node: JsonNode, at: Span): Step | undefined {
  if (node.kind === 'array') {
    const item = node.items.find((each) => holds(each.at, at));
    return item && { node: item, member: undefined };
  }
  if (node.kind !== 'object') return undefined;
  const is = node.members.find(({ value }) => holds(value.at, at));
  return is && { node: is.value, member: { is, of: node } };
}

/** The member whose name or whole stands at a place, and the object that it is in. */
export function memberAt(root: JsonNode, at: Span): Step['member'] {
  const { node } = pathTo(root, at).at(-1) ?? {};
  if (node?.kind !== 'object') return undefined;
  const is = node.members.find((member) => same(member.name.at, at) || same(member.at, at));
  return is && { is, of: node };
}

/** Takes one of several out, with the comma that parts it from the others. */
export function remove(one: Span, all: readonly Span[]): TextEdit {
  const index = all.findIndex((each) => same(each, one));
  const before = all[index - 1];
  const after = all[index + 1];
  if (after !== undefined) return replace({ start: one.start, end: after.start }, '');
  return replace({ start: before?.end ?? one.start, end: one.end }, '');
}

export const removeMember = ({ is, of }: NonNullable<Step['member']>): TextEdit =>
  remove(
    is.at,
    of.members.map(({ at }) => at),
  );

/** Renames a member, unless its object has one of that name already. */
export function rename(root: JsonNode, at: Span, name: string): TextEdit | undefined {
  const found = memberAt(root, at);
  const taken =
    found === undefined || found.of.members.some((member) => member.name.value === name);
  return taken || name === '' ? undefined : quoted(found.is.name.at, name);
}

/** Puts a member in front of the others, laid out as the first of them is. */
export function prepend(policy: string, { at, members }: JsonObject, member: string): TextEdit {
  const first = members[0];
  const space = first === undefined ? ' ' : policy.slice(at.start + 1, first.at.start);
  return insert(at.start + 1, `${space}${member}${first === undefined ? ' ' : ','}`);
}

/** Puts a member behind the others, laid out as the first of them is. */
export function append(policy: string, object: JsonObject, member: string): TextEdit {
  const { at, members } = object;
  const [first, last] = [members[0], members.at(-1)];
  if (first === undefined || last === undefined) return prepend(policy, object, member);
  const space = policy.slice(at.start + 1, first.at.start);
  return insert(last.at.end, `,${space === '' ? ' ' : space}${member}`);
}

/** Takes a value out of its list, unless it stands there alone. */
export function removeItem(root: JsonNode, at: Span): TextEdit | undefined {
  const list = pathTo(root, at).findLast(({ node }) => node.kind === 'array')?.node;
  if (list?.kind !== 'array' || list.items.length < 2) return undefined;
  const item = list.items.find((each) => holds(each.at, at));
  return (
    item &&
    remove(
      item.at,
      list.items.map((each) => each.at),
    )
  );
}
