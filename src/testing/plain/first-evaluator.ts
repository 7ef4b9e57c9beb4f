import {
  readPolicy,
  type AttachedPolicy,
  type Diagnostic,
  type Policies,
  type PolicyKind,
  type ReadOptions,
} from '#policy';
import { type PlainPolicies } from './evaluate.ts';
import { type PlainPolicy } from './statement.ts';

/** Sizes are not what is tested here, and `RCPFullAWSAccess` is AWS's own. */
const optionsFor = (name: string): ReadOptions => ({
  trustPolicySize: 131_072,
  awsOwn: name === 'RCPFullAWSAccess',
});

const remembered = new WeakMap<PlainPolicy, Map<PolicyKind, AttachedPolicy | undefined>>();

/** A policy read by our reader; `undefined` if AWS would refuse to save it. */
export function attach(policy: PlainPolicy, kind: PolicyKind): AttachedPolicy | undefined {
  const known = remembered.get(policy) ?? new Map<PolicyKind, AttachedPolicy | undefined>();
  if (known.has(kind)) return known.get(kind);
  const text = JSON.stringify(policy.json);
  const { document } = readPolicy(text, kind, optionsFor(policy.name));
  const attached = document && { ref: policy.name, name: policy.name, document };
  remembered.set(policy, known.set(kind, attached));
  return attached;
}

/** The same policies for the first evaluator. Throws if AWS would not save one of them. */
export function forFirstEvaluator(plain: PlainPolicies): Policies {
  const { type, policy } = plain.resource;
  const resourceKind = type === 'trust' ? 'trust' : 'resource';
  return {
    identity: plain.identity.map((policy) => attachOrThrow(policy, 'identity')),
    boundary: plain.boundary && attachOrThrow(plain.boundary, 'boundary'),
    session: plain.session?.map((policy) => attachOrThrow(policy, 'session')),
    resource: { type, policy: policy && attachOrThrow(policy, resourceKind) },
    scps: plain.scps.map((level) => level.map((policy) => attachOrThrow(policy, 'scp'))),
    rcps: plain.rcps.map((level) => level.map((policy) => attachOrThrow(policy, 'rcp'))),
  };
}

function attachOrThrow(policy: PlainPolicy, kind: PolicyKind): AttachedPolicy {
  const attached = attach(policy, kind);
  if (attached !== undefined) return attached;
  const { diagnostics } = readPolicy(JSON.stringify(policy.json), kind, optionsFor(policy.name));
  throw new Error(`not savable as ${kind}: ${describe(diagnostics)} ${JSON.stringify(policy)}`);
}

const describe = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(({ code }) => code).join(', ');
