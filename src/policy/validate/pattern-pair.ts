import { type PatternElement, type Span } from '../syntax/document.ts';
import { type JsonMember, type JsonObject } from '../syntax/json-tree.ts';
import { finding } from './finding.ts';
import { type Diagnostic } from './diagnostic.ts';
import { openingOf, readTexts, type Reading } from './json-objects.ts';
import { type Refusal } from './report.ts';

export type Members = ReadonlyMap<string, JsonMember>;

/** What to say when a statement has neither of a pair, or an empty list. */
export interface Absence {
  readonly missing: (at: Span) => Diagnostic;
  readonly refusal: Refusal;
}

/** `Action` or `NotAction`, `Resource` or `NotResource`: exactly one of the two, with at least one value. */
export function readPair(
  reading: Reading,
  statement: JsonObject,
  members: Members,
  [plain, negation]: readonly [string, string],
  { missing, refusal }: Absence,
): PatternElement | undefined {
  const { report, words } = reading;
  const one = members.get(plain);
  const other = members.get(negation);
  if (one !== undefined && other !== undefined) {
    const { at } = one.at.start > other.at.start ? one.name : other.name;
    report.add(
      finding('both-of-a-pair', at, { name: plain, other: negation }),
      words.bothOfPair(at),
    );
    return undefined;
  }
  const member = one ?? other;
  if (member === undefined) {
    report.add(missing(openingOf(statement)), refusal);
    return undefined;
  }
  const patterns = readTexts(reading, member.name.value, member.value);
  if (patterns?.length === 0) report.add(missing(member.value.at), refusal);
  return patterns && { at: member.at, negated: member === other, patterns };
}
