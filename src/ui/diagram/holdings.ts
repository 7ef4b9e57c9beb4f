import { type Happening, type Person, type User, type World } from '#world';

/** Who holds which credentials while a command is shown, whether the world is that before it or after it. */
export interface Holdings {
  readonly people: Readonly<Record<string, readonly string[]>>;
  readonly published: readonly string[];
}

/** Where a happening puts a copy: a person's id, or `undefined` for the public repository. */
interface Gift {
  readonly key: string;
  readonly to: string | undefined;
}

export function giftOf(happening: Happening | undefined): Gift | undefined {
  switch (happening?.type) {
    case 'credentials-issued':
      return { key: happening.accessKeyId, to: happening.to };
    case 'copied':
      return { key: happening.accessKeyId, to: happening.by };
    case 'leaked':
      return { key: happening.accessKeyId, to: undefined };
    case undefined:
    case 'request-sent':
    case 'credentials-checked':
    case 'gate-asked':
    case 'decided':
    case 'permissions-not-asked':
    case 'changed':
    case 'answered':
    case 'recorded':
    case 'impossible':
    case 'waited':
    case 'credentials-expired':
      return undefined;
  }
}

export function holdingsAt(world: World, happenings: readonly Happening[], at: number): Holdings {
  const given = giftsOf(happenings.slice(0, at + 1));
  const toCome = at < 0 ? [] : giftsOf(happenings.slice(at + 1));
  const settle = (keys: readonly string[], to: string | undefined) => {
    const later = new Set(toCome.filter((gift) => gift.to === to).map((gift) => gift.key));
    const now = given.filter((gift) => gift.to === to).map((gift) => gift.key);
    return [...new Set([...keys.filter((key) => !later.has(key)), ...now])];
  };
  const people = Object.values(world.people).map(
    (person) => [person.id, settle(person.holds, person.id)] as const,
  );
  return {
    people: Object.fromEntries(people),
    published: settle(
      world.published.map((publication) => publication.accessKeyId),
      undefined,
    ),
  };
}

function giftsOf(happenings: readonly Happening[]): readonly Gift[] {
  return happenings.flatMap((happening) => giftOf(happening) ?? []);
}

/**
 * To whom credentials were issued. AWS knows only the key that asked; the person is found among the
 * holders: one who also holds that key, people of the house before strangers.
 */
export function issuedTo(
  world: World,
  happenings: readonly Happening[],
  holdings: Holdings,
  key: string,
): Person | undefined {
  for (const happening of happenings)
    if (happening.type === 'credentials-issued' && happening.accessKeyId === key)
      return world.people[happening.to];
  const credentials = world.credentials[key];
  if (credentials?.type === 'long-term') return ownerOf(world, holdings, key);
  const asker = credentials?.issuedTo;
  const holders = holdersOf(world, holdings, key);
  return holders.find((person) => asker && holds(holdings, person, asker)) ?? holders[0];
}

function ownerOf(world: World, holdings: Holdings, key: string): Person | undefined {
  const user = userOfKey(world, key);
  const holders = holdersOf(world, holdings, key);
  return holders.find((person) => user && sameName(person, user.name)) ?? holders[0];
}

const sameName = (person: Person, user: string): boolean =>
  [person.id, person.name].some((name) => name.toLowerCase() === user.toLowerCase());

function holdersOf(world: World, holdings: Holdings, key: string): readonly Person[] {
  const holders = Object.values(world.people).filter((person) => holds(holdings, person, key));
  return [
    ...holders.filter((person) => person.role !== 'outsider'),
    ...holders.filter((person) => person.role === 'outsider'),
  ];
}

const holds = (holdings: Holdings, person: Person, key: string): boolean =>
  holdings.people[person.id]?.includes(key) ?? false;

/** The IAM user a long-term key belongs to. */
export function userOfKey(world: World, key: string): User | undefined {
  const credentials = world.credentials[key];
  if (credentials?.type !== 'long-term' || credentials.owner.type !== 'user') return undefined;
  return userById(world, credentials.owner.account, credentials.owner.uniqueId);
}

export function userById(world: World, account: string, uniqueId: string): User | undefined {
  const users = Object.values(world.accounts[account]?.users ?? {});
  return users.find((user) => user.uniqueId === uniqueId);
}
