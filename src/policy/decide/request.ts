import { type PolicyDocument } from '../syntax/document.ts';
import { type Principal, type RequestContext } from '../match/caller.ts';

export { type Principal, type RequestContext } from '../match/caller.ts';

export interface AccessRequest {
  readonly principal: Principal;
  /** `service:Name`, as AWS writes it. */
  readonly action: string;
  /** An ARN, or `*` for actions that have no resource. */
  readonly resource: string;
  /** The account that owns the resource; the caller's own for actions that have no resource. */
  readonly resourceAccount: string;
  readonly context: RequestContext;
}

/** A policy where it is attached. `ref` is the world's own name for it and comes back in every trace. */
export interface AttachedPolicy {
  readonly ref: string;
  /** What people call it: the policy's name, or `trust policy`. */
  readonly name: string;
  readonly document: PolicyDocument;
}

/** How silence counts: in a trust or KMS key policy it is a refusal; in an ordinary one the identity policies may allow alone. */
export type ResourcePolicyType = 'trust' | 'kms' | 'ordinary';

/** Everything that AWS would ask about one request. */
export interface Policies {
  readonly identity: readonly AttachedPolicy[];
  readonly boundary: AttachedPolicy | undefined;
  /** `undefined`: the session has no session policy. */
  readonly session: readonly AttachedPolicy[] | undefined;
  readonly resource: {
    readonly type: ResourcePolicyType;
    readonly policy: AttachedPolicy | undefined;
  };
  /** One entry a level (root, each OU, account) of the caller's account; empty: no organization, or its management account. */
  readonly scps: readonly (readonly AttachedPolicy[])[];
  /** The same of the resource's account. */
  readonly rcps: readonly (readonly AttachedPolicy[])[];
}

export type Verdict = 'Allow' | 'ImplicitDeny' | 'ExplicitDeny';

/** The policy types in the order in which AWS asks them. `resource` is the trust policy when a role is the resource. */
export const gates = ['rcp', 'scp', 'resource', 'identity', 'boundary', 'session'] as const;
export type Gate = (typeof gates)[number];
