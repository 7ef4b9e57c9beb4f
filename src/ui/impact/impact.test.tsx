import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import * as examples from './impact.examples.tsx';

const row = (name: RegExp) => screen.getByRole('row', { name });

test('is a table with a caption and a header for every column and person', () => {
  render(examples.before());
  expect(screen.getByRole('table', { name: /GetObject on demo-bucket/ })).toBeVisible();
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual([
    'who',
    'right now with what they hold',
    'if they asked again a new AssumeRole',
  ]);
  expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual([
    'Bob',
    'Julie',
    'Emy',
    'Woofy',
  ]);
});

test('without a state before, nothing is marked as changed', () => {
  render(examples.before());
  expect(screen.queryByText(/was:/)).not.toBeInTheDocument();
  expect(screen.queryByText(/lose|Lost/)).not.toBeInTheDocument();
});

test('says who lost what and who gained before one reads a cell', () => {
  render(examples.afterRevoking());
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '▼ Lost right now: Julie, Emy, Woofy',
    '◷ Only later if they asked again: Julie',
    '▲ Gained if they asked again: Bob',
  ]);
});

test('a changed cell says what it was, an unchanged one does not', () => {
  render(examples.afterRevoking());
  const [now, again] = within(row(/^Emy/)).getAllByRole('cell');
  expect(now).toHaveTextContent('✕ refused, was: works');
  expect(again).toHaveTextContent('✓ works');
  expect(again).not.toHaveTextContent('was');
});

test('has a word for waiting and for having nothing to use', () => {
  render(examples.afterRevoking());
  expect(row(/^Julie/)).toHaveTextContent('later, was: works');
  expect(row(/^Bob/)).toHaveTextContent('nothing to use');
});

test('an edit that takes nothing from anybody says so', () => {
  render(examples.nobodyLoses());
  expect(screen.getByText('Nobody loses or gains anything.')).toBeVisible();
});

test('a cell opens the decision behind it', async () => {
  const onOpen = vi.fn();
  render(examples.afterRevoking(onOpen));
  await userEvent.click(
    within(row(/^Woofy/)).getByRole('button', { name: /refused, was: works.*denies/ }),
  );
  expect(onOpen).toHaveBeenCalledOnce();
});

test('a comparison has a heading, a verdict, a table and a sentence for each containment', () => {
  render(examples.threeContainments());
  const trust = screen.getByRole('article', { name: 'Take Emy out of the trust policy' });
  expect(within(trust).getByRole('heading', { level: 4 })).toBeVisible();
  expect(trust).toHaveTextContent('does not stop Woofy');
  expect(within(trust).getByRole('table')).toHaveAccessibleName('Take Emy out of the trust policy');
  expect(trust).toHaveTextContent('Woofy goes on until the session expires');
  expect(screen.getAllByRole('article')).toHaveLength(3);
});

test('a comparison gives the reasons cell by cell', () => {
  render(examples.threeContainments());
  const revoke = screen.getByRole('article', { name: 'Revoke active sessions' });
  expect(within(revoke).getByText('Woofy, right now: refused.').closest('li')).toHaveTextContent(
    'AWSRevokeOlderSessions denies what was issued before 17:12:40.',
  );
});
