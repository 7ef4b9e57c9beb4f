import { PersonName } from '../kit/person-name.tsx';
import {
  isComparison,
  whoChanged,
  type ChangedColumn,
  type ImpactColumn,
  type ImpactRow,
} from './impact.ts';
import './impact.css';

interface ChangeSummaryProps {
  readonly columns: readonly ImpactColumn[];
  readonly rows: readonly ImpactRow[];
}

/** Who lost and who gained, before one reads a single cell. Says nothing where there is no state before. */
export function ChangeSummary({ columns, rows }: ChangeSummaryProps) {
  if (!isComparison(rows)) return null;
  const lost = whoChanged('lost', columns, rows);
  const gained = whoChanged('gained', columns, rows);
  if (lost.length + gained.length === 0) {
    return <p className="impact-summary">Nobody loses or gains anything.</p>;
  }
  return (
    <ul className="impact-summary">
      {lost.map((changed) => (
        <Changed key={changed.column.id} change="lost" changed={changed} />
      ))}
      {gained.map((changed) => (
        <Changed key={changed.column.id} change="gained" changed={changed} />
      ))}
    </ul>
  );
}

interface ChangedProps {
  readonly change: 'lost' | 'gained';
  readonly changed: ChangedColumn;
}

function Changed({ change, changed: { column, people } }: ChangedProps) {
  return (
    <li data-change={change}>
      <span aria-hidden="true">{change === 'lost' ? '▼' : '▲'}</span>{' '}
      <strong>{change === 'lost' ? 'Lost' : 'Gained'}</strong> {column.title}:{' '}
      {people.map((person, position) => (
        <span key={person.id} className="impact-changed">
          <PersonName id={person.id} name={person.name} />
          {position < people.length - 1 && ', '}
        </span>
      ))}
    </li>
  );
}
