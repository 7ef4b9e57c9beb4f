import { useId } from 'react';
import { ChangeSummary } from './change-summary.tsx';
import { ImpactTable } from './impact-table.tsx';
import { outcomeWords, type ImpactColumn, type ImpactRow } from './impact.ts';
import './impact.css';

/** One way to contain the leak, rehearsed. */
export interface Containment {
  readonly id: string;
  readonly title: string;
  /** A few words: `stops woofy, stops everybody`. */
  readonly verdict: string;
  readonly columns: readonly ImpactColumn[];
  readonly rows: readonly ImpactRow[];
  /** One sentence, computed: what this way does, and to whom. */
  readonly say: string;
}

export interface ImpactComparisonProps {
  readonly title: string;
  readonly containments: readonly Containment[];
}

/** Several ways to contain the same leak, beside each other. */
export function ImpactComparison({ title, containments }: ImpactComparisonProps) {
  const heading = useId();
  return (
    <section className="impact-comparison" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <div className="impact-columns">
        {containments.map((containment) => (
          <ContainmentCard key={containment.id} containment={containment} />
        ))}
      </div>
    </section>
  );
}

function ContainmentCard({ containment }: { containment: Containment }) {
  const { title, verdict, columns, rows, say } = containment;
  const heading = useId();
  return (
    <article className="impact-card" aria-labelledby={heading}>
      <h4 id={heading}>{title}</h4>
      <p className="impact-verdict">{verdict}</p>
      <div>
        <ChangeSummary columns={columns} rows={rows} />
      </div>
      <ImpactTable caption={title} captionHidden columns={columns} rows={rows} compact />
      <p>{say}</p>
      <CellByCell columns={columns} rows={rows} />
    </article>
  );
}

/** The sentences that a compact table has no room for. */
function CellByCell({ columns, rows }: Pick<Containment, 'columns' | 'rows'>) {
  return (
    <details className="impact-cells">
      <summary>Cell by cell</summary>
      <ul>
        {rows.flatMap(({ person, cells }) =>
          cells.map((cell, position) => (
            <li key={`${person.id} ${String(position)}`}>
              <strong>
                {person.name}, {columns[position]?.title}: {outcomeWords[cell.outcome]}.
              </strong>{' '}
              {cell.say}
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
