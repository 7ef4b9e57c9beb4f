import { type Asked } from '../match/asked.ts';
import { type CompiledPolicies, type CompiledPolicy, type Levels } from './compile.ts';
import { isAsked, mustAllow } from './gates.ts';
import { type Grant, grantOf, stronger } from './grant.ts';
import { type AccessRequest, type Verdict } from './request.ts';
import { askedOf, needsNoPermission } from './standing.ts';
import { applies } from './statement.ts';

/**
 * Whether AWS would allow the request, without the reasons: `explain` answers alike and says why. It stops as soon
 * as the answer stands. Total: it never throws and always answers.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(request: AccessRequest, policies: CompiledPolicies): Verdict {
  const asked = askedOf(request, policies);
  if (needsNoPermission(asked)) return 'Allow';
  const grant = grantOfResource(policies.levels.resource, asked);
  if (grant === 'denies') return 'ExplicitDeny';
  const needed = mustAllow(request, policies, grant);
  let allowed = grant !== 'none' || !needed.resource;
  for (const { gate, levels } of policies.otherGates) {
    if (!isAsked(gate, levels, request, policies.resourceType)) continue;
    const answer = hear(levels, asked);
    if (answer === 'denies') return 'ExplicitDeny';
    if (answer === 'silent' && needed[gate]) allowed = false;
  }
  return allowed ? 'Allow' : 'ImplicitDeny';
}

/** Every level must allow, and no level is silence; a deny at any ends the search. */
function hear(levels: Levels, asked: Asked): 'denies' | 'allows' | 'silent' {
  let answer: 'allows' | 'silent' = levels.length === 0 ? 'silent' : 'allows';
  for (const level of levels) {
    const said = hearLevel(level, asked);
    if (said === 'denies') return 'denies';
    if (said === 'silent') answer = 'silent';
  }
  return answer;
}

function hearLevel(level: readonly CompiledPolicy[], asked: Asked): 'denies' | 'allows' | 'silent' {
  let answer: 'allows' | 'silent' = 'silent';
  for (const { document } of level) {
    for (const statement of document.about(asked)) {
      if (statement.effect === 'Allow' && answer === 'allows') continue;
      if (!applies(statement, asked)) continue;
      if (statement.effect === 'Deny') return 'denies';
      answer = 'allows';
    }
  }
  return answer;
}

/** The resource's policy also says how it names the caller. Statements without Principal are for nobody (row H24). */
function grantOfResource(levels: Levels, asked: Asked): Grant | 'denies' {
  let grant: Grant = 'none';
  for (const { document } of levels[0] ?? []) {
    for (const statement of document.about(asked)) {
      const { effect, principal } = statement;
      if (principal === undefined || (effect === 'Allow' && grant === 'direct')) continue;
      if (!applies(statement, asked)) continue;
      if (effect === 'Deny') return 'denies';
      grant = stronger(grant, grantOf(principal.match(asked.principal), asked.principal));
    }
  }
  return grant;
}
