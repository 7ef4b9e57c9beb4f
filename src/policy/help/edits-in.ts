import { readJson } from '../syntax/json-tree.ts';
import { type Diagnostic } from '../validate/diagnostic.ts';
import { type DiagnosticCode } from '../validate/facts.ts';
import { conditionEdits } from './condition-edits.ts';
import { documentEdits } from './document-edits.ts';
import { type Draft, type Edits } from './edits.ts';
import { type TextEdit } from './finding-said.ts';
import { jsonEdits } from './json-edits.ts';
import { patternEdits } from './pattern-edits.ts';
import { principalEdits } from './principal-edits.ts';

const edits: Edits = {
  ...jsonEdits,
  ...documentEdits,
  ...principalEdits,
  ...patternEdits,
  ...conditionEdits,
};

/** The changes for the findings of one text: it is read once, however many they are. */
export function editsIn(policy: string): (finding: Diagnostic) => TextEdit | undefined {
  const { root } = readJson(policy);
  return (finding) => editFor(finding, { policy, root });
}

/**
 * The change that makes a finding go away, where it is mechanical: it needs no knowledge of what the policy is for
 * and leads to no new error.
 */
const editFor = <Code extends DiagnosticCode>(
  { code, at, facts }: Diagnostic<Code>,
  draft: Draft,
): TextEdit | undefined => edits[code]?.(draft, at, facts);
