import { useMemo, useState } from 'react';
import { type TrailRecord } from '#world';
import { DataTable } from '../kit/data-table.tsx';
import { placeRecords, type PlacedRecord } from './placed-records.ts';
import { TrailRows, type OnShow } from './trail-rows.tsx';
import '../kit/plain-button.css';
import './trail.css';

/** A long class writes thousands of records: so many are drawn at once. */
const pageSize = 50;

export interface TrailProps {
  /** As in `world.trail`: oldest first. */
  readonly records: readonly TrailRecord[];
  /** Shows the moment in which the record was written. */
  readonly onShow: OnShow;
}

/** CloudTrail's records, newest first, with the whole record behind each row. */
export function Trail({ records, onShow }: TrailProps) {
  const [filter, setFilter] = useState('');
  const [room, setRoom] = useState(pageSize);
  const found = useFound(records, filter);
  if (records.length === 0) {
    return <p className="trail-empty">CloudTrail has no record yet: nobody has called AWS.</p>;
  }
  return (
    <section className="trail" aria-label="CloudTrail">
      <Filter filter={filter} onFilter={setFilter} />
      <p className="trail-count" role="status">
        {sayCount(found.length, records.length)}
      </p>
      {found.length > 0 && (
        <DataTable caption="CloudTrail records, newest first; times in UTC">
          <TrailHead />
          <TrailRows placed={found.slice(0, room)} onShow={onShow} />
        </DataTable>
      )}
      {found.length > room && (
        <button type="button" className="plain-button" onClick={() => setRoom(room + pageSize)}>
          Show {Math.min(pageSize, found.length - room)} older
        </button>
      )}
    </section>
  );
}

interface FilterProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

function Filter({ filter, onFilter }: FilterProps) {
  return (
    <label className="trail-filter">
      Filter
      <input
        type="search"
        value={filter}
        placeholder="any text of a record"
        onChange={(event) => onFilter(event.target.value)}
      />
    </label>
  );
}

function TrailHead() {
  return (
    <thead>
      <tr>
        <th scope="col">time</th>
        <th scope="col">event</th>
        <th scope="col">who</th>
        <th scope="col">source address</th>
        <th scope="col">error</th>
      </tr>
    </thead>
  );
}

function sayCount(found: number, all: number): string {
  const records = all === 1 ? 'record' : 'records';
  return found === all
    ? `${String(all)} ${records}`
    : `${String(found)} of ${String(all)} ${records}`;
}

/** The records in which the text occurs anywhere, newest first. */
function useFound(records: readonly TrailRecord[], filter: string): readonly PlacedRecord[] {
  const placed = useMemo(() => placeRecords(records), [records]);
  const wanted = filter.trim().toLowerCase();
  return placed.filter(({ text }) => text.includes(wanted));
}
