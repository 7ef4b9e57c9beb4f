import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import {
  type AccessRequest,
  type AttachedPolicy,
  type Gate,
  type Policies,
  type Principal,
  type RequestContext,
  type ResourcePolicyType,
} from '../decide/request.ts';
import { type Effect, type PolicyKind } from '../syntax/document.ts';
import { readPolicy } from '../validate/read-policy.ts';
import {
  type Decision,
  type ElementTrace,
  type StatementRef,
  type StatementTrace,
} from './decision.ts';
import { explain } from './explain.ts';

/** People, ARNs and short forms for the tests of decisions. Tests only. */
export const home = '111111111111';
export const abroad = '222222222222';
export const rootOf = (account: string) => `arn:aws:iam::${account}:root`;
export const userArn = (name: string) => `arn:aws:iam::${home}:user/${name}`;
export const roleArn = (name: string) => `arn:aws:iam::${home}:role/${name}`;
export const sessionArn = (role: string, name: string) =>
  `arn:aws:sts::${home}:assumed-role/${role}/${name}`;

export const user = (name: string, uniqueId = `AIDA${name.toUpperCase()}`): Principal => ({
  type: 'user',
  account: home,
  arn: userArn(name),
  uniqueId,
});
export const session = (role: string, name: string, serviceLinked = false): Principal => ({
  type: 'role-session',
  account: home,
  arn: sessionArn(role, name),
  roleArn: roleArn(role),
  uniqueId: `AROA${role.toUpperCase()}`,
  serviceLinked,
});
export const guest: Principal = {
  type: 'federated-user',
  account: home,
  arn: `arn:aws:sts::${home}:federated-user/bob`,
  userArn: userArn('alice'),
  userUniqueId: 'AIDAALICE',
};
export const root: Principal = { type: 'root', account: home, arn: rootOf(home) };

/** A statement as people write it. */
export type Written = Readonly<Record<string, unknown>>;
export const allow = (action: unknown, resource: unknown = '*', more: Written = {}): Written => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});
export const deny = (action: unknown, resource: unknown = '*', more: Written = {}): Written => ({
  ...allow(action, resource, more),
  Effect: 'Deny',
});
export const trusts = (principal: unknown, more: Written = {}): Written => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'sts:AssumeRole',
  ...more,
});
export const distrusts = (principal: unknown, more: Written = {}): Written => ({
  ...trusts(principal, more),
  Effect: 'Deny',
});
export const admin = allow('*');

/** Statements, or with a version of their own. */
export type Statements =
  | readonly Written[]
  | { readonly version: string | undefined; readonly statements: readonly Written[] };

export function textOf(written: Statements): string {
  const [version, statements] =
    'statements' in written ? [written.version, written.statements] : ['2012-10-17', written];
  return JSON.stringify({ Version: version, Statement: statements }, undefined, 2);
}

export function attach(kind: PolicyKind, name: string, written: Statements): AttachedPolicy {
  const reading = readPolicy(textOf(written), kind, { awsOwn: true });
  if (reading.document === undefined) throw new Error(`${name}: ${reading.refusal.message}`);
  return { ref: `${kind}/${name}`, name, document: reading.document };
}

/** One request and the policies around it; what is left out is as plain as possible. */
export interface Asking {
  readonly by?: Principal;
  readonly action?: string;
  readonly resource?: string;
  readonly owner?: string;
  readonly context?: RequestContext;
  readonly identity?: Statements;
  readonly boundary?: Statements;
  readonly session?: Statements;
  readonly trust?: Statements;
  readonly key?: Statements;
  readonly bucket?: Statements;
  readonly scps?: readonly Statements[];
  readonly rcps?: readonly Statements[];
}

export function requestOf(asking: Asking): AccessRequest {
  const principal = asking.by ?? user('alice');
  const owner = asking.owner ?? home;
  return {
    principal,
    action: asking.action ?? (asking.trust === undefined ? 's3:GetObject' : 'sts:AssumeRole'),
    resource:
      asking.resource ??
      (asking.trust === undefined ? 'arn:aws:s3:::b/k' : `arn:aws:iam::${owner}:role/T`),
    resourceAccount: owner,
    context: asking.context ?? {},
  };
}

const one = (kind: PolicyKind, name: string, written: Statements | undefined) =>
  written === undefined ? undefined : attach(kind, name, written);

