import { PersonName } from '../kit/person-name.tsx';
import {
  isComparison,
  whoChanged,
  type ChangedColumn,
  type ImpactColumn,
  type ImpactRow,
} from './impact.ts';
import './impact.css';

const told = ['lost', 'delayed', 'gained'] as const;
type Told = (typeof told)[number];
const shapes: Record<Told, string> = { lost: '▼', delayed: '◷', gained: '▲' };
const words: Record<Told, string> = { lost: 'Lost', delayed: 'Only later', gained: 'Gained' };

interface ChangeSummaryProps {
  readonly columns: readonly ImpactColumn[];
  readonly rows: readonly ImpactRow[];
}

/** Who lost and who gained, before one reads a single cell. Says nothing where there is no state before. */
export function ChangeSummary({ columns, rows }: ChangeSummaryProps) {
  if (!isComparison(rows)) return null;
  const said = told.flatMap((change) =>
    whoChanged(change, columns, rows).map((changed) => ({ change, changed })),
  );
  if (said.length === 0) {
    return <p className="impact-summary">Nobody loses or gains anything.</p>;
  }
  return (
    <ul className="impact-summary">
      {said.map(({ change, changed }) => (
        <Changed key={`${change} ${changed.column.id}`} change={change} changed={changed} />
      ))}
    </ul>
  );
}

interface ChangedProps {
  readonly change: Told;
  readonly changed: ChangedColumn;
}

function Changed({ change, changed: { column, people } }: ChangedProps) {
  return (
    <li data-change={change}>
      <span aria-hidden="true">{shapes[change]}</span> <strong>{words[change]}</strong>{' '}
      {column.title}:{' '}
      {people.map((person, position) => (
        <span key={person.id} className="impact-changed">
          <PersonName id={person.id} name={person.name} />
          {position < people.length - 1 && ', '}
        </span>
      ))}
    </li>
  );
}
