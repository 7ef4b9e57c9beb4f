import { type Span } from './document.ts';

/** For tests: a text in which `«` and `»` show one place, taken apart. */
export function readMarks(marked: string): { readonly text: string; readonly at: Span } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  if (start < 0 || end < start) throw new Error(`no marks in ${marked}`);
  return { text: marked.replace('«', '').replace('»', ''), at: { start, end } };
}
