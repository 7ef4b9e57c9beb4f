import { type Span } from '../syntax/document.ts';

/**
 * How a Principal element matched: it decides what else must allow. `account` hands the decision to the
 * administrators of the caller's account; the others name the caller.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type PrincipalMatch =
  | 'none'
  | 'wildcard'
  | 'account'
  | 'role'
  | 'user'
  /** The user whose keys called GetFederationToken, where its session is the caller. */
  | 'federating-user'
  | 'session'
  | 'service'
  | 'federated';

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

/** One element's trace, with the condition keys (lower case) that it asked for and the request did not carry. */
export interface Finding {
  readonly trace: ElementTrace;
  readonly missing: readonly string[];
}
