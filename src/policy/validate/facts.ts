import { type ConditionKeyType } from '../syntax/condition-keys.ts';
import { type PolicyKind } from '../syntax/document.ts';
import { type JsonCause } from '../syntax/json-problem.ts';
import { type OperandForm } from './operand-format.ts';

type None = Readonly<Record<string, never>>;

/** Text that is not JSON; `detail` as `JsonProblem` has it. */
export type JsonCode =
  'empty-policy' | 'duplicate-key' | `json-${Exclude<JsonCause, 'empty' | 'repeated-name'>}`;

/** What was found or wanted where the type is wrong. */
export type Shape =
  'object' | 'empty-object' | 'list' | 'empty-list' | 'text' | 'number' | 'boolean' | 'null';
export type WantedShape =
  'text' | 'texts' | 'object' | 'objects' | 'effect' | 'keys' | 'condition-value';

/**
 * What each finding knows beside its place, by its code. `near` is the word that was probably meant, empty if
 * none is near; texts are the learner's own.
 */
interface ReadingFacts extends Record<JsonCode, { readonly detail: string }> {
  // the text as a whole
  'document-too-long': { readonly size: number; readonly limit: number };
  'character-not-allowed': { readonly character: string };
  'policy-too-long': {
    readonly kind: PolicyKind;
    readonly size: number;
    readonly limit: number;
  };

  // shape
  'not-an-object': { readonly found: Shape };
  'wrong-type': {
    readonly element: string;
    readonly wanted: WantedShape;
    readonly found: Shape;
  };
  'unknown-element': {
    readonly name: string;
    readonly place: 'policy' | 'statement';
    readonly near: string;
  };
  'bad-version': { readonly version: string };
  'old-version': None;
  'version-missing': None;
  'version-2008': None;
  'id-not-used': None;
  'no-statement': None;
  'both-of-a-pair': { readonly name: string; readonly other: string };

  // Sid and Effect
  'sid-characters': { readonly sid: string };
  'sid-characters-unusual': { readonly sid: string };
  'sid-twice': { readonly sid: string };
  'empty-sid': None;
  'no-effect': None;
  'unknown-effect': { readonly effect: string; readonly near: string };
  'effect-case': { readonly effect: string; readonly near: string };
  'rcp-only-denies': None;

  // Principal
  'principal-forbidden': { readonly element: string };
  'not-principal-forbidden': None;
  'not-principal-allow': None;
  'no-principal': None;
  'empty-principal': None;
  'principal-bare-star': None;
  'principal-not-an-object': { readonly value: string };
  'rcp-principal': None;
  'unknown-principal-type': { readonly type: string; readonly near: string };
  'principal-form': { readonly principal: string };
  'principal-wildcard': { readonly principal: string };
  'principal-space': { readonly principal: string };
  'principal-group': { readonly principal: string };
  'principal-unknown': { readonly principal: string };
  'service-form': { readonly service: string };
  'service-unknown': { readonly service: string };
  'federated-form': { readonly provider: string };
  'federated-unknown': { readonly provider: string };
  'cognito-needs-condition': None;
  'shared-provider-needs-condition': {
    readonly provider: string;
    readonly keys: readonly string[];
  };

  // Action
  'no-action': None;
  'trust-action': { readonly action: string; readonly near: string };
  'not-action-forbidden': None;
  'rcp-action': None;
  'action-without-vendor': { readonly action: string };
  'action-with-colons': { readonly action: string };
  'action-vendor-wildcard': { readonly action: string };
  'action-vendor': { readonly vendor: string };
  'action-never-matches': { readonly action: string };

  // Resource
  'no-resource': None;
  'resource-forbidden': { readonly element: string };
  'resource-not-arn': { readonly resource: string };
  'resource-partition': { readonly partition: string };
  'resource-service': { readonly resource: string };
  'resource-too-short': { readonly resource: string };
  'resource-region': { readonly service: string };
  'resource-account': { readonly service: string };
  'resource-iam-path': { readonly path: string };
  'resource-arn-prefix': { readonly resource: string };

