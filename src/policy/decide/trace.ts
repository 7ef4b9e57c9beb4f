import { type ElementTrace } from '../match/trace.ts';
import { type Effect, type Span } from '../syntax/document.ts';
import { type Gate, type ResourcePolicyType, type Verdict } from './request.ts';

/** One statement of one attached policy. */
export interface StatementRef {
  /** The `ref` of the AttachedPolicy. */
  readonly policy: string;
  readonly policyName: string;
  /** From 0. */
  readonly index: number;
  readonly sid: string | undefined;
  readonly at: Span;
}

/** Why the verdict is what it is. */
export type Reason =
  | { readonly kind: 'explicit-deny'; readonly gate: Gate; readonly by: readonly StatementRef[] }
  /** The gate that would have had to allow and did not. */
  | { readonly kind: 'no-allow'; readonly gate: Gate }
  | { readonly kind: 'allowed'; readonly gate: Gate; readonly by: readonly StatementRef[] }
  /** `sts:GetCallerIdentity` and `sts:GetSessionToken` need no permission, and no policy can refuse them. */
  | { readonly kind: 'needs-no-permission' };

export interface StatementTrace {
  readonly ref: StatementRef;
  readonly effect: Effect;
  readonly applies: boolean;
  readonly elements: readonly ElementTrace[];
}

export interface PolicyTrace {
  readonly ref: string;
  readonly name: string;
  /** For SCPs and RCPs: the level it is attached to, from 0 at the organization's root. */
  readonly level?: number;
  readonly statements: readonly StatementTrace[];
}

/**
 * What one gate said. `delegates`: a resource policy that names only the caller's account, so that the
 * identity policies must allow too. `absent`: no policy of this type applies, and the gate stands open.
 */
export type GateOutcome = 'allows' | 'delegates' | 'denies' | 'silent' | 'absent';

export interface GateTrace {
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  /** This gate's answer settled the verdict. */
  readonly decisive: boolean;
  readonly policies: readonly PolicyTrace[];
}

export interface Decision {
  readonly verdict: Verdict;
  readonly reason: Reason;
  readonly resourceType: ResourcePolicyType;
  readonly crossAccount: boolean;
  /** In AWS's order; every gate is there once. */
  readonly gates: readonly GateTrace[];
  /** Condition keys that a policy asked for and the request did not carry, lower case, each once. */
  readonly missingKeys: readonly string[];
}
