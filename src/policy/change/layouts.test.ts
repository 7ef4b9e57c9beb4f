import { expect, test } from 'vitest';
import { readJson } from '../syntax/json-tree.ts';
import { type PolicyEdit, type StatementPlace } from './change.ts';
import { editsOf } from './policy-edits.ts';
import { applyEdits } from './text-edit.ts';

const first: StatementPlace = { index: 0, sid: undefined, effect: 'Allow' };
const second: StatementPlace = { ...first, index: 1 };

const action = (value: string): PolicyEdit => ({
  kind: 'add-action',
  statement: first,
  element: 'Action',
  value,
});
const noAction = (value: string): PolicyEdit => ({
  kind: 'drop-action',
  statement: first,
  element: 'Action',
  value,
});
const principal = (type: 'AWS' | 'Service', value: string): PolicyEdit => ({
  kind: 'add-principal',
  statement: first,
  element: 'Principal',
  type,
  value,
});
const except: PolicyEdit = {
  kind: 'except-caller',
  statement: first,
  operator: 'ArnNotEquals',
  key: 'aws:PrincipalArn',
  value: 'me',
};
const drop = (operator: string, key: string): PolicyEdit => ({
  kind: 'drop-condition',
  statement: first,
  operator,
  key,
});
const statement: PolicyEdit = {
  kind: 'add-statement',
  effect: 'Allow',
  statement: { Effect: 'Allow', Action: 's:B' },
};

type Row = readonly [why: string, what: PolicyEdit, before: string, after: string | undefined];

