import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { exampleLight, examplePolicy, spanOf } from './example-policy.ts';
import { PlainEditor } from './plain-editor.tsx';
import * as examples from './policy-editor.examples.tsx';

const base = {
  label: 'Policy',
  policyRef: 'a',
  diagnostics: [],
  lights: [exampleLight],
  readOnly: false,
  onChange: () => undefined,
  onSave: () => undefined,
};

function Typed({ onChange }: { readonly onChange: (text: string) => void }) {
  const [text, setText] = useState('{}');
  const change = (next: string) => {
    setText(next);
    onChange(next);
  };
  return <PlainEditor {...base} text={text} lights={[]} onChange={change} />;
}

test('tells what is typed', async () => {
  const onChange = vi.fn();
  render(<Typed onChange={onChange} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Policy' }), ' x');
  expect(onChange).toHaveBeenLastCalledWith('{} x');
});

test('Tab leaves the editor and types nothing', async () => {
  const onChange = vi.fn();
  render(
    <>
      <Typed onChange={onChange} />
      <button>after</button>
    </>,
  );
  await userEvent.tab();
  expect(screen.getByRole('textbox')).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'after' })).toHaveFocus();
  expect(onChange).not.toHaveBeenCalled();
});

test.each(['{Control>}s{/Control}', '{Meta>}s{/Meta}'])('%s saves', async (keys) => {
  const onSave = vi.fn();
  render(<PlainEditor {...base} text="{}" lights={[]} onSave={onSave} />);
  await userEvent.type(screen.getByRole('textbox'), keys);
  expect(onSave).toHaveBeenCalledOnce();
});

test('says in words what a light shows', () => {
  render(<PlainEditor {...base} text={examplePolicy} />);
  expect(screen.getByRole('textbox')).toHaveAccessibleDescription(/Lines 9–13 denied the request/);
});

test('a jump selects the place', () => {
  const at = spanOf('s3:ListBukcet');
  const { rerender } = render(<PlainEditor {...base} text={examplePolicy} />);
  rerender(<PlainEditor {...base} text={examplePolicy} jump={{ to: at }} />);
  const area = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(area).toHaveFocus();
  expect([area.selectionStart, area.selectionEnd]).toEqual([at.start, at.end]);
});

test('tells where the caret is while it has the focus', () => {
  const onCaret = vi.fn();
  render(<PlainEditor {...base} text="{}" lights={[]} onCaret={onCaret} />);
  const area = screen.getByRole('textbox');
  fireEvent.focus(area);
  expect(onCaret).toHaveBeenLastCalledWith(expect.any(Number));
  fireEvent.blur(area);
  expect(onCaret).toHaveBeenLastCalledWith(undefined);
});

test('a policy that cannot be edited can be read', () => {
  render(examples.readOnlyPolicy());
  expect(screen.getByRole('textbox')).toHaveAttribute('readonly');
});
