import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import * as examples from './deeds-form.examples.tsx';

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name: label }), option);

test.each([
  ['Wait 1 minute', 60],
  ['Wait 15 minutes', 900],
  ['Wait 1 hour', 3600],
])('%s', async (name, seconds) => {
  const onWait = vi.fn();
  render(examples.nobodyHoldsAnything({ onWait }));
  await press(name);
  expect(onWait.mock.calls).toEqual([[seconds]]);
});

test('publishes credentials by the hand that was chosen, though two hold the same key', async () => {
  const onLeak = vi.fn();
  render(examples.afterALeak({ onLeak }));
  await press('Commit to a public repository');
  await choose('Credentials', 'Julie: role session DataRole/emy');
  await press('Commit to a public repository');
  expect(onLeak.mock.calls).toEqual([
    ['emy', 'ASIARTX3GSDSWEXAMPLE'],
    ['julie', 'ASIARTX3GSDSWEXAMPLE'],
  ]);
});

test('the outsider, who comes last, is the one who copies unless another is chosen', async () => {
  const onCopy = vi.fn();
  render(examples.afterALeak({ onCopy }));
  await press('Copy them');
  await choose('Who copies', 'Bob');
  await choose('Published credentials', 'access key emy');
  await press('Copy them');
  expect(onCopy.mock.calls).toEqual([
    ['woofy', 'ASIARTX3GSDSWEXAMPLE'],
    ['bob', 'AKIARTX3GSDS4EXAMPLE'],
  ]);
});

test('what is not there cannot be copied', () => {
  render(examples.nothingIsPublished());
  expect(screen.queryByRole('button', { name: 'Copy them' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Commit to a public repository' })).toBeVisible();
});

test('what nobody holds cannot be published', () => {
  render(examples.nobodyHoldsAnything());
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
    'Wait 1 minute',
    'Wait 15 minutes',
    'Wait 1 hour',
  ]);
});

test('a choice that is gone gives way to what is there', async () => {
  const onLeak = vi.fn();
  const { rerender } = render(examples.afterALeak({ onLeak }));
  await choose('Credentials', 'Julie: role session DataRole/emy');
  rerender(
    examples.afterALeak({
      onLeak,
      holdings: [{ by: 'bob', id: 'AKIARTX3GSDS7EXAMPLE', title: 'Bob: access key bob' }],
    }),
  );
  await press('Commit to a public repository');
  expect(onLeak.mock.calls).toEqual([['bob', 'AKIARTX3GSDS7EXAMPLE']]);
});
