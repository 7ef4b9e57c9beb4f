import { type Diagnostic } from '../validate/diagnostic.ts';
import { type DiagnosticCode } from '../validate/facts.ts';
import { adviceEntries } from './advice-entries.ts';
import { comparisonEntries } from './comparison-entries.ts';
import { conditionEntries } from './condition-entries.ts';
import { documentEntries } from './document-entries.ts';
import { type Entries } from './entry.ts';
import { type FindingSaid } from './finding-said.ts';
import { jsonEntries } from './json-entries.ts';
import { patternEntries } from './pattern-entries.ts';
import { principalEntries } from './principal-entries.ts';
import { resourceEntries } from './resource-entries.ts';
import { trustEntries } from './trust-entries.ts';

/** The one catalogue of findings. */
export const entries: Entries<DiagnosticCode> = {
  ...jsonEntries,
  ...documentEntries,
  ...principalEntries,
  ...patternEntries,
  ...conditionEntries,
  ...adviceEntries,
  ...trustEntries,
  ...resourceEntries,
  ...comparisonEntries,
};

/** Puts a finding into words. */
export function sayFinding<Code extends DiagnosticCode>({
  code,
  facts,
}: Diagnostic<Code>): FindingSaid {
  const { message, fix, help, source } = entries[code];
  return { message: message(facts), fix: fix?.(facts), help: { text: help, source } };
}
