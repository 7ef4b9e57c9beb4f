import {
  type AccessRequest,
  type Gate,
  type Principal,
  type RequestContext,
} from '../decide/request.ts';
import { type Decision } from '../explain/decision.ts';
import { type Attempt } from './attempt.ts';
import { type EditablePolicies, policiesAt } from './question.ts';

/**
 * How many answers to other requests the changed policies give otherwise than before: a measure of how much a
 * change lets through, or keeps out, beside what was wanted. Each gate is asked for itself, whatever the verdict.
 */
export function sideEffectsOn(before: Attempt): (after: Attempt) => number {
  const probes = probesBeside(before.question.request).map((probe) => ({
    ...probe,
    before: before.ask(probe.request),
  }));
  return ({ question, steps, ask }) => {
    const gates = new Set(steps.flatMap((step) => (step.kind === 'request' ? [] : [step.gate])));
    const differences = probes.map((probe) => {
      const asked = [...gates].filter((gate) => isAskedAt(gate, probe.beside, question.policies));
      const after = asked.length === 0 ? probe.before : ask(probe.request);
      return asked.map((gate) => differencesAt(gate, probe.before, after));
    });
    return differences.flat().reduce((sum, count) => sum + count, 0);
  };
}

/** At how many levels of a gate the policies say something else. */
function differencesAt(gate: Gate, before: Decision, after: Decision): number {
  const [was, is] = [saidAt(gate, before), saidAt(gate, after)];
  const levels = new Set([...was.keys(), ...is.keys()]);
  return [...levels].filter((level) => (was.get(level) ?? '') !== (is.get(level) ?? '')).length;
}

/** Whether each level allows and whether it denies; of a resource's policy also whether it only delegates. */
function saidAt(gate: Gate, decision: Decision): ReadonlyMap<number, string> {
  const { outcome, policies = [] } = decision.gates.find((one) => one.gate === gate) ?? {};
  const said = (level: number): string => {
    const statements = policies
      .filter((one) => (one.level ?? 0) === level)
      .flatMap((one) => one.statements);
    const effects = statements.flatMap(({ applies, effect }) => (applies ? [effect] : []));
    return (
      [...new Set(effects)].toSorted().join(' ') +
      (outcome === 'delegates' ? ' to the account' : '')
    );
  };
  const levels = new Set(policies.map(({ level = 0 }) => level));
  return new Map([...levels].map((level) => [level, said(level)]));
}

/** By what a request differs from the one in question. */
type Beside = 'caller' | 'resource' | 'action' | 'circumstance';

/** A caller's own policies meet no other caller, and a role's or key's own policy no other resource. */
function isAskedAt(gate: Gate, beside: Beside, policies: EditablePolicies): boolean {
  if (gate === 'resource') return beside !== 'resource' || policies.resource.type === 'ordinary';
  if (gate === 'scp' || gate === 'rcp' || beside !== 'caller') return true;
  return policiesAt(gate, policies).some(({ policy }) => policy.shared === true);
}

interface Probe {
  readonly request: AccessRequest;
  readonly beside: Beside;
}

/** Requests a little beside the one in question: another caller, action, resource or circumstance. */
function probesBeside(request: AccessRequest): readonly Probe[] {
  const [service = ''] = request.action.split(':');
  const probe = (beside: Beside, change: Partial<AccessRequest>): Probe => ({
    request: { ...request, ...change },
    beside,
  });
  const context = without(request.context, isAboutCaller);
  return [
    ...strangers(request).map((principal) =>
      probe('caller', { principal, context: { ...context, ...marksOf(principal) } }),
    ),
    ...otherActions.map((name) => probe('action', { action: `${service}:${name}` })),
    probe('action', { action: 'ec2:RunInstances' }),
    probe('resource', { resource: `${request.resource}-2` }),
    probe('resource', { resource: `${folderOf(request.resource)}other` }),
    probe('circumstance', { context: without(request.context, (key) => !isAboutCaller(key)) }),
    ...circumstances.map((more) =>
      probe('circumstance', { context: { ...request.context, ...more } }),
    ),
  ];
}

/** Names as services often have them, so that patterns over a kind of action show. */
const otherActions = ['GetOther', 'ListOthers', 'PutOther', 'DeleteOther', 'TagSession'];

const circumstances: readonly RequestContext[] = [
  { 'aws:multifactorauthpresent': 'false' },
  { 'aws:sourceip': '192.0.2.200' },
  { 'sts:externalid': 'of-nobody' },
  { 'sts:rolesessionname': 'of-nobody' },
  { 'aws:tokenissuetime': '2001-01-01T00:00:00Z' },
];

const folderOf = (resource: string): string =>
  resource.slice(0, resource.lastIndexOf('/') + 1) || 'arn:aws:s3:::';

/** A user and a role beside the caller, one of each abroad, a service and somebody who did not sign. */
function strangers({ principal, resourceAccount }: AccessRequest): readonly Principal[] {
  const account = 'account' in principal ? principal.account : resourceAccount;
  return [
    user(account),
    session(account),
    user('999999999999'),
    session('999999999999'),
    { type: 'service', service: 'backup.amazonaws.com' },
    { type: 'anonymous' },
  ];
}

const user = (account: string): Principal => ({
  type: 'user',
  account,
  arn: `arn:aws:iam::${account}:user/somebody-else`,
  uniqueId: 'AIDASOMEBODYELSE',
});

const session = (account: string): Principal => ({
  type: 'role-session',
  account,
  arn: `arn:aws:sts::${account}:assumed-role/SomethingElse/work`,
  roleArn: `arn:aws:iam::${account}:role/SomethingElse`,
  uniqueId: 'AROASOMETHINGELSE',
  serviceLinked: false,
});

/** Keys by which a context says who calls, or for whom. */
const isAboutCaller = (key: string): boolean =>
  /^aws:(?:principal|userid|username|source(?:identity|arn|account))/.test(key);

const without = (context: RequestContext, dropped: (key: string) => boolean): RequestContext =>
  Object.fromEntries(Object.entries(context).filter(([key]) => !dropped(key)));

function marksOf(principal: Principal): RequestContext {
  if (principal.type === 'user') return { 'aws:principalarn': principal.arn };
  return principal.type === 'role-session' ? { 'aws:principalarn': principal.roleArn } : {};
}
