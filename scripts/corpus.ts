import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin } from 'vite';

const virtual = 'virtual:corpus';
const resolved = `\0${virtual}`;

/** One file of the published corpus. */
interface CorpusFile {
  readonly name: string;
  readonly cases: number;
}

/** Tells the app which files the published corpus has and how many cases are in each, counted when it is built. */
export function corpus(root: string): Plugin {
  return {
    name: 'corpus',
    resolveId: (id) => (id === virtual ? resolved : undefined),
    load: (id) =>
      id === resolved ? `export default ${JSON.stringify(readCorpus(root))};` : undefined,
  };
}

/** Every `*.json` under `public/corpus` but the schema, by name. */
export function readCorpus(root: string): readonly CorpusFile[] {
  const folder = join(root, 'public', 'corpus');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'schema.json')
    .sort()
    .map((name) => ({ name, cases: countCases(readFileSync(join(folder, name), 'utf8')) }));
}

function countCases(text: string): number {
  const file: unknown = JSON.parse(text);
  const hasCases = typeof file === 'object' && file !== null && 'cases' in file;
  return hasCases && Array.isArray(file.cases) ? file.cases.length : 0;
}
