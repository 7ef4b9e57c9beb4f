/** What comes of an attempt. `later`: not now, but after waiting. `nothing-to-use`: the person holds no credentials for it. */
export type ImpactOutcome = 'works' | 'refused' | 'later' | 'nothing-to-use';

export interface ImpactCell {
  readonly outcome: ImpactOutcome;
  /** The outcome before the edit; `undefined` where there is nothing to compare with. */
  readonly before: ImpactOutcome | undefined;
  /** One sentence: why. */
  readonly say: string;
  /** Opens the decision behind the cell. */
  readonly onOpen?: (() => void) | undefined;
}

/** What is attempted. */
export interface ImpactColumn {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
}

/** One person, with a cell for each column, in the columns' order. */
export interface ImpactRow {
  readonly person: { readonly id: string; readonly name: string };
  readonly cells: readonly ImpactCell[];
}

/**
 * `lost`: it worked, and no longer does. `delayed`: it will work again after waiting. `gained`: it works now, and
 * did not. `other`: changed between two ways of not working.
 */
export type ImpactChange = 'lost' | 'delayed' | 'gained' | 'other' | 'none';

export function changeOf({ outcome, before }: ImpactCell): ImpactChange {
  if (before === undefined || before === outcome) return 'none';
  if (before === 'works') return outcome === 'later' ? 'delayed' : 'lost';
  return outcome === 'works' ? 'gained' : 'other';
}

export const outcomeWords: Record<ImpactOutcome, string> = {
  works: 'works',
  refused: 'refused',
  later: 'later',
  'nothing-to-use': 'nothing to use',
};

/** Who lost or gained, column by column; columns in which nobody did are left out. */
export function whoChanged(
  change: ImpactChange,
  columns: readonly ImpactColumn[],
  rows: readonly ImpactRow[],
): readonly ChangedColumn[] {
  return columns
    .map((column, position) => ({
      column,
      people: rows.filter((row) => changeAt(row, position) === change).map((row) => row.person),
    }))
    .filter(({ people }) => people.length > 0);
}

export interface ChangedColumn {
  readonly column: ImpactColumn;
  readonly people: readonly ImpactRow['person'][];
}

function changeAt({ cells }: ImpactRow, position: number): ImpactChange {
  const cell = cells[position];
  return cell === undefined ? 'none' : changeOf(cell);
}

/** Whether the rows compare with a state before. */
export function isComparison(rows: readonly ImpactRow[]): boolean {
  return rows.some(({ cells }) => cells.some((cell) => cell.before !== undefined));
}
