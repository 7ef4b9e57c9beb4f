import { type PolicyDocument, type PrincipalElement } from '../syntax/document.ts';
import { allowsAssuming } from './allows-assuming.ts';

/** Whom a trust policy speaks of when it allows. Conditions and denies are not looked at. */
export interface Trust {
  /** ARNs and unique ids, account ids, service names, providers: as written, and each possibly nobody's. */
  readonly names: readonly string[];
  readonly anyone: boolean;
}

export function trustOf({ statements }: PolicyDocument): Trust {
  const names: string[] = [];
  let anyone = false;
  for (const statement of statements) {
    const { principal } = statement;
    if (principal === undefined || !allowsAssuming(statement)) continue;
    for (const { value } of principal.entries) names.push(value);
    anyone ||= meansAnyone(principal);
  }
  return { names, anyone };
}

/** An Allow with NotPrincipal, which AWS refuses to save in a trust policy, is for nearly everyone. */
const meansAnyone = ({ negated, entries }: PrincipalElement): boolean =>
  negated || entries.some(({ value }) => value === '*');

/**
 * The account that a name stands for as a whole: of a root ARN, or of an account's id with or without dashes. For
 * other names something that is no account.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts
 */
export function accountIn(name: string): string {
  if (!name.startsWith('arn:')) return name.replaceAll('-', '');
  return name.endsWith(':root') ? name.split(':').slice(4, -1).join(':') : '';
}
