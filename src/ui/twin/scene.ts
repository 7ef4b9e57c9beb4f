import { type Account, type Credentials, type Person, type World } from '#world';
import { credentialsName } from '../kit/credentials-name.ts';
import { sayDistance, timeOfDay } from '../kit/instant.ts';

/** What the diagram shows, as words: the table on the page and the copied text are both made of it. */
export interface Scene {
  readonly now: string;
  readonly holders: readonly SceneHolder[];
  readonly accounts: readonly SceneAccount[];
}

export interface SceneHolder {
  readonly name: string;
  /** `undefined`: a public repository. */
  readonly person: string | undefined;
  readonly about: string;
  readonly holds: readonly SceneCredentials[];
}

export interface SceneCredentials {
  readonly kind: string;
  readonly accessKeyId: string;
  /** Whom AWS takes the holder for. */
  readonly identity: string;
  /** `expires in 43 min`; empty for a long-term key in use. */
  readonly state: string;
}

export interface SceneAccount {
  readonly title: string;
  /** What there is, by kind; kinds of which there is none are left out. */
  readonly things: readonly { readonly kind: string; readonly names: readonly string[] }[];
}

export function readScene(world: World): Scene {
  return {
    now: timeOfDay(world.now),
    holders: [
      ...Object.values(world.people).map((person) => readPerson(world, person)),
      ...readRepositories(world),
    ],
    accounts: Object.values(world.accounts).map(readAccount),
  };
}

const abouts: Record<Person['role'], string> = {
  administrator: 'the administrator',
  insider: 'has a user in the account',
  outsider: 'an outsider',
};

function readPerson(world: World, person: Person): SceneHolder {
  return {
    name: person.name,
    person: person.id,
    about: `${abouts[person.role]}, calls from ${person.sourceIp}`,
    holds: person.holds.map((key) => readCredentials(world, key)),
  };
}

function readRepositories(world: World): readonly SceneHolder[] {
  const repositories = new Set(world.published.map((publication) => publication.repository));
  return [...repositories].map((repository) => ({
    name: `GitHub: ${repository}`,
    person: undefined,
    about: 'a public repository: anybody can copy from it',
    holds: world.published
      .filter((publication) => publication.repository === repository)
      .map((publication) => readCredentials(world, publication.accessKeyId)),
  }));
}

function readCredentials(world: World, accessKeyId: string): SceneCredentials {
  const credentials = world.credentials[accessKeyId];
  if (credentials === undefined) {
    return { kind: 'access key', accessKeyId, identity: 'nobody', state: 'deleted' };
  }
  const state = sayState(credentials, world.now);
  return { ...credentialsName(world, credentials), accessKeyId, state };
}

function sayState(credentials: Credentials, now: World['now']): string {
  if (credentials.type === 'long-term') return credentials.status === 'Active' ? '' : 'inactive';
  const verb = credentials.expiresAt > now ? 'expires' : 'expired';
  return `${verb} ${sayDistance(now, credentials.expiresAt)}`;
}

function readAccount(account: Account): SceneAccount {
  const things = [
    { kind: 'users', names: Object.values(account.users).map((user) => user.name) },
    { kind: 'roles', names: Object.values(account.roles).map(sayRole) },
    { kind: 'buckets', names: Object.values(account.buckets).map((bucket) => bucket.name) },
    { kind: 'tables', names: Object.values(account.tables).map((table) => table.name) },
    {
      kind: 'service control policies',
      names: account.scps.flat().map((policy) => policy.name),
    },
  ];
  return {
    title: `Account ${account.id}, ${account.name}`,
    things: things.filter(({ names }) => names.length > 0),
  };
}

function sayRole({ name, attached, inline }: Account['roles'][string]): string {
  const policies = [...attached.map(lastPart), ...Object.keys(inline)];
  return policies.length === 0
    ? `${name} (no permissions policy)`
    : `${name} (permissions: ${policies.join(', ')})`;
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
