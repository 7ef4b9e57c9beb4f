import { type RequestContext } from '#policy';
import { type Target } from '../access/authorize.ts';
import { userArn } from '../arn.ts';
import {
  deleteConflict,
  noSuchAccessKey,
  noSuchUser,
  noSuchUserPolicy,
  quotaExceeded,
  userExists,
} from '../aws-errors.ts';
import { withAccount, without, withUser } from '../change.ts';
import { type AwsCall } from '../command.ts';
import { type AwsError } from '../happening.ts';
import { drawAccessKeyId, drawSecret, drawUniqueId } from '../identifiers.ts';
import {
  type Account,
  type AccountId,
  type LongTermCredentials,
  type Person,
  type User,
  type World,
} from '../model.ts';
import {
  done,
  type Effect,
  noResource,
  type Operation,
  plainTarget,
  refused,
} from '../operation.ts';
import { forgetPrincipal } from './forget-principal.ts';
import { iam } from './iam-operation.ts';
import { identityContext, resourceTags } from './identity-context.ts';
import { accountOf, keysOfUser, nameTaken, own, userByName } from './lookup.ts';
import { inlineTooLarge, refusalOf } from './write-policy.ts';

type Call<Action extends AwsCall['action']> = Extract<AwsCall, { action: Action }>;

const keysPerUser = 2;

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html */
export const createUser = (call: Call<'iam:CreateUser'>): Operation => ({
  ...iam('CreateUser', call),
  target: plainTarget((home) => userArn(home, call.path ?? '/', call.userName)),
  perform: ({ world, home }) => {
    const account = accountOf(world, home);
    if (!account || nameTaken(account.users, call.userName)) {
      return refused(userExists(call.userName));
    }
    const id = drawUniqueId(world, account.id, 'AIDA');
    const path = call.path ?? '/';
    const user: User = {
      name: call.userName,
      path,
      arn: userArn(account.id, path, call.userName),
      uniqueId: id.value,
      attached: [],
      inline: {},
      tags: {},
      groups: [],
      boundary: undefined,
      createdAt: world.now,
    };
    return done(
      withAccount(id.world, withUser(account, user)),
      { User: { UserName: user.name, UserId: user.uniqueId, Arn: user.arn } },
      [{ type: 'changed', what: user.arn }],
    );
  },
});

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html */
export const deleteUser = (call: Call<'iam:DeleteUser'>): Operation => ({
  ...iam('DeleteUser', call),
  target: userTarget(call.userName),
  perform: ({ world, home }) => {
    const account = accountOf(world, home);
    const user = userByName(account, call.userName);
    if (!account || !user) return refused(noSuchUser(call.userName));
    const conflict = inTheWay(world, user);
    if (conflict) return refused(conflict);
    const emptied = withAccount(world, { ...account, users: without(account.users, user.name) });
    return done(forgetPrincipal(emptied, user.arn, user.uniqueId), {}, [
      { type: 'changed', what: user.arn },
    ]);
  },
});

function inTheWay(world: World, user: User): AwsError | undefined {
  if (keysOfUser(world, user.uniqueId).length > 0) return deleteConflict('delete access keys');
  if (Object.keys(user.inline).length > 0) return deleteConflict('delete policies');
  if (user.attached.length > 0) return deleteConflict('detach all policies');
  return user.groups.length > 0 ? deleteConflict('remove users from group') : undefined;
}

/**
 * The one who asks gets the new key.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html
 */
export const createAccessKey = (call: Call<'iam:CreateAccessKey'>): Operation => ({
  ...iam('CreateAccessKey', call),
  target: userTarget(call.userName),
  perform: ({ world, home, by }) => {
    const account = accountOf(world, home);
    const user = userByName(account, call.userName);
    if (!account || !user) return refused(noSuchUser(call.userName));
    return keysOfUser(world, user.uniqueId).length >= keysPerUser
      ? refused(quotaExceeded('AccessKeysPerUser', keysPerUser))
      : makeKey(world, account, user, by);
  },
});

function makeKey(world: World, account: Account, user: User, by: Person): Effect {
  const id = drawAccessKeyId(world, account.id, 'AKIA');
  const secret = drawSecret(id.world);
  const key: LongTermCredentials = {
    type: 'long-term',
    accessKeyId: id.value,
    secretAccessKey: secret.value,
    owner: { type: 'user', account: account.id, uniqueId: user.uniqueId },
    status: 'Active',
  };
  const holder: Person = { ...by, holds: [...by.holds, key.accessKeyId] };
  return done(
    {
      ...secret.world,
      credentials: { ...world.credentials, [key.accessKeyId]: key },
      people: { ...world.people, [by.id]: holder },
    },
    { AccessKey: { UserName: user.name, AccessKeyId: key.accessKeyId, Status: 'Active' } },
    [{ type: 'changed', what: user.arn }],
  );
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html */
export const deleteAccessKey = (call: Call<'iam:DeleteAccessKey'>): Operation => ({
  ...iam('DeleteAccessKey', call),
  target: (world, home) => {
    const owner = ownerOf(world, home, call.accessKeyId);
    const resource = owner?.arn ?? '*';
    return { ...noResource(world, home), resource, context: resourceTags(owner) };
  },
  perform: ({ world, home }) => {
    const owner = ownerOf(world, home, call.accessKeyId);
    if (owner === undefined) return refused(noSuchAccessKey(call.accessKeyId));
    const credentials = without(world.credentials, call.accessKeyId);
    return done({ ...world, credentials }, {}, [{ type: 'changed', what: owner.arn }]);
  },
});

function ownerOf(world: World, home: string, key: string): User | undefined {
  const users = Object.values(accountOf(world, home)?.users ?? {});
  return users.find((u) => keysOfUser(world, u.uniqueId).some((k) => k.accessKeyId === key));
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html */
export const putUserPolicy = (call: Call<'iam:PutUserPolicy'>): Operation =>
  onUser(call, (user, world) => {
    const inline = { ...user.inline, [call.policyName]: { text: call.policyDocument } };
    return (
      refusalOf(world, call.policyDocument, 'identity') ??
      inlineTooLarge('user', user.name, inline) ?? { ...user, inline }
    );
  });

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html */
export const deleteUserPolicy = (call: Call<'iam:DeleteUserPolicy'>): Operation =>
  onUser(call, (user) =>
    own(user.inline, call.policyName)
      ? { ...user, inline: without(user.inline, call.policyName) }
      : noSuchUserPolicy(call.policyName),
  );

type UserPolicyCall = Call<'iam:PutUserPolicy' | 'iam:DeleteUserPolicy'>;

function onUser(
  call: UserPolicyCall,
  change: (user: User, world: World) => User | AwsError,
): Operation {
  return {
    ...iam(call.action.slice('iam:'.length), call),
    target: userTarget(call.userName, identityContext),
    perform: ({ world, home }) => {
      const account = accountOf(world, home);
      const user = userByName(account, call.userName);
      if (!account || !user) return refused(noSuchUser(call.userName));
      const changed = change(user, world);
      return 'code' in changed
        ? refused(changed)
        : done(withAccount(world, withUser(account, changed)), {}, [
            { type: 'changed', what: user.arn },
          ]);
    },
  };
}

type Brings = (user: User | undefined) => RequestContext;

/** Calls that change the user's permissions bring the user's boundary too. */
const userTarget =
  (name: string, brings: Brings = resourceTags) =>
  (world: World, home: AccountId): Target => {
    const user = userByName(accountOf(world, home), name);
    const resource = user?.arn ?? userArn(home, '/', name);
    return { ...noResource(world, home), resource, context: brings(user) };
  };
