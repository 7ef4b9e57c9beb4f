import { type Span } from '../syntax/document.ts';
import { type JsonMember, type JsonObject } from '../syntax/json-tree.ts';
import { parseOperator } from '../syntax/operators.ts';
import { hasForm, type OperandForm } from '../validate/operand-format.ts';
import { type Draft, type Edits } from './edits.ts';
import { type TextEdit } from './finding-said.ts';
import { append, memberAt, pathTo, quoted, removeMember, rename } from './text-edit.ts';

/** An operator with its keys, and the whole condition around it. */
interface Block {
  readonly operator: JsonMember;
  readonly keys: JsonObject;
  readonly condition: JsonObject;
}

/** The block that a value stands in. */
function blockAround({ root }: Draft, at: Span): Block | undefined {
  const path = root === undefined ? [] : pathTo(root, at);
  const index = path.findLastIndex(({ node }) => node.kind === 'object');
  const { node: keys, member } = path[index] ?? {};
  if (keys?.kind !== 'object' || member === undefined) return undefined;
  return { operator: member.is, keys, condition: member.of };
}

/** Gives a key the pattern form of its operator, if it stands there alone. */
function patternOperator(draft: Draft, at: Span): TextEdit | undefined {
  const block = blockAround(draft, at);
  if (draft.root === undefined || block?.keys.members.length !== 1) return undefined;
  const { name } = block.operator;
  const like = name.value.replace('NotEquals', 'NotLike').replace('StringEquals', 'StringLike');
  return parseOperator(like) && rename(draft.root, name.at, like);
}

/** The same value as its operator can read it. */
function readable(at: Span, value: string, form: OperandForm): TextEdit | undefined {
  const tries = [
    value.trim(),
    value.trim().replaceAll('/', '-'),
    value.trim().replace(/^yes$/i, 'true').replace(/^no$/i, 'false'),
  ];
  const good = tries.find((text) => hasForm(form, text));
  return good === undefined ? undefined : quoted(at, good);
}

/** Adds that the key must be there. */
function requireKey({ policy, root }: Draft, at: Span, key: string): TextEdit | undefined {
  const condition = root && memberAt(root, at)?.of;
  if (condition === undefined) return undefined;
  const member = `${JSON.stringify(key)}: "false"`;
  const known = condition.members.find(({ name }) => name.value === 'Null')?.value;
  if (known === undefined) return append(policy, condition, `"Null": { ${member} }`);
  const taken =
    known.kind !== 'object' ||
    known.members.some(({ name }) => name.value.toLowerCase() === key.toLowerCase());
  return taken ? undefined : append(policy, known, member);
}

export const conditionEdits: Edits = {
  'unknown-operator': ({ root }, at, { near }) => root && rename(root, at, near),
  'key-without-prefix': ({ root }, at, { near }) => root && rename(root, at, near),
  'key-in-two-cases': ({ policy, root }, at, { key }) => {
    const again = root && memberAt(root, at);
    const first = again?.of.members.find(
      ({ name }) => name.value.toLowerCase() === key.toLowerCase(),
    );
    if (again === undefined || first === undefined) return undefined;
    const valueOf = ({ value }: JsonMember) => policy.slice(value.at.start, value.at.end);
    return valueOf(first) === valueOf(again.is) ? removeMember(again) : undefined;
  },
  'bad-operand': (_draft, at, { value, form }) => readable(at, value, form),
  'operand-never-matches': (_draft, at, { value, form }) => readable(at, value, form),
  'literal-star': patternOperator,
  'for-all-values-allows': (draft, at, { key }) => requireKey(draft, at, key),
};
