import { type Placed, type PrincipalType } from '../syntax/document.ts';
import { finding } from './finding.ts';
import { type Diagnostic } from './diagnostic.ts';
import { type ReadOptions } from './read-options.ts';

export type NamedType = Exclude<PrincipalType, 'Anyone'>;

/** `lookup`: the form is good, and whether it exists decides. */
export interface PrincipalFault {
  readonly diagnostic: Diagnostic;
  readonly lookup: boolean;
}

const badForm = (diagnostic: Diagnostic): PrincipalFault => ({ diagnostic, lookup: false });
const unknown = (diagnostic: Diagnostic): PrincipalFault => ({ diagnostic, lookup: true });

/**
 * What AWS finds wrong with one principal (AWS IAM, rows T7 and T8).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function findPrincipalFault(
  type: NamedType,
  value: Placed<string>,
  options: ReadOptions,
): PrincipalFault | undefined {
  switch (type) {
    case 'AWS':
      return findAwsFault(value, options);
    case 'Service':
      return findServiceFault(value, options);
    case 'Federated':
      return isProvider(value.value) || isDomain(value.value)
        ? undefined
        : badForm(finding('federated-form', value.at, { provider: value.value }));
    case 'CanonicalUser': // an opaque id of S3's
      return undefined;
  }
}

function findAwsFault({ value, at }: Placed<string>, options: ReadOptions) {
  if (value === '*' || accountOf(value) !== undefined) return undefined;
  if (value !== value.trim()) return badForm(finding('principal-space', at, { principal: value }));
  if (/[*?]/.test(value)) return badForm(finding('principal-wildcard', at, { principal: value }));
  if (/^arn:aws:iam::\d{12}:group\/./.test(value))
    return badForm(finding('principal-group', at, { principal: value }));
  if (/^arn:aws:sts::\d{12}:federated-user\/./.test(value)) return undefined; // not known before it calls
  if (!principalForms.some((form) => form.test(value))) {
    return badForm(finding('principal-form', at, { principal: value }));
  }
  const exists = options.principalExists?.(value) ?? true;
  return exists ? undefined : unknown(finding('principal-unknown', at, { principal: value }));
}

/** Users and roles with their paths, sessions (without the role's path), and what deleted users and roles leave. */
const principalForms: readonly RegExp[] = [
  /^arn:aws:iam::\d{12}:(?:user|role)\/[!-~]+$/,
  /^arn:aws:sts::\d{12}:assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+$/,
  /^(?:AIDA|AROA)[A-Z0-9]{4,124}$/,
];

/**
 * The account that a principal stands for as a whole: its id, dashes tolerated (seen live), or its root ARN.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
 */
export function accountOf(principal: string): string | undefined {
  const root = /^arn:aws:iam::(\d{12}):root$/.exec(principal)?.[1];
  if (root !== undefined) return root;
  const digits = /^[\d-]+$/.test(principal) ? principal.replaceAll('-', '') : '';
  return digits.length === 12 ? digits : undefined;
}

/**
 * Row T8, seen live: a wildcard, or a name that does not end in `amazonaws.com`.
 *
 * SIMPLIFIED: AWS knows its services by name; without `serviceExists` every name of the form is one.
 */
function findServiceFault({ value, at }: Placed<string>, options: ReadOptions) {
  if (!/^(?:[a-z0-9-]+\.)+amazonaws\.com(?:\.cn)?$/.test(value)) {
    return badForm(finding('service-form', at, { service: value }));
  }
  const exists = options.serviceExists?.(value) ?? true;
  return exists ? undefined : unknown(finding('service-unknown', at, { service: value }));
}

/** The providers that need no ARN. */
export const builtInProviders: readonly string[] = [
  'cognito-identity.amazonaws.com',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
];

/** SIMPLIFIED: whether the provider exists is not asked: no refusal for that was ever recorded. */
const isProvider = (value: string): boolean =>
  /^arn:aws:iam::\d{12}:(?:oidc-provider|saml-provider)\/[!-~]+$/.test(value);

/** "Federated principals must be valid domain names or SAML metadata ARNs", says AWS (seen in the field). */
const isDomain = (value: string): boolean => /^(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/.test(value);
