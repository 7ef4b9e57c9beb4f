import { type Principal, type RequestContext } from '#policy';
import { federatedUserArn, rootArn } from '../arn.ts';
import { formatSecond } from '../clock.ts';
import { type CredentialsState } from '../happening.ts';
import { tagContext } from '../iam/identity-context.ts';
import { own, roleById, userById } from '../iam/lookup.ts';
import {
  type AccessKeyId,
  type AccountId,
  type Role,
  type SessionCredentials,
  type Tags,
  type User,
  type World,
} from '../model.ts';

/** Who a key belongs to, as AWS knows it. */
export interface Caller {
  readonly accessKeyId: AccessKeyId;
  readonly account: AccountId;
  readonly principal: Principal;
  /** As GetCallerIdentity says it. */
  readonly arn: string;
  /** `aws:userid`, and the UserId of GetCallerIdentity. */
  readonly userId: string;
  /** The role or user whose policies count; root and federated users have none of their own. */
  readonly identity:
    | { readonly type: 'user'; readonly user: User }
    | { readonly type: 'role'; readonly role: Role }
    | { readonly type: 'none' };
  readonly session: SessionCredentials | undefined;
  /** The condition keys that come with the caller. */
  readonly context: RequestContext;
}

export type Authentication =
  | { readonly state: 'valid'; readonly caller: Caller }
  | { readonly state: Exclude<CredentialsState, 'valid'> };

/** Looks credentials up, as AWS does before it asks any policy. */
export function authenticate(world: World, key: AccessKeyId | undefined): Authentication {
  if (key === undefined) return { state: 'missing' };
  const credentials = own(world.credentials, key);
  if (!credentials) return { state: 'unknown' };
  if (credentials.type === 'session') return authenticateSession(world, credentials);
  if (credentials.status === 'Inactive') return { state: 'inactive' };
  const { owner } = credentials;
  if (owner.type === 'root') {
    return { state: 'valid', caller: rootCaller(key, owner.account, undefined) };
  }
  const user = userById(world, owner.account, owner.uniqueId);
  if (!user) return { state: 'unknown' };
  return { state: 'valid', caller: userCaller(key, owner.account, user, undefined) };
}

/** A session ends at its expiry, and with the role or user that it is of (rows E-14 to E-16). */
function authenticateSession(world: World, credentials: SessionCredentials): Authentication {
  const { session, accessKeyId } = credentials;
  if (world.now >= credentials.expiresAt) return { state: 'expired' };
  if (session.type === 'assumed-role') {
    const role = roleById(world, session.account, session.roleId);
    if (!role) return { state: 'role-deleted' };
    return { state: 'valid', caller: roleCaller(accessKeyId, role, credentials, session) };
  }
  const asker = askerOf(world, session);
  if (!asker) return { state: 'unknown' };
  const caller =
    session.type === 'federated-user'
      ? federatedCaller(accessKeyId, asker, credentials, session)
      : tokenCaller(accessKeyId, asker, credentials);
  return { state: 'valid', caller };
}

/** Whose long-term key asked for a session: a user, or the account's root. */
type Asker = Pick<Caller, 'account' | 'arn' | 'userId' | 'identity'>;

function askerOf(
  world: World,
  { account, userId }: Exclude<SessionCredentials['session'], AssumedRole>,
): Asker | undefined {
  if (userId === account) {
    return { account, arn: rootArn(account), userId, identity: { type: 'none' } };
  }
  const user = userById(world, account, userId);
  return user && { account, arn: user.arn, userId, identity: { type: 'user', user } };
}

const tokenCaller = (
  accessKeyId: AccessKeyId,
  { account, identity }: Asker,
  credentials: SessionCredentials,
): Caller =>
  identity.type === 'user'
    ? userCaller(accessKeyId, account, identity.user, credentials)
    : rootCaller(accessKeyId, account, credentials);

