import { policyQuotas } from '#policy';
import { type Target } from '../access/authorize.ts';
import { readArn, roleArn } from '../arn.ts';
import {
  awsManagedIsReadOnly,
  deleteConflict,
  noSuchPolicy,
  noSuchRole,
  noSuchRolePolicy,
  notAttachable,
  onlyModifiableByAws,
  quotaExceeded,
  roleExists,
  unparsableArn,
} from '../aws-errors.ts';
import { withAccount, without, withRole } from '../change.ts';
import { type AwsCall } from '../command.ts';
import { formatSecond } from '../clock.ts';
import { type AwsError } from '../happening.ts';
import { drawUniqueId } from '../identifiers.ts';
import { type Account, type AccountId, type Role, type World } from '../model.ts';
import {
  done,
  type Effect,
  noResource,
  type Operation,
  plainTarget,
  refused,
  type Situation,
} from '../operation.ts';
import { forgetPrincipal } from './forget-principal.ts';
import { iam } from './iam-operation.ts';
import { identityContext } from './identity-context.ts';
import { accountOf, nameTaken, own, roleByName } from './lookup.ts';
import { inlineTooLarge, managedTooLarge, refusalOf } from './write-policy.ts';

type Call<Action extends AwsCall['action']> = Extract<AwsCall, { action: Action }>;

/** Default of the quota; AWS raises it on request. */
const policiesPerRole = policyQuotas.managedPoliciesPerRole;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html */
export const updateAssumeRolePolicy = (call: Call<'iam:UpdateAssumeRolePolicy'>): Operation =>
  onRole(call, (role, { world }) => {
    const refusal = refusalOf(world, call.policyDocument, 'trust');
    return refusal ?? { ...role, trust: { text: call.policyDocument } };
  });

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
export const putRolePolicy = (call: Call<'iam:PutRolePolicy'>): Operation =>
  onRole(call, (role, { world }) => {
    const inline = { ...role.inline, [call.policyName]: { text: call.policyDocument } };
    return (
      refusalOf(world, call.policyDocument, 'identity') ??
      inlineTooLarge('role', role.name, inline) ?? { ...role, inline }
    );
  });

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html */
export const deleteRolePolicy = (call: Call<'iam:DeleteRolePolicy'>): Operation =>
  onRole(call, (role) =>
    Object.hasOwn(role.inline, call.policyName)
      ? { ...role, inline: without(role.inline, call.policyName) }
      : noSuchRolePolicy(call.policyName),
  );

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html */
export const attachRolePolicy = (call: Call<'iam:AttachRolePolicy'>): Operation =>
  onRole(
    call,
    (role, _situation, account) => {
      if (!readArn(call.policyArn)) return unparsableArn();
      if (!own(account.policies, call.policyArn)) return notAttachable(call.policyArn);
      if (role.attached.includes(call.policyArn)) return role;
      return role.attached.length >= policiesPerRole
        ? quotaExceeded('PoliciesPerRole', policiesPerRole)
        : { ...role, attached: [...role.attached, call.policyArn] };
    },
    { 'iam:policyarn': call.policyArn },
  );

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html */
export const detachRolePolicy = (call: Call<'iam:DetachRolePolicy'>): Operation =>
  onRole(
    call,
    (role) =>
      role.attached.includes(call.policyArn)
        ? { ...role, attached: role.attached.filter((arn) => arn !== call.policyArn) }
        : noSuchPolicy(call.policyArn),
    { 'iam:policyarn': call.policyArn },
  );

/**
 * Saves a new version as the default one.
 * SIMPLIFIED: earlier versions are not kept; AWS keeps five.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html
 */
