import { compileGlob, type TextTest } from '../match/wildcard.ts';
import { listed } from './listed.ts';

/** What is found by patterns that a text fits. */
export interface PatternIndex<T> {
  readonly add: (pattern: string, item: T) => void;
  /** In no order that matters; an item that was added under two such patterns is there twice. */
  readonly find: (text: string) => readonly T[];
}

interface Entry<T> {
  readonly fits: TextTest;
  readonly items: T[];
}

/** Patterns that have as many letters before their first wildcard, and as many after their last. */
interface Shape<T> {
  readonly before: number;
  readonly after: number;
  readonly byEnds: Map<string, Entry<T>[]>;
}

/**
 * Finds without asking every pattern: those without wildcards by the whole text, the others by their two ends. A
 * text is cut once for each shape, and there are no more shapes than pairs of such lengths, however many patterns
 * there are. Only patterns that share both ends (`*a*` and `*b*`) are asked one by one.
 */
export function patternIndex<T>(): PatternIndex<T> {
  const plain = new Map<string, T[]>();
  const withWildcards = new Map<string, Entry<T>>();
  const shapes = new Map<string, Shape<T>>();
  const enter = (pattern: string): Entry<T> => {
    const entry = { fits: compileGlob([{ text: pattern, fixed: false }]), items: [] };
    withWildcards.set(pattern, entry);
    const ends = endsOf(pattern);
    listed(shapeFor(ends, shapes).byEnds, ends.join('\n')).push(entry);
    return entry;
  };
  return {
    add: (pattern, item) => {
      if (wildcards.test(pattern)) (withWildcards.get(pattern) ?? enter(pattern)).items.push(item);
      else listed(plain, pattern).push(item);
    },
    find: (text) => {
      const found = [...(plain.get(text) ?? [])];
      for (const shape of shapes.values()) {
        for (const { fits, items } of entriesFor(text, shape)) if (fits(text)) found.push(...items);
      }
      return found;
    },
  };
}

const wildcards = /[*?]/;

type Ends = readonly [before: string, after: string];

/** What stands before a pattern's first wildcard, and after its last. */
function endsOf(pattern: string): Ends {
  const last = Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?'));
  return [pattern.slice(0, pattern.search(wildcards)), pattern.slice(last + 1)];
}

function shapeFor<T>([{ length: before }, { length: after }]: Ends, shapes: Map<string, Shape<T>>) {
  const name = `${before} ${after}`;
  const shape = shapes.get(name) ?? { before, after, byEnds: new Map<string, Entry<T>[]>() };
  shapes.set(name, shape);
  return shape;
}

function entriesFor<T>(text: string, { before, after, byEnds }: Shape<T>): readonly Entry<T>[] {
  const [start, end] = [text.slice(0, before), text.slice(Math.max(text.length - after, 0))];
  return byEnds.get(`${start}\n${end}`) ?? [];
}
