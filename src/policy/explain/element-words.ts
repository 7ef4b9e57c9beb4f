import { conditionClause } from './condition-words.ts';
import { type ElementTrace, type EntryTrace, type PrincipalMatch } from './decision.ts';
import { oneOf, unfilled } from './naming.ts';

type PrincipalTrace = Extract<ElementTrace, { readonly match: PrincipalMatch }>;
type PatternTrace = Exclude<ElementTrace, PrincipalTrace | { readonly element: 'Condition' }>;

/** Why an element matches or does not, as a clause about `subject`: `it is for …, and the caller is …`. */
export function elementClause(trace: ElementTrace, subject: string): string {
  switch (trace.element) {
    case 'Principal':
    case 'NotPrincipal':
      return `${subject} ${principalClause(trace)}`;
    case 'Action':
    case 'NotAction':
      return `${subject} ${patternClause(trace, `the request is ${trace.actual}`)}`;
    case 'Resource':
    case 'NotResource':
      return `${subject} ${patternClause(trace, resourceOf(trace))}${leftOver(trace)}`;
    case 'Condition':
      return conditionClause(trace);
  }
}

const listed = (entries: readonly EntryTrace[]): string =>
  oneOf(entries.map((entry) => entry.expected));
const matching = (entries: readonly EntryTrace[]): string =>
  listed(entries.filter((entry) => entry.matched));

const relations: Record<PrincipalMatch, string> = {
  none: '',
  wildcard: 'everyone',
  account: 'the account of the caller',
  role: 'the role of the caller',
  user: 'the unique id of the caller',
  'federating-user': 'the user who asked for the caller’s session',
  session: 'the caller’s session',
  service: 'the service that calls',
  federated: 'the provider of the caller’s token',
};

function principalClause({ element, matched, match, actual, entries }: PrincipalTrace): string {
  if (element === 'NotPrincipal') return notPrincipalClause(matched, match, actual, entries);
  if (!matched) return `is for ${listed(entries)}, and the caller is ${actual}`;
  if (match === 'wildcard') return 'is for everyone';
  const name = entries.find((entry) => entry.matched && entry.expected === actual)?.expected;
  return name === undefined
    ? `is for ${matching(entries)}, ${relations[match]}`
    : `is for the caller, ${name}`;
}

function notPrincipalClause(
  matched: boolean,
  match: PrincipalMatch,
  actual: string,
  entries: readonly EntryTrace[],
): string {
  if (!matched) return `is for everyone but ${matching(entries)}, and the caller is ${actual}`;
  if (match === 'none')
    return `is for everyone but ${listed(entries)}, and the caller is ${actual}`;
  return 'has NotPrincipal, which spares nobody who has a permissions boundary';
}

function patternClause(
  { element, matched, actual, entries }: PatternTrace,
  request: string,
): string {
  if (element === 'NotAction' || element === 'NotResource') {
    return `is about everything but ${matched ? listed(entries) : matching(entries)}, and ${request}`;
  }
  if (!matched) return `is about ${listed(entries)}, and ${request}`;
  const names = matching(entries);
  if (names === '*')
    return element === 'Action' ? 'is about every action' : 'is about every resource';
  return names === actual ? `is about ${actual}` : `is about ${names}, which covers ${actual}`;
}

const resourceOf = ({ actual }: PatternTrace): string =>
  actual === '*' ? 'this action has no resource: only * covers it' : `the request is for ${actual}`;

const leftOver = ({ matched, entries }: PatternTrace): string =>
  matched ? '' : unfilled(entries.map((entry) => entry.expected));
