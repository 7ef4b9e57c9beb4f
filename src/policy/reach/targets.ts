import { type PolicyDocument, type Statement } from '../syntax/document.ts';
import { allowsAssuming } from './allows-assuming.ts';

const everything: readonly string[] = ['*'];

/**
 * The patterns of what a document allows `sts:AssumeRole` on. They admit every ARN that its statements admit and
 * some more: a variable and NotResource count as `*`, and stars may cross colons, also those before fields that are
 * left out (`arn:aws:iam:*`).
 */
export function targetsOf({ statements, version }: PolicyDocument): readonly string[] {
  const targets: string[] = [];
  for (const statement of statements) {
    if (allowsAssuming(statement)) targets.push(...patternsOf(statement, version));
  }
  return targets;
}

function patternsOf(
  { resource }: Statement,
  version: PolicyDocument['version'],
): readonly string[] {
  if (resource === undefined || resource.negated) return everything;
  return resource.patterns.map(({ value }) => (version === '2012-10-17' ? starred(value) : value));
}

/** Whatever fills a variable, a star stands for it too. */
function starred(text: string): string {
  if (!text.includes('${')) return text;
  const [head = '', ...tails] = text.split('${');
  return [head, ...tails.map(afterBrace)].join('*');
}

function afterBrace(text: string): string {
  const brace = text.indexOf('}');
  return brace < 0 ? '' : text.slice(brace + 1);
}
