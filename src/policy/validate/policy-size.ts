/**
 * AWS's limits on policies, in characters as `policySize` counts them unless said otherwise.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const policyQuotas = {
  /** All inline policies of one user together. */
  inlinePerUser: 2_048,
  /** All inline policies of one group together. */
  inlinePerGroup: 5_120,
  /** All inline policies of one role together. */
  inlinePerRole: 10_240,
  managedPolicy: 6_144,
  /** ACLSizePerRole; AWS raises it on request up to `trustPolicyMaximum`. */
  trustPolicy: 2_048,
  trustPolicyMaximum: 8_192,
  /** The text given to AssumeRole, white space included. */
  sessionPolicy: 2_048,
  sessionPolicyArns: 10,
  /** White space counts. */
  serviceControlPolicy: 5_120,
  /** White space counts. */
  resourceControlPolicy: 5_120,
  /** What IAM's API takes as a document before it looks at it, white space included. */
  document: 131_072,
  managedPoliciesPerRole: 20,
  managedPoliciesPerRoleMaximum: 25,
  managedPoliciesPerUser: 10,
  managedPoliciesPerUserMaximum: 20,
  managedPoliciesPerGroup: 10,
  roleName: 64,
  userName: 64,
  groupName: 128,
  policyName: 128,
  path: 512,
} as const;

/**
 * How many characters AWS counts: white space between JSON's tokens is free.
 *
 * SIMPLIFIED: AWS says only that white space is not counted; white space inside texts is counted here. Text
 * that is not JSON is counted as if its quotes were right.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export function policySize(text: string): number {
  return text.replace(/("[^"\\]*(?:\\[^][^"\\]*)*"?)|[\s\uFEFF]+/g, '$1').length;
}
