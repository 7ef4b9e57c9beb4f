import { useId } from 'react';
import { type Decision, type GateTrace, type ResourcePolicyType, type StatementRef } from '#policy';
import { VerdictBadge } from '../kit/verdict-badge.tsx';
import { gateName, outcomeWords } from './gate-words.ts';
import { type Revealing } from './reveal.ts';
import { StatementRow } from './statement-row.tsx';

interface GatesProps extends Revealing {
  readonly decision: Decision;
}

/** Every policy type in AWS's order, each with what it said. */
export function Gates({ decision, ...revealing }: GatesProps) {
  const heading = useId();
  const inPlay = decision.gates.filter((gate) => gate.outcome !== 'absent');
  const absent = decision.gates.filter((gate) => gate.outcome === 'absent');
  return (
    <section className="trace-gates" aria-labelledby={heading}>
      <h4 id={heading}>What was asked, in AWS’s order</h4>
      <ol>
        {inPlay.map((gate) => (
          <li key={gate.gate}>
            <GateDisclosure gate={gate} decision={decision} {...revealing} />
          </li>
        ))}
      </ol>
      <NotInPlay gates={absent} resourceType={decision.resourceType} />
    </section>
  );
}

interface NotInPlayProps {
  readonly gates: readonly GateTrace[];
  readonly resourceType: ResourcePolicyType;
}

function NotInPlay({ gates, resourceType }: NotInPlayProps) {
  if (gates.length === 0) return null;
  const list = gates.map(({ gate }) => gateName(gate, resourceType)).join(', ');
  return <p className="trace-note">Not in play: {list}.</p>;
}

interface GateDisclosureProps extends Revealing {
  readonly gate: GateTrace;
  readonly decision: Decision;
}

function GateDisclosure({ gate, decision, ...revealing }: GateDisclosureProps) {
  const { tone, word } = outcomeWords(gate);
  const name = gateName(gate.gate, decision.resourceType);
  return (
    <details className="trace-gate" data-decisive={gate.decisive} open={gate.decisive}>
      <summary>
        <span className="trace-gate-name">{name}</span>{' '}
        <VerdictBadge tone={tone}>{word}</VerdictBadge>{' '}
        {gate.decisive && <span className="trace-decided">this decided</span>}
      </summary>
      {gate.policies.length === 0 && <p className="trace-policy">{sayNoPolicy(gate)}</p>}
      {gate.policies.map((policy, position) => (
        <div className="trace-policy" key={`${policy.ref} ${String(position)}`}>
          {policy.name !== name && <h5 translate="no">{policy.name}</h5>}
          <ul>
            {policy.statements.map((statement) => (
              <StatementRow
                key={statement.ref.index}
                statement={statement}
                unfolded={isTelling(statement.ref, gate, decision)}
                {...revealing}
              />
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

/** Only the root user is allowed by a gate without a policy. */
function sayNoPolicy({ outcome }: GateTrace): string {
  return outcome === 'allows'
    ? 'The account’s root user needs no policy.'
    : 'No policy of this type is attached.';
}

/** The statement decided, or it is the only one of the gate that did not allow. */
function isTelling(ref: StatementRef, gate: GateTrace, { reason }: Decision): boolean {
  if (reason.kind === 'explicit-deny' || reason.kind === 'allowed') {
    return reason.by.some(({ policy, index }) => policy === ref.policy && index === ref.index);
  }
  return gate.decisive && gate.policies.flatMap((policy) => policy.statements).length === 1;
}
