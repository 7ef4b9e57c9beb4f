import { type PrincipalElement, type PrincipalEntry } from '../syntax/document.ts';
import { type Principal } from './caller.ts';
import { type Finding, type PrincipalMatch, type Setting, askEach } from './trace.ts';

export interface Caller {
  readonly principal: Principal;
  /** NotPrincipal does not spare this caller even when it names it. */
  readonly neverSpared: boolean;
}

/**
 * `Principal` or `NotPrincipal` against the caller.
 *
 * SIMPLIFIED: NotPrincipal spares whoever one of its entries matches. AWS may test the account, the role and the
 * session one after another and asks authors to list all three; which omission hurts is not written down. As AWS
 * says, a Deny with it never spares a caller who has a permissions boundary (row C22).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function matchPrincipal(
  element: PrincipalElement,
  { principal, neverSpared }: Caller,
  setting: Setting,
): Finding & { readonly match: PrincipalMatch } {
  const match = strongestMatch(element.entries, principal);
  const found = match !== 'none';
  const matched = element.negated ? !found || neverSpared : found;
  const { entries } = askEach(element.entries, setting.collect, (entry) => ({
    at: entry.at,
    expected: entry.value,
    matched: strongestMatch([entry], principal) !== 'none',
  }));
  const name = element.negated ? 'NotPrincipal' : 'Principal';
  const actual = nameOf(principal);
  return {
    trace: { element: name, at: element.at, matched, match, actual, entries },
    match,
    missing: [],
  };
}

/** The caller as a Principal element would name it most closely. */
function nameOf(principal: Principal): string {
  if ('arn' in principal) return principal.arn;
  if (principal.type === 'service') return principal.service;
  return principal.type === 'federated' ? principal.provider : 'anonymous';
}

interface Claim {
  readonly match: PrincipalMatch;
  readonly holds: (entry: PrincipalEntry) => boolean;
}

/** When several entries match, the one that says most about the caller counts. */
function strongestMatch(entries: readonly PrincipalEntry[], principal: Principal): PrincipalMatch {
  const claim = claimsOf(principal).find(({ holds }) => entries.some(holds));
  return claim?.match ?? 'none';
}

/**
 * Every way to name this caller, the strongest first.
 *
 * SIMPLIFIED: `CanonicalUser` matches nobody: the simulation gives accounts no canonical ids. `*` also stands for
 * services and for federated tokens, which AWS does not say in so many words.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function claimsOf(principal: Principal): readonly Claim[] {
  switch (principal.type) {
    case 'root':
      return [accountOf(principal), anyone];
    case 'user':
      return [named('user', principal.arn, principal.uniqueId), anyone, accountOf(principal)];
    case 'role-session':
      return [
        named('session', principal.arn),
        anyone,
        named('role', principal.roleArn, principal.uniqueId),
        accountOf(principal),
      ];
    case 'federated-user':
      return [
        named('session', principal.arn),
        anyone,
        named('user', principal.userArn, principal.userUniqueId),
        accountOf(principal),
      ];
    case 'service':
      return [only('service', 'Service', principal.service), anyone];
    case 'federated':
      return [only('federated', 'Federated', principal.provider), anyone];
    case 'anonymous':
      return [anyone];
  }
}

/** AWS allows no wildcard inside a principal's ARN, and compares it with regard to case. */
const named = (match: PrincipalMatch, ...names: readonly string[]): Claim => ({
  match,
  holds: ({ type, value }) => type === 'AWS' && names.includes(value),
});

const only = (match: PrincipalMatch, type: PrincipalEntry['type'], name: string): Claim => ({
  match,
  holds: (entry) => entry.type === type && entry.value === name,
});

/** `"*"` and `{"AWS": "*"}` mean the same: everyone, signed or not. */
const anyone: Claim = {
  match: 'wildcard',
  holds: ({ type, value }) => type === 'Anyone' || (type === 'AWS' && value === '*'),
};

/** The account's root ARN or its twelve digits, which AWS also takes with dashes. */
const accountOf = ({ account, arn }: { readonly account: string; readonly arn: string }): Claim => {
  const root = `arn:${arn.split(':')[1] ?? ''}:iam::${account}:root`;
  return {
    match: 'account',
    holds: ({ type, value }) =>
      type === 'AWS' && (value === root || value.replaceAll('-', '') === account),
  };
};
