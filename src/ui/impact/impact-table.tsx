import { DataTable } from '../kit/data-table.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { VisuallyHidden } from '../kit/visually-hidden.tsx';
import {
  changeOf,
  outcomeWords,
  type ImpactCell,
  type ImpactColumn,
  type ImpactOutcome,
  type ImpactRow,
} from './impact.ts';
import './impact.css';

const shapes: Record<ImpactOutcome, string> = {
  works: '✓',
  refused: '✕',
  later: '◷',
  'nothing-to-use': '–',
};

interface ImpactTableProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly ImpactColumn[];
  readonly rows: readonly ImpactRow[];
  /** Leaves the sentences to assistive technology, to fit several tables beside each other. */
  readonly compact?: boolean;
}

/** Who × what, as a table. */
export function ImpactTable({
  caption,
  captionHidden = false,
  columns,
  rows,
  compact = false,
}: ImpactTableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      className={compact ? 'impact impact-compact' : 'impact'}
    >
      <thead>
        <tr>
          <th scope="col">who</th>
          {columns.map(({ id, title, note }) => (
            <th key={id} scope="col">
              {title}
              {note !== undefined && !compact && <span className="impact-note"> {note}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ person, cells }) => (
          <tr key={person.id}>
            <th scope="row">
              <PersonName id={person.id} name={person.name} />
            </th>
            {columns.map(({ id }, position) => (
              <Cell key={id} cell={cells[position]} compact={compact} />
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Cell({ cell, compact }: { cell: ImpactCell | undefined; compact: boolean }) {
  if (cell === undefined) return <td />;
  const content = <CellContent cell={cell} compact={compact} />;
  return (
    <td className={`impact-cell impact-${cell.outcome}`} data-change={changeOf(cell)}>
      {cell.onOpen === undefined ? (
        <div className="impact-inside">{content}</div>
      ) : (
        <button type="button" className="impact-inside" onClick={cell.onOpen}>
          {content}
        </button>
      )}
    </td>
  );
}

function CellContent({ cell, compact }: { cell: ImpactCell; compact: boolean }) {
  return (
    <>
      <span className="impact-outcome">
        <span aria-hidden="true">{shapes[cell.outcome]}</span> {outcomeWords[cell.outcome]}
      </span>
      <Was cell={cell} />
      <VisuallyHidden>.</VisuallyHidden>{' '}
      {compact ? (
        <VisuallyHidden>{cell.say}</VisuallyHidden>
      ) : (
        <span className="impact-say">{cell.say}</span>
      )}
    </>
  );
}

function Was({ cell }: { cell: ImpactCell }) {
  if (cell.before === undefined || changeOf(cell) === 'none') return null;
  return (
    <>
      <VisuallyHidden>,</VisuallyHidden>{' '}
      <span className="impact-was">was: {outcomeWords[cell.before]}</span>
    </>
  );
}
