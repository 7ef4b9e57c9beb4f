import { type AccessRequest, type Gate, type Principal } from '../decide/request.ts';
import { type Decision, type Reason } from './decision.ts';

/** `classic`: what STS is known to answer to AssumeRole. `verbose`: what AWS's pages say it may answer. */
export type MessageStyle = 'classic' | 'verbose';

/**
 * AWS's own words for a refusal, in the service's manner. Throws for a decision that allows: there is no such
 * message.
 *
 * SIMPLIFIED: IAM's short resource names (`role DemoRole`), EC2's encoded message, the ARN of a managed policy
 * that denies and the link of IAM's Access Troubleshooter are left out: AWS prints them for some calls only.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDeniedMessage(
  decision: Decision,
  request: AccessRequest,
  style: MessageStyle,
): string {
  const { reason } = decision;
  if (!('gate' in reason) || reason.kind === 'allowed')
    throw new Error('an allowed request has no AccessDenied message');
  if (request.principal.type === 'federated') return `Not authorized to perform ${request.action}`;
  if (isS3(request) && isStranger(decision, request)) return 'Access Denied';
  const tail = isSts(request) && style === 'classic' ? '' : context(decision, reason, request);
  const resource = namesNoResource(decision, reason, request, tail)
    ? ''
    : ` on resource: ${quoted(request)}`;
  return `User: ${userOf(request.principal)} is not authorized to perform: ${request.action}${resource}${tail}`;
}

type Refusal = Extract<Reason, { readonly kind: 'explicit-deny' | 'no-allow' }>;

const serviceOf = ({ action }: AccessRequest): string =>
  action.slice(0, action.indexOf(':')).toLowerCase();
const isS3 = (request: AccessRequest): boolean => serviceOf(request) === 's3';
const isSts = (request: AccessRequest): boolean => serviceOf(request) === 'sts';

/**
 * S3 explains itself only within one account or organization.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
function isStranger(
  { crossAccount }: Decision,
  { principal, context: keys }: AccessRequest,
): boolean {
  if (principal.type === 'anonymous') return true;
  const organization = keys['aws:principalorgid'];
  return crossAccount && (organization === undefined || organization !== keys['aws:resourceorgid']);
}

/** The ARN that GetCallerIdentity gives: of the session, not of the role. */
function userOf(principal: Principal): string {
  if ('arn' in principal) return principal.arn;
  return principal.type === 'service' ? principal.service : 'anonymous';
}

/** S3 puts its ARNs in double quotes. */
const quoted = (request: AccessRequest): string =>
  isS3(request) ? `"${request.resource}"` : request.resource;

/** `aws s3 ls` names no resource, and neither do AWS's sample sentences about role trust policies. */
function namesNoResource(
  { resourceType }: Decision,
  { gate }: Refusal,
  request: AccessRequest,
  tail: string,
): boolean {
  if (request.action.toLowerCase() === 's3:listallmybuckets') return true;
  return gate === 'resource' && resourceType === 'trust' && tail !== '';
}

const policyTypes: Record<Gate, string> = {
  rcp: 'resource control policy',
  scp: 'service control policy',
  resource: 'resource-based policy',
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

/** Why, as AWS says it; nothing across accounts. Only one type of policy is ever named. */
function context(
  { crossAccount, resourceType }: Decision,
  reason: Refusal,
  { action }: AccessRequest,
): string {
  if (crossAccount) return '';
  const trust = reason.gate === 'resource' && resourceType === 'trust';
  const type = trust ? 'role trust policy' : policyTypes[reason.gate];
  if (reason.kind === 'no-allow') return ` because no ${type} allows the ${action} action`;
  return ` with an explicit deny in ${trust ? 'the' : article(type)} ${type}`;
}

const article = (noun: string): string => (noun.startsWith('identity') ? 'an' : 'a');
