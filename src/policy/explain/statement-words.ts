import { type ElementTrace, type StatementTrace } from './decision.ts';
import { elementClause } from './element-words.ts';
import { statementName } from './naming.ts';

/** A statement's fate as a clause; `name` is what to call it. */
export function statementClause(trace: StatementTrace, name = statementName(trace.ref)): string {
  if (trace.applies) {
    return `${name} applies and ${trace.effect === 'Allow' ? 'allows' : 'denies'} the request`;
  }
  const failed = trace.elements.find((element) => !element.matched);
  if (failed === undefined) return `${name} names no principal, so it is for nobody`;
  const condition = failed.element === 'Condition';
  return condition
    ? `${name} does not apply: ${elementClause(failed, name)}`
    : elementClause(failed, name);
}

/** Why a statement applies: its conditions tell most; without any, whom and what it is about. */
export function whyItApplies({ elements }: StatementTrace): string {
  const conditions = elements.filter(({ element }) => element === 'Condition');
  const telling = conditions.length > 0 ? conditions : elements.filter(tells);
  const clauses = telling.map((element) => elementClause(element, 'it'));
  return clauses.length > 0 ? clauses.join(', and ') : 'it is about everything';
}

/** `Resource: "*"` needs no words. */
const tells = ({ element, entries }: ElementTrace): boolean =>
  !(element === 'Resource' && entries.some(({ expected }) => expected === '*'));
