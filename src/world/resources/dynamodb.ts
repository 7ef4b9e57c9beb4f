import { tableArn } from '../arn.ts';
import { noSuchTable } from '../aws-errors.ts';
import { withAccount, withTable } from '../change.ts';
import { type AwsCall } from '../command.ts';
import { accountOf, own } from '../iam/lookup.ts';
import { type Json, type Table } from '../model.ts';
import {
  alwaysValid,
  done,
  type Effect,
  type Operation,
  plainTarget,
  refused,
  type Situation,
} from '../operation.ts';

type Call<Action extends AwsCall['action']> = Extract<AwsCall, { action: Action }>;

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html */
export const getItem = (call: Call<'dynamodb:GetItem'>): Operation => ({
  ...dynamodb('GetItem', call, { tableName: call.table, key: { id: call.key } }),
  perform: (situation) =>
    onTable(situation, call.table, (table) => {
      const item = own(table.items, call.key);
      return { result: item === undefined ? {} : { Item: item } };
    }),
});

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html */
export const putItem = (call: Call<'dynamodb:PutItem'>): Operation => ({
  ...dynamodb('PutItem', call, { tableName: call.table, key: { id: call.key } }),
  readOnly: false,
  perform: (situation) =>
    onTable(situation, call.table, (table) => ({
      table: { ...table, items: { ...table.items, [call.key]: call.item } },
      result: {},
    })),
});

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html */
export const scan = (call: Call<'dynamodb:Scan'>): Operation => ({
  ...dynamodb('Scan', call, { tableName: call.table }),
  perform: (situation) =>
    onTable(situation, call.table, (table) => ({
      result: { Count: Object.keys(table.items).length, Items: Object.values(table.items) },
    })),
});

interface TableAnswer {
  readonly table?: Table;
  readonly result: Readonly<Record<string, Json>>;
}

function onTable(
  { world, home }: Situation,
  name: string,
  answer: (table: Table) => TableAnswer,
): Effect {
  const account = accountOf(world, home);
  const table = own(account?.tables ?? {}, name);
  if (!account || !table) return refused(noSuchTable());
  const given = answer(table);
  if (!given.table) return done(world, given.result);
  return done(withAccount(world, withTable(account, given.table)), given.result, [
    { type: 'changed', what: table.arn },
  ]);
}

const dynamodb = (
  eventName: string,
  call: { readonly table: string },
  requestParameters: Json,
): Omit<Operation, 'perform'> => ({
  service: 'dynamodb',
  eventName,
  readOnly: true,
  data: true,
  requestParameters,
  target: plainTarget((home, world) => tableArn(world.region, home, call.table)),
  invalid: alwaysValid,
});
