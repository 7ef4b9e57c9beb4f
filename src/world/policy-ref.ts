import { type PolicyKind } from '#policy';
import { type AwsCall } from './command.ts';
import { type Account, type World } from './model.ts';

/** Where a policy's text lives. Its string form, `policyRefText`, is the `ref` in every trace. */
export type PolicyRef =
  | { readonly type: 'trust'; readonly account: string; readonly role: string }
  | { readonly type: 'role-inline'; readonly account: string; readonly role: string; readonly name: string }
  | { readonly type: 'user-inline'; readonly account: string; readonly user: string; readonly name: string }
  | { readonly type: 'group-inline'; readonly account: string; readonly group: string; readonly name: string }
  | { readonly type: 'managed'; readonly account: string; readonly arn: string }
  | { readonly type: 'bucket'; readonly account: string; readonly bucket: string }
  | { readonly type: 'scp'; readonly account: string; readonly level: number; readonly name: string };
