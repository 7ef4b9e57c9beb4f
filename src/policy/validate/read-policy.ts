import { type PolicyDocument, type PolicyKind } from '../syntax/document.ts';
import { type JsonCause } from '../syntax/json-problem.ts';
import { readJson } from '../syntax/json-tree.ts';
import { type JsonCode } from './facts.ts';
import { finding } from './finding.ts';
import { notOfThisType, wordsFor } from './aws-words.ts';
import { type AwsRefusal, type ReadResult } from './diagnostic.ts';
import { readDocument } from './document-reader.ts';
import { type Reading } from './json-objects.ts';
import { checkQuota } from './quota.ts';
import { checkRawText } from './raw-text.ts';
import { type ReadOptions } from './read-options.ts';
import { createReport } from './report.ts';

/**
 * Reads a policy as AWS would when it is saved: every finding with its place, and beside them the one error that
 * AWS would answer with. Bad text never throws; `document` is `undefined` exactly when AWS would refuse.
 *
 * Of the quotas those are checked that hang on the text alone: for trust and session policies and for the policies
 * of Organizations. The others depend on what else is attached, see `policyQuotas`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(text: string, kind: PolicyKind, options: ReadOptions = {}): ReadResult {
  const report = createReport();
  const reading = { report, words: wordsFor(kind, text) };
  const short = checkRawText(report, text, options.parameter ?? parameterOf(kind));
  const document = short ? readText(reading, text, kind, options) : undefined;
  if (short) checkQuota(report, text, kind, options);
  const diagnostics = report.diagnostics();
  const refusal = report.refusal();
  if (refusal !== undefined) {
    return {
      document: undefined,
      draft: document,
      diagnostics,
      refusal: inOrganizations(kind, refusal),
    };
  }
  if (document === undefined) throw new Error('a document without findings must be readable');
  return { document, diagnostics, refusal };
}

/** What the parameter is called with which a text of this kind is mostly sent. */
const parameterOf = (kind: PolicyKind): string =>
  kind === 'session' ? 'policy' : 'policyDocument';

/** Organizations has one answer to everything that is wrong with an SCP or an RCP. */
const inOrganizations = (kind: PolicyKind, refusal: AwsRefusal): AwsRefusal =>
  (kind === 'scp' || kind === 'rcp') && refusal.code === 'MalformedPolicyDocument'
    ? notOfThisType
    : refusal;

function readText(
  reading: Reading,
  text: string,
  kind: PolicyKind,
  options: ReadOptions,
): PolicyDocument | undefined {
  const { root, problems } = readJson(text);
  for (const { cause, at, detail } of problems) {
    reading.report.add(finding(jsonCode(cause), at, { detail }), reading.words.notJson); // rows M1 and T1
  }
  return root && readDocument(reading, root, kind, options);
}

function jsonCode(cause: JsonCause): JsonCode {
  if (cause === 'empty') return 'empty-policy';
  return cause === 'repeated-name' ? 'duplicate-key' : `json-${cause}`;
}
