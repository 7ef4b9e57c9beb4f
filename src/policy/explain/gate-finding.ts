import { type CompiledPolicies, type CompiledPolicy } from '../decide/compile.ts';
import { isAsked, outcomeOf, outcomeUnasked } from '../decide/gates.ts';
import { type Grant, grantOf, stronger } from '../decide/grant.ts';
import { type AccessRequest, type Gate } from '../decide/request.ts';
import { type CompiledStatement } from '../decide/statement.ts';
import { type Asked } from '../match/asked.ts';
import {
  type ElementTrace,
  type GateOutcome,
  type PolicyTrace,
  type PrincipalMatch,
  type StatementRef,
  type StatementTrace,
} from './decision.ts';

/** What one gate said, before anybody asks whether that mattered. */
export interface GateFinding {
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly policies: readonly PolicyTrace[];
  readonly allows: readonly StatementRef[];
  readonly denies: readonly StatementRef[];
  /** What the resource's policy gives; `none` at the other gates, which name nobody. */
  readonly grant: Grant;
  /** Condition keys, lower case, that statements asked for and the request did not carry. */
  readonly missing: readonly string[];
}

export interface Question {
  readonly request: AccessRequest;
  readonly asked: Asked;
  readonly policies: CompiledPolicies;
}

/** Asks every statement of every policy of one gate. */
export function askGate(gate: Gate, question: Question): GateFinding {
  const { request, policies } = question;
  if (!isAsked(gate, policies.levels[gate], request, policies.resourceType))
    return unasked(gate, outcomeUnasked(gate, request));
  const levels = policies.levels[gate].map((level, number) =>
    level.map((policy) => askPolicy(policy, gate, number, question.asked)),
  );
  const findings = levels.flat().flatMap((policy) => policy.findings);
  const denies = refsOf(findings, 'Deny');
  const grant = gate === 'resource' ? grantOfAll(findings, question.asked) : 'none';
  const everyLevelAllows = levels.length > 0 && levels.every(levelAllows);
  return {
    gate,
    outcome: outcomeOf(gate, { denied: denies.length > 0, everyLevelAllows, grant }),
    policies: levels.flat().map(({ trace }) => trace),
    allows: refsOf(findings, 'Allow'),
    denies,
    grant,
    missing: findings.flatMap(({ missing }) => missing),
  };
}

const nothing: readonly never[] = [];
const unasked = (gate: Gate, outcome: GateOutcome): GateFinding => ({
  gate,
  outcome,
  policies: nothing,
  allows: nothing,
  denies: nothing,
  grant: 'none',
  missing: nothing,
});

interface StatementFinding {
  readonly trace: StatementTrace;
  /** How the statement's Principal matched; `none` where it has no Principal or was not met. */
  readonly match: PrincipalMatch;
  readonly missing: readonly string[];
}

interface PolicyFinding {
  readonly trace: PolicyTrace;
  readonly findings: readonly StatementFinding[];
}

const applying = (findings: readonly StatementFinding[], effect: 'Allow' | 'Deny') =>
  findings.filter(({ trace }) => trace.applies && trace.effect === effect);

const refsOf = (findings: readonly StatementFinding[], effect: 'Allow' | 'Deny') =>
  applying(findings, effect).map(({ trace }) => trace.ref);

const levelAllows = (level: readonly PolicyFinding[]): boolean =>
  level.some(({ findings }) => applying(findings, 'Allow').length > 0);

const grantOfAll = (findings: readonly StatementFinding[], { principal }: Asked): Grant =>
  applying(findings, 'Allow').reduce<Grant>(
    (strongest, { match }) => stronger(strongest, grantOf(match, principal)),
    'none',
  );

function askPolicy(policy: CompiledPolicy, gate: Gate, level: number, asked: Asked): PolicyFinding {
  const findings = policy.document.statements.map((statement) =>
    askStatement(statement, policy, gate, asked),
  );
  const statements = findings.map(({ trace }) => trace);
  const trace = { ref: policy.ref, name: policy.name, statements };
  return { trace: gate === 'scp' || gate === 'rcp' ? { ...trace, level } : trace, findings };
}

/**
 * A statement applies when all its elements match; the first that does not ends the search. A statement of a
 * resource's policy without Principal is for nobody (row H24).
 */
function askStatement(
  statement: CompiledStatement,
  policy: CompiledPolicy,
  gate: Gate,
  asked: Asked,
): StatementFinding {
  const elements: ElementTrace[] = [];
  const missing: string[] = [];
  const { principal, source, effect } = statement;
  let applies = principal !== undefined || gate !== 'resource';
  if (applies) {
    for (const element of principal === undefined
      ? statement.elements
      : [principal, ...statement.elements]) {
      const finding = element.trace(asked);
      elements.push(finding.trace);
      missing.push(...finding.missing);
      applies = finding.trace.matched;
      if (!applies) break;
    }
  }
  const trace = { ref: refOf(source, policy), effect, applies, elements };
  const [first] = elements;
  return { trace, match: first !== undefined && 'match' in first ? first.match : 'none', missing };
}

const refOf = (
  { index, sid, at }: CompiledStatement['source'],
  policy: CompiledPolicy,
): StatementRef => ({ policy: policy.ref, policyName: policy.name, index, sid: sid?.value, at });
