import { type CompiledPolicies } from './compile.ts';
import { type Grant } from './grant.ts';
import { type AccessRequest, type Gate } from './request.ts';
import {
  crossesAccounts,
  identityMayAllowAlone,
  isServiceLinked,
  livesInAccount,
} from './standing.ts';
import { type GateOutcome } from './trace.ts';

/**
 * Whether a gate has anything to say of a request.
 *
 * A root user has no identity policies and no boundary, a service or a stranger none of the caller's side. A
 * GetFederationToken session without session policies is asked all the same: it has no permissions (row D18).
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export function isAsked(gate: Gate, request: AccessRequest, policies: CompiledPolicies): boolean {
  const { principal } = request;
  const levels = policies.levels[gate];
  switch (gate) {
    case 'rcp':
      return levels.length > 0 && !isServiceLinked(principal);
    case 'scp':
      return levels.length > 0 && livesInAccount(principal) && !isServiceLinked(principal);
    case 'resource':
      return levels.length > 0 || !identityMayAllowAlone(request, policies.resourceType);
    case 'identity':
      return livesInAccount(principal) && principal.type !== 'root';
    case 'boundary':
      return levels.length > 0 && livesInAccount(principal) && principal.type !== 'root';
    case 'session':
      return levels.length > 0 || principal.type === 'federated-user';
  }
}

/** An account's root user may do everything in it that nothing else forbids: its identity gate needs no policy. */
export const outcomeUnasked = (gate: Gate, { principal }: AccessRequest): GateOutcome =>
  gate === 'identity' && principal.type === 'root' ? 'allows' : 'absent';

/**
 * What a gate's policies come to. RCPs never refuse by silence: AWS attaches RCPFullAWSAccess to every level and
 * lets nobody detach it.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function outcomeOf(
  gate: Gate,
  said: { readonly denied: boolean; readonly everyLevelAllows: boolean; readonly grant: Grant },
): GateOutcome {
  if (said.denied) return 'denies';
  if (gate === 'rcp') return 'allows';
  if (said.grant === 'delegated') return 'delegates';
  return said.everyLevelAllows ? 'allows' : 'silent';
}

/** RCPs and SCPs always cap, whoever allows. */
const resourceAlone: readonly Gate[] = ['rcp', 'scp', 'resource'];
/** Boundaries and session policies cap what identity policies and a role's name in a resource policy allow. */
const resourceCapped: readonly Gate[] = ['rcp', 'scp', 'resource', 'boundary', 'session'];
const identityAlone: readonly Gate[] = ['rcp', 'scp', 'identity', 'boundary', 'session'];
const both: readonly Gate[] = ['rcp', 'scp', 'resource', 'identity', 'boundary', 'session'];

/**
 * The gates whose allow this request needs, in AWS's order.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function mustAllow(
  request: AccessRequest,
  { resourceType }: CompiledPolicies,
  grant: Grant,
): readonly Gate[] {
  if (!livesInAccount(request.principal)) return resourceAlone;
  if (crossesAccounts(request)) return both;
  if (grant === 'direct') return resourceAlone;
  if (grant === 'capped') return resourceCapped;
  return identityMayAllowAlone(request, resourceType) ? identityAlone : both;
}
