import { type PrincipalMatch } from '../match/trace.ts';
import { type Principal } from './request.ts';

/**
 * What a resource's policy gives to a caller of the same account: `direct` is enough alone; `capped` is enough
 * unless the boundary or the session policy is silent; `delegated` leaves it to the account's identity policies.
 */
export type Grant = 'direct' | 'capped' | 'delegated' | 'none';

/**
 * Rows C1 to C20. A role's ARN is capped by implicit denies where a user's and a session's is not, and so is the
 * ARN of the user behind a GetFederationToken session.
 *
 * SIMPLIFIED: the page on trust policies asks that a user's boundary allow sts:AssumeRole too; the page on
 * evaluation says that naming the user is not limited by it. The latter is followed (row A14).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function grantOf(match: PrincipalMatch, principal: Principal): Grant {
  switch (match) {
    case 'none': // Allow with NotPrincipal: everyone but those listed
    case 'wildcard':
    case 'user':
    case 'session':
    case 'service':
    case 'federated':
      return 'direct';
    case 'role':
    case 'federating-user':
      return 'capped';
    case 'account':
      return principal.type === 'root' ? 'direct' : 'delegated';
  }
}

const strength: Record<Grant, number> = { none: 0, delegated: 1, capped: 2, direct: 3 };

export const stronger = (one: Grant, other: Grant): Grant =>
  strength[one] >= strength[other] ? one : other;
