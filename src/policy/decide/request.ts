import { type PolicyDocument } from '../syntax/document.ts';

/** Who makes a request, as AWS sees it: credentials were looked up already. Unique ids are `AIDA…`, `AROA…`. */
export type Principal =
  | { readonly type: 'root'; readonly account: string; readonly arn: string }
  | {
      readonly type: 'user';
      readonly account: string;
      readonly arn: string;
      readonly uniqueId: string;
    }
  | {
      readonly type: 'role-session';
      readonly account: string;
      /** `arn:aws:sts::<account>:assumed-role/<role name>/<session name>`, without the role's path. */
      readonly arn: string;
      /** The role's own ARN, with its path. */
      readonly roleArn: string;
      /** `AROA…` of the role. */
      readonly uniqueId: string;
      /** Sessions of a service-linked role are not capped by SCPs. */
      readonly serviceLinked: boolean;
    }
  | {
      readonly type: 'federated-user';
      readonly account: string;
      readonly arn: string;
      /** The user whose keys called GetFederationToken. */
      readonly userArn: string;
      readonly userUniqueId: string;
    }
  | { readonly type: 'service'; readonly service: string }
  | { readonly type: 'federated'; readonly provider: string }
  | { readonly type: 'anonymous' };

/** Condition keys in lower case. A single value for single-valued keys, an array for multivalued ones. Absent = not in the request. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

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
