import { expect, test } from 'vitest';
import { operatorNames, parseOperator } from './operators.ts';

test.each(operatorNames)('%s is an operator by itself', (name) => {
  expect(parseOperator(name)).toEqual({ set: undefined, name, ifExists: false });
});

test.each([
  ['StringLikeIfExists', undefined, 'StringLike', true],
  ['ForAnyValue:StringEquals', 'ForAnyValue', 'StringEquals', false],
  ['ForAllValues:ArnLikeIfExists', 'ForAllValues', 'ArnLike', true],
  ['ForAllValues:Null', 'ForAllValues', 'Null', false], // saved by AWS, seen live
] as const)('%s is taken apart', (text, set, name, ifExists) => {
  expect(parseOperator(text)).toEqual({ set, name, ifExists });
});

test.each([
  ['M1 an unknown name', 'StringEqualz'],
  ['M1 names are compared with regard to case', 'stringequals'],
  ['M1 Null has no IfExists', 'NullIfExists'],
  ['M1 a doubled colon', 'ForAnyValue::StringEquals'],
  ['M1 an unknown prefix', 'ForSomeValues:StringEquals'],
  ['M1 a prefix alone', 'ForAnyValue:'],
  ['M1 a suffix alone', 'IfExists'],
  ['M1 a suffix twice', 'BoolIfExistsIfExists'],
  ['M1 nothing', ''],
  ['a name of Object.prototype', 'constructor'],
])('%s is no operator: `%s`', (_why, text) => {
  expect(parseOperator(text)).toBeUndefined();
});
