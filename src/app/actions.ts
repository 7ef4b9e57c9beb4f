import { useLab } from '#store';

/** What a key does on a lab page. Keys are those of the browser's `KeyboardEvent.key`. */
export interface Action {
  readonly key: string;
  readonly keyName: string;
  readonly title: string;
  readonly run: () => void;
}

const lab = () => useLab.getState();
const end = { entry: Number.MAX_SAFE_INTEGER, step: Number.MAX_SAFE_INTEGER };

/** Each is a button on the page too; the key is only the shorter way. */
export const actions: readonly Action[] = [
  {
    key: ' ',
    keyName: 'Space',
    title: 'Play or pause',
    run: () => (lab().playing ? lab().pause() : lab().play()),
  },
  { key: 'ArrowRight', keyName: '→', title: 'One step forward', run: () => lab().forward() },
  { key: 'ArrowLeft', keyName: '←', title: 'One step back', run: () => lab().back() },
  {
    key: 'Home',
    keyName: 'Home',
    title: 'To the start',
    run: () => lab().goTo({ entry: -1, step: -1 }),
  },
  { key: 'End', keyName: 'End', title: 'To the end', run: () => lab().goTo(end) },
];

/** Whatever takes keys itself keeps them: fields, editors, buttons, sliders, tabs and the diagram. */
const takesKeys =
  'input, textarea, select, button, a, summary, [contenteditable="true"], [role="tab"], [role="slider"], [tabindex]:not(main), .monaco-editor, dialog';

/** Runs the action of a pressed key, when the page itself is meant. With Shift, keys select text or scroll back. */
export function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.defaultPrevented) return;
  if (event.target instanceof Element && event.target.closest(takesKeys)) return;
  const action = actions.find((a) => a.key === event.key);
  if (!action) return;
  event.preventDefault();
  action.run();
}
