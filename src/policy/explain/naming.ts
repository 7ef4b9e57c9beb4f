import { type Gate, type Principal, type ResourcePolicyType } from '../decide/request.ts';
import { type StatementRef } from './decision.ts';

/** A caller as people speak of it: the last part of its ARN, or what it is. */
export function callerName(principal: Principal): string {
  switch (principal.type) {
    case 'root':
      return `the root user of ${principal.account}`;
    case 'user':
    case 'federated-user':
      return afterLast('/', principal.arn);
    case 'role-session':
      return afterFirst('/', principal.arn); // role and session name: `Deploy/alice`
    case 'service':
      return principal.service;
    case 'federated':
      return `the token from ${afterLast('/', principal.provider)}`;
    case 'anonymous':
      return 'an anonymous caller';
  }
}

/** Whose identity policies count: a session has its role's, a GetFederationToken session those of its user. */
export function holderName(principal: Principal): string {
  switch (principal.type) {
    case 'role-session':
      return `the role ${afterLast('/', principal.roleArn)}`;
    case 'federated-user':
      return afterLast('/', principal.userArn);
    case 'root':
    case 'user':
    case 'service':
    case 'federated':
    case 'anonymous':
      return callerName(principal);
  }
}

const afterLast = (mark: string, text: string): string => text.slice(text.lastIndexOf(mark) + 1);
const afterFirst = (mark: string, text: string): string => text.slice(text.indexOf(mark) + 1);

const resourcePolicyNames: Record<ResourcePolicyType, string> = {
  trust: 'the trust policy',
  kms: 'the key policy',
  ordinary: 'the resource’s policy',
};

/** The policies behind a gate, with an article, for the middle of a sentence. */
export function policiesOf(gate: Gate, type: ResourcePolicyType, holder: string): string {
  const names: Record<Gate, string> = {
    rcp: 'the resource control policies',
    scp: 'the service control policies',
    resource: resourcePolicyNames[type],
    identity: `the identity policies of ${holder}`,
    boundary: 'the permissions boundary',
    session: 'the session policy',
  };
  return names[gate];
}

/** `statement 1`, or by its Sid: `statement "TrustBob"`. */
export const statementName = ({ sid, index }: StatementRef): string =>
  sid === undefined || sid === '' ? `statement ${index + 1}` : `statement "${sid}"`;

/** The policy that a statement stands in: what it is, and its name where there may be several. */
export function policyNameOf(ref: StatementRef, gate: Gate, type: ResourcePolicyType): string {
  if (gate === 'resource') return resourcePolicyNames[type];
  if (ref.policyName === policyTypes[gate]) return `the ${policyTypes[gate]}`;
  return `the ${policyTypes[gate]} "${ref.policyName}"`;
}

const policyTypes: Record<Exclude<Gate, 'resource'>, string> = {
  rcp: 'resource control policy',
  scp: 'service control policy',
  identity: 'policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

/** Upper case where a sentence starts with a plain word; ARNs, actions and condition keys stay as they are. */
export const sentence = (clause: string): string => {
  const startsWithWord = /^[a-z]+(?:[ ,’]|$)/.test(clause);
  return `${startsWithWord ? clause.slice(0, 1).toUpperCase() + clause.slice(1) : clause}.`;
};

const shownValues = 3;

/** `a`, `a or b`, `a, b or c`, `a, b, c or 4 more`. */
export function oneOf(values: readonly string[], word: 'or' | 'and' = 'or'): string {
  const shown = values.slice(0, shownValues).map((value) => (value === '' ? '""' : value));
  const rest = values.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = all.at(-1) ?? 'nothing';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** A variable that still stands there had no value, or the policy is of the version that has none. */
export function unfilled(expected: readonly string[]): string {
  const left = expected.map((text) => /\$\{[^*?$}][^}]*\}/.exec(text)?.[0]);
  const variable = left.find((text) => text !== undefined);
  return variable === undefined ? '' : `; ${variable} was not filled in`;
}
