import { bucketArn, groupArn, policyArn, roleArn, tableArn, userArn } from './arn.ts';
import { drawAccessKeyId, drawSecret, drawUniqueId } from './identifiers.ts';
import {
  type Account,
  accountId,
  type AccountId,
  type Group,
  type LongTermCredentials,
  type ManagedPolicy,
  type NamedPolicy,
  type Person,
  type PolicyText,
  type Role,
  simTime,
  type Tags,
  type User,
  type World,
} from './model.ts';

/** A policy as a scenario gives it: its text, or the document itself, which is then printed with two spaces. */
export type PolicySource = string | Readonly<Record<string, unknown>>;

/** A starting world as a scenario writes it down. Ids, ARNs and keys are drawn. */
export interface WorldSpec {
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly region?: string;
  readonly accounts: readonly AccountSpec[];
  readonly people: readonly PersonSpec[];
}

interface AccountSpec {
  readonly id: string;
  readonly name: string;
  readonly managedPolicies?: readonly {
    readonly name: string;
    readonly aws?: boolean;
    readonly document: PolicySource;
  }[];
  readonly groups?: readonly IdentitySpec[];
  readonly users?: readonly UserSpec[];
  readonly roles?: readonly RoleSpec[];
  readonly buckets?: readonly {
    readonly name: string;
    readonly objects?: Readonly<Record<string, string>>;
    readonly policy?: PolicySource;
  }[];
  readonly tables?: readonly {
    readonly name: string;
    readonly items?: Readonly<Record<string, string>>;
  }[];
  /** `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`. */
  readonly organizationPath?: string;
  readonly scps?: readonly (readonly {
    readonly name: string;
    readonly document: PolicySource;
  }[])[];
}

interface IdentitySpec {
  readonly name: string;
  readonly path?: string;
  /** Names of managed policies of this account. */
  readonly attached?: readonly string[];
  readonly inline?: Readonly<Record<string, PolicySource>>;
}

interface UserSpec extends IdentitySpec {
  readonly groups?: readonly string[];
  readonly tags?: Tags;
  /** Name of a managed policy. */
  readonly boundary?: string;
}

interface RoleSpec extends IdentitySpec {
  readonly description?: string;
  readonly trust: PolicySource;
  readonly tags?: Tags;
  readonly boundary?: string;
  readonly maxSessionDuration?: number;
  readonly serviceLinked?: boolean;
}

interface PersonSpec {
  readonly id: string;
  readonly name: string;
  readonly role: Person['role'];
  readonly sourceIp: string;
  readonly userAgent?: string;
  /** Gets a long-term key of this user, or of the account's root. */
  readonly keyOf?: { readonly account: string; readonly user: string };
}

const cli = 'aws-cli/2.36.7 md/awscrt#0.31.2 ua/2.1 os/linux#6.8';

/** Makes the world that a scenario starts from. A scenario that names what it does not have throws. */
export function buildWorld(spec: WorldSpec): World {
  const empty: World = {
    now: simTime(Date.parse(spec.now)),
    draws: 0,
    region: spec.region ?? 'eu-west-1',
    accounts: {},
    people: {},
    credentials: {},
    published: [],
    trail: [],
  };
  const settled = spec.accounts.reduce(settle, empty);
  return spec.people.reduce(welcome, settled);
}

function settle(world: World, spec: AccountSpec): World {
  const id = accountId(spec.id);
  const policies = (spec.managedPolicies ?? []).map((p): ManagedPolicy => ({
    name: p.name,
    arn: p.aws ? `arn:aws:iam::aws:policy/${p.name}` : policyArn(id, p.name),
    type: p.aws ? 'AWS managed' : 'Customer managed',
    ...textOf(p.document),
  }));
  const groups = each(spec.groups, world, (w, g) => makeGroup(w, id, g, policies));
  const users = each(spec.users, groups.world, (w, u) => makeUser(w, id, u, policies));
  const roles = each(spec.roles, users.world, (w, r) => makeRole(w, id, r, policies));
  const account: Account = {
    id,
    name: spec.name,
    users: byName(users.made),
    groups: byName(groups.made),
    roles: byName(roles.made),
    policies: Object.fromEntries(policies.map((policy) => [policy.arn, policy])),
    buckets: byName(
      (spec.buckets ?? []).map((bucket) => ({
        name: bucket.name,
        arn: bucketArn(bucket.name),
        policy: bucket.policy === undefined ? undefined : textOf(bucket.policy),
        objects: bucket.objects ?? {},
      })),
    ),
    tables: byName(
      (spec.tables ?? []).map((table) => ({
        name: table.name,
        arn: tableArn(world.region, id, table.name),
        items: table.items ?? {},
      })),
    ),
    organizationPath: spec.organizationPath,
    scps: (spec.scps ?? []).map((level) =>
      level.map((p): NamedPolicy => ({ name: p.name, ...textOf(p.document) })),
    ),
  };
  return { ...roles.world, accounts: { ...roles.world.accounts, [id]: account } };
}

