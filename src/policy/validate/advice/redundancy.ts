import { type PatternElement, type Statement } from '../../syntax/document.ts';
import { covers, repetitions } from './covers.ts';
import { type Check, type Subject } from './subject.ts';

const lowerCase = (text: string): string => text.toLowerCase();

/** What adds nothing to what stands beside it. */
export const checkRedundancy: Check = ({ statement, add }) => {
  for (const { again, within } of repetitions(statement.action.patterns, lowerCase)) {
    add('redundant-action', again.at, { action: again.value, within: within.value });
  }
  for (const { again, within } of repetitions(statement.resource?.patterns ?? [])) {
    add('redundant-resource', again.at, { resource: again.value, within: within.value });
  }
};

/** Only so many statements of one sort are compared with each other. */
const mostAlike = 40;

/** A statement that another one makes needless. Of two that say the same, the second. */
export function checkRedundantStatements(subjects: readonly Subject[]): void {
  const alike = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const sort = sortOf(subject.statement);
    alike.set(sort, [...(alike.get(sort) ?? []), subject].slice(0, mostAlike));
  }
  for (const group of alike.values()) {
    for (const subject of group) {
      const wider = group.find((other) => other !== subject && isWider(other, subject));
      if (wider === undefined) continue;
      const number = wider.statement.index + 1;
      const { at } = subject.statement;
      subject.add('redundant-statement', { start: at.start, end: at.start + 1 }, { number });
    }
  }
}

const isWider = (one: Subject, other: Subject): boolean =>
  includes(one.statement, other.statement) &&
  (one.statement.index < other.statement.index || !includes(other.statement, one.statement));

/** What must be the same for one statement to hold another. */
const sortOf = ({ effect, principal, action, resource, conditions }: Statement): string =>
  JSON.stringify([
    effect.value,
    principal && [
      principal.negated,
      principal.entries.map(({ type, value }) => `${type} ${value}`).toSorted(),
    ],
    action.negated,
    resource?.negated,
    conditions
      .map(({ operator, key, values }) =>
        [operator.value, key.value.toLowerCase(), values.map(({ value }) => value).toSorted()].join(
          ' ',
        ),
      )
      .toSorted(),
  ]);

const includes = (one: Statement, other: Statement): boolean =>
  holds(one.action, other.action, lowerCase) &&
  (one.resource === undefined ||
    (other.resource !== undefined && holds(one.resource, other.resource, (text) => text)));

/** Whether one list of patterns matches all that another does; a negated one must leave out no more. */
function holds(
  one: PatternElement,
  other: PatternElement,
  sameCase: (text: string) => string,
): boolean {
  const [outer, inner] = one.negated ? [other, one] : [one, other];
  const known = new Set(outer.patterns.map(({ value }) => sameCase(value)));
  return inner.patterns.every(
    ({ value }) =>
      known.has(sameCase(value)) ||
      [...known].slice(0, mostAlike).some((pattern) => covers(pattern, sameCase(value))),
  );
}
