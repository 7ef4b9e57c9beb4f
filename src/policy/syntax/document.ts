/** A half-open range of UTF-16 offsets into the text that was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with the place in the text that it was read from. */
export interface Placed<T> {
  readonly value: T;
  readonly at: Span;
}

/** What a policy is for: it decides which elements are allowed and which parser's words AWS uses. */
export const policyKinds = [
  'identity',
  'trust',
  'resource',
  'session',
  'boundary',
  'scp',
  'rcp',
] as const;
export type PolicyKind = (typeof policyKinds)[number];

export type Effect = 'Allow' | 'Deny';

/** `2008-10-17` (also when no Version is given): policy variables are literal text. */
export type PolicyVersion = '2008-10-17' | '2012-10-17';

/** One policy, as read: plain data, every part with its place. */
export interface PolicyDocument {
  readonly kind: PolicyKind;
  readonly at: Span;
  readonly version: PolicyVersion;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly at: Span;
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid: Placed<string> | undefined;
  readonly effect: Placed<Effect>;
  /** `undefined` where the kind of policy has none (identity policies). */
  readonly principal: PrincipalElement | undefined;
  readonly action: PatternElement;
  /** `undefined` where the kind of policy has none (trust policies). */
  readonly resource: PatternElement | undefined;
  readonly conditions: readonly ConditionEntry[];
}

/** `Principal` or, `negated`, `NotPrincipal`. */
export interface PrincipalElement {
  readonly at: Span;
  readonly negated: boolean;
  readonly entries: readonly PrincipalEntry[];
}

/** `Anyone` stands for the bare string `"Principal": "*"`. */
export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | 'Anyone';

export interface PrincipalEntry {
  readonly at: Span;
  readonly type: PrincipalType;
  /** As written: an ARN, an account id, a service name, a unique id or `*`. */
  readonly value: string;
}

/** `Action`/`Resource` or, `negated`, `NotAction`/`NotResource`. */
export interface PatternElement {
  readonly at: Span;
  readonly negated: boolean;
  readonly patterns: readonly Placed<string>[];
}

/** One key under one operator of a `Condition` block. */
export interface ConditionEntry {
  readonly at: Span;
  /** As written, with prefix and suffix: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: Placed<string>;
  /** As written; keys compare without regard to case. */
  readonly key: Placed<string>;
  /** Numbers and booleans are kept as their JSON text. */
  readonly values: readonly Placed<string>[];
}
