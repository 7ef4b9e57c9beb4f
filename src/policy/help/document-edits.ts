import { type Span } from '../syntax/document.ts';
import { type JsonNode, type JsonObject } from '../syntax/json-tree.ts';
import { type Draft, type Edits } from './edits.ts';
import { type TextEdit } from './finding-said.ts';
import { memberAt, pathTo, prepend, quoted, removeMember, rename, replace } from './text-edit.ts';

/** Written as 2012-10-17, whatever stands there now. */
function newVersion({ policy, root }: Draft): TextEdit | undefined {
  if (root?.kind !== 'object') return undefined;
  const version = root.members.find(({ name }) => name.value === 'Version');
  return version === undefined
    ? prepend(policy, root, '"Version": "2012-10-17"')
    : quoted(version.value.at, '2012-10-17');
}

const withoutMember = ({ root }: Draft, at: Span): TextEdit | undefined => {
  const found = root && memberAt(root, at);
  return found && removeMember(found);
};

/** Every Sid of the document. */
function sidsOf(root: JsonNode): readonly string[] {
  const statement = membersOf(root).find(({ name }) => name.value === 'Statement')?.value;
  const statements = statement?.kind === 'array' ? statement.items : statement ? [statement] : [];
  return statements
    .flatMap(membersOf)
    .flatMap(({ name, value }) =>
      name.value === 'Sid' && value.kind === 'string' ? [value.value] : [],
    );
}

const membersOf = (node: JsonNode): JsonObject['members'] =>
  node.kind === 'object' ? node.members : [];

/** The Sid with the lowest number behind it that no statement has. */
function freeSid({ root }: Draft, at: Span, wanted: string): TextEdit | undefined {
  if (root === undefined) return undefined;
  const taken = new Set(sidsOf(root));
  let free = wanted;
  for (let number = 2; free !== '' && taken.has(free); number += 1) free = `${wanted}${number}`;
  return quoted(at, free);
}

const cleanSid = (draft: Draft, at: Span, { sid }: { readonly sid: string }) =>
  freeSid(draft, at, sid.replace(/[^0-9A-Za-z]/g, ''));

const nearest = (_draft: Draft, at: Span, { near }: { readonly near: string }) =>
  near === '' ? undefined : quoted(at, near);

/** What can be told from the right sort of value by its quotes or brackets alone. */
function rightType({ policy, root }: Draft, at: Span, wanted: string): TextEdit | undefined {
  const path = root === undefined ? [] : pathTo(root, at);
  const node = path.at(-1)?.node;
  if (node?.kind === 'number') return quoted(at, policy.slice(at.start, at.end));
  if (node?.kind !== 'array' || !node.items.every(({ kind }) => kind === 'string')) {
    return undefined;
  }
  const [first, last] = [node.items[0], node.items.at(-1)];
  const nested = path.at(-2)?.node.kind === 'array';
  const fits = nested || ((wanted === 'text' || wanted === 'effect') && first === last);
  if (!fits || first === undefined || last === undefined) return undefined;
  return replace(at, policy.slice(first.at.start, last.at.end));
}

/** Characters that show nothing, or nothing but a space. */
const invisible = /[\u00A0\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** Plain signs for what word processors make of them; a double quote inside a text would end it. */
function plainCharacter({ policy, root }: Draft, at: Span): TextEdit | undefined {
  const character = policy.slice(at.start, at.end);
  if (character.replace(invisible, '') === '') return replace(at, '');
  if (/[\u2010-\u2015]/u.test(character)) return replace(at, '-');
  if (/[\u2018-\u201B]/u.test(character)) return replace(at, "'");
  if (!/[\u201C-\u201F]/u.test(character)) return undefined;
  return replace(at, root === undefined ? '"' : "'");
}

function withoutInvisible({ root }: Draft, at: Span): TextEdit | undefined {
  const node = root && pathTo(root, at).at(-1)?.node;
  if (node?.kind !== 'string') return undefined;
  const plain = node.value.replace(invisible, '');
  return /^[ -~]+$/.test(plain) ? quoted(at, plain) : undefined;
}

export const documentEdits: Edits = {
  'character-not-allowed': plainCharacter,
  'look-alike': withoutInvisible,
  'wrong-type': (draft, at, { wanted }) => rightType(draft, at, wanted),
  'unknown-element': ({ root }, at, { near }) => root && rename(root, at, near),
  'bad-version': newVersion,
  'old-version': newVersion,
  'version-missing': newVersion,
  'version-2008': newVersion,
  'variable-in-2008': newVersion,
  'id-not-used': withoutMember,
  'principal-forbidden': withoutMember,
  'resource-forbidden': withoutMember,
  'empty-sid': ({ root }, at) => {
    const { member } = (root && pathTo(root, at).at(-1)) ?? {};
    return member && removeMember(member);
  },
  'sid-characters': cleanSid,
  'sid-characters-unusual': cleanSid,
  'sid-twice': (draft, at, { sid }) => freeSid(draft, at, sid),
  'unknown-effect': nearest,
  'effect-case': nearest,
};
