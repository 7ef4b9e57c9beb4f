import {
  type Account,
  type Bucket,
  type Role,
  type Table,
  type User,
  type World,
} from './model.ts';

/** Copies of a world with one thing changed; everything else keeps its identity. */
export function withAccount(world: World, account: Account): World {
  return { ...world, accounts: { ...world.accounts, [account.id]: account } };
}

export const withRole = (account: Account, role: Role): Account => ({
  ...account,
  roles: { ...account.roles, [role.name]: role },
});

export const withUser = (account: Account, user: User): Account => ({
  ...account,
  users: { ...account.users, [user.name]: user },
});

export const withBucket = (account: Account, bucket: Bucket): Account => ({
  ...account,
  buckets: { ...account.buckets, [bucket.name]: bucket },
});

export const withTable = (account: Account, table: Table): Account => ({
  ...account,
  tables: { ...account.tables, [table.name]: table },
});

export function without<T>(
  record: Readonly<Record<string, T>>,
  key: string,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
