import { type Gate, type ResourcePolicyType, type Verdict } from '../decide/request.ts';
import { type Effect, type Span } from '../syntax/document.ts';

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
  /** `sts:GetCallerIdentity` needs no permission and no policy can refuse it. */
  | { readonly kind: 'needs-no-permission' };

/** How a Principal element matched: it decides what else must allow (policy-semantics §3.3, §7). */
export type PrincipalMatch =
  'none' | 'wildcard' | 'account' | 'role' | 'user' | 'session' | 'service' | 'federated';

/** What the evaluator looked at inside one statement, in order; it stops after the first that fails. */
export type ElementTrace =
  | {
      readonly element: 'Principal' | 'NotPrincipal';
      readonly at: Span;
      readonly matched: boolean;
      readonly match: PrincipalMatch;
      readonly actual: string;
      readonly entries: readonly EntryTrace[];
    }
  | {
      readonly element: 'Action' | 'NotAction' | 'Resource' | 'NotResource';
      readonly at: Span;
      readonly matched: boolean;
      readonly actual: string;
      readonly entries: readonly EntryTrace[];
    }
  | {
      readonly element: 'Condition';
      readonly at: Span;
      readonly matched: boolean;
      readonly operator: string;
      readonly key: string;
      /** `undefined`: the request does not carry the key. */
      readonly actual: readonly string[] | undefined;
      /** With policy variables filled in. */
      readonly entries: readonly EntryTrace[];
    };

/** One value of an element: `matched` is this value's own answer, before negation. */
export interface EntryTrace {
  readonly at: Span;
  readonly expected: string;
  readonly matched: boolean;
}

export interface StatementTrace {
  readonly ref: StatementRef;
  readonly effect: Effect;
  readonly applies: boolean;
  readonly elements: readonly ElementTrace[];
}

export interface PolicyTrace {
  readonly ref: string;
  readonly name: string;
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
