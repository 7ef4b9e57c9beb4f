import { type DiagnosticCode, type Facts } from '../validate/facts.ts';

/** What is said of one code. */
interface Entry<Code extends DiagnosticCode> {
  /** What is wrong: one sentence, lower case, no full stop, the learner's text in backticks. */
  readonly message: (facts: Facts[Code]) => string;
  /** What to do about it, in the same style; `undefined` where nothing is known that holds for everyone. */
  readonly fix?: (facts: Facts[Code]) => string | undefined;
  /** Two to five sentences that teach: what AWS does, why it bites, what to write instead. */
  readonly help: string;
  /** The page of AWS's that says so. */
  readonly source: string;
}

/** One entry for each code: a code without words does not compile. */
export type Entries<Code extends DiagnosticCode> = { readonly [C in Code]: Entry<C> };
