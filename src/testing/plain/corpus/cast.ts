import { type Principal } from '#policy';

/** The callers and resources of the hand-made rows. A's are the caller's own. */
export const a = '111111111111';
export const b = '222222222222';

export const userOf = (
  account: string,
  name = 'alice',
  uniqueId = 'AIDAALICEEXAMPLE',
): Extract<Principal, { type: 'user' }> => ({
  type: 'user',
  account,
  arn: `arn:aws:iam::${account}:user/${name}`,
  uniqueId,
});

export const sessionOf = (
  account: string,
  role: string,
  session: string,
  serviceLinked = false,
): Extract<Principal, { type: 'role-session' }> => {
  const name = role.slice(role.lastIndexOf('/') + 1);
  return {
    type: 'role-session',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
    roleArn: `arn:aws:iam::${account}:role/${role}`,
    uniqueId: `AROA${name.toUpperCase()}EXAMPLE`,
    serviceLinked,
  };
};

export const alice = userOf(a);
export const session = sessionOf(a, 'R', 's1');
export const root: Principal = { type: 'root', account: a, arn: `arn:aws:iam::${a}:root` };
export const federatedUser: Extract<Principal, { type: 'federated-user' }> = {
  type: 'federated-user',
  account: a,
  arn: `arn:aws:sts::${a}:federated-user/bob`,
  userArn: alice.arn,
  userUniqueId: alice.uniqueId,
};
export const ec2: Principal = { type: 'service', service: 'ec2.amazonaws.com' };
export const anonymous: Principal = { type: 'anonymous' };

export const accountA = `arn:aws:iam::${a}:root`;
export const roleT = (account: string): string => `arn:aws:iam::${account}:role/T`;
export const object = 'arn:aws:s3:::b/x';

type Statement = Readonly<Record<string, unknown>>;

export const policy = (...statements: readonly Statement[]) => ({
  Version: '2012-10-17',
  Statement: statements,
});
export const allow = (action: unknown, resource: unknown = '*', condition?: unknown) =>
  statement('Allow', action, resource, condition);
export const deny = (action: unknown, resource: unknown = '*', condition?: unknown) =>
  statement('Deny', action, resource, condition);

const withCondition = (condition: unknown): Statement =>
  condition === undefined ? {} : { Condition: condition };

const statement = (
  effect: string,
  action: unknown,
  resource: unknown,
  condition: unknown,
): Statement => ({
  Effect: effect,
  Action: action,
  Resource: resource,
  ...withCondition(condition),
});

/** A trust policy's statement. */
export const trusts = (
  principal: unknown,
  condition?: unknown,
  action: unknown = 'sts:AssumeRole',
): Statement => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  ...withCondition(condition),
});
export const distrusts = (principal: unknown, condition?: unknown): Statement => ({
  ...trusts(principal, condition),
  Effect: 'Deny',
});

/** A statement of another resource's policy. */
export const grants = (
  principal: unknown,
  action: unknown,
  resource: unknown,
  condition?: unknown,
): Statement => ({
  ...allow(action, resource, condition),
  Principal: principal,
});
export const forbids = (
  principal: unknown,
  action: unknown,
  resource: unknown,
  condition?: unknown,
): Statement => ({
  ...deny(action, resource, condition),
  Principal: principal,
});

export const admin = policy(allow('*'));
export const silent = policy(allow('ec2:DescribeInstances'));
export const arn = (principal: { readonly arn: string }) => ({ AWS: principal.arn });
