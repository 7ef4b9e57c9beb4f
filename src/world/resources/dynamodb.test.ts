import { expect, test } from 'vitest';
import {
  answerOf,
  home,
  outcomeOf,
  own,
  play,
  smallWorld,
  userArn,
} from '../../testing/small-world.ts';
import { allow, policy } from '../../testing/statements.ts';
import { type AwsCall } from '../command.ts';

const arn = `arn:aws:dynamodb:eu-west-1:${home}:table/t`;
const start = smallWorld({
  users: [
    { name: 'alice', inline: { Own: policy(allow('dynamodb:*')) } },
    { name: 'reader', inline: { Own: policy(allow('dynamodb:GetItem', arn)) } },
  ],
  tables: [{ name: 't', items: { '1': '{"id":"1"}' } }],
});
const answer = (by: string, ...calls: readonly AwsCall[]) =>
  play(start, ...calls.map((call) => own(by, call))).happenings;

const get = (key: string): AwsCall => ({ action: 'dynamodb:GetItem', table: 't', key });
const scan: AwsCall = { action: 'dynamodb:Scan', table: 't' };
const put: AwsCall = { action: 'dynamodb:PutItem', table: 't', key: '2', item: '{"id":"2"}' };

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html */
test.each<readonly [fact: string, by: string, calls: readonly AwsCall[], result: object]>([
  ['an item', 'reader', [get('1')], { Item: '{"id":"1"}' }],
  ['an item that is not there is an empty answer', 'reader', [get('9')], {}],
  ['a name that every object has is not there either', 'reader', [get('constructor')], {}],
  ['all items', 'alice', [scan], { Count: 1, Items: ['{"id":"1"}'] }],
  [
    'all items after a new one',
    'alice',
    [put, scan],
    { Count: 2, Items: ['{"id":"1"}', '{"id":"2"}'] },
  ],
])('%s', (_fact, by, calls, result) => {
  expect(outcomeOf(answer(by, ...calls))).toEqual({ ok: true, result });
});

test.each<readonly [fact: string, by: string, call: AwsCall, error: string]>([
  [
    'a refusal is of JSON services’ kind',
    'reader',
    scan,
    `AccessDeniedException 400: User: ${userArn('reader')} is not authorized to perform: dynamodb:Scan on resource: ${arn} because no identity-based policy allows the dynamodb:Scan action`,
  ],
  [
    'a table that is missing',
    'alice',
    { action: 'dynamodb:Scan', table: 'none' },
    'ResourceNotFoundException 400: Requested resource not found',
  ],
])('%s', (_fact, by, call, error) => {
  expect(answerOf(answer(by, call))).toBe(error);
});
