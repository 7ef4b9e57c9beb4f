import { type AccessRequest, type Gate } from '../decide/request.ts';
import {
  type Decision,
  type GateTrace,
  type PolicyTrace,
  type StatementTrace,
} from './decision.ts';
import { holderName, policiesOf, policyNameOf, sentence, statementName } from './naming.ts';
import { statementClause } from './statement-words.ts';

/** Why nothing allowed: the statement that came nearest, and why this gate had to allow at all. */
export function refusalSentences(
  decision: Decision,
  gate: Gate,
  request: AccessRequest,
): readonly string[] {
  const trace = decision.gates.find((one) => one.gate === gate);
  const policies = trace === undefined ? [] : silentLevel(trace);
  const nearest = nearestAllow(policies);
  const first =
    nearest === undefined
      ? emptiness(decision, gate, policies, request)
      : statementClause(nearest, subjectOf(nearest, gate, decision));
  return [sentence(first), sentence(whyNeeded(decision, gate))];
}

/** In a trust policy, plain `statement 1`; elsewhere with the policy's name, because there may be many. */
function subjectOf({ ref }: StatementTrace, gate: Gate, { resourceType }: Decision): string {
  const name = statementName(ref);
  return gate === 'resource' ? name : `${name} of ${policyNameOf(ref, gate, resourceType)}`;
}

/** Of an organization's levels, the first that does not allow; elsewhere every policy. */
function silentLevel({ policies }: GateTrace): readonly PolicyTrace[] {
  const levels = [...new Set(policies.map(({ level }) => level))];
  const allows = ({ statements }: PolicyTrace): boolean =>
    statements.some(({ applies, effect }) => applies && effect === 'Allow');
  const silent = levels.find(
    (level) => !policies.some((policy) => policy.level === level && allows(policy)),
  );
  return policies.filter((policy) => policy.level === silent);
}

/** The Allow statement that failed last: the more of it matched, the nearer it came. */
function nearestAllow(policies: readonly PolicyTrace[]): StatementTrace | undefined {
  const allows = policies
    .flatMap(({ statements }) => statements)
    .filter(({ effect }) => effect === 'Allow');
  return allows.reduce<StatementTrace | undefined>(
    (best, next) =>
      best !== undefined && best.elements.length >= next.elements.length ? best : next,
    undefined,
  );
}

function emptiness(
  { resourceType }: Decision,
  gate: Gate,
  policies: readonly PolicyTrace[],
  { principal }: AccessRequest,
): string {
  const holder = holderName(principal);
  const whose = policiesOf(gate, resourceType, holder);
  if (policies.length > 0)
    return `${whose} ${gate === 'identity' ? 'have' : 'has'} no Allow statement`;
  if (gate === 'identity') return `no identity policy is attached to ${holder}`;
  if (gate === 'resource') return 'the resource has no policy of its own';
  return gate === 'session'
    ? 'this session was given no session policy, and without one it may do nothing'
    : 'at one level there is no policy at all';
}

function whyNeeded(decision: Decision, gate: Gate): string {
  if (gate === 'identity') return whyIdentity(decision);
  if (gate === 'resource') return whyResource(decision);
  return {
    rcp: 'resource control policies limit who may use the resource',
    scp: 'service control policies allow nothing by themselves, but every level of the organization must let the request through',
    boundary:
      'a permissions boundary allows nothing by itself, but limits what the caller may be allowed',
    session:
      'a session policy allows nothing by itself, but limits what the session may be allowed',
  }[gate];
}

function whyIdentity({ crossAccount, gates, resourceType }: Decision): string {
  const resource = policiesOf('resource', resourceType, '');
  if (crossAccount)
    return 'caller and resource are in different accounts, so both sides must allow';
  return gates.some(({ gate, outcome }) => gate === 'resource' && outcome === 'delegates')
    ? `${resource} names only the account, which leaves the decision to the account’s identity policies`
    : 'everything that no policy allows is refused';
}

function whyResource({ crossAccount, resourceType }: Decision): string {
  if (resourceType === 'trust') {
    return 'only the trust policy says who may assume a role, and no other policy can make up for its silence';
  }
  if (resourceType === 'kms')
    return 'a key’s policy must allow, or hand the decision to its account';
  return crossAccount
    ? 'caller and resource are in different accounts, so both sides must allow'
    : 'this caller has no identity policies, so the resource’s policy must allow';
}