/** Only what must change changes: how the author lays out the text is kept. */
test.each<Row>([
  [
    'a value on its own becomes a list of two',
    action('s:B'),
    '{"Statement":{"Action":"s:A"}}',
    '{"Statement":{"Action":["s:A","s:B"]}}',
  ],
  [
    'a list on one line stays on it, with the spaces that its author likes',
    action('s:B'),
    '{ "Statement": [{ "Action": [ "s:A" ] }] }',
    '{ "Statement": [{ "Action": [ "s:A", "s:B" ] }] }',
  ],
  [
    'a list with one line each gets one more line',
    action('s:C'),
    '{"Statement": [{"Action": [\n\t"s:A",\n\t"s:B"\n]}]}',
    '{"Statement": [{"Action": [\n\t"s:A",\n\t"s:B",\n\t"s:C"\n]}]}',
  ],
  [
    'a list of one on a line of its own too, with that line’s ending',
    action('s:B'),
    '{"Statement": [{"Action": [\r\n  "s:A"\r\n]}]}',
    '{"Statement": [{"Action": [\r\n  "s:A",\r\n  "s:B"\r\n]}]}',
  ],
  [
    'an empty list takes the value',
    action('s:B'),
    '{"Statement":[{"Action":[]}]}',
    '{"Statement":[{"Action":["s:B"]}]}',
  ],
  [
    'the first of a list goes with the comma after it',
    noAction('s:A'),
    '{"Statement":[{"Action":["s:A", "s:B"]}]}',
    '{"Statement":[{"Action":["s:B"]}]}',
  ],
  [
    'the last goes with the comma before it',
    noAction('s:B'),
    '{"Statement":[{"Action":["s:A", "s:B" ]}]}',
    '{"Statement":[{"Action":["s:A" ]}]}',
  ],
  ['the only one stays', noAction('s:A'), '{"Statement":[{"Action":["s:A"]}]}', undefined],
  [
    'what is not there stays away',
    noAction('s:C'),
    '{"Statement":[{"Action":["s:A", "s:B"]}]}',
    undefined,
  ],
  [
    'another type of principal gets a member of its own',
    principal('AWS', 'me'),
    '{\n  "Statement": [{\n    "Principal": {\n      "Service": "a"\n    }\n  }]\n}',
    '{\n  "Statement": [{\n    "Principal": {\n      "Service": "a",\n      "AWS": "me"\n    }\n  }]\n}',
  ],
  [
    'a bare star has no room for names',
    principal('AWS', 'me'),
    '{"Statement":[{"Principal":"*"}]}',
    undefined,
  ],
  [
    'the last name of a type takes the type with it',
    { kind: 'drop-principal', statement: first, element: 'Principal', type: 'AWS', value: 'me' },
    '{"Statement":[{"Principal":{"AWS":["me"],"Service":"a"}}]}',
    '{"Statement":[{"Principal":{"Service":"a"}}]}',
  ],
  [
    'a condition where there was none',
    except,
    '{\n "Statement": [\n  {\n   "Effect": "Deny"\n  }\n ]\n}',
    '{\n "Statement": [\n  {\n   "Effect": "Deny",\n   "Condition": {\n    "ArnNotEquals": {\n     "aws:PrincipalArn": "me"\n    }\n   }\n  }\n ]\n}',
  ],
  [
    'beside another operator',
    except,
    '{"Statement":[{"Condition":{"Bool":{"a:B":"true"}}}]}',
    '{"Statement":[{"Condition":{"Bool":{"a:B":"true"},"ArnNotEquals":{"aws:PrincipalArn":"me"}}}]}',
  ],
  [
    'beside another key of the operator',
    except,
    '{"Statement":[{"Condition":{"ArnNotEquals":{"a:B":"c"}}}]}',
    '{"Statement":[{"Condition":{"ArnNotEquals":{"a:B":"c","aws:PrincipalArn":"me"}}}]}',
  ],
  [
    'beside another value of the key, in whatever case it is written',
    except,
    '{"Statement":[{"Condition":{"ArnNotEquals":{"AWS:principalarn":"you"}}}]}',
    '{"Statement":[{"Condition":{"ArnNotEquals":{"AWS:principalarn":["you","me"]}}}]}',
  ],
  [
    'in the place of an empty condition',
    except,
    '{"Statement":[{"Condition":{}}]}',
    '{"Statement":[{"Condition":{"ArnNotEquals":{"aws:PrincipalArn":"me"}}}]}',
  ],
  [
    'the only condition takes the block with it',
    drop('Bool', 'a:B'),
    '{"Statement":[{"Effect":"Allow","Condition":{"Bool":{"a:B":"true"}}}]}',
    '{"Statement":[{"Effect":"Allow"}]}',
  ],
  [
    'the only key takes the operator with it',
    drop('Bool', 'a:B'),
    '{"Statement":[{"Condition":{"Bool":{"a:B":"true"},"Null":{"a:C":"true"}}}]}',
    '{"Statement":[{"Condition":{"Null":{"a:C":"true"}}}]}',
  ],
  [
    'one key of several goes alone',
    drop('Bool', 'a:B'),
    '{"Statement":[{"Condition":{"Bool":{"a:B":"true","a:C":"true"}}}]}',
    '{"Statement":[{"Condition":{"Bool":{"a:C":"true"}}}]}',
  ],
  [
    'numbers and booleans are found as they are written',
    { kind: 'drop-condition-value', statement: first, operator: 'Bool', key: 'a:B', value: 'true' },
    '{"Statement":[{"Condition":{"Bool":{"a:B":[true, false]}}}]}',
    '{"Statement":[{"Condition":{"Bool":{"a:B":[false]}}}]}',
  ],
  [
    'a statement behind the last',
    statement,
    '{"Statement": [\n    {"Effect": "Deny"}\n]}',
    '{"Statement": [\n    {"Effect": "Deny"},\n    {\n        "Effect": "Allow",\n        "Action": "s:B"\n    }\n]}',
  ],
  [
    'a statement that was alone makes room in a list',
    statement,
    '{"Statement":{"Effect":"Deny"}}',
    '{"Statement":[{"Effect":"Deny"},{"Effect":"Allow","Action":"s:B"}]}',
  ],
  [
    'a statement goes',
    { kind: 'drop-statement', statement: second },
    '{"Statement":[{"Effect":"Deny"}, {"Effect":"Allow"}]}',
    '{"Statement":[{"Effect":"Deny"}]}',
  ],
  [
    'the only statement stays',
    { kind: 'drop-statement', statement: first },
    '{"Statement":[{}]}',
    undefined,
  ],
  [
    'a statement that is not there',
    { kind: 'drop-statement', statement: second },
    '{"Statement":[{}]}',
    undefined,
  ],
  ['no JSON', statement, '{"Statement":', undefined],
  ['no policy', statement, '[]', undefined],
])('%s', (_why, what, before, after) => {
  const edits = editsOf(what, before);
  expect(edits && applyEdits(before, edits)).toBe(after);
});

test('what is written is JSON, whatever the value', () => {
  const value = 'a"b\\c\n${x}';
  const text = '{"Statement":[{"Action":"s:A"}]}';
  const after = applyEdits(text, editsOf(action(value), text) ?? []);
  expect(readJson(after).problems).toStrictEqual([]);
  expect(JSON.parse(after)).toStrictEqual({ Statement: [{ Action: ['s:A', value] }] });
});
