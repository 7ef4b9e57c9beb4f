import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import {
  type AwsCall,
  type Outcome,
  revocationPolicy,
  revocationPolicyName,
  simTime,
} from '#world';
import { ConsoleExample } from './example-console.tsx';
import { exampleWorld, usedAnHourAgo, withRole } from './example-world.ts';

const calls = () => vi.fn<(call: AwsCall) => Outcome>(() => ({ ok: true, result: {} }));

test('revoking asks for an acknowledgement and then writes the policy that it showed', async () => {
  const onCall = calls();
  render(<ConsoleExample tab="revoke" onCall={onCall} />);
  await userEvent.click(screen.getByRole('button', { name: 'Revoke active sessions' }));
  const dialog = within(screen.getByRole('dialog'));
  const confirm = dialog.getByRole('button', { name: 'Revoke active sessions' });
  expect(confirm).toBeDisabled();
  expect(dialog.getByLabelText('Policy to be written')).toHaveTextContent(
    '"aws:TokenIssueTime": "2026-11-23T17:12:40.695Z"',
  );
  await userEvent.click(
    dialog.getByRole('checkbox', {
      name: 'I acknowledge that I am revoking all active sessions for this role.',
    }),
  );
  await userEvent.click(confirm);
  expect(onCall).toHaveBeenCalledExactlyOnceWith({
    action: 'iam:PutRolePolicy',
    roleName: 'Ledger',
    policyName: revocationPolicyName,
    policyDocument: revocationPolicy(simTime(exampleWorld.now + 30_000)),
  });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText(/issued before the cut-off are denied/)).toBeVisible();
});

test('cancelling writes nothing', async () => {
  const onCall = calls();
  render(<ConsoleExample tab="revoke" onCall={onCall} />);
  await userEvent.click(screen.getByRole('button', { name: 'Revoke active sessions' }));
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCall).not.toHaveBeenCalled();
});

test('a revoked role shows its cut-off and how to undo it', async () => {
  const onCall = calls();
  const inline = { [revocationPolicyName]: { text: revocationPolicy(usedAnHourAgo) } };
  render(<ConsoleExample tab="revoke" onCall={onCall} world={withRole({ inline })} />);
  expect(screen.getByText('2026-11-23T16:12:10.695Z')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: `Delete ${revocationPolicyName}` }));
  expect(onCall).toHaveBeenCalledExactlyOnceWith({
    action: 'iam:DeleteRolePolicy',
    roleName: 'Ledger',
    policyName: revocationPolicyName,
  });
});
