import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleKeys } from '../kit/sample-world.ts';
import * as examples from './sessions.examples.tsx';

const row = (key: string) => screen.getByRole('row', { name: (name) => name.includes(key) });

test('lists sessions, newest first, and no long-term key', () => {
  render(examples.afterRevocation());
  expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual([
    'arn:aws:sts::111122223333:assumed-role/DemoRole/julierole session',
    'arn:aws:sts::111122223333:assumed-role/DemoRole/emyrole session',
    'arn:aws:sts::111122223333:assumed-role/DemoRole/emyrole session',
  ]);
});

test('a leaked session shows every holder, the public repository among them', () => {
  render(examples.afterRevocation());
  const holders = within(row(sampleKeys.emySession)).getAllByRole('listitem');
  expect(holders.map((holder) => holder.textContent)).toEqual([
    'Emy',
    'Woofy',
    '⚠ GitHub, public: emy/holiday-photos',
  ]);
});

test('expiry counts on the simulated clock', () => {
  render(examples.afterRevocation());
  expect(row(sampleKeys.julieSession)).toHaveTextContent('18:19:10in 57 min');
  expect(row(sampleKeys.oldSession)).toHaveTextContent('16:34:1048 min ago');
});

test('tells revoked from expired', () => {
  render(examples.afterRevocation());
  expect(row(sampleKeys.julieSession)).toHaveTextContent('valid');
  expect(row(sampleKeys.emySession)).toHaveTextContent('revokedissued before the cut-off');
  expect(row(sampleKeys.oldSession)).toHaveTextContent('expiredrefused before any policy');
});

test('says with which key a session was asked for', () => {
  render(examples.afterRevocation());
  expect(row(sampleKeys.emySession)).toHaveTextContent(`asked for with ${sampleKeys.emy}`);
});

test('without sessions, says so', () => {
  render(examples.nobodyHasASession());
  expect(screen.getByText(/nobody has assumed a role/)).toBeVisible();
});
