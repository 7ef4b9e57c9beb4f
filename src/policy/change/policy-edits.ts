import { type TextEdit } from '../help/finding-said.ts';
import { type JsonMember, type JsonNode, type JsonObject, readJson } from '../syntax/json-tree.ts';
import { type PolicyEdit } from './change.ts';
import { addMember, addValue, type Json, removeAt } from './text-edit.ts';

type Edits = readonly TextEdit[] | undefined;

/** Where the JSON of a text stands. Reading takes longer than all the rest, and the same texts come again. */
export type ReadTree = (text: string) => JsonNode | undefined;

export function readingOnce(): ReadTree {
  const trees = new Map<string, JsonNode | undefined>();
  return (text) => {
    if (!trees.has(text)) trees.set(text, readJson(text).root);
    return trees.get(text);
  };
}

/**
 * What a change of a policy means in its text; `undefined` when the text has no such place. The index of a
 * statement is taken as it is: who drops several drops the last first.
 */
export function editsOf(what: PolicyEdit, text: string, treeOf: ReadTree = readingOnce()): Edits {
  const root = treeOf(text);
  const statements = root && memberOf(root, 'Statement')?.value;
  if (statements === undefined) return undefined;
  if (what.kind === 'add-statement') return addValue(text, statements, what.statement);
  const nodes = statements.kind === 'array' ? statements.items : [statements];
  const node = nodes[what.statement.index];
  if (node?.kind !== 'object') return undefined;
  if (what.kind === 'drop-statement') return removeAt(placesOf(nodes), what.statement.index);
  return insideStatement(what, text, node);
}

const memberOf = (node: JsonNode, name: string): JsonMember | undefined =>
  node.kind === 'object' ? node.members.find((member) => member.name.value === name) : undefined;

type InsideStatement = Exclude<PolicyEdit, { readonly kind: 'add-statement' | 'drop-statement' }>;

function insideStatement(what: InsideStatement, text: string, statement: JsonObject): Edits {
  switch (what.kind) {
    case 'add-action':
    case 'add-resource': {
      const list = memberOf(statement, what.element)?.value;
      return list && addValue(text, list, what.value);
    }
    case 'drop-action':
    case 'drop-resource': {
      const list = memberOf(statement, what.element)?.value;
      return list && dropValue(list, what.value);
    }
    case 'add-principal':
      return addPrincipal(what, text, statement);
    case 'drop-principal':
      return dropPrincipal(what, statement);
    case 'except-caller':
      return addCondition(what, text, statement);
    case 'add-condition-value': {
      const list = operandsOf(what, statement)?.value;
      return list && addValue(text, list, what.value);
    }
    case 'drop-condition-value': {
      const list = operandsOf(what, statement)?.value;
      return list && dropValue(list, what.value);
    }
    case 'drop-condition':
      return dropCondition(what, statement);
  }
}

/** Takes one value out of several. */
function dropValue(list: JsonNode, value: string): Edits {
  if (list.kind !== 'array') return undefined;
  const index = list.items.findIndex((item) => asText(item) === value);
  return removeAt(placesOf(list.items), index);
}

const placesOf = (items: readonly { readonly at: TextEdit['at'] }[]): readonly TextEdit['at'][] =>
  items.map(({ at }) => at);

/** Numbers and booleans as `readPolicy` gives them: as they are written. */
function asText(node: JsonNode): string | undefined {
  if (node.kind === 'string') return node.value;
  return node.kind === 'number' || node.kind === 'boolean' ? node.text : undefined;
}

type PrincipalEdit = Extract<PolicyEdit, { readonly kind: 'add-principal' | 'drop-principal' }>;

function addPrincipal(
  { element, type, value }: PrincipalEdit,
  text: string,
  node: JsonObject,
): Edits {
  const names = memberOf(node, element)?.value;
  if (names?.kind !== 'object') return undefined;
  const list = memberOf(names, type)?.value;
  return list === undefined ? addMember(text, names, type, value) : addValue(text, list, value);
}

/** The last name of a type goes with the type, where another type remains. */
function dropPrincipal({ element, type, value }: PrincipalEdit, node: JsonObject): Edits {
  const names = memberOf(node, element)?.value;
  const list = names && memberOf(names, type)?.value;
  if (names?.kind !== 'object' || list === undefined) return undefined;
  const only = list.kind === 'array' && list.items.length === 1 ? list.items[0] : list;
  if (only !== undefined && asText(only) === value) return removeMember(names, type);
  return dropValue(list, value);
}

function removeMember({ members }: JsonObject, name: string): Edits {
  const index = members.findIndex((member) => member.name.value === name);
  return removeAt(placesOf(members), index);
}

type ConditionPlace = { readonly operator: string; readonly key: string };

const operandsOf = ({ operator, key }: ConditionPlace, statement: JsonObject) => {
  const block = memberOf(statement, 'Condition')?.value;
  const keys = block && memberOf(block, operator)?.value;
  return keys && memberOf(keys, key);
};

/** One more condition, or one more value of the one that is there. */
function addCondition(
  { operator, key, value }: ConditionPlace & { readonly value: string },
  text: string,
  statement: JsonObject,
): Edits {
  const block = memberOf(statement, 'Condition')?.value;
  const operand: Json = { [key]: value };
  if (block === undefined) return addMember(text, statement, 'Condition', { [operator]: operand });
  if (block.kind !== 'object') return undefined;
  const keys = memberOf(block, operator)?.value;
  if (keys === undefined) return addMember(text, block, operator, operand);
  if (keys.kind !== 'object') return undefined;
  const list = keys.members.find(({ name }) => name.value.toLowerCase() === key.toLowerCase());
  return list === undefined ? addMember(text, keys, key, value) : addValue(text, list.value, value);
}

/** A key goes with its operator, and that with the whole `Condition`, when nothing else stands there. */
function dropCondition({ operator, key }: ConditionPlace, statement: JsonObject): Edits {
  const block = memberOf(statement, 'Condition')?.value;
  const keys = block && memberOf(block, operator)?.value;
  if (block?.kind !== 'object' || keys?.kind !== 'object') return undefined;
  if (keys.members.length > 1) return removeMember(keys, key);
  if (block.members.length > 1) return removeMember(block, operator);
  return removeMember(statement, 'Condition');
}
