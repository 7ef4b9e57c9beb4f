import { type TextEdit } from '../help/finding-said.ts';
import { insert, remove } from '../help/text-edit.ts';
import { type Span } from '../syntax/document.ts';
import { type JsonNode, type JsonObject } from '../syntax/json-tree.ts';

/** What can be written into a policy. */
export type Json = string | readonly Json[] | { readonly [name: string]: Json };

/** Edits in the order of their places, none over another. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let from = 0;
  let result = '';
  for (const { at, text: written } of edits) {
    result += text.slice(from, at.start) + written;
    from = at.end;
  }
  return result + text.slice(from);
}

/** How its author lays out a text: what is added follows it, and nothing else is touched. */
interface Layout {
  readonly colon: string;
  readonly comma: string;
  readonly padding: string;
  readonly unit: string;
}

function layoutOf(text: string): Layout {
  const colon = /":\s/.test(text) ? ': ' : ':';
  return {
    colon,
    comma: colon === ': ' ? ', ' : ',',
    padding: text.includes('{ "') ? ' ' : '',
    unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ',
  };
}

/** On one line, or over several from `lineStart` (a line break and its indent) on. */
function write(value: Json, layout: Layout, lineStart: string | undefined): string {
  if (lineStart === undefined) return writeInline(value, layout);
  return JSON.stringify(value, undefined, layout.unit).replaceAll('\n', lineStart);
}

function writeInline(value: Json, layout: Layout): string {
  if (typeof value === 'string') return JSON.stringify(value);
  const { colon, comma, padding } = layout;
  if (isList(value)) return `[${value.map((item) => writeInline(item, layout)).join(comma)}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}${colon}${writeInline(member, layout)}`,
  );
  return `{${padding}${members.join(comma)}${padding}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** What stands between two things of a list, or would. */
function gapAfter(text: string, open: number, items: readonly Span[]): string {
  const [first, ...rest] = items;
  const last = rest.at(-1);
  const beforeLast = items.at(-2);
  if (last !== undefined && beforeLast !== undefined) return text.slice(beforeLast.end, last.start);
  const lead = first === undefined ? '' : text.slice(open + 1, first.start);
  return lead.includes('\n') ? `,${lead}` : layoutOf(text).comma;
}

/** The last line break of a gap with the indent that follows it; `undefined`: all on one line. */
function lineStartOf(gap: string): string | undefined {
  const at = gap.lastIndexOf('\n');
  if (at < 0) return undefined;
  return gap.slice(gap[at - 1] === '\r' ? at - 1 : at);
}

type JsonArray = Extract<JsonNode, { readonly kind: 'array' }>;

/** One more value in a list; a value that stands alone becomes a list of two. */
export function addValue(text: string, node: JsonNode, value: Json): readonly TextEdit[] {
  if (node.kind === 'array') return addItem(text, node, value);
  const layout = layoutOf(text);
  const second = writeInline(value, layout);
  return [insert(node.at.start, '['), insert(node.at.end, `${layout.comma}${second}]`)];
}

function addItem(text: string, { at, items }: JsonArray, value: Json): readonly TextEdit[] {
  const layout = layoutOf(text);
  const last = items.at(-1);
  if (last === undefined) return [{ at, text: writeInline([value], layout) }];
  const gap = gapAfter(
    text,
    at.start,
    items.map((item) => item.at),
  );
  return [insert(last.at.end, gap + write(value, layout, lineStartOf(gap)))];
}

/** One more member at the end of an object. */
export function addMember(
  text: string,
  { at, members }: JsonObject,
  name: string,
  value: Json,
): readonly TextEdit[] {
  const layout = layoutOf(text);
  const last = members.at(-1);
  if (last === undefined) return [{ at, text: writeInline({ [name]: value }, layout) }];
  const gap = gapAfter(
    text,
    at.start,
    members.map((member) => member.at),
  );
  const written = write(value, layout, lineStartOf(gap));
  return [insert(last.at.end, `${gap}${JSON.stringify(name)}${layout.colon}${written}`)];
}

/** Takes one of several things out of a list; the only one can't go, for an empty list is refused. */
export function removeAt(items: readonly Span[], index: number): readonly TextEdit[] | undefined {
  const item = items[index];
  return item === undefined || items.length === 1 ? undefined : [remove(item, items)];
}
