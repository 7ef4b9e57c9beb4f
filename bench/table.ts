import { type Finding } from './budgets.ts';

/** A line of a table: its cells, and what the budgets say of it. */
export interface Row {
  readonly cells: readonly string[];
  readonly findings: readonly Finding[];
}

/** The first column to the left, numbers to the right, and the budgets after them. */
export function tableOf(title: string, heads: readonly string[], rows: readonly Row[]): string {
  const lines = [[title, ...heads], ...rows.map(({ cells }) => cells)];
  const widths = [title, ...heads].map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  const body = rows.map(({ cells, findings }) =>
    `${lineOf(cells)}  ${findings.map(worded).join(', ')}`.trimEnd(),
  );
  return [lineOf([title, ...heads]), ...body, ''].join('\n');
}

const worded = ({ budget, met }: Finding): string => `${budget}: ${met ? 'met' : 'NOT MET'}`;

const grouped = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

export const many = (count: number): string => grouped.format(count);
export const exactly = (count: number): string => count.toLocaleString('en-GB');
export const times = (ratio: number): string => `${grouped.format(ratio)} ×`;
export const share = (part: number): string => `± ${(part * 100).toFixed(0)} %`;

export function duration(seconds: number): string {
  if (seconds < 1e-6) return `${grouped.format(seconds * 1e9)} ns`;
  if (seconds < 1e-3) return `${grouped.format(seconds * 1e6)} µs`;
  return `${grouped.format(seconds * 1e3)} ms`;
}
