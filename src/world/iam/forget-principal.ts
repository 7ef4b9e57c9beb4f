import { type Account, type PolicyText, type World } from '../model.ts';
import { readStored } from './stored-policies.ts';

/**
 * Leaves only the unique id of a deleted user or role in the policies that named it. AWS stores the id when
 * such a policy is saved and shows the ARN while its owner lives; writing the id at the deletion comes to
 * the same at every moment, and shows the learner the text that AWS would show.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function forgetPrincipal(world: World, arn: string, uniqueId: string): World {
  const accounts = mapValues(world.accounts, (account) => forgetIn(account, arn, uniqueId));
  return { ...world, accounts };
}

function forgetIn(account: Account, arn: string, uniqueId: string): Account {
  const renamed = (policy: PolicyText, kind: 'trust' | 'resource'): PolicyText =>
    replacePrincipal(policy, kind, arn, uniqueId);
  const roles = mapValues(account.roles, (role) => {
    const trust = renamed(role.trust, 'trust');
    return trust === role.trust ? role : { ...role, trust };
  });
  const buckets = mapValues(account.buckets, (bucket) => {
    const policy = bucket.policy && renamed(bucket.policy, 'resource');
    return policy === bucket.policy ? bucket : { ...bucket, policy };
  });
  return { ...account, roles, buckets };
}

function replacePrincipal(
  policy: PolicyText,
  kind: 'trust' | 'resource',
  arn: string,
  uniqueId: string,
): PolicyText {
  const { document } = readStored(policy, kind);
  const entries = (document?.statements ?? []).flatMap((s) => s.principal?.entries ?? []);
  const places = entries.filter((entry) => entry.type === 'AWS' && entry.value === arn);
  if (places.length === 0) return policy;
  const last = [...places].sort((a, b) => b.at.start - a.at.start);
  const text = last.reduce(
    (edited, { at }) => `${edited.slice(0, at.start)}"${uniqueId}"${edited.slice(at.end)}`,
    policy.text,
  );
  return { text };
}

const mapValues = <T>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => T,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
