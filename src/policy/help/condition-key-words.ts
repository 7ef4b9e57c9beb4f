import { conditionKey } from '../syntax/condition-keys.ts';

/** When requests carry a key, for somebody who meets it for the first time. */
export interface ConditionKeyWords {
  /** A clause: lower case at the start, no full stop, the learner's words in backticks. */
  readonly present: string;
  /** AWS's page on the key. */
  readonly source: string;
}

/** Which requests carry a key: the clause, then the keys of which it is true. */
const rows: readonly (readonly [present: string, ...keys: string[]])[] = [
  // The caller.
  [
    'every signed request has it; for a role it is the ARN of the role itself, never of the session',
    'aws:PrincipalArn',
  ],
  [
    'every request has it; `anonymous` stands for a caller who signed nothing',
    'aws:PrincipalAccount',
    'aws:userid',
  ],
  [
    'every request has it: `Account` for the root user, `User`, `AssumedRole`, `FederatedUser` or `Anonymous`',
    'aws:PrincipalType',
  ],
  [
    'only requests of an IAM user have it; a role’s session, the root user and a federated user have no user name',
    'aws:username',
  ],
  [
    'only callers whose account is in an organization have it',
    'aws:PrincipalOrgID',
    'aws:PrincipalOrgPaths',
  ],
  [
    'only callers with that tag have it: a tag of the user or role, or a session tag passed when the role was assumed',
    'aws:PrincipalTag/*',
  ],
  [
    'every signed request has it; it is true only when an AWS service calls as itself',
    'aws:PrincipalIsAWSService',
  ],
  [
    'only calls that an AWS service makes as itself have it',
    'aws:PrincipalServiceName',
    'aws:PrincipalServiceNamesList',
  ],

  // The caller's session.
  ['only temporary credentials have one; a user’s access key never does', 'aws:TokenIssueTime'],
  [
    'only temporary credentials, and an AssumeRole call with an MFA code, say whether MFA was used; a user’s access key says nothing',
    'aws:MultiFactorAuthPresent',
  ],
  [
    'only callers who proved their MFA have it; it counts the seconds since then',
    'aws:MultiFactorAuthAge',
  ],
  [
    'only sessions that were given a source identity when a role was assumed have it; it stays through role chaining',
    'aws:SourceIdentity',
  ],
  [
    'only sessions that began with a token of an OpenID Connect provider have it',
    'aws:FederatedProvider',
  ],
  ['only sessions from `sts:AssumeRoot` have it', 'aws:AssumedRoot'],
  ['only sessions that began with an AWS sign-in of a tool have it', 'aws:SignInSessionArn'],
  ['only sessions that a chat application’s channel began have it', 'aws:ChatbotSourceArn'],
  [
    'only sessions of a role that an EC2 instance uses have it',
    'aws:Ec2InstanceSourceVpc',
    'aws:Ec2InstanceSourcePrivateIPv4',
    'ec2:RoleDelivery',
    'ec2:SourceInstanceArn',
  ],
  ['only sessions of a role that a Lambda function uses have it', 'lambda:SourceFunctionArn'],
  [
    'only sessions of a role that a CodeBuild project uses have it',
    'codebuild:BuildArn',
    'codebuild:ProjectArn',
  ],
  [
    'only sessions of a role that AWS Glue uses have it',
    'glue:CredentialIssuingService',
    'glue:RoleAssumedBy',
  ],
  [
    'only sessions of a role on a machine that Systems Manager manages have it',
    'ssm:SourceInstanceArn',
  ],
  ['only sessions of an IAM Identity Center user have it', 'identitystore:UserId'],

  // The network.
  ['every request has it, except those that come through a VPC endpoint', 'aws:SourceIp'],
  [
    'only requests that come through a VPC endpoint have it',
    'aws:SourceVpc',
    'aws:SourceVpcArn',
    'aws:SourceVpce',
    'aws:VpceAccount',
    'aws:VpcSourceIp',
  ],
  [
    'only requests that come through a VPC endpoint of an account in an organization have it',
    'aws:VpceOrgID',
    'aws:VpceOrgPaths',
  ],

  // What is acted on.
  ['nearly every request has it: the account that owns the resource', 'aws:ResourceAccount'],
  [
    'only requests for a resource whose account is in an organization have it',
    'aws:ResourceOrgID',
    'aws:ResourceOrgPaths',
  ],
  ['only requests for a resource with that tag have it', 'aws:ResourceTag/*'],
  ['only requests for a user or role with that tag have it', 'iam:ResourceTag/*'],

  // The request.
  [
    'every request has it',
    'aws:CurrentTime',
    'aws:EpochTime',
    'aws:SecureTransport',
    'aws:UserAgent',
  ],
  ['every request has it; calls to IAM count as made to `us-east-1`', 'aws:RequestedRegion'],
  ['only requests that follow a link on a web page have it', 'aws:referer'],
  [
    'every request has it; it is true only when a service calls on with the caller’s own credentials',
    'aws:ViaAWSService',
  ],
  [
    'only calls that a service makes with the caller’s own credentials have it; direct calls do not',
    'aws:CalledVia',
    'aws:CalledViaFirst',
    'aws:CalledViaLast',
  ],
  [
    'only calls that an AWS MCP server makes for the caller have it',
    'aws:CalledViaAWSMCP',
    'aws:ViaAWSMCPService',
  ],
  ['only what an AWS MCP server itself is asked to do has it', 'aws:IsMcpServiceAction'],
  ['only requests that pass that tag have it', 'aws:RequestTag/*'],
  ['only requests that pass tags have it', 'aws:TagKeys'],
  [
    'only calls that an AWS service makes as itself for somebody’s resource have it; it names that resource, never the caller',
    'aws:SourceArn',
  ],
  [
    'only calls that an AWS service makes as itself for somebody’s resource have it',
    'aws:SourceAccount',
  ],
  [
    'only calls that an AWS service makes as itself for a resource of an organization have it',
    'aws:SourceOrgID',
    'aws:SourceOrgPaths',
  ],

  // STS.
  [
    'only an AssumeRole call that passes an external ID has it; leaving the parameter out leaves the key out',
    'sts:ExternalId',
  ],
  ['only calls that assume a role have it: the caller chooses the name', 'sts:RoleSessionName'],
  ['only calls that set a source identity while they assume a role have it', 'sts:SourceIdentity'],
  [
    'only requests that mark session tags as transitive have it, and the sessions that come of them',
    'sts:TransitiveTagKeys',
  ],
  [
    'only requests for a bearer token have it; AssumeRole never does',
    'sts:AWSServiceName',
    'sts:DurationSeconds',
  ],
  [
    'only requests that hand STS a trusted context, such as that of an Identity Center user, have it',
    'sts:RequestContext/*',
    'sts:RequestContextProviders',
  ],
  ['only `sts:AssumeRoot` has it: the task that the session is for', 'sts:TaskPolicyArn'],
  [
    'only requests for a web identity token have it',
    'sts:IdentityTokenAudience',
    'sts:SigningAlgorithm',
  ],
  ['only calls that assume a role with a provider’s token have it', 'sts:RoleAuthorizedByIdp'],

  // IAM.
  ['only `iam:PassRole` has it: the service that gets the role', 'iam:PassedToService'],
  ['only `iam:PassRole` has it: the resource that will use the role', 'iam:AssociatedResourceArn'],
  ['only calls that attach or detach a managed policy have it', 'iam:PolicyARN'],
  [
    'only calls that make or change a user or role with a permissions boundary have it',
    'iam:PermissionsBoundary',
  ],
  ['only calls about a service-linked role have it', 'iam:AWSServiceName'],
  [
    'only requests for the last use of services under an organization’s policy have it',
    'iam:OrganizationsPolicyId',
  ],
  [
    'only the registration of a security key has it',
    'iam:FIDO-certification',
    'iam:FIDO-FIPS-140-2-certification',
    'iam:FIDO-FIPS-140-3-certification',
    'iam:RegisterSecurityKey',
  ],
  [
    'only calls about credentials for one service have it',
    'iam:ServiceSpecificCredentialAgeDays',
    'iam:ServiceSpecificCredentialServiceName',
  ],
  [
    'only requests to delegate permissions to somebody have it',
    'iam:DelegationDuration',
    'iam:DelegationRequestOwner',
    'iam:NotificationChannel',
    'iam:RoleTemplateARN',
    'iam:TemplateArn',
  ],
  ['only calls about an account’s properties have it', 'iam:AccountPropertyNamespaces'],

  // Federation.
  [
    'only AssumeRoleWithWebIdentity has it: a claim of the token that the provider gave the caller',
    '*:*',
    '*:google/organization_number',
  ],
  ['only AssumeRoleWithWebIdentity has it: how the provider made sure who the caller is', '*:amr'],
  [
    'only AssumeRoleWithSAML has it: what the company’s sign-in says of the caller',
    'saml:*',
    'saml:aud',
    'saml:doc',
    'saml:edupersonorgdn',
    'saml:edupersonprimaryaffiliation',
    'saml:edupersonprimaryorgunitdn',
    'saml:edupersonprincipalname',
    'saml:iss',
  ],
  [
    'only AssumeRoleWithSAML has it, and the sessions that come of it',
    'saml:namequalifier',
    'saml:sub',
    'saml:sub_type',
  ],
];

const clauses: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([present, ...keys]) => keys.map((key) => [key, present])),
);

/** What is to be said of a key in whatever case; `undefined` for one that is not in AWS's tables. */
export function conditionKeyWords(name: string): ConditionKeyWords | undefined {
  const { name: key = '' } = conditionKey(name) ?? {};
  const present = clauses.get(key);
  return present === undefined ? undefined : { present, source: pageOf(key) };
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

function pageOf(name: string): string {
  const [prefix = '', rest = ''] = name.toLowerCase().split(':');
  const page = `${guide}reference_policies_iam-condition-keys.html`;
  if (prefix === '*') return `${page}#condition-keys-wif`;
  if (prefix === 'saml') return `${page}#condition-keys-saml`;
  if (prefix === 'sts') return `${page}#condition-keys-sts`;
  if (prefix === 'iam') return `${page}#available-keys-for-iam`;
  const anchor = prefix === 'aws' ? `#condition-keys-${rest.replace('/*', '')}` : '';
  return `${guide}reference_policies_condition-keys.html${anchor}`;
}
