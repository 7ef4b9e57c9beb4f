import { useId } from 'react';
import { ChangeSummary } from './change-summary.tsx';
import { ImpactTable } from './impact-table.tsx';
import { type ImpactColumn, type ImpactRow } from './impact.ts';
import './impact.css';

export interface ImpactMatrixProps {
  readonly title: string;
  readonly columns: readonly ImpactColumn[];
  readonly rows: readonly ImpactRow[];
  readonly caption: string;
}

/** Who could do what; changed cells say what they were before the edit. */
export function ImpactMatrix({ title, columns, rows, caption }: ImpactMatrixProps) {
  const heading = useId();
  return (
    <section className="impact-matrix" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <ChangeSummary columns={columns} rows={rows} />
      <ImpactTable caption={caption} columns={columns} rows={rows} />
    </section>
  );
}
