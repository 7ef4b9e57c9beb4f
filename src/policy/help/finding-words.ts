import { type Diagnostic } from '../validate/diagnostic.ts';
import { type DiagnosticCode } from '../validate/facts.ts';
import { adviceEntries } from './advice-entries.ts';
import { conditionEntries } from './condition-entries.ts';
import { documentEntries } from './document-entries.ts';
import { type Entries } from './entry.ts';
import { jsonEntries } from './json-entries.ts';
import { patternEntries } from './pattern-entries.ts';
import { principalEntries } from './principal-entries.ts';

/** The one catalogue of findings. */
export const entries: Entries<DiagnosticCode> = {
  ...jsonEntries,
  ...documentEntries,
  ...principalEntries,
  ...patternEntries,
  ...conditionEntries,
  ...adviceEntries,
};

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

/** Puts a finding into words. */
export function sayFinding<Code extends DiagnosticCode>({
  code,
  facts,
}: Diagnostic<Code>): FindingSaid {
  const { message, fix, help, source } = entries[code];
  return { message: message(facts), fix: fix?.(facts), help: { text: help, source } };
}