  // Condition
  'unknown-operator': { readonly operator: string; readonly near: string };
  'bad-operand': {
    readonly operator: string;
    readonly value: string;
    readonly form: OperandForm;
  };
  'operand-never-matches': {
    readonly operator: string;
    readonly value: string;
    readonly form: OperandForm;
  };
  'no-values': { readonly operator: string; readonly key: string };
  'empty-condition': None;
  'key-in-two-cases': { readonly key: string };
  'key-without-prefix': { readonly key: string; readonly near: string };

  'look-alike': { readonly character: string };
}

/** What a reader should know about a document that AWS saves. */
interface AdviceFacts {
  'unknown-action': { readonly action: string; readonly near: string };
  'broken-variable': { readonly variable: string };
  'variable-in-2008': { readonly variable: string };
  anyone: None;
  'account-principal': None;
  'allows-everything': None;
  'pass-role-on-everything': None;
  'allows-all-but-some': None;
  'literal-star': {
    readonly operator: string;
    readonly value: string;
    readonly better: string;
  };
  'session-policy-limits-nothing': None;
  'pass-role-on-all-but-some': None;
  'service-linked-role-for-any': None;
  'gives-itself-rights': { readonly action: string };
  'rewrites-trust-and-assumes': None;
  'deny-all-but-some-principals': None;
  'account-dashes': { readonly principal: string };
  'federated-not-here': None;
  'no-external-id': { readonly account: string };
  'service-for-anyone': { readonly service: string };
  'service-trust-for-anyone': { readonly service: string };
  'redundant-principal': { readonly principal: string };
  'action-for-other-principal': { readonly action: string; readonly fitting: string };
  'provider-for-anyone': { readonly provider: string };
  'github-any-repository': { readonly sub: string };
  'github-pull-requests': { readonly sub: string };
  'github-branch-prefix': { readonly sub: string };
  'action-needs-all-resources': { readonly action: string };
  'resource-service-case': { readonly service: string };
  'resource-region-form': { readonly region: string };
  'resource-account-form': { readonly account: string };
  'session-as-resource': { readonly resource: string };
  'object-action-on-bucket': { readonly action: string; readonly resource: string };
  'bucket-action-on-objects': { readonly action: string; readonly resource: string };
  'tag-key-missing': { readonly key: string };
  'unknown-global-key': { readonly key: string; readonly near: string };
  'no-set-operator': { readonly operator: string; readonly key: string };
  'set-on-one-value': { readonly operator: string; readonly key: string };
  'operator-for-other-type': {
    readonly operator: string;
    readonly key: string;
    readonly type: ConditionKeyType;
  };
  'duration-key-in-trust': None;
  'username-of-role': { readonly text: string };
  'source-arn-for-caller': { readonly value: string };
  'principal-arn-of-session': { readonly value: string };
  'key-needs-action': { readonly key: string; readonly action: string };
  'text-pattern-for-arn': {
    readonly operator: string;
    readonly key: string;
    readonly better: string;
  };
  'star-asks-for-presence': { readonly key: string };
  'null-with-set': { readonly operator: string };
  'mfa-presence': None;
  'mfa-deny-misses-keys': None;
  'mfa-allows-keys': None;
  'token-time-if-exists': { readonly operator: string };
  'negation-allows': { readonly operator: string; readonly key: string };
  'source-ip-hits-services': None;
  'region-hits-global': None;
  'rcp-hits-services': None;
  'private-address': { readonly value: string };
  'address-with-host-part': { readonly value: string; readonly better: string };
  'both-booleans': { readonly key: string };
  'redundant-value': { readonly value: string; readonly within: string };
  'redundant-action': { readonly action: string; readonly within: string };
  'redundant-resource': { readonly resource: string; readonly within: string };
  'redundant-statement': { readonly number: number };
  'variable-not-here': { readonly variable: string };
  'variable-too-early': { readonly variable: string };
  'variable-of-several': { readonly variable: string };
  'for-all-values-allows': { readonly key: string };
}

export interface Facts extends ReadingFacts, AdviceFacts {}

export type ReadingCode = keyof ReadingFacts;
export type AdviceCode = keyof AdviceFacts;
/** Stable and kebab-case, for instance `duplicate-key`. */
export type DiagnosticCode = keyof Facts;
