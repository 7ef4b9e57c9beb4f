import { matchAction } from '../match/actions.ts';
import { matchCondition } from '../match/conditions.ts';
import { matchPrincipal } from '../match/principals.ts';
import { matchResource } from '../match/resources.ts';
import {
  type ElementTrace,
  type Finding,
  type PrincipalMatch,
  type Setting,
} from '../match/trace.ts';
import { type Statement } from '../syntax/document.ts';
import { type AccessRequest, type AttachedPolicy, type Gate } from './request.ts';
import { type StatementTrace } from './trace.ts';

/** What every statement of every policy is asked. */
export interface Question {
  readonly request: AccessRequest;
  /** Whether the caller has a permissions boundary. */
  readonly hasBoundary: boolean;
  readonly collect: boolean;
}

export interface StatementFinding {
  readonly trace: StatementTrace;
  /** How the statement's Principal matched; `none` where it has no Principal or was not met. */
  readonly match: PrincipalMatch;
  readonly missing: readonly string[];
}

/** A statement applies when all its elements match; the first that does not ends the search. */
export function askStatement(
  statement: Statement,
  policy: AttachedPolicy,
  gate: Gate,
  question: Question,
): StatementFinding {
  const elements: ElementTrace[] = [];
  const missing: string[] = [];
  let match: PrincipalMatch = 'none';
  let applies = saysWhoWhereItMust(statement, gate);
  for (const finding of applies ? findings(statement, policy, question) : []) {
    if (question.collect) elements.push(finding.trace);
    missing.push(...finding.missing);
    if ('match' in finding.trace) match = finding.trace.match;
    applies = finding.trace.matched;
    if (!applies) break;
  }
  const trace = {
    ref: refOf(statement, policy),
    effect: statement.effect.value,
    applies,
    elements,
  };
  return { trace, match, missing };
}

/** A statement of a resource's policy without Principal is for nobody (row H24). */
const saysWhoWhereItMust = (statement: Statement, gate: Gate): boolean =>
  statement.principal !== undefined || gate !== 'resource';

/** Lazily, in the order in which people read a statement. */
function* findings(
  { effect, principal, action, resource, conditions }: Statement,
  { document }: AttachedPolicy,
  { request, hasBoundary, collect }: Question,
): Generator<Finding> {
  const setting: Setting = { version: document.version, context: request.context, collect };
  const neverSpared = hasBoundary && effect.value === 'Deny';
  const caller = { principal: request.principal, neverSpared };
  if (principal !== undefined) yield matchPrincipal(principal, caller, setting);
  yield matchAction(action, request.action, setting);
  // A resource's policy may leave the resource out: then it means the one that it is attached to.
  if (resource !== undefined) yield matchResource(resource, request.resource, setting);
  for (const condition of conditions) yield matchCondition(condition, setting);
}

const refOf = (statement: Statement, policy: AttachedPolicy): StatementTrace['ref'] => ({
  policy: policy.ref,
  policyName: policy.name,
  index: statement.index,
  sid: statement.sid?.value,
  at: statement.at,
});
