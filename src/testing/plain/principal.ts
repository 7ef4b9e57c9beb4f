import { type Principal } from '#policy';
import { isObject, own, textsOf, type JsonObject } from './json.ts';

/**
 * How a resource policy's principal names the caller; the first is the strongest. `direct`: the very caller, or
 * anyone. `role` and `federating-user`: what the session comes from. `account`: the whole account.
 */
export const strengths = ['direct', 'role', 'federating-user', 'account'] as const;
export type Strength = (typeof strengths)[number];

/**
 * The strongest way in which a `Principal` element names the caller.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function strengthOf(element: unknown, caller: Principal): Strength | undefined {
  if (element === '*') return 'direct';
  if (!isObject(element)) return undefined;
  const found = [
    ...textsOf(own(element, 'AWS')).map((value) => asAws(value, caller)),
    ...textsOf(own(element, 'Service')).map((value) => asService(value, caller)),
    ...textsOf(own(element, 'Federated')).map((value) => asFederated(value, caller)),
    // Nobody here carries a canonical user id: only S3 knows them.
  ];
  return strengths.find((strength) => found.includes(strength));
}

function asAws(value: string, caller: Principal): Strength | undefined {
  if (value === '*') return 'direct';
  switch (caller.type) {
    case 'root':
      return isAccount(value, caller.account) ? 'direct' : undefined;
    case 'user':
      if (value === caller.arn || value === caller.uniqueId) return 'direct';
      return isAccount(value, caller.account) ? 'account' : undefined;
    case 'role-session':
      if (value === caller.arn) return 'direct';
      if (value === caller.roleArn || value === caller.uniqueId) return 'role';
      return isAccount(value, caller.account) ? 'account' : undefined;
    case 'federated-user':
      if (value === caller.arn) return 'direct';
      if (value === caller.userArn || value === caller.userUniqueId) return 'federating-user';
      return isAccount(value, caller.account) ? 'account' : undefined;
    case 'service':
    case 'federated':
    case 'anonymous':
      return undefined;
  }
}

/** An account is written as its twelve digits, with dashes or without, or as its root user's ARN. */
const isAccount = (value: string, account: string): boolean =>
  value === `arn:aws:iam::${account}:root` ||
  (/^[\d-]+$/.test(value) && value.replaceAll('-', '') === account);

const asService = (value: string, caller: Principal): Strength | undefined =>
  caller.type === 'service' && caller.service === value ? 'direct' : undefined;

const asFederated = (value: string, caller: Principal): Strength | undefined =>
  caller.type === 'federated' && caller.provider === value ? 'direct' : undefined;

/**
 * How the statement of a policy that has principals names the caller. A Deny with `NotPrincipal` is meant for all
 * whom it does not list, and for every caller with a permissions boundary, listed or not.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function namedBy(
  statement: JsonObject,
  caller: Principal,
  hasBoundary: boolean,
): Strength | undefined {
  const others = own(statement, 'NotPrincipal');
  if (others === undefined) return strengthOf(own(statement, 'Principal'), caller);
  return hasBoundary || strengthOf(others, caller) === undefined ? 'direct' : undefined;
}
