import ts from 'typescript';
import { expect, test } from 'vitest';

/**
 * Nothing that is known of AWS is skipped in silence: every row of the tables of decisions, every fact about
 * variables, conditions and messages is named in the title of some test, or listed here with the reason.
 */
const numbered = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, i) => `${letter}${i + 1}`);

/** By table: assuming a role, caps, sessions, conditions, federation, elements; then facts and AWS's messages. */
const rows: readonly string[] = [
  ...numbered('A', 28), // a role of the same account
  ...numbered('B', 18), // a role of another account
  ...numbered('C', 22), // what a resource's policy gives
  ...numbered('D', 21), // identity policies, boundaries, SCPs, session policies
  ...numbered('E-', 30), // sessions, chains, revocation
  ...numbered('F', 36), // conditions of trust policies
  ...numbered('G', 16), // federation
  ...numbered('H', 32), // elements
  ...numbered('V', 11), // policy variables
  ...numbered('L', 25), // the logic of conditions
  ...numbered('M', 30), // messages about identity policies
  ...numbered('T', 21), // messages about trust policies
  ...numbered('E', 18), // messages of STS
  'E1b',
  // The experiments of https://github.com/aws/aws-cli/issues/10314
  ...['1', '2', '3', '4a', '4b', '5', '6', '7', '8', '9', '10a', '10b', '11', '11b', '11c'].map(
    (row) => `issue 10314, row ${row}`,
  ),
];

const noParameters = 'AssumeRole of the simulated STS takes no tags and no session policies';
const notReproduced: Readonly<Record<string, string>> = {
  E13: noParameters, // no tags
  E14: noParameters,
  E15: noParameters,
  E16: noParameters, // no session policy
  E17: noParameters,
  M28: 'no simulated call takes tags; users and roles bring theirs from the start',
  T20: 'IAM here is consistent at once: a principal that was just created is known everywhere',
  'issue 10314, row 11':
    'a check of Access Analyzer about two versions of a policy, not a decision',
};

/** Messages of STS whose tests bear the name of the row of table A or E in which the world answers with them. */
const alias: Readonly<Record<string, string>> = {
  E2: 'A24',
  E3: 'A22',
  E10: 'E-16',
  E11: 'E-15',
};

/** Traps that the rows show; those of a test of their own are named in its title. */
const traps: Readonly<Record<string, readonly string[]>> = {
  1: ['A2', 'A3', 'C20'],
  2: ['A1', 'A3'],
  3: ['C10', 'C15', 'trap 3'],
  4: ['trap 4'],
  5: ['A20', 'A21'],
  6: ['E-17', 'E-19', 'E-20', 'E-24'],
  7: ['E-12', 'E-13'],
  8: ['E-14'],
  9: ['H20', 'L6'],
  10: ['F5', 'F6', 'F7'],
  11: ['trap 11'],
  12: ['L12', 'F18', 'G13'],
  13: ['B8', 'B9'],
  14: ['E-30', 'F13'],
  15: ['T6', 'T10', 'T12', 'T13', 'T14'],
  16: ['D5', 'D9', 'D15'],
  17: ['C2', 'C8'],
  18: ['D11', 'D13', 'B12', 'B13'],
  19: ['E-9', 'E-10', 'E8'],
  20: ['E-1'],
  21: ['E1', 'A24'],
  23: ['C22'],
  24: ['trap 24'],
  25: ['F11', 'trap 25'],
  26: ['F34'],
  27: ['H5', 'H14'],
  28: ['issue 10314, row 3', 'issue 10314, row 9'],
  29: ['A5'],
  30: ['trap 30'],
  31: ['G2', 'G6'],
  32: ['A4', 'trap 32'],
};
const trapsNotReproduced: Readonly<Record<string, string>> = {
  22: 'IAM here is consistent at once (see T20)',
};

/** The titles that tests are given, with the first text of each row where a table fills it in. */
function titlesOf(source: string): readonly string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) titles.push(...titlesOfCall(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.Latest));
  return titles;
}

function titlesOfCall({ expression, arguments: [first] }: ts.CallExpression): readonly string[] {
  if (first === undefined || !ts.isStringLiteralLike(first)) return [];
  if (ts.isIdentifier(expression)) {
    return expression.text === 'test' || expression.text === 'describe' ? [first.text] : [];
  }
  const table = tableOf(expression);
  return table === undefined
    ? []
    : rowsOf(table).map((row) => first.text.replace(/%s|\$0/, () => row));
}

/** The list in `test.each([…])(title, …)`. */
function tableOf(called: ts.Expression): ts.ArrayLiteralExpression | undefined {
  if (!ts.isCallExpression(called) || !ts.isPropertyAccessExpression(called.expression)) {
    return undefined;
  }
  const [table] = called.arguments;
  if (called.expression.name.text !== 'each' || table === undefined) return undefined;
  return ts.isArrayLiteralExpression(table) ? table : undefined;
}

const rowsOf = (table: ts.ArrayLiteralExpression): readonly string[] =>
  table.elements.flatMap((row) => {
    const first = ts.isArrayLiteralExpression(row) ? row.elements[0] : row;
    return first !== undefined && ts.isStringLiteralLike(first) ? [first.text] : [''];
  });

/** `A1`, `E-23 (a)`, `E1b`, `trap 4`, and each of `issue 10314, row 3, 10a: …`. */
function idsIn(title: string): readonly string[] {
  const [, experiments = ''] = /^issue 10314, row ([^:]*):/.exec(title) ?? [];
  return [
    ...(title.match(/(?<![\w.-])(?:E1b|(?:E-|[A-HLMTV])\d+)(?=\b|[a-c]\b)/g) ?? []),
    ...(title.match(/\btrap \d+/g) ?? []),
    ...(experiments.match(/\d+[a-c]?/g) ?? []).map((row) => `issue 10314, row ${row}`),
  ];
}

const sources = import.meta.glob<string>('/src/{policy,world}/**/*.test.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const named = new Set(Object.values(sources).flatMap((source) => titlesOf(source).flatMap(idsIn)));

test('every row is named by a test, or by the reason why not', () => {
  expect(
    rows.filter((row) => !named.has(alias[row] ?? row) && !Object.hasOwn(notReproduced, row)),
  ).toEqual([]);
  expect(Object.keys(notReproduced).filter((row) => named.has(row))).toEqual([]);
});

test('every trap is shown by a row, or by the reason why not', () => {
  const listed = { ...traps, ...trapsNotReproduced };
  expect(numbered('', 32).filter((trap) => !Object.hasOwn(listed, trap))).toEqual([]);
  expect(
    Object.values(traps)
      .flat()
      .filter((row) => !named.has(row)),
  ).toEqual([]);
});
