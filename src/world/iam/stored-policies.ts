import { type AttachedPolicy, type PolicyKind, readPolicy, type ReadResult } from '#policy';
import {
  type Account,
  type Bucket,
  type Group,
  type ManagedPolicy,
  type PolicyText,
  type Role,
  type User,
  type World,
} from '../model.ts';
import { policyRefText, readPolicyRef, type PolicyRef } from '../policy-ref.ts';
import { accountOf, own } from './lookup.ts';

type StoredPolicyType =
  | 'Trust policy'
  | 'AWS managed'
  | 'Customer managed'
  | 'Customer inline'
  | 'Bucket policy'
  | 'Service control policy';

/** A policy as the console lists it. */
export interface StoredPolicy {
  /** The world's own name for it: the `ref` of traces. */
  readonly ref: string;
  readonly name: string;
  readonly type: StoredPolicyType;
  readonly kind: PolicyKind;
  readonly text: string;
  /** The stored object itself: its identity says whether the text changed. */
  readonly source: PolicyText;
  readonly readOnly: boolean;
  /** Managed policies have one. */
  readonly arn: string | undefined;
}

export const trustPolicyOf = (account: Account, role: Role): StoredPolicy =>
  stored({ type: 'trust', account: account.id, role: role.name }, role.trust, {
    name: 'trust policy',
    type: 'Trust policy',
    kind: 'trust',
    readOnly: role.serviceLinked,
  });

/** Managed policies in the order of attaching them, then inline ones by name. */
export function permissionPoliciesOf(
  account: Account,
  identity: Role | User | Group,
): readonly StoredPolicy[] {
  return [...managedPoliciesOf(account, identity), ...inlinePoliciesOf(account, identity)];
}

/** A user's own policies and those of the user's groups. */
export function identityPoliciesOfUser(account: Account, user: User): readonly StoredPolicy[] {
  const groups = user.groups.flatMap((name) => own(account.groups, name) ?? []);
  return [user, ...groups].flatMap((identity) => permissionPoliciesOf(account, identity));
}

export function bucketPolicyOf(account: Account, bucket: Bucket): StoredPolicy | undefined {
  return (
    bucket.policy &&
    stored({ type: 'bucket', account: account.id, bucket: bucket.name }, bucket.policy, {
      name: 'bucket policy',
      type: 'Bucket policy',
      kind: 'resource',
      readOnly: false,
    })
  );
}

export function managedPolicy(account: Account, arn: string): StoredPolicy | undefined {
  const policy = own(account.policies, arn);
  return policy && listed(account, policy);
}

/** Service control policies by level. */
export function controlPoliciesOf(account: Account): readonly (readonly StoredPolicy[])[] {
  return account.scps.map((level, at) =>
    level.map((policy) =>
      stored({ type: 'scp', account: account.id, level: String(at), name: policy.name }, policy, {
        name: policy.name,
        type: 'Service control policy',
        kind: 'scp',
        readOnly: true,
      }),
    ),
  );
}

/** The policy with this `ref`; `undefined` when there is none (any more). */
export function storedPolicy(world: World, refText: string): StoredPolicy | undefined {
  const ref = readPolicyRef(refText);
  const account = ref && accountOf(world, ref.account);
  return account && everyPolicy(account, ref).find((policy) => policy.ref === refText);
}

/** What reading a stored policy gives. The same text object is read once. */
export function readStored(policy: PolicyText, kind: PolicyKind): ReadResult {
  const known = readings.get(policy)?.get(kind);
  if (known) return known;
  const reading = readPolicy(policy.text, kind);
  const kinds = readings.get(policy) ?? new Map<PolicyKind, ReadResult>();
  readings.set(policy, kinds.set(kind, reading));
  return reading;
}

const readings = new WeakMap<PolicyText, Map<PolicyKind, ReadResult>>();

/**
 * The policy as the evaluator takes it. What is stored was accepted once; a text that can't be read
 * (a scenario's mistake) allows nothing and denies nothing.
 */
function attachedPolicy(policy: StoredPolicy): AttachedPolicy | undefined {
  const { document } = readStored(policy.source, policy.kind);
  return document && { ref: policy.ref, name: policy.name, document };
}

export const attachedPolicies = (policies: readonly StoredPolicy[]): readonly AttachedPolicy[] =>
  policies.flatMap((policy) => attachedPolicy(policy) ?? []);

type Listing = Pick<StoredPolicy, 'name' | 'type' | 'kind' | 'readOnly'>;

function stored(ref: PolicyRef, source: PolicyText, listing: Listing, arn?: string): StoredPolicy {
  return { ref: policyRefText(ref), ...listing, text: source.text, source, arn };
}

const listed = (account: Account, policy: ManagedPolicy): StoredPolicy =>
  stored(
    { type: 'managed', account: account.id, arn: policy.arn },
    policy,
    {
      name: policy.name,
      type: policy.type,
      kind: 'identity',
      readOnly: policy.type === 'AWS managed',
    },
    policy.arn,
  );

const managedPoliciesOf = (account: Account, identity: Role | User | Group) =>
  identity.attached.flatMap((arn) => managedPolicy(account, arn) ?? []);

function inlinePoliciesOf(account: Account, identity: Role | User | Group) {
  const of = typeOf(account, identity);
  return Object.entries(identity.inline)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, source]) =>
      stored({ type: 'inline', account: account.id, of, owner: identity.name, name }, source, {
        name,
        type: 'Customer inline',
        kind: 'identity',
        readOnly: of === 'role' && (account.roles[identity.name]?.serviceLinked ?? false),
      }),
    );
}

function typeOf(account: Account, identity: Role | User | Group): 'role' | 'user' | 'group' {
  if (own(account.roles, identity.name)?.uniqueId === identity.uniqueId) return 'role';
  return own(account.users, identity.name)?.uniqueId === identity.uniqueId ? 'user' : 'group';
}

function everyPolicy(account: Account, ref: PolicyRef): readonly StoredPolicy[] {
  switch (ref.type) {
    case 'trust': {
      const role = own(account.roles, ref.role);
      return role ? [trustPolicyOf(account, role)] : [];
    }
    case 'inline': {
      const holders = { role: account.roles, user: account.users, group: account.groups };
      const identity = own<Role | User | Group>(holders[ref.of], ref.owner);
      return identity ? inlinePoliciesOf(account, identity) : [];
    }
    case 'managed':
      return [managedPolicy(account, ref.arn) ?? []].flat();
    case 'bucket': {
      const bucket = own(account.buckets, ref.bucket);
      return bucket ? [bucketPolicyOf(account, bucket) ?? []].flat() : [];
    }
    case 'scp':
      return controlPoliciesOf(account).flat();
  }
}
