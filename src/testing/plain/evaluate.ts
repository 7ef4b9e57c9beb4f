/**
 * A second evaluator, to hold the first one to. It is written from AWS's documentation alone, as plainly as can be,
 * and shares nothing with the first but the types of a question and the words of an answer. It is slow.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
import {
  type AccessRequest,
  type Gate,
  type Principal,
  type ResourcePolicyType,
  type Verdict,
} from '#policy';
import { strengths, type Strength } from './principal.ts';
import { appliedStatements, type Addressing, type PlainPolicy } from './statement.ts';

/** As `Policies`, with each policy as `JSON.parse` gave it. */
export interface PlainPolicies {
  readonly identity: readonly PlainPolicy[];
  readonly boundary: PlainPolicy | undefined;
  readonly session: readonly PlainPolicy[] | undefined;
  readonly resource: {
    readonly type: ResourcePolicyType;
    readonly policy: PlainPolicy | undefined;
  };
  readonly scps: readonly (readonly PlainPolicy[])[];
  readonly rcps: readonly (readonly PlainPolicy[])[];
}

export type PlainReason =
  | { readonly kind: 'explicit-deny' | 'no-allow' | 'allowed'; readonly gate: Gate }
  | { readonly kind: 'needs-no-permission' };

export interface PlainAnswer {
  readonly verdict: Verdict;
  readonly reason: PlainReason;
}

/** What the policies of one gate say together. */
interface Saying {
  readonly gate: Gate;
  readonly denies: boolean;
  readonly allows: boolean;
}

export function evaluatePlainly(request: AccessRequest, policies: PlainPolicies): PlainAnswer {
  if (freeActions.includes(request.action.toLowerCase())) {
    return { verdict: 'Allow', reason: { kind: 'needs-no-permission' } };
  }
  const grant = strongestGrant(request, policies);
  const sayings = everySaying(request, policies, grant);
  const denying = sayings.find(({ denies }) => denies);
  if (denying !== undefined) {
    return { verdict: 'ExplicitDeny', reason: { kind: 'explicit-deny', gate: denying.gate } };
  }
  const needed = neededGates(request, policies, grant);
  const silent = sayings.find(({ gate, allows }) => needed.includes(gate) && !allows);
  if (silent !== undefined) {
    return { verdict: 'ImplicitDeny', reason: { kind: 'no-allow', gate: silent.gate } };
  }
  const gate = needed.includes('identity') ? 'identity' : 'resource';
  return { verdict: 'Allow', reason: { kind: 'allowed', gate } };
}

/**
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
 */
const freeActions: readonly string[] = ['sts:getcalleridentity', 'sts:getsessiontoken'];

/** The strongest way in which an Allow of the resource's own policy names the caller. */
function strongestGrant(request: AccessRequest, policies: PlainPolicies): Strength | undefined {
  const granted = statementsOf([policies.resource.policy], request, policies, 'has-principals')
    .filter(({ effect }) => effect === 'Allow')
    .map(({ strength }) => strength);
  return strengths.find((strength) => granted.includes(strength));
}

const statementsOf = (
  attached: readonly (PlainPolicy | undefined)[],
  request: AccessRequest,
  policies: PlainPolicies,
  addressing: Addressing,
) =>
  attached
    .filter((policy) => policy !== undefined)
    .flatMap((policy) =>
      appliedStatements(policy, request, addressing, policies.boundary !== undefined),
    );

/** What each gate says, in AWS's order. */
function everySaying(
  request: AccessRequest,
  policies: PlainPolicies,
  grant: Strength | undefined,
): readonly Saying[] {
  const { principal } = request;
  const say = (gate: Gate, levels: readonly (readonly (PlainPolicy | undefined)[])[]): Saying => {
    const addressing = gate === 'rcp' || gate === 'resource' ? 'has-principals' : 'has-none';
    const said = levels.map((level) =>
      statementsOf(level, request, policies, addressing).map(({ effect }) => effect),
    );
    const denies = said.some((effects) => effects.includes('Deny'));
    return { gate, denies, allows: said.every((effects) => effects.includes('Allow')) };
  };
  const serviceLinked = principal.type === 'role-session' && principal.serviceLinked;
  const identity = say('identity', [policies.identity]);
  return [
    // RCPs and SCPs leave service-linked roles alone; SCPs cap accounts' own principals and nobody else.
    say('rcp', serviceLinked ? [] : policies.rcps),
    say('scp', serviceLinked || !hasAccount(principal) ? [] : policies.scps),
    { ...say('resource', [[policies.resource.policy]]), allows: grant !== undefined },
    { ...identity, allows: identity.allows || principal.type === 'root' }, // root starts with all there is
    say('boundary', [[policies.boundary]]),
    say('session', [policies.session ?? []]),
  ];
}

type AccountHolder = Extract<Principal, { readonly account: string }>;
const hasAccount = (principal: Principal): principal is AccountHolder => 'account' in principal;

/**
 * The gates whose Allow is needed. RCPs are not among them: AWS attaches one that allows everything to every level,
 * and it cannot be taken away.
 */
function neededGates(
  { principal, resourceAccount }: AccessRequest,
  policies: PlainPolicies,
  grant: Strength | undefined,
): readonly Gate[] {
  // Services, providers' identities and strangers have no policies of their own.
  if (!hasAccount(principal)) return ['resource'];
  const caps = [...boundaryIfAny(policies), ...sessionIfAny(principal, policies)];
  if (principal.account !== resourceAccount) return ['scp', 'resource', 'identity', ...caps];
  switch (grant) {
    case 'direct': // the grant is complete, whatever the boundary and the session policy leave unsaid
      return ['scp', 'resource'];
    case 'role':
    case 'federating-user':
      return ['scp', 'resource', ...caps];
    case 'account':
      return ['scp', 'resource', 'identity', ...caps];
    case undefined:
      return policies.resource.type === 'ordinary'
        ? ['scp', 'identity', ...caps]
        : ['scp', 'resource'];
  }
}

const boundaryIfAny = ({ boundary }: PlainPolicies): readonly Gate[] =>
  boundary === undefined ? [] : ['boundary'];

/** GetFederationToken without a session policy gives a session without any permission. */
const sessionIfAny = (principal: Principal, { session }: PlainPolicies): readonly Gate[] =>
  session === undefined && principal.type !== 'federated-user' ? [] : ['session'];