export const createPolicyVersion = (call: Call<'iam:CreatePolicyVersion'>): Operation => ({
  ...iam('CreatePolicyVersion', call),
  target: plainTarget(() => call.policyArn),
  perform: ({ world, home }) => {
    const account = accountOf(world, home);
    const policy = own(account?.policies ?? {}, call.policyArn);
    if (!account || !policy) return refused(noSuchPolicy(call.policyArn));
    if (policy.type === 'AWS managed') return refused(awsManagedIsReadOnly(policy.arn));
    const refusal =
      refusalOf(world, call.policyDocument, 'identity', { managed: true }) ??
      managedTooLarge(call.policyDocument);
    if (refusal) return refused(refusal);
    const saved = { ...policy, text: call.policyDocument };
    const policies = { ...account.policies, [policy.arn]: saved };
    return done(
      withAccount(world, { ...account, policies }),
      { PolicyVersion: { IsDefaultVersion: true, CreateDate: formatSecond(world.now) } },
      [{ type: 'changed', what: policy.arn }],
    );
  },
});

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const createRole = (call: Call<'iam:CreateRole'>): Operation => ({
  ...iam('CreateRole', call),
  target: plainTarget((home) => roleArn(home, call.path ?? '/', call.roleName)),
  perform: ({ world, home }) => {
    const account = accountOf(world, home);
    if (!account) throw new Error(`no account ${home}`);
    if (nameTaken(account.roles, call.roleName)) return refused(roleExists(call.roleName));
    const refusal = refusalOf(world, call.assumeRolePolicyDocument, 'trust', {
      parameter: 'assumeRolePolicyDocument',
    });
    return refusal ? refused(refusal) : create(call, world, account);
  },
});

function create(call: Call<'iam:CreateRole'>, world: World, account: Account): Effect {
  const id = drawUniqueId(world, account.id, 'AROA');
  const path = call.path ?? '/';
  const role: Role = {
    name: call.roleName,
    path,
    arn: roleArn(account.id, path, call.roleName),
    uniqueId: id.value,
    description: '',
    trust: { text: call.assumeRolePolicyDocument },
    attached: [],
    inline: {},
    tags: {},
    boundary: undefined,
    maxSessionDuration: call.maxSessionDuration ?? 3600,
    serviceLinked: false,
    createdAt: world.now,
    lastUsed: undefined,
    lastAccessed: {},
  };
  return done(
    withAccount(id.world, withRole(account, role)),
    { Role: { RoleName: role.name, RoleId: role.uniqueId, Arn: role.arn } },
    [{ type: 'changed', what: role.arn }],
  );
}

/**
 * The role must be empty. Its sessions end with it, and policies that named it keep only its unique id.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
 */
export const deleteRole = (call: Call<'iam:DeleteRole'>): Operation => ({
  ...iam('DeleteRole', call),
  target: roleTarget(call.roleName),
  perform: ({ world, home }) => {
    const account = accountOf(world, home);
    const role = roleByName(account, call.roleName);
    if (!account || !role) return refused(noSuchRole(call.roleName));
    const conflict = inTheWay(role);
    if (conflict) return refused(conflict);
    const roles = without(account.roles, role.name);
    const emptied = withAccount(world, { ...account, roles });
    return done(forgetPrincipal(emptied, role.arn, role.uniqueId), {}, [
      { type: 'changed', what: role.arn },
    ]);
  },
});

function inTheWay(role: Role): AwsError | undefined {
  if (role.serviceLinked) return onlyModifiableByAws(role.name);
  if (Object.keys(role.inline).length > 0) return deleteConflict('delete policies');
  return role.attached.length > 0 ? deleteConflict('detach all policies') : undefined;
}

type RoleCall = Extract<AwsCall, { roleName: string }>;

/** An operation that answers with the role as it should be from now on, or with what stands in the way. */
function onRole(
  call: RoleCall,
  change: (role: Role, situation: Situation, account: Account) => Role | AwsError,
  context: Readonly<Record<string, string>> = {},
): Operation {
  return {
    ...iam(call.action.slice('iam:'.length), call),
    target: (world, home) => {
      const target = roleTarget(call.roleName)(world, home);
      return { ...target, context: { ...target.context, ...context } };
    },
    perform: (situation) => {
      const account = accountOf(situation.world, situation.home);
      const role = roleByName(account, call.roleName);
      if (!account || !role) return refused(noSuchRole(call.roleName));
      if (role.serviceLinked) return refused(onlyModifiableByAws(role.name));
      const changed = change(role, situation, account);
      if ('code' in changed) return refused(changed);
      return done(withAccount(situation.world, withRole(account, changed)), {}, [
        { type: 'changed', what: role.arn },
      ]);
    },
  };
}

const roleTarget =
  (name: string) =>
  (world: World, home: AccountId): Target => {
    const role = roleByName(accountOf(world, home), name);
    return {
      ...noResource(world, home),
      resource: role?.arn ?? roleArn(home, '/', name),
      context: identityContext(role),
    };
  };
