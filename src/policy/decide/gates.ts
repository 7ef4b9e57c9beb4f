import { type Grant, grantOf, strongest } from './grant.ts';
import { type AccessRequest, type AttachedPolicy, type Gate, type Policies } from './request.ts';
import { identityMayAllowAlone, isServiceLinked, livesInAccount } from './standing.ts';
import { type Question, type StatementFinding, askStatement } from './statement.ts';
import { type GateOutcome, type PolicyTrace, type StatementRef } from './trace.ts';

/** Policies of one gate, level by level: each level must allow. */
type Levels = readonly (readonly AttachedPolicy[])[];

/** What one gate said, before anybody asks whether that mattered. */
export interface GateFinding {
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly policies: readonly PolicyTrace[];
  readonly allows: readonly StatementRef[];
  readonly denies: readonly StatementRef[];
  /** What the resource's policy gives; `none` at the other gates, which name nobody. */
  readonly grant: Grant;
  readonly missing: readonly string[];
}

/** Asks every statement of every policy of one gate. */
export function askGate(gate: Gate, policies: Policies, question: Question): GateFinding {
  const levels = levelsOf[gate](question.request, policies);
  const asked = (levels ?? []).map((level, number) =>
    level.map((policy) => askPolicy(policy, gate, number, question)),
  );
  const statements = asked.flat().flatMap((policy) => policy.findings);
  const denies = applying(statements, 'Deny');
  const allows = applying(statements, 'Allow');
  const grant = gate === 'resource' ? grantOfAll(allows, question.request) : 'none';
  return {
    gate,
    outcome:
      levels === undefined
        ? unasked(gate, question.request)
        : outcomeOf(gate, grant, denies.length > 0, asked.every(levelAllows)),
    policies: asked.flat().map(({ trace }) => trace),
    allows: allows.map(({ trace }) => trace.ref),
    denies: denies.map(({ trace }) => trace.ref),
    grant,
    missing: statements.flatMap(({ missing }) => missing),
  };
}

const levelAllows = (level: readonly PolicyFinding[]): boolean =>
  level.some(({ findings }) => applying(findings, 'Allow').length > 0);

const grantOfAll = (allows: readonly StatementFinding[], { principal }: AccessRequest): Grant =>
  strongest(allows.map(({ match }) => grantOf(match, principal)));

interface PolicyFinding {
  readonly trace: PolicyTrace;
  readonly findings: readonly StatementFinding[];
}

function askPolicy(
  policy: AttachedPolicy,
  gate: Gate,
  level: number,
  question: Question,
): PolicyFinding {
  const findings = policy.document.statements.map((statement) =>
    askStatement(statement, policy, gate, question),
  );
  const statements = findings.map(({ trace }) => trace);
  const trace = { ref: policy.ref, name: policy.name, statements };
  return { trace: gate === 'scp' || gate === 'rcp' ? { ...trace, level } : trace, findings };
}

const applying = (
  findings: readonly StatementFinding[],
  effect: 'Allow' | 'Deny',
): readonly StatementFinding[] =>
  findings.filter(({ trace }) => trace.applies && trace.effect === effect);

/** Nobody caps these callers, or the account's owner has not set a cap: the gate stands open. */
const orNone = (levels: Levels, stands: boolean): Levels | undefined =>
  stands ? levels : undefined;

/**
 * Which policies a gate holds for a request; `undefined` when it is not asked.
 *
 * A root user has no identity policies and no boundary, a service or a stranger none of the caller's side. A
 * GetFederationToken session without session policies is asked all the same: it has no permissions (row D18).
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
const levelsOf: Record<Gate, (request: AccessRequest, policies: Policies) => Levels | undefined> = {
  rcp: ({ principal }, { rcps }) => orNone(rcps, rcps.length > 0 && !isServiceLinked(principal)),
  scp: ({ principal }, { scps }) =>
    orNone(scps, scps.length > 0 && livesInAccount(principal) && !isServiceLinked(principal)),
  resource: (request, { resource: { type, policy } }) =>
    policy === undefined ? orNone([[]], !identityMayAllowAlone(request, type)) : [[policy]],
  identity: ({ principal }, { identity }) =>
    orNone([identity], livesInAccount(principal) && principal.type !== 'root'),
  boundary: ({ principal }, { boundary }) =>
    boundary === undefined || !livesInAccount(principal) || principal.type === 'root'
      ? undefined
      : [[boundary]],
  session: ({ principal }, { session = [] }) =>
    orNone([session], session.length > 0 || principal.type === 'federated-user'),
};

/** An account's root user may do everything in it that nothing else forbids: its identity gate needs no policy. */
const unasked = (gate: Gate, { principal }: AccessRequest): GateOutcome =>
  gate === 'identity' && principal.type === 'root' ? 'allows' : 'absent';

/**
 * RCPs never refuse by silence: AWS attaches RCPFullAWSAccess to every level and lets nobody detach it.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
function outcomeOf(
  gate: Gate,
  grant: Grant,
  denied: boolean,
  everyLevelAllows: boolean,
): GateOutcome {
  if (denied) return 'denies';
  if (gate === 'rcp') return 'allows';
  if (grant === 'delegated') return 'delegates';
  return everyLevelAllows ? 'allows' : 'silent';
}
