import { policySize, type PolicyKind, type ReadOptions, readPolicy } from '#policy';
import { readArn } from '../arn.ts';
import { inlineSizeExceeded, quotaExceeded } from '../aws-errors.ts';
import { type AwsError } from '../happening.ts';
import { type Account, type PolicyText, type Role, type User, type World } from '../model.ts';
import { accountOf } from './lookup.ts';

/**
 * What AWS would answer to saving this text; `undefined` when it would be saved. Principals of a trust or
 * resource policy must exist at that moment.
 */
export function refusalOf(
  world: World,
  text: string,
  kind: PolicyKind,
  options: ReadOptions = {},
): AwsError | undefined {
  const { refusal } = readPolicy(text, kind, {
    ...options,
    principalExists: (arn) => principalExists(world, arn),
  });
  return refusal;
}

/**
 * Whether a user's, role's or session's ARN names somebody, or a unique id. What is left of a deleted user
 * or role in a stored policy can't be saved again.
 * SIMPLIFIED: principals of accounts that are not in this world are taken to exist; AWS looks them up.
 */
export function principalExists(world: Pick<World, 'accounts'>, arn: string): boolean {
  const fields = readArn(arn);
  if (!fields) return Object.values(world.accounts).some((account) => livesIn(account, arn));
  const account = accountOf(world, fields.account);
  if (!account) return true;
  const [type, ...rest] = fields.resource.split('/');
  if (fields.service === 'sts')
    return (
      type === 'assumed-role' && rest[0] !== undefined && Object.hasOwn(account.roles, rest[0])
    );
  return identitiesOf(account).some((identity) => identity.arn === arn);
}

const identitiesOf = (account: Account): readonly (User | Role)[] => [
  ...Object.values(account.users),
  ...Object.values(account.roles),
];

const livesIn = (account: Account, uniqueId: string): boolean =>
  identitiesOf(account).some((identity) => identity.uniqueId === uniqueId);

/** Aggregate size of inline policies, as IAM counts: white space is free. */
const inlineLimits = { role: 10240, user: 2048 } as const;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function inlineTooLarge(
  kind: 'role' | 'user',
  name: string,
  inline: Readonly<Record<string, PolicyText>>,
): AwsError | undefined {
  const size = Object.values(inline).reduce((sum, policy) => sum + policySize(policy.text), 0);
  const limit = inlineLimits[kind];
  return size > limit ? inlineSizeExceeded(limit, kind, name) : undefined;
}

const managedLimit = 6144;

export const managedTooLarge = (text: string): AwsError | undefined =>
  policySize(text) > managedLimit ? quotaExceeded('PolicySize', managedLimit) : undefined;
