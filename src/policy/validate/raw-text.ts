import { type AwsRefusal } from './diagnostic.ts';
import { policyQuotas } from './policy-size.ts';
import { finding } from './finding.ts';
import { type Report } from './report.ts';

/** How many faulty characters are shown; a text in another script would drown the rest. */
const maxShown = 20;

/**
 * What IAM checks before it looks at the document at all: 131,072 characters at most, TAB, LF, CR and U+0020 to
 * U+00FF only. `false`: too long to be read any further.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export function checkRawText(report: Report, text: string, parameter: string): boolean {
  if (text.length > policyQuotas.document) {
    const at = { start: 0, end: text.length };
    const message = `1 validation error detected: Value at '${parameter}' failed to satisfy constraint: Member must have length less than or equal to ${policyQuotas.document}`;
    const diagnostic = finding('document-too-long', at, {
      size: text.length,
      limit: policyQuotas.document,
    });
    report.add(diagnostic, parameterRefusal(message));
    return false;
  }
  checkCharacters(report, text, parameter);
  return true;
}

/** Row M30. A byte order mark at the start is not AWS's business: tools take it off before they send. */
function checkCharacters(report: Report, text: string, parameter: string): void {
  const message = `The specified value for ${parameter} is invalid. It must contain only printable ASCII characters.`;
  const faults = [...text.matchAll(/(?!^\uFEFF)[^\t\n\r\u0020-\u00FF]/gu)].slice(0, maxShown);
  for (const { 0: character, index } of faults) {
    const at = { start: index, end: index + character.length };
    report.add(finding('character-not-allowed', at, { character }), parameterRefusal(message));
  }
}

const parameterRefusal = (message: string) => {
  const error: AwsRefusal = { code: 'ValidationError', status: 400, message };
  return { pass: 'parameter', error } as const;
};
