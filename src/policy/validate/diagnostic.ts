import { type PolicyDocument, type Span } from '../syntax/document.ts';
import { type DiagnosticCode, type Facts } from './facts.ts';

/** The four classes that IAM Access Analyzer's policy validation uses. */
export type Severity = 'error' | 'security-warning' | 'warning' | 'suggestion';

/** The error that AWS would answer with when the document were saved. */
export interface AwsRefusal {
  readonly code:
    | 'MalformedPolicyDocument'
    | 'LimitExceeded'
    | 'ValidationError'
    /** Organizations names its errors so. */
    | 'MalformedPolicyDocumentException'
    | 'ConstraintViolationException';
  readonly status: 400 | 409;
  readonly message: string;
}

/**
 * One finding in a policy's text: facts only. Its words, its fix and a text that teaches are loaded on need, see
 * `loadFindingWords`.
 */
export interface Diagnostic<Code extends DiagnosticCode = DiagnosticCode> {
  readonly code: Code;
  readonly severity: Severity;
  readonly at: Span;
  readonly facts: Facts[Code];
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
      /** What could be read of it: to advise on, never to decide by. */
      readonly draft: PolicyDocument | undefined;
      readonly diagnostics: readonly Diagnostic[];
      readonly refusal: AwsRefusal;
    };
