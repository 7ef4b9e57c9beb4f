import { type Principal, type RequestContext } from '../decide/request.ts';
import { type PolicyVersion } from '../syntax/document.ts';
import { type NamedPrincipal } from './change.ts';

/** One name as it stands in a `Principal`. */
export interface PrincipalName {
  readonly type: NamedPrincipal;
  readonly value: string;
}

const aws = (value: string): PrincipalName => ({ type: 'AWS', value });

/**
 * How a policy should name this caller alone. A role and not its session: session names are the caller's choice,
 * and a trust policy may not be saved with one. An anonymous caller has no name but `*`, which is never proposed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function nameOf(principal: Principal): PrincipalName | undefined {
  switch (principal.type) {
    case 'role-session':
      return aws(principal.roleArn);
    case 'user':
    case 'federated-user':
    case 'root': // the root user has no name but its account's
      return aws(principal.arn);
    case 'service':
      return { type: 'Service', value: principal.service };
    case 'federated':
      return { type: 'Federated', value: principal.provider };
    case 'anonymous':
      return undefined;
  }
}

/** The name under which a resource's policy admits the caller whatever boundary and session policy leave out. */
export function uncappedName(principal: Principal): PrincipalName | undefined {
  return principal.type === 'role-session' ? aws(principal.arn) : nameOf(principal);
}

/** What the request says of its caller under `aws:PrincipalArn`: for a session the role's ARN. */
export function principalArn(context: RequestContext): string | undefined {
  const arn = Object.hasOwn(context, 'aws:principalarn') ? context['aws:principalarn'] : undefined;
  return typeof arn === 'string' ? arn : undefined;
}

/**
 * A text as a pattern that matches nothing else; `undefined` where the language has none, for only version
 * 2012-10-17 can escape.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function asPattern(text: string, version: PolicyVersion): string | undefined {
  if (!/[*?]/.test(text)) return asLiteral(text, version);
  return version === '2012-10-17' ? text.replace(/[*?$]/g, '${$&}') : undefined;
}

/** The same where wildcards are not wildcards, as in StringEquals. */
export const asLiteral = (text: string, version: PolicyVersion): string =>
  version === '2012-10-17' ? text.replaceAll('${', '${$}{') : text;
