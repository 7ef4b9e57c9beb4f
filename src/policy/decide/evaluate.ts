import { type GateFinding, askGate } from './gates.ts';
import { type AccessRequest, type Gate, type Policies, type Verdict, gates } from './request.ts';
import {
  crossesAccounts,
  identityMayAllowAlone,
  livesInAccount,
  needsNoPermission,
} from './standing.ts';
import { type Decision, type Reason } from './trace.ts';

/**
 * The one place where policies are weighed: `decide` and `explain` both call it, and `collect` only says whether
 * the traces list what every element and value said.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: AccessRequest, policies: Policies, collect: boolean): Decision {
  const question = { request, hasBoundary: policies.boundary !== undefined, collect };
  const findings = gates.map((gate) => askGate(gate, policies, question));
  const reason = reasonOf(request, policies, findings);
  return {
    verdict: verdictOf[reason.kind],
    reason,
    resourceType: policies.resource.type,
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
  policies: Policies,
  findings: readonly GateFinding[],
): Reason {
  if (needsNoPermission(request)) return { kind: 'needs-no-permission' };
  const denial = findings.find(({ outcome }) => outcome === 'denies');
  if (denial !== undefined) return { kind: 'explicit-deny', gate: denial.gate, by: denial.denies };
  const needed = mustAllow(request, policies, findings);
  const asked = findings.filter(({ gate }) => needed.includes(gate));
  const silent = asked.find(({ outcome }) => outcome === 'silent');
  if (silent !== undefined) return { kind: 'no-allow', gate: silent.gate };
  const gate = needed.includes('identity') ? 'identity' : 'resource';
  const granting = asked.filter(
    (finding) => finding.gate === 'resource' || finding.gate === 'identity',
  );
  return { kind: 'allowed', gate, by: granting.flatMap(({ allows }) => allows) };
}

/** These always cap, whoever allows. */
const organization = ['rcp', 'scp'] as const;
/** These cap what identity policies and a role's name in a resource policy allow. */
const caps = ['boundary', 'session'] as const;

/**
 * The gates whose allow this request needs.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
function mustAllow(
  request: AccessRequest,
  { resource: { type } }: Policies,
  findings: readonly GateFinding[],
): readonly Gate[] {
  const grant = findings.find(({ gate }) => gate === 'resource')?.grant ?? 'none';
  if (!livesInAccount(request.principal)) return [...organization, 'resource'];
  if (crossesAccounts(request)) return [...organization, 'resource', 'identity', ...caps];
  if (grant === 'direct') return [...organization, 'resource'];
  if (grant === 'capped') return [...organization, 'resource', ...caps];
  if (identityMayAllowAlone(request, type)) return [...organization, 'identity', ...caps];
  return [...organization, 'resource', 'identity', ...caps];
}
