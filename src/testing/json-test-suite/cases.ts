import parsing from './parsing.json' with { type: 'json' };

/** `accept` and `refuse`: what every parser of JSON must do. `free`: where RFC 8259 leaves the choice. */
export type JsonCaseKind = 'accept' | 'refuse' | 'free';
export type JsonCase = readonly [name: string, text: string];

/** Two texts are too long to be written out. */
const longest: readonly JsonCase[] = [
  ['n_structure_100000_opening_arrays', '['.repeat(100_000)],
  ['n_structure_open_array_object', `${'[{"":'.repeat(50_000)}\n`],
];
const all: readonly JsonCase[] = [...Object.entries(parsing), ...longest];

/**
 * The 318 texts of JSONTestSuite. Some of its files are no UTF-8: what cannot be decoded is U+FFFD here, as it would
 * be in a browser.
 *
 * @see https://github.com/nst/JSONTestSuite
 */
export const jsonCases: Readonly<Record<JsonCaseKind, readonly JsonCase[]>> = {
  accept: all.filter(([name]) => name.startsWith('y_')),
  refuse: all.filter(([name]) => name.startsWith('n_')),
  free: all.filter(([name]) => name.startsWith('i_')),
};
