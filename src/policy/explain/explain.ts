import { type CompiledPolicies } from '../decide/compile.ts';
import { mustAllow } from '../decide/gates.ts';
import { type AccessRequest, type Gate, type Verdict, gates } from '../decide/request.ts';
import { askedOf, crossesAccounts, needsNoPermission } from '../decide/standing.ts';
import { type Decision, type Reason } from './decision.ts';
import { type GateFinding, askGate } from './gate-finding.ts';

/**
 * The same answer as `decide`, with everything that was looked at on the way. Total: it never throws.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function explain(request: AccessRequest, policies: CompiledPolicies): Decision {
  const asked = askedOf(request, policies);
  const findings = gates.map((gate) => askGate(gate, { request, asked, policies }));
  const reason: Reason = needsNoPermission(asked)
    ? { kind: 'needs-no-permission' }
    : reasonOf(request, policies, findings);
  return {
    verdict: verdictOf[reason.kind],
    reason,
    resourceType: policies.resourceType,
    crossAccount: crossesAccounts(request),
    gates: findings.map(({ gate, outcome, policies: traces }) => ({
      gate,
      outcome,
      decisive: 'gate' in reason && reason.gate === gate,
      policies: traces,
    })),
    missingKeys: [...new Set(findings.flatMap(({ missing }) => missing))],
  };
}

const verdictOf: Record<Reason['kind'], Verdict> = {
  'explicit-deny': 'ExplicitDeny',
  'no-allow': 'ImplicitDeny',
  allowed: 'Allow',
  'needs-no-permission': 'Allow',
};

/**
 * An explicit deny anywhere wins. Otherwise every gate that must allow is asked in AWS's order.
 *
 * SIMPLIFIED: when several gates deny, the first in this order is named. AWS names one as well and does not say
 * which.
 */
function reasonOf(
  request: AccessRequest,
  policies: CompiledPolicies,
  findings: readonly GateFinding[],
): Reason {
  const denial = findings.find(({ outcome }) => outcome === 'denies');
  if (denial !== undefined) return { kind: 'explicit-deny', gate: denial.gate, by: denial.denies };
  const grant = findings.find(({ gate }) => gate === 'resource')?.grant ?? 'none';
  const needed = mustAllow(request, policies, grant);
  const asked = findings.filter(({ gate }) => needed[gate]);
  const silent = asked.find(({ outcome }) => outcome === 'silent');
  if (silent !== undefined) return { kind: 'no-allow', gate: silent.gate };
  const gate: Gate = needed.identity ? 'identity' : 'resource';
  const granting = asked.filter((one) => one.gate === 'resource' || one.gate === 'identity');
  return { kind: 'allowed', gate, by: granting.flatMap(({ allows }) => allows) };
}