function rootCaller(
  accessKeyId: AccessKeyId,
  account: AccountId,
  session: SessionCredentials | undefined,
): Caller {
  const arn = rootArn(account);
  return {
    accessKeyId,
    account,
    principal: { type: 'root', account, arn },
    arn,
    userId: account,
    identity: { type: 'none' },
    session,
    context: {
      ...principalContext(arn, account, 'Account', account, {}),
      ...sessionContext(session),
    },
  };
}

function userCaller(
  accessKeyId: AccessKeyId,
  account: AccountId,
  user: User,
  session: SessionCredentials | undefined,
): Caller {
  return {
    accessKeyId,
    account,
    principal: { type: 'user', account, arn: user.arn, uniqueId: user.uniqueId },
    arn: user.arn,
    userId: user.uniqueId,
    identity: { type: 'user', user },
    session,
    context: {
      ...principalContext(user.arn, account, 'User', user.uniqueId, user.tags),
      'aws:username': user.name,
      ...sessionContext(session),
    },
  };
}

type AssumedRole = Extract<SessionCredentials['session'], { type: 'assumed-role' }>;
type FederatedUser = Extract<SessionCredentials['session'], { type: 'federated-user' }>;

function roleCaller(
  accessKeyId: AccessKeyId,
  role: Role,
  credentials: SessionCredentials,
  session: AssumedRole,
): Caller {
  const userId = `${role.uniqueId}:${session.sessionName}`;
  return {
    accessKeyId,
    account: session.account,
    principal: {
      type: 'role-session',
      account: session.account,
      arn: session.arn,
      roleArn: role.arn,
      uniqueId: role.uniqueId,
      serviceLinked: role.serviceLinked,
    },
    arn: session.arn,
    userId,
    identity: { type: 'role', role },
    session: credentials,
    context: {
      ...principalContext(role.arn, session.account, 'AssumedRole', userId, role.tags),
      ...sessionContext(credentials),
      ...sourceIdentityContext(session),
    },
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceidentity */
const sourceIdentityContext = ({ sourceIdentity }: AssumedRole): RequestContext =>
  sourceIdentity === undefined ? {} : { 'aws:sourceidentity': sourceIdentity };

function federatedCaller(
  accessKeyId: AccessKeyId,
  asker: Asker,
  credentials: SessionCredentials,
  session: FederatedUser,
): Caller {
  const arn = federatedUserArn(session.account, session.name);
  const userId = `${session.account}:${session.name}`;
  return {
    accessKeyId,
    account: session.account,
    principal: {
      type: 'federated-user',
      account: session.account,
      arn,
      userArn: asker.arn,
      userUniqueId: asker.userId,
    },
    arn,
    userId,
    identity: asker.identity,
    session: credentials,
    context: {
      ...principalContext(arn, session.account, 'FederatedUser', userId, tagsOf(asker)),
      ...issueContext(credentials),
    },
  };
}

/**
 * The principal's keys.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
function principalContext(
  arn: string,
  account: AccountId,
  type: string,
  userId: string,
  tags: Tags,
): RequestContext {
  return {
    'aws:principalarn': arn,
    'aws:principalaccount': account,
    'aws:principaltype': type,
    'aws:userid': userId,
    ...tagContext('aws:principaltag', tags),
  };
}

/**
 * A federated user has the tags of the user who asked for it, unless session tags override them.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
const tagsOf = ({ identity }: Asker): Tags => (identity.type === 'user' ? identity.user.tags : {});

/**
 * Temporary credentials also tell whether MFA was used, except those of federated users.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 */
const sessionContext = (session: SessionCredentials | undefined): RequestContext =>
  session ? { ...issueContext(session), 'aws:multifactorauthpresent': 'false' } : {};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-tokenissuetime */
const issueContext = ({ issuedAt }: SessionCredentials): RequestContext => ({
  'aws:tokenissuetime': formatSecond(issuedAt),
});
