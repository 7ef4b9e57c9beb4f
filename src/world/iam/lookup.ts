import {
  type Account,
  type Bucket,
  type LongTermCredentials,
  type Person,
  type Role,
  type User,
  type World,
} from '../model.ts';
import { readArn } from '../arn.ts';

export const accountOf = (world: Pick<World, 'accounts'>, id: string): Account | undefined =>
  own(world.accounts, id);

export const personById = (world: World, id: string): Person | undefined => own(world.people, id);

export const roleByName = (account: Account | undefined, name: string): Role | undefined =>
  account && own(account.roles, name);

export const userByName = (account: Account | undefined, name: string): User | undefined =>
  account && own(account.users, name);

/** By the whole ARN, path and case included, as AssumeRole compares it. */
export function roleByArn(world: World, arn: string): Role | undefined {
  const account = accountOf(world, readArn(arn)?.account ?? '');
  return Object.values(account?.roles ?? {}).find((role) => role.arn === arn);
}

export function roleById(world: World, account: string, id: string): Role | undefined {
  return Object.values(accountOf(world, account)?.roles ?? {}).find((r) => r.uniqueId === id);
}

export function userById(world: World, account: string, id: string): User | undefined {
  return Object.values(accountOf(world, account)?.users ?? {}).find((u) => u.uniqueId === id);
}

/** Bucket names are unique in all of AWS. */
export function bucketByName(
  world: World,
  name: string,
): { readonly account: Account; readonly bucket: Bucket } | undefined {
  for (const account of Object.values(world.accounts)) {
    const bucket = own(account.buckets, name);
    if (bucket) return { account, bucket };
  }
  return undefined;
}

/** IAM's names are unique without regard to case. */
export const nameTaken = (taken: Readonly<Record<string, unknown>>, name: string): boolean =>
  Object.keys(taken).some((other) => other.toLowerCase() === name.toLowerCase());

export function keysOfUser(world: World, userId: string): readonly LongTermCredentials[] {
  return Object.values(world.credentials).filter(
    (c): c is LongTermCredentials =>
      c.type === 'long-term' && c.owner.type === 'user' && c.owner.uniqueId === userId,
  );
}

/** A learner may name a thing `constructor`: only what the record itself has counts. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
