const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

/** Where AWS, or somebody who asked AWS, says so. */
export const sources = {
  assumeRole: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  getCallerIdentity:
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  getFederationToken:
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html',
  evaluation: `${guide}/reference_policies_evaluation-logic.html`,
  crossAccount: `${guide}/reference_policies_evaluation-logic-cross-account.html`,
  boundaries: `${guide}/access_policies_boundaries.html`,
  policies: `${guide}/access_policies.html`,
  principal: `${guide}/reference_policies_elements_principal.html`,
  notPrincipal: `${guide}/reference_policies_elements_notprincipal.html`,
  action: `${guide}/reference_policies_elements_action.html`,
  notAction: `${guide}/reference_policies_elements_notaction.html`,
  resource: `${guide}/reference_policies_elements_resource.html`,
  notResource: `${guide}/reference_policies_elements_notresource.html`,
  condition: `${guide}/reference_policies_elements_condition.html`,
  operators: `${guide}/reference_policies_elements_condition_operators.html`,
  multivalued: `${guide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  conditionKeys: `${guide}/reference_policies_condition-keys.html`,
  iamConditionKeys: `${guide}/reference_policies_iam-condition-keys.html`,
  variables: `${guide}/reference_policies_variables.html`,
  version: `${guide}/reference_policies_elements_version.html`,
  identifiers: `${guide}/reference_identifiers.html`,
  sessionTags: `${guide}/id_session-tags.html`,
  sourceIdentity: `${guide}/id_credentials_temp_control-access_monitor.html`,
  revoke: `${guide}/id_roles_use_revoke-sessions.html`,
  disable: `${guide}/id_credentials_temp_control-access_disable-perms.html`,
  mfa: `${guide}/id_credentials_mfa_configure-api-require.html`,
  externalId: `${guide}/id_roles_create_for-user_externalid.html`,
  rolesTroubleshooting: `${guide}/troubleshoot_roles.html`,
  oidc: `${guide}/id_roles_create_for-idp_oidc.html`,
  saml: `${guide}/id_roles_create_for-idp_saml.html`,
  groups: `${guide}/id_groups.html`,
  kms: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  scps: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  rcps: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  trustUpdate:
    'https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/',
  cli10314: 'https://github.com/aws/aws-cli/issues/10314',
  subvectors: 'https://github.com/Dashtid/subvectors',
  iamSimulate: 'https://github.com/cloud-copilot/iam-simulate',
  accessAnalyzer: `${guide}/access-analyzer-reference-policy-checks.html`,
} as const;

export type SourceName = keyof typeof sources;
