import { useId, useState } from 'react';
import { type TrailRecord } from '#world';
import { CopyButton } from '../kit/copy-button.tsx';
import { VerdictBadge } from '../kit/verdict-badge.tsx';
import { type PlacedRecord } from './placed-records.ts';
import { accessKeyOf, recordText, serviceOf, timeOf, whoOf } from './record-words.ts';

/** Takes the record's position in `world.trail`. */
export type OnShow = (index: number) => void;

interface TrailRowsProps {
  readonly placed: readonly PlacedRecord[];
  readonly onShow: OnShow;
}

export function TrailRows({ placed, onShow }: TrailRowsProps) {
  return (
    <tbody>
      {placed.map((one) => (
        <TrailRow key={one.record.eventID} placed={one} onShow={() => onShow(one.index)} />
      ))}
    </tbody>
  );
}

interface TrailRowProps {
  readonly placed: PlacedRecord;
  readonly onShow: () => void;
}

function TrailRow({ placed: { record, newAddress }, onShow }: TrailRowProps) {
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <>
      <tr>
        <td className="trail-time">
          <time dateTime={record.eventTime}>{timeOf(record)}</time>
        </td>
        <th scope="row">
          <button
            type="button"
            className="trail-expand"
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            onClick={() => setOpen(!open)}
          >
            <span className="trail-arrow" aria-hidden="true">
              ▸
            </span>
            {record.eventName} <span className="trail-service">{serviceOf(record)}</span>
          </button>
        </th>
        <td>
          <Who record={record} />
        </td>
        <td>
          <code translate="no">{record.sourceIPAddress}</code>
          {newAddress && <span className="trail-strange">⚠ new address for this key</span>}
        </td>
        <td>
          {record.errorCode === undefined ? (
            <span className="trail-fine">none</span>
          ) : (
            <VerdictBadge tone="denied">{record.errorCode}</VerdictBadge>
          )}
        </td>
      </tr>
      {open && (
        <tr id={details}>
          <td colSpan={5} className="trail-details">
            <RecordDetails record={record} onShow={onShow} />
          </td>
        </tr>
      )}
    </>
  );
}

function Who({ record }: { record: TrailRecord }) {
  const key = accessKeyOf(record);
  return (
    <>
      <span translate="no">{whoOf(record)}</span>
      {key !== undefined && (
        <>
          <br />
          <code translate="no">{key}</code>
        </>
      )}
    </>
  );
}

interface RecordDetailsProps {
  readonly record: TrailRecord;
  readonly onShow: () => void;
}

function RecordDetails({ record, onShow }: RecordDetailsProps) {
  const text = recordText(record);
  return (
    <div className="trail-record">
      <div className="trail-record-actions">
        <button type="button" className="plain-button" onClick={onShow}>
          Show this moment
        </button>
        <CopyButton label="Copy the record" text={text} />
      </div>
      <pre translate="no">{text}</pre>
    </div>
  );
}
