import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { examplePolicy, spanOf } from './example-policy.ts';
import * as examples from './policy-editor.examples.tsx';

// Monaco needs a browser that lays text out: it has its own test there.
vi.mock('./monaco-editor.tsx', () => ({ default: () => <p>Monaco stands here</p> }));

function screenIs(matching: (query: string) => boolean) {
  vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: matching(media),
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    }),
  );
}

test('the plain editor shows the text until Monaco is there', async () => {
  screenIs(() => false);
  // Another file of this worker may have loaded Monaco's part already.
  vi.resetModules();
  const fresh = await import('./policy-editor.examples.tsx');
  render(fresh.editorWithFindings());
  expect(screen.getByRole('textbox')).toHaveValue(examplePolicy);
  expect(await screen.findByText('Monaco stands here')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('a finger or a narrow screen gets the plain editor', () => {
  screenIs((query) => query.includes('pointer: coarse') && query.includes('max-width: 719.98px'));
  render(examples.editorWithFindings());
  expect(screen.getByRole('textbox')).toHaveValue(examplePolicy);
});

test('whoever wants the plain editor has it, and can go back', async () => {
  screenIs(() => false);
  const onPlain = vi.fn();
  render(examples.plainByChoice(undefined, onPlain));
  expect(screen.getByRole('textbox')).toHaveValue(examplePolicy);
  await userEvent.click(screen.getByRole('switch', { name: 'Plain text editor' }));
  expect(onPlain).toHaveBeenCalledWith(false);
});

test('a finding moves the cursor to its place', async () => {
  screenIs(() => false);
  render(examples.plainByChoice());
  await userEvent.click(screen.getByRole('button', { name: /Error 6:34/ }));
  const area = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(area).toHaveFocus();
  expect(area.selectionStart).toBe(spanOf('"s3:ListBukcet"').start);
});

function Edited({ onChange }: { readonly onChange: (text: string) => void }) {
  const [text, setText] = useState(examplePolicy);
  const change = (next: string) => {
    setText(next);
    onChange(next);
  };
  return examples.editorOf(text, change);
}

test('a fix changes the text, keeps the focus near, and can be undone', async () => {
  screenIs(() => false);
  const onChange = vi.fn();
  render(<Edited onChange={onChange} />);
  await userEvent.click(await screen.findByRole('button', { name: /^Fix: there is no action/ }));
  const mended = examplePolicy.replace('s3:ListBukcet', 's3:ListBucket');
  expect(onChange).toHaveBeenLastCalledWith(mended);
  const undo = screen.getByRole('button', { name: 'Undo the fix' });
  expect(undo).toHaveFocus();
  await userEvent.click(undo);
  expect(screen.getByRole('textbox')).toHaveValue(examplePolicy);
  expect(screen.queryByRole('button', { name: 'Undo the fix' })).toBeNull();
});

test('what is typed after a fix is not undone with it', async () => {
  screenIs(() => false);
  render(<Edited onChange={() => undefined} />);
  await userEvent.click(await screen.findByRole('button', { name: /^Fix: there is no action/ }));
  await userEvent.type(screen.getByRole('textbox'), ' ');
  expect(screen.queryByRole('button', { name: 'Undo the fix' })).toBeNull();
});
