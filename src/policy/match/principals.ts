import { type Effect, type PrincipalElement, type PrincipalEntry } from '../syntax/document.ts';
import { type Asked } from './asked.ts';
import { type Principal } from './caller.ts';
import { interned } from './interned.ts';
import { type Finding, type PrincipalMatch } from './trace.ts';

/** `Principal` or `NotPrincipal`, made ready. Besides whether it matches it says how, which decides what else must allow. */
export interface PrincipalTest {
  readonly matches: (asked: Asked) => boolean;
  /** How the entries name the caller; `none` when they do not, even where NotPrincipal then matches. */
  readonly match: (principal: Principal) => PrincipalMatch;
  readonly trace: (asked: Asked) => Finding;
}

/**
 * SIMPLIFIED: NotPrincipal spares whoever one of its entries matches. AWS may test the account, the role and the
 * session one after another and asks authors to list all three; which omission hurts is not written down. As AWS
 * says, a Deny with it never spares a caller who has a permissions boundary (row C22).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function compilePrincipal(element: PrincipalElement, effect: Effect): PrincipalTest {
  const { negated, at } = element;
  const values = element.entries.map((entry) => ({ entry, match: compileEntry(entry) }));
  const matchOf = (principal: Principal) => strongestMatch(values, principal);
  const neverSpares = negated && effect === 'Deny';
  const matches = (asked: Asked) =>
    (matchOf(asked.principal) !== 'none') !== negated || (neverSpares && asked.hasBoundary);
  return {
    matches,
    match: matchOf,
    trace: (asked) => ({
      trace: {
        element: negated ? 'NotPrincipal' : 'Principal',
        at,
        matched: matches(asked),
        match: matchOf(asked.principal),
        actual: nameOf(asked.principal),
        entries: values.map(({ entry, match }) => ({
          at: entry.at,
          expected: entry.value,
          matched: match(asked.principal) !== 'none',
        })),
      },
      missing: [],
    }),
  };
}

/** The caller as a Principal element would name it most closely. */
function nameOf(principal: Principal): string {
  if ('arn' in principal) return principal.arn;
  if (principal.type === 'service') return principal.service;
  return principal.type === 'federated' ? principal.provider : 'anonymous';
}

/** One entry, made ready: how it names a caller. */
type EntryTest = (principal: Principal) => PrincipalMatch;

/** When several entries match, the one that says most about the caller counts. */
function strongestMatch(
  values: readonly { readonly match: EntryTest }[],
  principal: Principal,
): PrincipalMatch {
  let strongest: PrincipalMatch = 'none';
  for (const value of values) {
    const match = value.match(principal);
    if (strength[match] > strength[strongest]) strongest = match;
  }
  return strongest;
}

/**
 * Session and user ARNs say most. A role's ARN gives less than `*` does, as boundaries and session policies cap it
 * (rows C5 and C13); the ARN of the user behind a GetFederationToken session likewise.
 */
const strength: Record<PrincipalMatch, number> = {
  none: 0,
  account: 1,
  role: 2,
  'federating-user': 2,
  wildcard: 3,
  user: 4,
  session: 4,
  service: 4,
  federated: 4,
};

/**
 * SIMPLIFIED: `CanonicalUser` matches nobody: the simulation gives accounts no canonical ids. `*` also stands for
 * services and for federated tokens, which AWS does not say in so many words.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function compileEntry({ type, value }: PrincipalEntry): EntryTest {
  switch (type) {
    case 'Anyone':
    case 'AWS':
      return compileAws(value);
    case 'Service':
      return (caller) =>
        caller.type === 'service' && caller.service === value ? 'service' : 'none';
    case 'Federated':
      return (caller) =>
        caller.type === 'federated' && caller.provider === value ? 'federated' : 'none';
    case 'CanonicalUser':
      return () => 'none';
  }
}

/** `"*"` and `{"AWS": "*"}` mean the same: everyone, signed or not. */
function compileAws(value: string): EntryTest {
  if (value === '*') return () => 'wildcard';
  const account = readAccount(value);
  return account === undefined ? named(interned(value)) : inAccount(account);
}

interface NamedAccount {
  readonly account: string;
  /** What a caller's ARN starts with; digits alone stand for the account in whichever partition. */
  readonly start: string;
}

/** The account's root ARN or its twelve digits, which AWS also takes with dashes. */
function readAccount(value: string): NamedAccount | undefined {
  const root = /^(arn:[^:]*:)iam::(\d{12}):root$/.exec(value);
  if (root !== null) return { account: root[2] ?? '', start: root[1] ?? '' };
  const digits = value.replaceAll('-', '');
  return /^\d{12}$/.test(digits) ? { account: digits, start: '' } : undefined;
}

const inAccount =
  ({ account, start }: NamedAccount): EntryTest =>
  (caller) =>
    'account' in caller && caller.account === account && caller.arn.startsWith(start)
      ? 'account'
      : 'none';

/** AWS allows no wildcard inside a principal's ARN, and compares it with regard to case. */
const named =
  (name: string): EntryTest =>
  (caller) => {
    switch (caller.type) {
      case 'user':
        return caller.arn === name || caller.uniqueId === name ? 'user' : 'none';
      case 'role-session':
        if (caller.arn === name) return 'session';
        return caller.roleArn === name || caller.uniqueId === name ? 'role' : 'none';
      case 'federated-user':
        if (caller.arn === name) return 'session';
        return caller.userArn === name || caller.userUniqueId === name ? 'federating-user' : 'none';
      case 'root':
      case 'service':
      case 'federated':
      case 'anonymous':
        return 'none';
    }
  };

/** Every text by which a Principal element names this caller and not its whole account, or everyone. */
export function namesOf(principal: Principal): readonly string[] {
  switch (principal.type) {
    case 'user':
      return [principal.arn, principal.uniqueId];
    case 'role-session':
      return [principal.arn, principal.roleArn, principal.uniqueId];
    case 'federated-user':
      return [principal.arn, principal.userArn, principal.userUniqueId];
    case 'service':
      return [principal.service];
    case 'federated':
      return [principal.provider];
    case 'root':
    case 'anonymous':
      return [];
  }
}
