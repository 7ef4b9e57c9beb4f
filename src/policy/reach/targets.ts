import { type PolicyDocument, type Statement } from '../syntax/document.ts';
import { allowingStatements } from './speaks.ts';

/**
 * The patterns of what a document allows `sts:AssumeRole` on. They admit every ARN that its statements admit and
 * some more: a variable and NotResource count as `*`, and stars may cross colons, also those before fields that are
 * left out (`arn:aws:iam:*`).
 */
export const targetsOf = (document: PolicyDocument): readonly string[] =>
  allowingStatements(document).flatMap((statement) => patternsOf(statement, document.version));

function patternsOf(
  { resource }: Statement,
  version: PolicyDocument['version'],
): readonly string[] {
  if (resource === undefined || resource.negated) return ['*'];
  const texts = resource.patterns.map(({ value }) => value);
  return version === '2012-10-17' ? texts.map(starred) : texts;
}

/** Whatever fills a variable, a star stands for it too. */
function starred(text: string): string {
  const [head = '', ...tails] = text.split('${');
  return [head, ...tails.map(afterBrace)].join('*');
}

function afterBrace(text: string): string {
  const brace = text.indexOf('}');
  return brace < 0 ? '' : text.slice(brace + 1);
}