export function policiesOf(asking: Asking): Policies {
  const given = one('session', 'session policy', asking.session);
  return {
    identity: asking.identity === undefined ? [] : [attach('identity', 'Own', asking.identity)],
    boundary: one('boundary', 'Boundary', asking.boundary),
    session: given === undefined ? undefined : [given],
    resource: resourceOf(asking),
    scps: (asking.scps ?? []).map((level, i) => [attach('scp', `Scp${i}`, level)]),
    rcps: (asking.rcps ?? []).map((level, i) => [attach('rcp', `Rcp${i}`, level)]),
  };
}

function resourceOf({ trust, key, bucket }: Asking): Policies['resource'] {
  const named = (type: ResourcePolicyType, policy: AttachedPolicy | undefined) => ({
    type,
    policy,
  });
  if (trust !== undefined) return named('trust', attach('trust', 'trust policy', trust));
  if (key !== undefined) return named('kms', attach('resource', 'key policy', key));
  return named('ordinary', one('resource', 'bucket policy', bucket));
}

/** Explains, and makes sure on the way that `decide` says the same. */
export function ask(asking: Asking): Decision {
  const request = requestOf(asking);
  const policies = compile(policiesOf(asking));
  const decision = explain(request, policies);
  const short = decide(request, policies);
  if (short !== decision.verdict) throw new Error(`decide says ${short}`);
  return decision;
}

/** `Allow by identity`, `ImplicitDeny at resource`: a verdict with its reason, as tables write it. */
export function outcome({ verdict, reason }: Decision): string {
  switch (reason.kind) {
    case 'needs-no-permission':
      return `${verdict}, needs no permission`;
    case 'allowed':
      return `${verdict} by ${reason.gate}`;
    case 'no-allow':
    case 'explicit-deny':
      return `${verdict} at ${reason.gate}`;
  }
}

/**
 * What the reason rests on, as tables write it: `trust policy 1 as account, Own 1` for an answer that statements gave.
 * For a silent gate, every statement that failed, at which element, what it asks for and what the request has:
 * `Own 1: Action s3:* / sts:AssumeRole`. After `spared by`, the denies that came to nothing; after `without`, the
 * keys that were asked for and missed.
 */
function because(decision: Decision): string {
  const { reason, missingKeys } = decision;
  const by = 'by' in reason ? reason.by : [];
  const told =
    reason.kind === 'no-allow' ? idle(decision, 'Allow', reason.gate) : named(decision, by);
  const spared = reason.kind === 'allowed' ? idle(decision, 'Deny') : [];
  return [
    told.length > 0 ? told.join(', ') : 'no statement',
    ...(spared.length > 0 ? [`spared by ${spared.join(', ')}`] : []),
    ...(missingKeys.length > 0 ? [`without ${missingKeys.join(', ')}`] : []),
  ].join(' | ');
}

/** Verdict and reason of a row. */
export const answer = (decision: Decision): readonly [outcome: string, because: string] => [
  outcome(decision),
  because(decision),
];

const statementsAt = ({ gates }: Decision, gate?: Gate): readonly StatementTrace[] =>
  gates
    .filter((trace) => gate === undefined || trace.gate === gate)
    .flatMap(({ policies }) => policies)
    .flatMap(({ statements }) => statements);

const numbered = ({ policyName, index }: StatementRef): string => `${policyName} ${index + 1}`;

const named = (decision: Decision, refs: readonly StatementRef[]): readonly string[] =>
  refs.map((ref) => {
    const trace = statementsAt(decision).find((one) => numbered(one.ref) === numbered(ref));
    const principal = trace?.elements.find((element) => 'match' in element);
    const match = principal !== undefined && 'match' in principal ? principal.match : 'none';
    return match === 'none' ? numbered(ref) : `${numbered(ref)} as ${match}`;
  });

/** Where identity policies were silent, the resource's policy could have allowed as well. */
function idle(decision: Decision, effect: Effect, gate?: Gate): readonly string[] {
  const elsewhere = gate === 'identity' ? statementsAt(decision, 'resource') : [];
  return [...elsewhere, ...statementsAt(decision, gate)]
    .filter((trace) => trace.effect === effect && !trace.applies)
    .map(({ ref, elements }) => `${numbered(ref)}: ${failureOf(elements)}`);
}

function failureOf(elements: readonly ElementTrace[]): string {
  const failed = elements.find(({ matched }) => !matched);
  if (failed === undefined) return 'no Principal';
  const expected = failed.entries.map((entry) => entry.expected).join(' ');
  return failed.element === 'Condition'
    ? `${failed.operator} ${failed.key} ${expected} / ${failed.actual?.join(' ') ?? 'absent'}`
    : `${failed.element} ${expected} / ${failed.actual}`;
}
