import {
  type ConditionEntry,
  type PolicyKind,
  type PrincipalEntry,
  type Statement,
} from '../../syntax/document.ts';
import { parseOperator } from '../../syntax/operators.ts';
import { advice } from './advice-finding.ts';
import { accountOf } from '../principal-format.ts';
import { type Report } from '../report.ts';

/**
 * What AWS saves and a reader should know about all the same: the traps that a document shows by itself.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function adviseOn(report: Report, kind: PolicyKind, statement: Statement): void {
  for (const entry of statement.conditions) adviseOnStars(report, entry);
  if (statement.effect.value === 'Deny') return;
  advisePrincipals(report, statement);
  adviseSets(report, statement);
  if (kind === 'identity') adviseGrants(report, statement);
}

/** `StringEquals` takes no wildcards. */
function adviseOnStars(report: Report, { operator, values }: ConditionEntry): void {
  const name = parseOperator(operator.value)?.name;
  if (name !== 'StringEquals' && name !== 'StringNotEquals') return;
  for (const { value, at } of values) {
    const star = value.replaceAll('${*}', '').includes('*');
    if (star) report.add(advice('literal-star', at, { operator: operator.value, value }));
  }
}

function advisePrincipals(report: Report, { principal, conditions }: Statement): void {
  if (principal === undefined || principal.negated) return;
  for (const entry of principal.entries) {
    if (isAnyone(entry)) {
      if (conditions.length === 0) report.add(advice('anyone', entry.at, {}));
    } else if (entry.type === 'AWS' && accountOf(entry.value) !== undefined) {
      report.add(advice('account-principal', entry.at, {}));
    }
  }
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous */
const isAnyone = ({ type, value }: PrincipalEntry): boolean =>
  type === 'Anyone' || (type === 'AWS' && value === '*');

/**
 * True of an absent key, unless `Null` says that the key must be there.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function adviseSets(report: Report, { conditions }: Statement): void {
  for (const { operator, key } of conditions) {
    const forAll = parseOperator(operator.value)?.set === 'ForAllValues';
    if (forAll && !conditions.some((other) => requires(other, key.value))) {
      report.add(advice('for-all-values-allows', operator.at, { key: key.value }));
    }
  }
}

function requires({ operator, key, values }: ConditionEntry, wanted: string): boolean {
  const sameKey = key.value.toLowerCase() === wanted.toLowerCase();
  return operator.value === 'Null' && sameKey && values.every(({ value }) => value === 'false');
}

function adviseGrants(report: Report, statement: Statement): void {
  const { action, resource } = statement;
  if (action.negated) report.add(advice('allows-all-but-some', action.at, {}));
  if (action.negated || resource === undefined || resource.negated) return;
  if (!resource.patterns.some(({ value }) => value === '*')) return;
  for (const { value, at } of action.patterns) {
    if (value === '*') {
      if (statement.conditions.length === 0) report.add(advice('allows-everything', at, {}));
    } else if (passesRoles(value) && !limitsService(statement)) {
      report.add(advice('pass-role-on-everything', at, {}));
    }
  }
}

const passesRoles = (action: string): boolean =>
  ['iam:passrole', 'iam:pass*', 'iam:*'].includes(action.toLowerCase());

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
const limitsService = ({ conditions }: Statement): boolean =>
  conditions.some(({ key }) => key.value.toLowerCase() === 'iam:passedtoservice');
