import { type AccessRequest, type Gate } from '../decide/request.ts';
import {
  type Decision,
  type ElementTrace,
  type Reason,
  type StatementRef,
  type StatementTrace,
} from './decision.ts';
import { elementClause } from './element-words.ts';
import {
  callerName,
  holderName,
  policiesOf,
  policyNameOf,
  sentence,
  statementName,
} from './naming.ts';
import { refusalSentences } from './refusal-words.ts';
import { statementClause, whyItApplies } from './statement-words.ts';

/** What a decision says to somebody who meets IAM for the first time. */
export interface Words {
  /** No full stop. */
  readonly headline: string;
  /** Full sentences, the most telling first, each once. */
  readonly sentences: readonly string[];
}

/** Puts a decision into words: which policy, which statement, and why. */
export function sayDecision(decision: Decision, request: AccessRequest): Words {
  const caller = callerName(request.principal);
  const words = wordsOf(decision, decision.reason, request, caller);
  return { ...words, sentences: [...new Set(words.sentences)] };
}

/** One sentence on why an element matches or does not. */
export const sayElement = (trace: ElementTrace): string => sentence(elementClause(trace, 'it'));

/** One sentence on a statement's fate. */
export const sayStatement = (trace: StatementTrace): string => sentence(statementClause(trace));

function wordsOf(
  decision: Decision,
  reason: Reason,
  request: AccessRequest,
  caller: string,
): Words {
  switch (reason.kind) {
    case 'needs-no-permission':
      return {
        headline: `Allowed: ${request.action} needs no permission`,
        sentences: [
          'Whoever has valid credentials may make this call, and no policy can forbid it.',
        ],
      };
    case 'explicit-deny':
      return denial(decision, reason, request);
    case 'no-allow':
      return refusal(decision, reason, request, caller);
    case 'allowed':
      return permission(decision, reason, request);
  }
}

function denial(
  decision: Decision,
  { gate, by }: Extract<Reason, { readonly kind: 'explicit-deny' }>,
  { action }: AccessRequest,
): Words {
  const nameOf = (ref: StatementRef): string =>
    `${statementName(ref)} of ${policyNameOf(ref, gate, decision.resourceType)}`;
  const first = by[0];
  return {
    headline: `Refused: ${first === undefined ? 'a statement' : nameOf(first)} denies it`,
    sentences: [
      ...statementsBehind(decision, gate, by).map((trace) =>
        sentence(`${nameOf(trace.ref)} denies ${action}, because ${whyItApplies(trace)}`),
      ),
      'A deny that applies always wins, whatever else allows the request.',
    ],
  };
}

function refusal(
  decision: Decision,
  { gate }: Extract<Reason, { readonly kind: 'no-allow' }>,
  request: AccessRequest,
  caller: string,
): Words {
  const whose = policiesOf(gate, decision.resourceType, holderName(request.principal));
  const object = gate === 'resource' ? caller : request.action;
  return {
    headline: `Refused: no statement of ${whose} allows ${object}`,
    sentences: refusalSentences(decision, gate, request),
  };
}

function permission(
  decision: Decision,
  { gate, by }: Extract<Reason, { readonly kind: 'allowed' }>,
  { principal }: AccessRequest,
): Words {
  const holder = holderName(principal);
  const both = gate === 'identity' && statementsBehind(decision, 'resource', by).length > 0;
  const resource = policiesOf('resource', decision.resourceType, holder);
  const identity = policiesOf('identity', decision.resourceType, holder);
  const who = gate === 'resource' ? `${resource} allows` : `${identity} allow`;
  if (principal.type === 'root' && by.length === 0) return rootMay;
  return {
    headline: both ? `Allowed: ${resource} and ${identity} allow it` : `Allowed: ${who} it`,
    sentences: [...grantSentences(decision, by), ...notes(decision, gate, holder)],
  };
}

function grantSentences(decision: Decision, by: readonly StatementRef[]): readonly string[] {
  return (['resource', 'identity'] as const).flatMap((gate) =>
    statementsBehind(decision, gate, by).map((trace) => {
      const name = policyNameOf(trace.ref, gate, decision.resourceType);
      return sentence(
        `${statementName(trace.ref)} of ${name} allows it, because ${whyItApplies(trace)}`,
      );
    }),
  );
}

/** The traces of a gate's statements that a reason names. Compared by value: a decision may have been copied. */
function statementsBehind(
  { gates }: Decision,
  gate: Gate,
  by: readonly StatementRef[],
): readonly StatementTrace[] {
  const { policies = [] } = gates.find((one) => one.gate === gate) ?? {};
  return policies
    .flatMap(({ statements }) => statements)
    .filter(({ ref }) =>
      by.some(({ policy, index }) => policy === ref.policy && index === ref.index),
    )
    .filter(({ applies }) => applies);
}

const rootMay: Words = {
  headline: 'Allowed: the root user of an account may do everything in it',
  sentences: [
    'Only organization policies and explicit denies in a resource’s policy bind a root user.',
  ],
};

/** What surprises people: naming the caller makes other silences harmless. */
function notes({ gates, resourceType }: Decision, gate: Gate, holder: string): readonly string[] {
  if (gate === 'identity') return [];
  const isSilent = (of: Gate): boolean =>
    gates.some((trace) => trace.gate === of && trace.outcome === 'silent');
  const nameOf = (of: Gate): string => policiesOf(of, resourceType, holder);
  const clauses = [
    ...(isSilent('identity')
      ? [
          `within one account that is enough: ${nameOf('resource')} names the caller, so the caller’s own policies need not allow it`,
        ]
      : []),
    ...(['boundary', 'session'] as const)
      .filter(isSilent)
      .map(
        (of) =>
          `${nameOf(of)} does not allow it, but caps only what identity policies and a role’s own ARN allow`,
      ),
  ];
  return clauses.map(sentence);
}
