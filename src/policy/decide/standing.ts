import { type Asked } from '../match/asked.ts';
import { rememberingLast } from '../match/remembering.ts';
import { type CompiledPolicies } from './compile.ts';
import { type AccessRequest, type Principal, type ResourcePolicyType } from './request.ts';

/** What is true of a request before any policy is read. */

/** Callers that live in an AWS account, and so have identity policies that could allow. */
export type AccountPrincipal = Extract<Principal, { readonly account: string }>;

export const livesInAccount = (principal: Principal): principal is AccountPrincipal => {
  switch (principal.type) {
    case 'root':
    case 'user':
    case 'role-session':
    case 'federated-user':
      return true;
    case 'service':
    case 'federated':
    case 'anonymous':
      return false;
  }
};

/** Services, federated tokens and anonymous callers belong to no account: nothing is crossed. */
export const crossesAccounts = ({ principal, resourceAccount }: AccessRequest): boolean =>
  livesInAccount(principal) && principal.account !== resourceAccount;

/**
 * Whether identity policies can allow without a word from the resource's policy. Trust policies and KMS key
 * policies must speak, and so must every policy across accounts.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const identityMayAllowAlone = (request: AccessRequest, type: ResourcePolicyType): boolean =>
  type === 'ordinary' && livesInAccount(request.principal) && !crossesAccounts(request);

/** Neither SCPs nor RCPs bind service-linked roles. */
export const isServiceLinked = (principal: Principal): boolean =>
  principal.type === 'role-session' && principal.serviceLinked;

/**
 * To ask who one is, and for a session token of one's own, no permission is needed: an explicit deny of either is
 * without effect (row D19).
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
 */
export const needsNoPermission = ({ actionInLowerCase }: Asked): boolean =>
  actionInLowerCase === 'sts:getcalleridentity' || actionInLowerCase === 'sts:getsessiontoken';

/** Many requests in a row are about one action. */
const inLowerCase = rememberingLast((text) => text.toLowerCase());

let turn = 0;

/** The request as the statements of these policies are asked about it. */
export const askedOf = (request: AccessRequest, { hasBoundary }: CompiledPolicies): Asked => ({
  turn: ++turn,
  principal: request.principal,
  action: request.action,
  actionInLowerCase: inLowerCase(request.action),
  resource: request.resource,
  context: request.context,
  hasBoundary,
});
