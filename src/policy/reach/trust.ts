import { type PolicyDocument, type PrincipalElement } from '../syntax/document.ts';
import { allowingStatements } from './speaks.ts';

/** Whom a trust policy speaks of when it allows. Conditions and denies are not looked at. */
export interface Trust {
  /** ARNs and unique ids, service names, providers: as written, and each possibly nobody's. */
  readonly names: readonly string[];
  /** Twelve digits each, but for what is no account: that names nobody either. */
  readonly accounts: readonly string[];
  readonly anyone: boolean;
}

export function trustOf(document: PolicyDocument): Trust {
  const elements = allowingStatements(document).flatMap(({ principal }) => principal ?? []);
  const names = elements.flatMap(({ entries }) => entries.map(({ value }) => value));
  return { names, accounts: names.map(accountIn), anyone: elements.some(meansAnyone) };
}

/** An Allow with NotPrincipal, which AWS refuses to save in a trust policy, is for nearly everyone. */
const meansAnyone = ({ negated, entries }: PrincipalElement): boolean =>
  negated || entries.some(({ value }) => value === '*');

/**
 * The account that an entry stands for as a whole, if it is a root ARN or an account's id with or without dashes.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
 */
function accountIn(name: string): string {
  if (!name.startsWith('arn:') || !name.endsWith(':root')) return name.replaceAll('-', '');
  return name.split(':').slice(4, -1).join(':');
}
