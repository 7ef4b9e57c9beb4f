import { sayStatement, type ElementTrace, type StatementTrace } from '#policy';
import { VerdictBadge } from '../kit/verdict-badge.tsx';
import { elementName, ElementRow } from './element-row.tsx';
import { isRevealed, type Revealing } from './reveal.ts';

interface StatementRowProps extends Revealing {
  readonly statement: StatementTrace;
  /** Whether its elements are in sight from the start. */
  readonly unfolded: boolean;
}

/** One statement: its fate in a line that lights its text, and under it the elements that were compared. */
export function StatementRow({ statement, unfolded, onReveal, revealed }: StatementRowProps) {
  const { ref, elements } = statement;
  return (
    <li className="trace-statement">
      <button
        type="button"
        className="trace-row"
        aria-current={isRevealed(revealed, ref.policy, ref.at) ? 'true' : undefined}
        onClick={() => onReveal(ref.policy, ref.at)}
      >
        <span className="trace-row-head">
          <Fate statement={statement} />{' '}
          <span className="trace-row-say">{sayStatement(statement)}</span>
        </span>
      </button>
      <details open={unfolded}>
        <summary>{sayCount(elements.length)}</summary>
        <ul>
          {elements.map((element) => (
            <ElementRow
              key={`${element.element} ${String(element.at.start)}`}
              element={element}
              policyRef={ref.policy}
              onReveal={onReveal}
              revealed={revealed}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Fate({ statement: { applies, effect, elements } }: { statement: StatementTrace }) {
  if (applies && effect === 'Deny') return <VerdictBadge tone="denied">denies</VerdictBadge>;
  if (applies) return <VerdictBadge tone="allowed">allows</VerdictBadge>;
  return (
    <span className="trace-unfit">
      this {effect} does not apply{sayStop(elements)}
    </span>
  );
}

function sayStop(elements: readonly ElementTrace[]): string {
  const failed = elements.find((element) => !element.matched);
  return failed === undefined ? '' : `: ${elementName(failed)}`;
}

function sayCount(elements: number): string {
  return elements === 1 ? '1 element compared' : `${String(elements)} elements compared`;
}
