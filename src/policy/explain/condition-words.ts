import { operatorRules } from '../match/operators.ts';
import { type Operator, type OperatorName, parseOperator } from '../syntax/operators.ts';
import { type ElementTrace } from './decision.ts';
import { oneOf, unfilled } from './naming.ts';

type ConditionTrace = Extract<ElementTrace, { readonly element: 'Condition' }>;

/** How an operator reads when it holds and when it does not. */
interface Relation {
  readonly yes: string;
  readonly no: string;
}
const opposite = ({ yes, no }: Relation): Relation => ({ yes: no, no: yes });

const same: Relation = { yes: 'is', no: 'is not' };
const fits: Relation = { yes: 'matches', no: 'does not match' };
const below: Relation = { yes: 'is less than', no: 'is not less than' };
const above: Relation = { yes: 'is greater than', no: 'is not greater than' };
const earlier: Relation = { yes: 'is before', no: 'is not before' };
const later: Relation = { yes: 'is after', no: 'is not after' };
const inside: Relation = { yes: 'is in', no: 'is not in' };

const relations: Record<OperatorName, Relation> = {
  StringEquals: same,
  StringNotEquals: opposite(same),
  StringEqualsIgnoreCase: same,
  StringNotEqualsIgnoreCase: opposite(same),
  StringLike: fits,
  StringNotLike: opposite(fits),
  NumericEquals: same,
  NumericNotEquals: opposite(same),
  NumericLessThan: below,
  NumericLessThanEquals: opposite(above),
  NumericGreaterThan: above,
  NumericGreaterThanEquals: opposite(below),
  DateEquals: same,
  DateNotEquals: opposite(same),
  DateLessThan: earlier,
  DateLessThanEquals: opposite(later),
  DateGreaterThan: later,
  DateGreaterThanEquals: opposite(earlier),
  Bool: same,
  BinaryEquals: same,
  IpAddress: inside,
  NotIpAddress: opposite(inside),
  ArnEquals: fits,
  ArnNotEquals: opposite(fits),
  ArnLike: fits,
  ArnNotLike: opposite(fits),
  Null: same,
};

/** Why a condition holds or does not, as a clause: `aws:TokenIssueTime 2026-01-01T… is before 2026-02-01T…`. */
export function conditionClause(trace: ConditionTrace): string {
  const operator = parseOperator(trace.operator);
  if (operator === undefined) return `${trace.operator} is no condition operator`;
  if (operator.name === 'Null') return presenceClause(trace, operator.set !== undefined);
  if (trace.entries.length === 0) {
    return `${trace.operator} lists no value for ${trace.key}, and so it ${holdsOrNot(trace)}`;
  }
  const { negated } = operatorRules[operator.name];
  const relation = relations[operator.name];
  if (trace.actual === undefined) return absenceClause(trace, relation);
  const rest = unfilled(trace.entries.map((entry) => entry.expected));
  return `${presentClause(trace, trace.actual, operator, relation, negated)}${rest}`;
}

/** AWS calls it a null data set. */
const isEmptyText = (actual: readonly string[]): boolean => actual.every((value) => value === '');

const holdsOrNot = ({ matched }: ConditionTrace): string => (matched ? 'holds' : 'does not hold');

function presentClause(
  trace: ConditionTrace,
  actual: readonly string[],
  { set }: Operator,
  relation: Relation,
  negated: boolean,
): string {
  if (set !== undefined && isEmptyText(actual)) {
    return `${trace.key} is an empty text, which ${set} takes for no value, and so it ${holdsOrNot(trace)}`;
  }
  if (set !== undefined) return setClause(trace, actual, set, relation, negated);
  if (hasTooMany(trace, actual, negated)) {
    return `${trace.key} may have several values, and ${trace.operator} without ForAnyValue or ForAllValues compares only one`;
  }
  const said = singleValueClause(trace, actual, trace.matched ? relation.yes : relation.no);
  return negated && !trace.matched ? `${said}, which the condition excludes` : said;
}

function presenceClause(
  { key, operator, actual, matched }: ConditionTrace,
  isSet: boolean,
): string {
  // Both follow from what the set operators do with a key that is not there.
  if (isSet) return `${operator} ${matched ? 'always' : 'never'} holds`;
  if (actual === undefined) {
    return `the request carries no ${key}, ${matched ? 'as the condition asks' : 'and the condition asks for one'}`;
  }
  if (isEmptyText(actual)) {
    return `${key} is an empty text, which counts as none, ${matched ? 'as the condition asks' : 'and the condition asks for a value'}`;
  }
  return `the request carries ${key}, ${matched ? 'as the condition asks' : 'and the condition asks that it does not'}`;
}

const absenceClause = (trace: ConditionTrace, { yes }: Relation): string =>
  trace.matched
    ? `the request carries no ${trace.key}, and ${trace.operator} also holds without it`
    : `the request carries no ${trace.key}, and the condition asks for ${yes === same.yes ? '' : `one that ${yes} `}${expected(trace)}`;

/** A negated operator reads better turned round: `every value is a`, not `no value is not a`. */
function setClause(
  trace: ConditionTrace,
  actual: readonly string[],
  set: 'ForAllValues' | 'ForAnyValue',
  { yes, no }: Relation,
  negated: boolean,
): string {
  const turned = negated && !trace.matched;
  const all = set === 'ForAllValues';
  const some = trace.matched ? (all ? 'every' : 'a') : all ? 'not every' : 'no';
  const many = turned ? (all ? 'a' : 'every') : some;
  const values = `value of ${trace.key} (${oneOf(actual, 'and')})`;
  return turned
    ? `${many} ${values} ${no} ${expected(trace)}, which the condition excludes`
    : `${many} ${values} ${yes} ${expected(trace)}`;
}

function singleValueClause(
  trace: ConditionTrace,
  actual: readonly string[],
  phrase: string,
): string {
  const value = oneOf(actual, 'and');
  if (phrase === same.yes) return `${trace.key} is ${value}`;
  if (phrase === same.no) return `${trace.key} is ${value}, not ${expected(trace)}`;
  return `${trace.key} ${value} ${phrase} ${expected(trace)}`;
}

/** A plain operator never holds for a key with several values, not even when one of them fits. */
function hasTooMany(trace: ConditionTrace, actual: readonly string[], negated: boolean): boolean {
  const anyFits = trace.entries.some(({ matched }) => matched);
  return actual.length > 1 || trace.matched !== (anyFits !== negated);
}

/** What fits, where something does; else all that would have. */
function expected({ entries }: ConditionTrace): string {
  const fitting = entries.filter(({ matched }) => matched);
  return oneOf((fitting.length > 0 ? fitting : entries).map((entry) => entry.expected));
}
