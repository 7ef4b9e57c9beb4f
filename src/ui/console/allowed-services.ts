import { type ReadResult } from '#policy';
import { type StoredPolicy } from '#world';

/** A service that policies allow something of, by its prefix in actions; `*` stands for all of them. */
export interface AllowedService {
  readonly prefix: string;
  readonly policies: readonly string[];
}

/**
 * The services that the policies' Allow statements name, in the order of the alphabet.
 *
 * SIMPLIFIED: Deny statements are not subtracted, and a NotAction counts as every service; AWS's report takes
 * all policies into account.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 */
export function allowedServices(
  policies: readonly StoredPolicy[],
  read: (policy: StoredPolicy) => ReadResult,
): readonly AllowedService[] {
  const services = new Map<string, Set<string>>();
  for (const policy of policies) {
    for (const prefix of prefixesIn(read(policy))) {
      const names = services.get(prefix) ?? new Set();
      services.set(prefix, names.add(policy.name));
    }
  }
  return [...services]
    .map(([prefix, names]) => ({ prefix, policies: [...names] }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

function prefixesIn({ document }: ReadResult): readonly string[] {
  const allowing = (document?.statements ?? []).filter(({ effect }) => effect.value === 'Allow');
  return allowing.flatMap(({ action }) =>
    action.negated ? ['*'] : action.patterns.map(({ value }) => prefixOf(value)),
  );
}

function prefixOf(action: string): string {
  const prefix = action.split(':')[0]?.toLowerCase() ?? '';
  return prefix.includes('*') ? '*' : prefix;
}
