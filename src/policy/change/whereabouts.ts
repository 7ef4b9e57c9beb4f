import { type Gate } from '../decide/request.ts';
import { type StatementTrace } from '../explain/decision.ts';
import { type Statement } from '../syntax/document.ts';
import { type Attempt } from './attempt.ts';
import { type StatementPlace } from './change.ts';
import { type Intent } from './intent.ts';
import { type EditablePolicy, policiesAt } from './question.ts';

/** A statement of an attempt: what it says, what became of it, and where it stood before anything was changed. */
export interface Located {
  readonly gate: Gate;
  readonly level: number | undefined;
  readonly policy: EditablePolicy;
  readonly statement: Statement;
  readonly trace: StatementTrace;
  readonly place: StatementPlace;
  /** The policy has no other statement. */
  readonly alone: boolean;
}

/** Every statement that a gate was asked, in the order of its policies. */
export function statementsAt(gate: Gate, attempt: Attempt): readonly Located[] {
  const traces = attempt.decision.gates.find((one) => one.gate === gate)?.policies ?? [];
  return policiesAt(gate, attempt.question.policies).flatMap(({ policy, level }) => {
    const statements = attempt.document(policy)?.statements ?? [];
    const trace = traces.find((one) => one.ref === policy.ref && one.level === level);
    return statements.flatMap((statement, index) => {
      const found = trace?.statements[index];
      if (found === undefined) return [];
      const alone = statements.length === 1;
      const place = placeOf(statement, policy, attempt.intents);
      return [{ gate, level, policy, statement, trace: found, place, alone }];
    });
  });
}

function placeOf(
  { index, sid, effect }: Statement,
  { ref }: EditablePolicy,
  intents: readonly Intent[],
): StatementPlace {
  return { index: originalIndex(index, ref, intents), sid: sid?.value, effect: effect.value };
}

/** Intents name statements by where they stood at first: the ones dropped since are counted in again. */
function originalIndex(index: number, ref: string, intents: readonly Intent[]): number {
  const dropped = intents
    .flatMap((intent) =>
      intent.kind === 'edit' && intent.policy === ref && intent.what.kind === 'drop-statement'
        ? [intent.what.statement.index]
        : [],
    )
    .toSorted((a, b) => a - b);
  return dropped.reduce((at, gone) => (gone <= at ? at + 1 : at), index);
}

/** The same statement in another attempt. */
export const sameIn = (attempt: Attempt, { gate, level, policy, place }: Located) =>
  statementsAt(gate, attempt).find(
    (other) =>
      other.level === level && other.policy.ref === policy.ref && other.place.index === place.index,
  );
