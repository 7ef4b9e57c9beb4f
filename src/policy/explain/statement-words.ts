import { type StatementTrace } from './decision.ts';
import { elementClause } from './element-words.ts';
import { statementName } from './naming.ts';

/** A statement's fate as a clause; `name` is what to call it. */
export function statementClause(trace: StatementTrace, name = statementName(trace.ref)): string {
  if (trace.applies) {
    return `${name} applies and ${trace.effect === 'Allow' ? 'allows' : 'denies'} the request`;
  }
  const failed = trace.elements.find((element) => !element.matched);
  if (failed === undefined) return `${name} names no principal, so it is for nobody`;
  const clause = elementClause(failed, name);
  return failed.element === 'Condition' ? `${name} does not apply: ${clause}` : clause;
}

/** Why a statement applies: its conditions tell most, then whom it is for, then what it is about. */
export function whyItApplies(trace: StatementTrace): string {
  const conditions = trace.elements.filter(({ element }) => element === 'Condition');
  const principals = trace.elements.filter(({ element }) => element.endsWith('rincipal'));
  const telling = conditions.length > 0 ? conditions : principals;
  return telling.length === 0
    ? coverage(trace)
    : telling.map((element) => elementClause(element, 'it')).join(', and ');
}

function coverage({ elements }: StatementTrace): string {
  const actual = elements.flatMap((element) =>
    element.element === 'Condition' ? [] : [element.actual],
  );
  return `it covers ${actual.filter((value) => value !== '*').join(' on ')}`;
}
