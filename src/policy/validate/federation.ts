import { type ConditionEntry, type PrincipalEntry, type Statement } from '../syntax/document.ts';
import { parseOperator } from '../syntax/operators.ts';
import { malformed } from './aws-words.ts';
import { finding } from './finding.ts';
import { type Reading } from './json-objects.ts';

type Conditions = Statement['conditions'];

/**
 * Providers that serve many customers: the trust policy must say which customer is meant, by one of these claims
 * of the token.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
const sharedProviders: readonly { readonly host: string; readonly claims: readonly string[] }[] = [
  { host: 'token.actions.githubusercontent.com', claims: ['sub', 'job_workflow_ref'] },
  { host: 'vstoken.actions.githubusercontent.com', claims: ['sub'] },
  { host: 'oidc-configuration.audit-log.githubusercontent.com', claims: ['sub'] },
  { host: 'gitlab.com', claims: ['sub'] },
  { host: 'agent.buildkite.com', claims: ['sub'] },
  { host: 'app.terraform.io', claims: ['sub'] },
  { host: 'oidc.codefresh.io', claims: ['sub'] },
  { host: 'studio.datachain.ai/api', claims: ['sub'] },
  { host: 'scalr.io', claims: ['sub'] },
  { host: 'tokens.cloud.shisho.dev', claims: ['sub'] },
  { host: 'proidc.upbound.io', claims: ['sub'] },
  { host: 'api.pulumi.com/oidc', claims: ['aud'] },
  { host: 'sandboxes.cloud', claims: ['aud'] },
  { host: 'oidc.vercel.com', claims: ['aud'] },
];

/** Rows T16 and T17: who trusts a provider that everyone uses must narrow the trust. */
export function checkFederation(
  reading: Reading,
  entries: readonly PrincipalEntry[],
  conditions: Conditions,
): void {
  for (const entry of entries.filter(({ type }) => type === 'Federated')) {
    if (entry.value === 'cognito-identity.amazonaws.com') checkCognito(reading, entry, conditions);
    else checkShared(reading, entry, conditions);
  }
}

/** Seen live for a statement without Condition; that the condition must be on `aud` is documented. */
function checkCognito({ report }: Reading, { at }: PrincipalEntry, conditions: Conditions): void {
  if (narrows(conditions, ['cognito-identity.amazonaws.com:aud'])) return;
  const message = 'A condition block must be present for the Cognito provider';
  report.add(finding('cognito-needs-condition', at, {}), malformed('statements', message));
}

/** The words were seen in the field for GitHub; the other providers are taken to share them. */
function checkShared({ report }: Reading, { at, value }: PrincipalEntry, conditions: Conditions) {
  const host = /^arn:aws:iam::\d{12}:oidc-provider\/(.+)$/.exec(value)?.[1];
  const provider = sharedProviders.find((shared) => shared.host === host);
  if (provider === undefined) return;
  const keys = provider.claims.map((claim) => `${provider.host}:${claim}`);
  if (narrows(conditions, keys)) return;
  const message = `Trust policy with trusted principal ${value} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, ${keys.join(' or ')} which is not scoped to all.`;
  report.add(
    finding('shared-provider-needs-condition', at, { provider: provider.host, keys }),
    malformed('statements', message),
  );
}

const narrowing: readonly string[] = ['StringEquals', 'StringLike', 'StringEqualsIgnoreCase'];

/** AWS looks at the form only: `repo:*` narrows nothing and is accepted (seen in the field). */
function narrows(conditions: Conditions, keys: readonly string[]): boolean {
  const wanted = keys.map((key) => key.toLowerCase());
  return conditions.some(
    (entry) =>
      wanted.includes(entry.key.value.toLowerCase()) && isPositive(entry) && isScoped(entry),
  );
}

function isPositive({ operator }: ConditionEntry): boolean {
  const parsed = parseOperator(operator.value);
  return parsed !== undefined && !parsed.ifExists && narrowing.includes(parsed.name);
}

const isScoped = ({ values }: ConditionEntry): boolean =>
  values.length > 0 && values.every(({ value }) => !/^[*?]*$/.test(value));