interface Made<T> {
  readonly world: World;
  readonly made: readonly T[];
}

function each<S, T>(
  specs: readonly S[] | undefined,
  world: World,
  make: (world: World, spec: S) => { readonly world: World; readonly value: T },
): Made<T> {
  return (specs ?? []).reduce<Made<T>>(
    ({ world: at, made }, spec) => {
      const next = make(at, spec);
      return { world: next.world, made: [...made, next.value] };
    },
    { world, made: [] },
  );
}

type Policies = readonly ManagedPolicy[];

function makeGroup(world: World, account: AccountId, spec: IdentitySpec, policies: Policies) {
  const id = drawUniqueId(world, account, 'AGPA');
  const path = spec.path ?? '/';
  const value: Group = {
    ...identity(world, spec, id.value, policies),
    arn: groupArn(account, path, spec.name),
  };
  return { world: id.world, value };
}

function makeUser(world: World, account: AccountId, spec: UserSpec, policies: Policies) {
  const id = drawUniqueId(world, account, 'AIDA');
  const value: User = {
    ...identity(world, spec, id.value, policies),
    arn: userArn(account, spec.path ?? '/', spec.name),
    groups: spec.groups ?? [],
    tags: spec.tags ?? {},
    boundary: spec.boundary === undefined ? undefined : named(policies, spec.boundary),
  };
  return { world: id.world, value };
}

function makeRole(world: World, account: AccountId, spec: RoleSpec, policies: Policies) {
  const id = drawUniqueId(world, account, 'AROA');
  const value: Role = {
    ...identity(world, spec, id.value, policies),
    arn: roleArn(account, spec.path ?? '/', spec.name),
    description: spec.description ?? '',
    trust: textOf(spec.trust),
    tags: spec.tags ?? {},
    boundary: spec.boundary === undefined ? undefined : named(policies, spec.boundary),
    maxSessionDuration: spec.maxSessionDuration ?? 3600,
    serviceLinked: spec.serviceLinked ?? false,
    lastUsed: undefined,
    lastAccessed: {},
  };
  return { world: id.world, value };
}

const identity = (world: World, spec: IdentitySpec, uniqueId: string, policies: Policies) => ({
  name: spec.name,
  path: spec.path ?? '/',
  uniqueId,
  attached: (spec.attached ?? []).map((name) => named(policies, name)),
  inline: Object.fromEntries(
    Object.entries(spec.inline ?? {}).map(([name, source]) => [name, textOf(source)]),
  ),
  createdAt: world.now,
});

function named(policies: Policies, name: string): string {
  const policy = policies.find((p) => p.name === name);
  if (!policy) throw new Error(`the scenario has no managed policy ${name}`);
  return policy.arn;
}

function welcome(world: World, spec: PersonSpec): World {
  const person: Person = {
    id: spec.id,
    name: spec.name,
    role: spec.role,
    sourceIp: spec.sourceIp,
    userAgent: spec.userAgent ?? cli,
    holds: [],
  };
  const standing = { ...world, people: { ...world.people, [person.id]: person } };
  return spec.keyOf ? giveKey(standing, person, spec.keyOf) : standing;
}

function giveKey(
  world: World,
  person: Person,
  of: { readonly account: string; readonly user: string },
): World {
  const account = accountId(of.account);
  const id = drawAccessKeyId(world, account, 'AKIA');
  const secret = drawSecret(id.world);
  const key: LongTermCredentials = {
    type: 'long-term',
    accessKeyId: id.value,
    secretAccessKey: secret.value,
    owner: of.user === 'root' ? { type: 'root', account } : ownerOf(world, account, of.user),
    status: 'Active',
  };
  return {
    ...secret.world,
    credentials: { ...world.credentials, [key.accessKeyId]: key },
    people: { ...world.people, [person.id]: { ...person, holds: [key.accessKeyId] } },
  };
}

function ownerOf(world: World, account: AccountId, name: string): LongTermCredentials['owner'] {
  const user = world.accounts[account]?.users[name];
  if (!user) throw new Error(`the scenario has no user ${name} in ${account}`);
  return { type: 'user', account, uniqueId: user.uniqueId };
}

const textOf = (source: PolicySource): PolicyText => ({
  text: typeof source === 'string' ? source : JSON.stringify(source, null, 2),
});

const byName = <T extends { readonly name: string }>(
  items: readonly T[],
): Readonly<Record<string, T>> => Object.fromEntries(items.map((item) => [item.name, item]));
