import { type PolicyKind, type Span } from '../syntax/document.ts';
import { type AwsRefusal } from './diagnostic.ts';
import { type Pass, type Refusal } from './report.ts';

/**
 * How AWS words its refusals. IAM has two parsers with different words: the one for identity policies and an
 * older one, shared with resource policies elsewhere, for trust policies. `undefined`: AWS saves it all the same.
 */
export interface AwsWords {
  readonly notJson: Refusal;
  wrongType(at: Span): Refusal;
  unknownElement(name: string, at: Span): Refusal;
  readonly badVersion: Refusal;
  readonly noStatement: Refusal;
  readonly noEffect: Refusal;
  unknownEffect(effect: string): Refusal;
  effectInWrongCase(effect: string): Refusal;
  /** Action with NotAction, Resource with NotResource. */
  bothOfPair(at: Span): Refusal;
  readonly sidCharacters: Refusal | undefined;
  readonly sidTwice: Refusal;
  readonly noAction: Refusal;
  unknownOperator(name: string): Refusal;
  readonly operand: Refusal | undefined;
  readonly binaryOperand: Refusal | undefined;
}

export const malformed = (pass: Pass, message: string): Refusal => ({
  pass,
  error: { code: 'MalformedPolicyDocument', status: 400, message },
});

/**
 * SIMPLIFIED: session policies (STS) and resource policies (each service its own words) are refused in the words
 * of identity policies.
 */
export function wordsFor(kind: PolicyKind, text: string): AwsWords {
  return kind === 'trust' ? trustWords(text) : identityWords;
}

const syntaxErrors = malformed('syntax', 'Syntax errors in policy.'); // row M1
const legacyParsing = malformed('legacy-parsing', 'The policy failed legacy parsing'); // row M3

/** The M rows. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
const identityWords: AwsWords = {
  notJson: syntaxErrors,
  wrongType: () => syntaxErrors,
  unknownElement: () => syntaxErrors,
  badVersion: syntaxErrors,
  noStatement: syntaxErrors,
  noEffect: syntaxErrors,
  unknownEffect: () => syntaxErrors,
  effectInWrongCase: () => legacyParsing,
  bothOfPair: () => syntaxErrors,
  sidCharacters: malformed(
    'sid', // row M5
    'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
  ),
  sidTwice: malformed('sid', 'Statement IDs (SID) in a single policy must be unique.'), // row M4
  noAction: malformed('actions-present', 'Policy statement must contain actions.'), // row M6
  unknownOperator: () => syntaxErrors,
  operand: legacyParsing,
  binaryOperand: syntaxErrors,
};

/** The T rows. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html */
function trustWords(text: string): AwsWords {
  const starts = lineStarts(text);
  const wrongType = (at: Span) =>
    malformed('syntax', `Syntax error at position ${lineAndColumn(starts, at)}`);
  return {
    notJson: malformed('syntax', 'This policy contains invalid Json'), // row T1
    wrongType, // seen in the field: `Syntax error at position (1,83)`
    unknownElement: (name) => malformed('syntax', `Unknown field ${name}`), // seen in the field
    badVersion: malformed('version', 'The policy must contain a valid version string'), // row T2
    noStatement: malformed('statements', 'Could not parse the policy: Statement is empty!'), // row T3
    noEffect: malformed('statements', 'Missing required field Effect'), // row T4
    unknownEffect: (effect) => malformed('statements', `Invalid effect: ${effect}`), // row T4
    effectInWrongCase: (effect) => malformed('statements', `Invalid effect: ${effect}`),
    bothOfPair: wrongType,
    sidCharacters: undefined, // no refusal was ever recorded for a trust policy
    sidTwice: malformed('statements', 'The Statement Ids in the policy are not unique'), // row T15
    noAction: malformed('statements', 'Missing required field Action'), // row T11
    unknownOperator: (name) => malformed('statements', `Invalid Condition type : ${name}`),
    operand: undefined, // the trust parser is said not to look at operands
    binaryOperand: undefined,
  };
}

/**
 * SIMPLIFIED: counted from the first character of the value at fault; where exactly AWS points is not documented.
 */
function lineAndColumn(starts: readonly number[], { start }: Span): string {
  let line = 0; // the last that starts no later, by halving: a text can have very many lines and faults
  let after = starts.length;
  while (after - line > 1) {
    const middle = Math.floor((line + after) / 2);
    if ((starts[middle] ?? 0) <= start) line = middle;
    else after = middle;
  }
  return `(${line + 1},${start - (starts[line] ?? 0) + 1})`;
}

const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1),
];

/**
 * What Organizations answers, whatever is wrong with an SCP or an RCP.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html
 */
export const notOfThisType: AwsRefusal = {
  code: 'MalformedPolicyDocumentException',
  status: 400,
  message:
    'The provided policy document does not meet the requirements of the specified policy type.',
};
