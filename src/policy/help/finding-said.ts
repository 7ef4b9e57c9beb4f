import { type Span } from '../syntax/document.ts';

/** A finding in words; backticks stand around code. */
export interface FindingSaid {
  /** What is wrong: one sentence, lower case, no full stop. */
  readonly message: string;
  /** What to do about it, in the same style, where that is known. */
  readonly fix: string | undefined;
  readonly help: Help;
}

export interface Help {
  /** A few plain sentences: what AWS does, why it bites, what to write instead. */
  readonly text: string;
  /** The page of AWS's that says so. */
  readonly source: string;
}

/** A change of a policy's text: what stands at a place gives way to `text`. */
export interface TextEdit {
  readonly at: Span;
  readonly text: string;
}
