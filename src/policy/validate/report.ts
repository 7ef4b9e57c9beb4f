import { type AwsRefusal, type Diagnostic } from './diagnostic.ts';

/**
 * The passes in which IAM checks a document. A defect of an earlier pass is the one that AWS reports, wherever
 * it stands in the text; inside a pass the first is (AWS IAM, "Order in which identity checks fire").
 * The trust parser goes through `statements` once, statement by statement.
 */
const passes = [
  'parameter',
  'syntax',
  'version',
  'statements',
  'legacy-parsing',
  'sid',
  'principal',
  'actions-present',
  'resource-format',
  'action-format',
  'resources-present',
  'lookup',
  'quota',
] as const;
export type Pass = (typeof passes)[number];

/** What AWS would answer, and in which pass it would notice. */
export interface Refusal {
  readonly pass: Pass;
  readonly error: AwsRefusal;
}

/** Collects findings while a document is read. */
export interface Report {
  /** With a refusal: AWS would not save the document. */
  add(diagnostic: Diagnostic, refusal?: Refusal): void;
  /** In the order of their places. */
  diagnostics(): readonly Diagnostic[];
  /** The one that AWS would report; `undefined`: AWS would save the document. */
  refusal(): AwsRefusal | undefined;
}

export function createReport(): Report {
  const found: Diagnostic[] = [];
  let first: Refusal | undefined;
  return {
    add(diagnostic, refusal) {
      found.push(diagnostic);
      if (refusal !== undefined && (first === undefined || isEarlier(refusal, first))) {
        first = refusal;
      }
    },
    diagnostics: () => found.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end),
    refusal: () => first?.error,
  };
}

const isEarlier = (one: Refusal, other: Refusal): boolean =>
  passes.indexOf(one.pass) < passes.indexOf(other.pass);
