import { type Gate, type Verdict } from '../decide/request.ts';
import { type Effect, type PolicyKind, type PrincipalType } from '../syntax/document.ts';
import { type TextEdit } from '../help/finding-said.ts';
import { type Json } from './text-edit.ts';

/** A type of principal that stands as a name inside `Principal`. */
export type NamedPrincipal = Exclude<PrincipalType, 'Anyone'>;

/** One statement of the policy, from 0, as the policy stood before any change, and its Sid. */
export interface StatementPlace {
  readonly index: number;
  readonly sid: string | undefined;
  readonly effect: Effect;
}

type ListElement = 'Action' | 'NotAction' | 'Resource' | 'NotResource';

/** What is done to one policy's text. */
export type PolicyEdit =
  | {
      readonly kind: 'add-principal' | 'drop-principal';
      readonly statement: StatementPlace;
      readonly element: 'Principal' | 'NotPrincipal';
      readonly type: NamedPrincipal;
      readonly value: string;
    }
  | {
      readonly kind: 'add-action' | 'drop-action' | 'add-resource' | 'drop-resource';
      readonly statement: StatementPlace;
      readonly element: ListElement;
      readonly value: string;
    }
  | {
      /** `except-caller`: the statement is to apply to everyone but this caller. */
      readonly kind: 'add-condition-value' | 'drop-condition-value' | 'except-caller';
      readonly statement: StatementPlace;
      readonly operator: string;
      readonly key: string;
      readonly value: string;
    }
  | {
      readonly kind: 'drop-condition';
      readonly statement: StatementPlace;
      readonly operator: string;
      readonly key: string;
    }
  | { readonly kind: 'drop-statement'; readonly statement: StatementPlace }
  | { readonly kind: 'add-statement'; readonly effect: Effect; readonly statement: Json };

/** By what means a caller makes a request carry something. */
export type Means =
  | 'parameter'
  | 'tag'
  | 'mfa'
  | 'address'
  | 'new-credentials'
  | 'long-term-keys'
  | 'wait'
  | 'region'
  | 'encryption'
  | 'client';

/** What is done to the request. `key` is the condition key that it is about, as AWS writes it. */
export type RequestEdit =
  | {
      readonly kind: 'carry';
      readonly means: Means;
      readonly key: string;
      readonly value: string | readonly string[];
      /** Everything that the context then carries anew; keys in lower case. */
      readonly context: Readonly<Record<string, string | readonly string[]>>;
      /** Keys, in lower case, that the context then carries no more. */
      readonly without: readonly string[];
    }
  | {
      readonly kind: 'omit';
      readonly means: Means;
      readonly key: string;
      readonly without: readonly string[];
    }
  /** `caller` is the position in the question's `others`. */
  | { readonly kind: 'other-caller'; readonly caller: number; readonly arn: string };

/**
 * One step of a change.
 *
 * `edit`: offsets into the policy's text as the steps before it left it. A session policy is never edited: at the
 * gate `session` every step means a new session. `attach`: a new policy with this text. `detach`: the policy is
 * taken off, or deleted where it belongs to a resource.
 */
export type Step =
  | {
      readonly kind: 'edit';
      readonly gate: Gate;
      readonly policy: string;
      readonly policyName: string;
      readonly edits: readonly TextEdit[];
      readonly what: PolicyEdit;
    }
  | {
      readonly kind: 'attach';
      readonly gate: Gate;
      readonly level: number | undefined;
      readonly policyKind: PolicyKind;
      readonly text: string;
      readonly effect: Effect;
      readonly statement: Json;
    }
  | {
      readonly kind: 'detach';
      readonly gate: Gate;
      readonly level: number | undefined;
      readonly policy: string;
      readonly policyName: string;
    }
  | { readonly kind: 'request'; readonly what: RequestEdit };

/** Steps that together flip the verdict; without any one of them it stays. */
export interface Change {
  readonly steps: readonly Step[];
  /** The verdict after all steps. */
  readonly verdict: Verdict;
  /** How many answers to a fixed set of other requests the changed policies give otherwise than before. */
  readonly sideEffects: number;
}
