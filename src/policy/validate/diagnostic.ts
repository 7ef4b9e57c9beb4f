import { type PolicyDocument, type Span } from '../syntax/document.ts';

/** The four classes that IAM Access Analyzer's policy validation uses. */
export type Severity = 'error' | 'security-warning' | 'warning' | 'suggestion';

/** The error that AWS would answer with when the document were saved. */
export interface AwsRefusal {
  readonly code: 'MalformedPolicyDocument' | 'LimitExceeded' | 'ValidationError';
  readonly status: 400 | 409;
  readonly message: string;
}

/** One finding in a policy's text. */
export interface Diagnostic {
  /** Stable and kebab-case, for instance `duplicate-key`. */
  readonly code: string;
  readonly severity: Severity;
  readonly at: Span;
  /** One sentence: what is wrong, in plain words; lower case, no full stop; the learner's text in backticks. */
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly fix: string | undefined;
}

/**
 * What reading gives. Bad input never throws: `document` is `undefined` when AWS would refuse to save the
 * text, and then `refusal` holds AWS's error, the first that AWS would report.
 */
export type ReadResult =
  | {
      readonly document: PolicyDocument;
      readonly diagnostics: readonly Diagnostic[];
      readonly refusal: undefined;
    }
  | {
      readonly document: undefined;
      readonly diagnostics: readonly Diagnostic[];
      readonly refusal: AwsRefusal;
    };
