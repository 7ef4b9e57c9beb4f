import {
  type AccessRequest,
  type AttachedPolicy,
  compile,
  type Decision,
  explain,
  type Policies,
  type RequestContext,
} from '#policy';
import { accountOf } from '../iam/lookup.ts';
import {
  attachedPolicies,
  controlPoliciesOf,
  identityPoliciesOfUser,
  managedPolicy,
  permissionPoliciesOf,
  type StoredPolicy,
} from '../iam/stored-policies.ts';
import { type AccountId, type Person, type World } from '../model.ts';
import { type Caller } from '../sts/authenticate.ts';
import { type Asking, requestContext } from './context.ts';

/** What a call acts on, and which policy lies there. */
export interface Target {
  /** ARN, or `*` where the action has no resource. */
  readonly resource: string;
  readonly account: AccountId;
  readonly type: Policies['resource']['type'];
  readonly policy: StoredPolicy | undefined;
  /** Condition keys that the call itself brings, in lower case. */
  readonly context: RequestContext;
}

export interface Ruling {
  readonly request: AccessRequest;
  readonly decision: Decision;
}

/** Asks every policy that AWS would ask about this request, as they stand now. */
export function authorize(
  world: World,
  asking: Asking,
  by: Person,
  action: string,
  target: Target,
): Ruling {
  const request: AccessRequest = {
    principal: asking === 'anonymous' ? { type: 'anonymous' } : asking.principal,
    action,
    resource: target.resource,
    resourceAccount: target.account,
    context: {
      ...requestContext(world, asking, by, action, target.account),
      ...target.context,
    },
  };
  return { request, decision: explain(request, compile(policiesFor(world, asking, target))) };
}

function policiesFor(world: World, asking: Asking, target: Target): Policies {
  const resource = {
    type: target.type,
    policy: target.policy && attachedPolicies([target.policy])[0],
  };
  if (asking === 'anonymous') {
    return {
      identity: [],
      boundary: undefined,
      session: undefined,
      resource,
      scps: [],
      rcps: [],
    };
  }
  return {
    identity: attachedPolicies(identityPolicies(world, asking)),
    boundary: boundaryOf(world, asking),
    session: asking.session?.session.type === 'federated-user' ? [] : undefined,
    resource,
    scps: controlPolicies(world, asking),
    rcps: [],
  };
}

function identityPolicies(world: World, caller: Caller): readonly StoredPolicy[] {
  const account = accountOf(world, caller.account);
  if (!account) return [];
  switch (caller.identity.type) {
    case 'user':
      return identityPoliciesOfUser(account, caller.identity.user);
    case 'role':
      return permissionPoliciesOf(account, caller.identity.role);
    case 'none':
      return [];
  }
}

function boundaryOf(world: World, caller: Caller): AttachedPolicy | undefined {
  const account = accountOf(world, caller.account);
  const arn = boundaryArn(caller);
  const policy = account && arn !== undefined ? managedPolicy(account, arn) : undefined;
  return policy && attachedPolicies([policy])[0];
}

function boundaryArn({ identity }: Caller): string | undefined {
  switch (identity.type) {
    case 'user':
      return identity.user.boundary;
    case 'role':
      return identity.role.boundary;
    case 'none':
      return undefined;
  }
}

function controlPolicies(world: World, caller: Caller): Policies['scps'] {
  const account = accountOf(world, caller.account);
  return account ? controlPoliciesOf(account).map(attachedPolicies) : [];
}
