import {
  type AccessRequest,
  type Gate,
  type Principal,
  type RequestContext,
} from '../decide/request.ts';
import { type Decision } from '../explain/decision.ts';
import { type Attempt } from './attempt.ts';
import { type ChangeQuestion, policiesAt } from './question.ts';

/**
 * How many other requests the changed policies answer otherwise than before: a measure of how much a change lets
 * through, or keeps out, beside what was wanted. Each gate is asked for itself, whatever the verdict would be.
 */
export function sideEffectsOn(before: Attempt): (after: Attempt) => number {
  const probes = probesBeside(before.question.request).map((probe) => ({
    ...probe,
    before: before.ask(probe.request),
  }));
  return ({ question, steps, ask }) => {
    const changed = steps.flatMap((step) => (step.kind === 'request' ? [] : [step.gate]));
    const shared = new Set(changed.filter((gate) => concernsOthers(gate, question)));
    return probes.filter((probe) => {
      const asked = probe.stranger ? changed.filter((gate) => shared.has(gate)) : changed;
      return asked.length > 0 && said(probe.before, asked) !== said(ask(probe.request), asked);
    }).length;
  };
}

const said = ({ gates }: Decision, asked: readonly Gate[]): string =>
  gates.flatMap(({ gate, outcome }) => (asked.includes(gate) ? [outcome] : [])).join();

/** Policies of the caller's own are not asked about others. */
const concernsOthers = (gate: Gate, { policies }: ChangeQuestion): boolean =>
  ['resource', 'scp', 'rcp'].includes(gate) ||
  policiesAt(gate, policies).some(({ policy }) => policy.shared === true);

interface Probe {
  readonly request: AccessRequest;
  readonly stranger: boolean;
}

/** Requests a little beside the one in question: another caller, action, resource or circumstance. */
function probesBeside(request: AccessRequest): readonly Probe[] {
  const [service = ''] = request.action.split(':');
  const sibling = `${request.resource}-2`;
  const byOthers = strangers(request).map((principal) => ({
    ...request,
    principal,
    context: { ...without(request.context, isAboutCaller), ...marksOf(principal) },
  }));
  const own = [
    ...otherActions.map((name) => ({ ...request, action: `${service}:${name}` })),
    { ...request, action: 'ec2:RunInstances' },
    { ...request, resource: sibling },
    { ...request, resource: `${folderOf(request.resource)}other` },
    { ...request, context: without(request.context, (key) => !isAboutCaller(key)) },
    ...circumstances.map((more) => ({ ...request, context: { ...request.context, ...more } })),
  ];
  const others = [
    ...byOthers,
    ...byOthers.slice(0, 2).map((call) => ({ ...call, resource: sibling })),
  ];
  return [
    ...own.map((probe) => ({ request: probe, stranger: false })),
    ...others.map((probe) => ({ request: probe, stranger: true })),
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
