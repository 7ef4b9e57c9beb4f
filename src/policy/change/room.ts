import { type Principal } from '../decide/request.ts';
import { policyQuotas, policySize } from '../validate/policy-size.ts';
import { type EditablePolicy } from './question.ts';

/**
 * Whether a changed policy is within AWS's quota, or at least no longer than it was.
 *
 * SIMPLIFIED: the quota of inline policies is for all of a user's or role's together; each is measured alone here.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function fits(
  after: EditablePolicy,
  before: EditablePolicy | undefined,
  principal: Principal,
): boolean {
  const size = sizeOf(after);
  return size <= quotaOf(after, principal) || (before !== undefined && size <= sizeOf(before));
}

/** Organizations and STS count white space, IAM does not. */
const sizeOf = ({ kind, text }: EditablePolicy): number =>
  kind === 'scp' || kind === 'rcp' || kind === 'session' ? text.length : policySize(text);

function quotaOf({ kind, options }: EditablePolicy, principal: Principal): number {
  switch (kind) {
    case 'identity':
      if (options?.managed === true) return policyQuotas.managedPolicy;
      return principal.type === 'user' ? policyQuotas.inlinePerUser : policyQuotas.inlinePerRole;
    case 'boundary':
      return policyQuotas.managedPolicy;
    case 'session':
      return policyQuotas.sessionPolicy;
    case 'scp':
      return policyQuotas.serviceControlPolicy;
    case 'rcp':
      return policyQuotas.resourceControlPolicy;
    case 'trust': // `readPolicy` knows the account's own quota
    case 'resource':
      return policyQuotas.document;
  }
}
