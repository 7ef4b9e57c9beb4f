import { type ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';
import './data-table.css';

export interface DataTableProps {
  /** Names the table and the region in which it scrolls. */
  readonly caption: string;
  /** The caption is only spoken: a heading beside the table shows the same. */
  readonly captionHidden?: boolean;
  readonly className?: string;
  /** `thead` and `tbody`. */
  readonly children: ReactNode;
}

/** A table in a region of its own, which scrolls sideways on a narrow screen so that the page need not. */
export function DataTable({
  caption,
  captionHidden = false,
  className = '',
  children,
}: DataTableProps) {
  return (
    <div className="data-table-region" role="region" aria-label={caption} tabIndex={0}>
      <table className={`data-table ${className}`}>
        <caption>
          {captionHidden ? (
            <VisuallyHidden>{caption}</VisuallyHidden>
          ) : (
            <span className="data-table-caption">{caption}</span>
          )}
        </caption>
        {children}
      </table>
    </div>
  );
}
