import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin } from 'vite';

const virtual = 'virtual:simplified';
const resolved = `\0${virtual}`;

/** One place where the lab departs from AWS, in the words of the comment that marks it. */
interface Simplification {
  /** The layer and folder: `policy/match`. */
  readonly where: string;
  readonly text: string;
}

/** Gives the app the list of everything that is marked `SIMPLIFIED:` in the engine, so that no list can go stale. */
export function simplified(root: string): Plugin {
  return {
    name: 'simplified',
    resolveId: (id) => (id === virtual ? resolved : undefined),
    load: (id) =>
      id === resolved ? `export default ${JSON.stringify(readSimplified(root))};` : undefined,
  };
}

/** Reads the marks from the sources under `src/policy` and `src/world`. */
export function readSimplified(root: string): readonly Simplification[] {
  return ['policy', 'world'].flatMap((layer) =>
    sources(join(root, 'src', layer)).flatMap((file) => marksIn(root, file)),
  );
}

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));

function marksIn(root: string, file: string): readonly Simplification[] {
  const text = readFileSync(file, 'utf8');
  const where = file.slice(join(root, 'src').length + 1).replace(/\/[^/]+$/, '');
  return [...text.matchAll(/SIMPLIFIED: ?/g)].map((mark) => ({
    where,
    text: commentFrom(text, mark.index + mark[0].length),
  }));
}

/** The rest of the comment: up to its end, an empty line of it, or a `@see`. */
function commentFrom(text: string, start: number): string {
  const lines = [];
  const [first = '', ...rest] = text.slice(start).split('\n');
  lines.push(first);
  for (const line of first.includes('*/') ? [] : rest) {
    const inside = /^\s*(?:\*(?!\/)|\/\/)(.*)$/.exec(line)?.[1]?.trim() ?? '';
    if (inside === '' || inside.startsWith('@')) break;
    lines.push(inside);
    if (line.includes('*/')) break;
  }
  return lines
    .join(' ')
    .replace(/\*\/.*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
