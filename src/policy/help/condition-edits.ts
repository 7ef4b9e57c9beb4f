import { type Span } from '../syntax/document.ts';
import { type JsonMember } from '../syntax/json-tree.ts';
import { parseOperator } from '../syntax/operators.ts';
import { hasForm, type OperandForm } from '../validate/operand-format.ts';
import { type Draft, type Edits } from './edits.ts';
import { type TextEdit } from './finding-said.ts';
import { append, memberAt, pathTo, quoted, removeItem, removeMember, rename } from './text-edit.ts';

/** Gives a key another operator, if it stands alone under the one it has. */
function changeOperator({ root }: Draft, at: Span, operator: string): TextEdit | undefined {
  if (root === undefined) return undefined;
  const block = memberAt(root, at)?.is;
  if (block?.value.kind !== 'object' || block.value.members.length !== 1) return undefined;
  return parseOperator(operator) && rename(root, block.name.at, operator);
}

/** The operator above a value. */
function operatorAbove({ root }: Draft, at: Span): Span | undefined {
  const path = root === undefined ? [] : pathTo(root, at);
  return path.findLast(({ node }) => node.kind === 'object')?.member?.is.name.at;
}

const withoutSet = (operator: string): string => operator.slice(operator.indexOf(':') + 1);

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
  'literal-star': (draft, at, { better }) => {
    const operator = operatorAbove(draft, at);
    return operator && changeOperator(draft, operator, better);
  },
  'text-pattern-for-arn': (draft, at, { better }) => changeOperator(draft, at, better),
  'null-with-set': (draft, at, { operator }) => changeOperator(draft, at, withoutSet(operator)),
  'set-on-one-value': (draft, at, { operator }) => changeOperator(draft, at, withoutSet(operator)),
  'mfa-deny-misses-keys': (draft, at) => changeOperator(draft, at, 'BoolIfExists'),
  'mfa-allows-keys': (draft, at) => changeOperator(draft, at, 'Bool'),
  'token-time-if-exists': (draft, at, { operator }) =>
    changeOperator(draft, at, operator.replace('IfExists', '')),
  'source-arn-for-caller': ({ root }, at) => root && rename(root, at, 'aws:PrincipalArn'),
  'unknown-global-key': ({ root }, at, { near }) => root && rename(root, at, near),
  'address-with-host-part': (_draft, at, { better }) => quoted(at, better),
  'redundant-value': ({ root }, at) => root && removeItem(root, at),
  'empty-condition': ({ root }, at) => {
    const found = root && memberAt(root, at);
    return found && removeMember(found);
  },
  'for-all-values-allows': (draft, at, { key }) => requireKey(draft, at, key),
};
