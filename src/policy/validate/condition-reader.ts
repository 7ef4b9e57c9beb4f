import { type ConditionEntry, type Placed } from '../syntax/document.ts';
import { type JsonMember, type JsonNode, type JsonObject } from '../syntax/json-tree.ts';
import { operatorNames, parseOperator, setOperators, type Operator } from '../syntax/operators.ts';
import { finding } from './finding.ts';
import { checkKey, checkKeyCase } from './condition-key.ts';
import { didYouMean } from './did-you-mean.ts';
import { reportWrongType, type Reading } from './json-objects.ts';
import { hasForm, operandForm } from './operand-format.ts';

/**
 * A `Condition`: operators, in them keys, in them values. An empty object is no condition.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function readConditions(
  reading: Reading,
  member: JsonMember | undefined,
): readonly ConditionEntry[] {
  if (member === undefined) return [];
  if (member.value.kind === 'object') {
    checkEmpty(reading, member.value, member.name);
    return member.value.members.flatMap((block) => readBlock(reading, block));
  }
  reportWrongType(reading, 'Condition', 'object', member.value);
  return [];
}

function checkEmpty(
  { report }: Reading,
  { members }: JsonObject,
  { at }: JsonMember['name'],
): void {
  if (members.length === 0) report.add(finding('empty-condition', at, {}));
}

/** One operator with its keys. */
function readBlock(reading: Reading, { name, value }: JsonMember): readonly ConditionEntry[] {
  const operator = parseOperator(name.value);
  if (operator === undefined) {
    const near = nearestOperator(name.value);
    const refusal = reading.words.unknownOperator(name.value); // row M1
    reading.report.add(
      finding('unknown-operator', name.at, { operator: name.value, near }),
      refusal,
    );
  }
  if (value.kind !== 'object') {
    reportWrongType(reading, name.value, 'keys', value);
    return [];
  }
  checkEmpty(reading, value, name);
  checkKeyCase(reading.report, value.members);
  return value.members.flatMap((key) => readKey(reading, name, operator, key));
}

/** The nearest operator with the same prefix and suffix; empty if none is near. */
function nearestOperator(text: string): string {
  const colon = text.indexOf(':');
  const set = colon < 0 ? '' : didYouMean(text.slice(0, colon), setOperators);
  const rest = text.slice(colon + 1).replace(/^:+/, '');
  const bare = rest.replace(/IfExists$/i, '');
  const name = didYouMean(bare, operatorNames);
  if (set === undefined || name === undefined) return '';
  const suffix = bare === rest || name === 'Null' ? '' : 'IfExists';
  return `${set === '' ? '' : `${set}:`}${name}${suffix}`;
}

function readKey(
  reading: Reading,
  operator: Placed<string>,
  parsed: Operator | undefined,
  { at, name, value }: JsonMember,
): readonly ConditionEntry[] {
  checkKey(reading.report, name);
  const values = readValues(reading, operator.value, name.value, value);
  if (values === undefined) return [];
  if (parsed !== undefined)
    for (const operand of values) checkOperand(reading, parsed, operator.value, operand);
  return [{ at, operator, key: name, values }];
}

/** Text, numbers and booleans, one or a list. Anything nested is refused (AWS IAM, row M1, seen live). */
function readValues(
  reading: Reading,
  operator: string,
  key: string,
  node: JsonNode,
): readonly Placed<string>[] | undefined {
  const nodes = node.kind === 'array' ? node.items : [node];
  if (nodes.length === 0) reading.report.add(finding('no-values', node.at, { operator, key }));
  const values = nodes.flatMap((item) => readValue(reading, key, item));
  return values.length === nodes.length ? values : undefined;
}

function readValue(reading: Reading, key: string, node: JsonNode): readonly Placed<string>[] {
  switch (node.kind) {
    case 'string':
      return [{ value: node.value, at: node.at }];
    case 'number':
    case 'boolean':
      return [{ value: node.text, at: node.at }];
    case 'object':
    case 'array':
    case 'null':
      reportWrongType(reading, key, 'condition-value', node);
      return [];
  }
}

/** Row M3, and M1 for base64. The trust parser saves what cannot be compared. */
function checkOperand(
  { report, words }: Reading,
  { name }: Operator,
  operator: string,
  { value, at }: Placed<string>,
): void {
  const form = operandForm(name);
  if (form === undefined || hasForm(form, value)) return;
  const refusal =
    form === 'bool' ? undefined : words[form === 'base64' ? 'binaryOperand' : 'operand'];
  if (refusal === undefined)
    report.add(finding('operand-never-matches', at, { operator, value, form }));
  else report.add(finding('bad-operand', at, { operator, value, form }), refusal);
}
