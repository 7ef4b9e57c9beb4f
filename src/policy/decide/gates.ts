import { type CompiledPolicies, type Levels } from './compile.ts';
import { type Grant } from './grant.ts';
import { type AccessRequest, type Gate, type ResourcePolicyType } from './request.ts';
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
export function isAsked(
  gate: Gate,
  levels: Levels,
  request: AccessRequest,
  resourceType: ResourcePolicyType,
): boolean {
  const { principal } = request;
  switch (gate) {
    case 'rcp':
      return levels.length > 0 && !isServiceLinked(principal);
    case 'scp':
      return levels.length > 0 && livesInAccount(principal) && !isServiceLinked(principal);
    case 'resource':
      return levels.length > 0 || !identityMayAllowAlone(request, resourceType);
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

/** Which gates must allow. */
export type Need = Readonly<Record<Gate, boolean>>;

/** SCPs always cap, whoever allows. RCPs refuse by a deny alone. */
const organization = { rcp: false, scp: true };
/** Boundaries and session policies cap what identity policies and a role's name in a resource policy allow. */
const caps = { boundary: true, session: true };
const noCaps = { boundary: false, session: false };

const resourceAlone: Need = { ...organization, resource: true, identity: false, ...noCaps };
const resourceCapped: Need = { ...organization, resource: true, identity: false, ...caps };
const identityAlone: Need = { ...organization, resource: false, identity: true, ...caps };
const both: Need = { ...organization, resource: true, identity: true, ...caps };

/**
 * The gates whose allow this request needs.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function mustAllow(
  request: AccessRequest,
  { resourceType }: CompiledPolicies,
  grant: Grant,
): Need {
  if (!livesInAccount(request.principal)) return resourceAlone;
  if (crossesAccounts(request)) return both;
  if (grant === 'direct') return resourceAlone;
  if (grant === 'capped') return resourceCapped;
  return identityMayAllowAlone(request, resourceType) ? identityAlone : both;
}
