import {
  policyQuotas,
  policySize,
  type PolicyKind,
  type ReadOptions,
  readPolicy,
  type ReadResult,
} from '#policy';
import { readArn } from '../arn.ts';
import { inlineSizeExceeded, quotaExceeded } from '../aws-errors.ts';
import { type AwsError } from '../happening.ts';
import { type Account, type PolicyText, type Role, type User, type World } from '../model.ts';
import { readPolicyRef } from '../policy-ref.ts';
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
  return readInWorld(world, text, kind, options).refusal;
}

/** Reads a text as saving it under this `ref` would: what AWS would refuse then is refused here. */
export function readToSave(
  world: Pick<World, 'accounts'>,
  refText: string,
  text: string,
  kind: PolicyKind,
): ReadResult {
  return readInWorld(world, text, kind, { managed: readPolicyRef(refText)?.type === 'managed' });
}

const readInWorld = (
  world: Pick<World, 'accounts'>,
  text: string,
  kind: PolicyKind,
  options: ReadOptions,
): ReadResult =>
  readPolicy(text, kind, {
    ...options,
    principalExists: (arn) => principalExists(world, arn),
  });

/**
 * Whether a user's, role's or session's ARN names somebody, or a unique id. What is left of a deleted user
 * or role in a stored policy can't be saved again.
 * SIMPLIFIED: principals of accounts that are not in this world are taken to exist; AWS looks them up.
 */
function principalExists(world: Pick<World, 'accounts'>, arn: string): boolean {
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
const inlineLimits = {
  role: policyQuotas.inlinePerRole,
  user: policyQuotas.inlinePerUser,
  group: policyQuotas.inlinePerGroup,
} as const;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function inlineTooLarge(
  kind: 'role' | 'user' | 'group',
  name: string,
  inline: Readonly<Record<string, PolicyText>>,
): AwsError | undefined {
  const size = Object.values(inline).reduce((sum, policy) => sum + policySize(policy.text), 0);
  const limit = inlineLimits[kind];
  return size > limit ? inlineSizeExceeded(limit, kind, name) : undefined;
}

export const managedTooLarge = (text: string): AwsError | undefined =>
  policySize(text) > policyQuotas.managedPolicy
    ? quotaExceeded('PolicySize', policyQuotas.managedPolicy)
    : undefined;
