import { type Account, type Person, type User, type World } from '#world';

/**
 * The IAM user whom a person is. The world has no such link, since AWS has none: whoever belongs here has the
 * key of the own user first, and an outsider has no user, whatever keys were copied.
 */
export function identityOf(
  world: World,
  person: Person,
): { readonly account: Account; readonly user: User } | undefined {
  if (person.role === 'outsider') return undefined;
  const users = Object.values(world.accounts).flatMap((account) =>
    Object.values(account.users).map((user) => ({ account, user })),
  );
  const named = users.find(({ user }) => user.name.toLowerCase() === person.id.toLowerCase());
  return named ?? users.find(({ user }) => user.uniqueId === firstOwner(world, person));
}

function firstOwner(world: World, person: Person): string | undefined {
  return person.holds
    .map((id) => world.credentials[id])
    .filter((known) => known?.type === 'long-term')
    .map(({ owner }) => (owner.type === 'user' ? owner.uniqueId : undefined))
    .find((id) => id !== undefined);
}
