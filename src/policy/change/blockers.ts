import { type Gate, gates } from '../decide/request.ts';
import { type Decision } from '../explain/decision.ts';
import { type Attempt } from './attempt.ts';
import { type EditablePolicies } from './question.ts';

/** Levels of a gate that no statement of theirs allows: 0 where a gate has but one. */
export function silentLevels(gate: Gate, { decision, question }: Attempt): readonly number[] {
  const traces = decision.gates.find((one) => one.gate === gate)?.policies ?? [];
  const count = levelCount(gate, question.policies);
  const allowing = traces
    .filter(({ statements }) =>
      statements.some(({ applies, effect }) => applies && effect === 'Allow'),
    )
    .map(({ level }) => level ?? 0);
  return Array.from({ length: count }, (_, level) => level).filter(
    (level) => !allowing.includes(level),
  );
}

function levelCount(gate: Gate, { scps, rcps }: EditablePolicies): number {
  if (gate === 'scp') return scps.length;
  return gate === 'rcp' ? rcps.length : 1;
}

const denials = ({ gates: traces }: Decision): number =>
  traces
    .flatMap(({ policies }) => policies)
    .flatMap(({ statements }) => statements)
    .filter(({ applies, effect }) => applies && effect === 'Deny').length;

/**
 * How far a request is from being allowed, in steps that only count against each other: every deny that applies
 * is further than every silence, and gates are asked in order. 0: allowed.
 */
export function distance(attempt: Attempt): number {
  const { reason } = attempt.decision;
  switch (reason.kind) {
    case 'explicit-deny':
      return 1_000_000 + denials(attempt.decision);
    case 'no-allow':
      return (
        (gates.length - gates.indexOf(reason.gate)) * 1000 +
        silentLevels(reason.gate, attempt).length
      );
    case 'allowed':
    case 'needs-no-permission':
      return 0;
  }
}
