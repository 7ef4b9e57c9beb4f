/** What a key's value is. `aws:EpochTime` takes date and numeric operators alike. */
export type ConditionKeyType =
  'string' | 'arn' | 'bool' | 'date' | 'date or numeric' | 'numeric' | 'ip';

export interface ConditionKey {
  /** As AWS writes it. A `*` stands for what the policy's author names: a tag's key, a provider, its claim. */
  readonly name: string;
  readonly type: ConditionKeyType;
  /** A request may carry several values, and only ForAllValues and ForAnyValue ask such a key. */
  readonly multivalued: boolean;
}

const one = (type: ConditionKeyType, ...names: readonly string[]): readonly ConditionKey[] =>
  names.map((name) => ({ name, type, multivalued: false }));
const several = (type: ConditionKeyType, ...names: readonly string[]): readonly ConditionKey[] =>
  names.map((name) => ({ name, type, multivalued: true }));

/**
 * AWS's global keys, those that services set for the sessions they make, and those of IAM, STS and federation.
 * The keys that only one service's own calls carry are not among them.
 *
 * The user guide marks more SAML attributes as lists than the service authorization reference does; what may
 * be a list is one here.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export const conditionKeys: readonly ConditionKey[] = [
  ...one(
    'string',
    'aws:CalledViaAWSMCP',
    'aws:CalledViaFirst',
    'aws:CalledViaLast',
    'aws:Ec2InstanceSourceVpc',
    'aws:FederatedProvider',
    'aws:PrincipalAccount',
    'aws:PrincipalOrgID',
    'aws:PrincipalServiceName',
    'aws:PrincipalTag/*',
    'aws:PrincipalType',
    'aws:referer',
    'aws:RequestedRegion',
    'aws:RequestTag/*',
    'aws:ResourceAccount',
    'aws:ResourceOrgID',
    'aws:ResourceTag/*',
    'aws:SourceAccount',
    'aws:SourceIdentity',
    'aws:SourceOrgID',
    'aws:SourceVpc',
    'aws:SourceVpce',
    'aws:UserAgent',
    'aws:userid',
    'aws:username',
    'aws:VpceAccount',
    'aws:VpceOrgID',
    'glue:CredentialIssuingService',
    'glue:RoleAssumedBy',
    'iam:AWSServiceName',
    'iam:DelegationDuration',
    'iam:FIDO-certification',
    'iam:FIDO-FIPS-140-2-certification',
    'iam:FIDO-FIPS-140-3-certification',
    'iam:NotificationChannel',
    'iam:OrganizationsPolicyId',
    'iam:PassedToService',
    'iam:RegisterSecurityKey',
    'iam:ResourceTag/*',
    'iam:ServiceSpecificCredentialServiceName',
    'identitystore:UserId',
    'saml:aud',
    'saml:doc',
    'saml:edupersonorgdn',
    'saml:edupersonprimaryaffiliation',
    'saml:edupersonprimaryorgunitdn',
    'saml:edupersonprincipalname',
    'saml:iss',
    'saml:namequalifier',
    'saml:sub',
    'saml:sub_type',
    'sts:AWSServiceName',
    'sts:ExternalId',
    'sts:RequestContext/*',
    'sts:RoleSessionName',
    'sts:SigningAlgorithm',
    'sts:SourceIdentity',
  ),
  ...several(
    'string',
    'aws:CalledVia',
    'aws:PrincipalOrgPaths',
    'aws:PrincipalServiceNamesList',
    'aws:ResourceOrgPaths',
    'aws:SourceOrgPaths',
    'aws:TagKeys',
    'aws:VpceOrgPaths',
    'iam:AccountPropertyNamespaces',
    'saml:*',
    'sts:IdentityTokenAudience',
    'sts:TransitiveTagKeys',
  ),
  ...one(
    'arn',
    'aws:ChatbotSourceArn',
    'aws:PrincipalArn',
    'aws:SignInSessionArn',
    'aws:SourceArn',
    'aws:SourceVpcArn',
    'codebuild:BuildArn',
    'codebuild:ProjectArn',
    'ec2:SourceInstanceArn',
    'iam:AssociatedResourceArn',
    'iam:DelegationRequestOwner',
    'iam:PermissionsBoundary',
    'iam:PolicyARN',
    'iam:RoleTemplateARN',
    'iam:TemplateArn',
    'lambda:SourceFunctionArn',
    'ssm:SourceInstanceArn',
    'sts:TaskPolicyArn',
  ),
  ...several('arn', 'sts:RequestContextProviders'),
  ...one(
    'bool',
    'aws:AssumedRoot',
    'aws:IsMcpServiceAction',
    'aws:MultiFactorAuthPresent',
    'aws:PrincipalIsAWSService',
    'aws:SecureTransport',
    'aws:ViaAWSMCPService',
    'aws:ViaAWSService',
    'sts:RoleAuthorizedByIdp',
  ),
  ...one('date', 'aws:CurrentTime', 'aws:TokenIssueTime'),
  ...one('date or numeric', 'aws:EpochTime'),
  ...one(
    'numeric',
    'aws:MultiFactorAuthAge',
    'ec2:RoleDelivery',
    'iam:ServiceSpecificCredentialAgeDays',
    'sts:DurationSeconds',
    '*:google/organization_number',
  ),
  ...one('ip', 'aws:Ec2InstanceSourcePrivateIPv4', 'aws:SourceIp', 'aws:VpcSourceIp'),
  ...one('string', '*:*'),
  ...several('string', '*:amr'),
];

const byName: ReadonlyMap<string, ConditionKey> = new Map(
  conditionKeys.map((key) => [key.name.toLowerCase(), key]),
);

/**
 * The key that a policy names, in whatever case; `undefined` for a name that AWS's tables do not have.
 * A provider's claim is `<provider's address>:<claim>`: no service's prefix has a dot in it.
 */
export function conditionKey(name: string): ConditionKey | undefined {
  const key = name.toLowerCase();
  const colon = key.indexOf(':');
  const prefix = key.slice(0, colon);
  const rest = key.slice(colon + 1);
  if (colon < 1 || rest === '' || key.includes('*')) return undefined;
  if (prefix.includes('.')) return byName.get(`*:${rest}`) ?? byName.get('*:*');
  return byName.get(key) ?? familyOf(prefix, rest);
}

function familyOf(prefix: string, rest: string): ConditionKey | undefined {
  if (prefix === 'saml') return byName.get('saml:*');
  const slash = rest.indexOf('/');
  return slash > 0 && slash < rest.length - 1
    ? byName.get(`${prefix}:${rest.slice(0, slash)}/*`)
    : undefined;
}
