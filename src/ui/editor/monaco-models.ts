import { editor } from 'monaco-editor/editor';
import { policyLanguage } from './policy-language.ts';

type Model = editor.ITextModel;

/** Texts with their undo history, one a policy, the longest unused first. */
const models = new Map<string, Model>();
const mostKept = 40;

/** The model of a policy: the one that was there before, with its undo history, or a new one. */
export function modelOf(policyRef: string, text: string): Model {
  const known = models.get(policyRef);
  if (known !== undefined && !known.isDisposed()) {
    models.delete(policyRef);
    models.set(policyRef, known);
    return known;
  }
  const model = editor.createModel(text, policyLanguage);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  models.set(policyRef, model);
  dropOldest();
  return model;
}

function dropOldest() {
  for (const [ref, model] of models) {
    if (models.size <= mostKept) return;
    if (model.isAttachedToEditor()) continue;
    models.delete(ref);
    model.dispose();
  }
}

/** Makes the model say `text`, as one edit that can be undone, touching only what differs. */
export function bringTo(model: Model, text: string): void {
  const before = model.getValue();
  // Monaco keeps one sort of line ending in a model: a text that differs in nothing else is the same.
  const eol = model.getEOL();
  const after = text.replace(/\r\n|\r|\n/g, eol);
  if (before === after) return;
  const start = commonStart(before, after, eol);
  const end = commonEnd(before, after, start);
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(before.length - end);
  const range = {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
  model.pushStackElement();
  model.pushEditOperations(
    [],
    [{ range, text: after.slice(start, after.length - end) }],
    () => null,
  );
  model.pushStackElement();
}

function commonStart(a: string, b: string, eol: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  // Never in the middle of a two-character line ending.
  return eol.length === 2 && a[length - 1] === '\r' ? length - 1 : length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return a[a.length - length] === '\n' && a[a.length - length - 1] === '\r' ? length - 1 : length;
}
