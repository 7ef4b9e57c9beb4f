import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Outcome } from '#world';
import * as examples from './console-page.examples.tsx';
import { ConsoleExample } from './example-console.tsx';

test('an insider has an identity, policies of groups too, and credentials with a hidden secret', async () => {
  render(examples.insider());
  expect(screen.getByText('arn:aws:iam::111122223333:user/emy')).toBeVisible();
  expect(screen.getByText('team = ledger')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'AskSts' }));
  expect(screen.getByRole('textbox', { name: 'Policy AskSts' })).not.toHaveAttribute('readonly');
  const held = within(screen.getByRole('table', { name: 'Credentials that Emy holds' }));
  expect(held.getByText(/^AKIA/)).toBeVisible();
  expect(held.getByText('Secret ••••••••')).toBeVisible();
});

test('an outsider has no identity in the account', () => {
  render(examples.outsider());
  expect(screen.getByText(/Woofy has no identity in this account/)).toBeVisible();
  expect(screen.getByText('Woofy holds no credentials.')).toBeVisible();
});

test('a bucket without a policy can be given one', async () => {
  const onSave = vi.fn((): Outcome => ({ ok: true, result: {} }));
  render(<ConsoleExample place="bucket:ledger" onSave={onSave} />);
  expect(screen.getByText('2026-11.csv')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Create bucket policy' }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('arn:aws:s3:::ledger/*');
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  expect(onSave).toHaveBeenCalledExactlyOnceWith('bucket|111122223333|ledger');
});

test('a service that was not called says so; one that was says when', () => {
  render(examples.roleLastAccessed());
  const row = screen.getByRole('row', { name: /Amazon S3/ });
  expect(row).toHaveTextContent('1 h ago');
});

test('a message does not outlive the page that it is about', async () => {
  const onCall = (): Outcome => ({ ok: true, result: {} });
  const { rerender } = render(<ConsoleExample tab="revoke" onCall={onCall} />);
  await userEvent.click(screen.getByRole('button', { name: 'Revoke active sessions' }));
  await userEvent.click(screen.getByRole('checkbox'));
  await userEvent.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Revoke active sessions' }),
  );
  expect(screen.getByText(/issued before the cut-off/)).toBeVisible();
  rerender(<ConsoleExample tab="revoke" onCall={onCall} place="sts" />);
  expect(screen.queryByText(/issued before the cut-off/)).toBeNull();
});

test('what does not exist at this moment is said to be gone', () => {
  render(examples.roleThatIsGone());
  expect(screen.getByText(/at this moment of the run/)).toBeVisible();
});

test('the dark theme is given to Cloudscape', () => {
  const { rerender } = render(<ConsoleExample place="github" theme="dark" />);
  expect(document.body).toHaveClass('awsui-dark-mode');
  rerender(<ConsoleExample place="github" theme="light" />);
  expect(document.body).not.toHaveClass('awsui-dark-mode');
});
