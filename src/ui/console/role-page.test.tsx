import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type AwsCall, type Outcome, permissionPoliciesOf } from '#world';
import { ConsoleExample } from './example-console.tsx';
import { exampleWorld, trustRef, withRole } from './example-world.ts';

const done: Outcome = { ok: true, result: {} };
const denied: Outcome = {
  ok: false,
  error: {
    code: 'LimitExceeded',
    status: 409,
    message: 'Cannot exceed quota for PoliciesPerRole: 10',
  },
};
const button = (name: string) => screen.getByRole('button', { name });
const calls = () => vi.fn<(call: AwsCall) => Outcome>(() => done);

test("shows the console's tabs in the console's order", () => {
  render(<ConsoleExample />);
  expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
    'Permissions',
    'Trust relationships',
    'Tags (1)',
    'Last Accessed',
    'Revoke sessions',
  ]);
});

test('what is not changed cannot be saved, and says so', () => {
  render(<ConsoleExample tab="trust" />);
  expect(button('Update policy')).toHaveAttribute('aria-disabled', 'true');
  expect(button('Discard changes')).toBeDisabled();
});

test('a text that AWS would refuse cannot be saved, and says why', async () => {
  const onSave = vi.fn(() => done);
  render(<ConsoleExample tab="trust" onSave={onSave} />);
  await userEvent.type(screen.getByRole('textbox', { name: /Trust policy/ }), 'x');
  expect(button('Update policy')).toHaveAttribute('aria-disabled', 'true');
  expect(
    screen.getAllByText(/AWS would refuse this text with MalformedPolicyDocument/),
  ).not.toEqual([]);
  expect(screen.getByText('Unsaved changes')).toBeVisible();
  fireEvent.click(button('Update policy'));
  expect(onSave).not.toHaveBeenCalled();
});

test('a changed text is saved by its ref, and the page says what that means', async () => {
  const onSave = vi.fn(() => done);
  render(<ConsoleExample tab="trust" onSave={onSave} />);
  await userEvent.type(screen.getByRole('textbox', { name: /Trust policy/ }), ' ');
  await userEvent.click(button('Update policy'));
  expect(onSave).toHaveBeenCalledExactlyOnceWith(trustRef);
  expect(screen.getByText(/sessions that exist go on/)).toBeVisible();
});

test('a refused save shows the error as AWS words it', async () => {
  render(<ConsoleExample tab="trust" onSave={() => denied} />);
  await userEvent.type(screen.getByRole('textbox', { name: /Trust policy/ }), ' ');
  await userEvent.click(button('Update policy'));
  expect(screen.getByText('LimitExceeded (409)')).toBeVisible();
  expect(screen.getByText('Cannot exceed quota for PoliciesPerRole: 10')).toBeVisible();
  await userEvent.click(button('Dismiss this message'));
  expect(screen.queryByText('LimitExceeded (409)')).toBeNull();
});

test('drafts stay when another tab is opened, until they are discarded', async () => {
  render(<ConsoleExample tab="trust" />);
  const trust = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Trust policy/ });
  const saved = trust().value;
  await userEvent.type(trust(), ' draft');
  await userEvent.click(screen.getByRole('tab', { name: 'Permissions' }));
  await userEvent.click(screen.getByRole('tab', { name: 'Trust relationships' }));
  expect(trust()).toHaveValue(`${saved} draft`);
  await userEvent.click(button('Discard changes'));
  expect(trust()).toHaveValue(saved);
});

test('a policy opens onto its text; one of AWS is read only', async () => {
  render(<ConsoleExample />);
  await userEvent.click(button('AmazonDynamoDBReadOnlyAccess'));
  expect(screen.getByRole('textbox', { name: /AmazonDynamoDB/ })).toHaveAttribute('readonly');
  expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
});

test('Remove detaches a managed policy and deletes an inline one', async () => {
  const onCall = calls();
  render(<ConsoleExample onCall={onCall} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select ReadLedger' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select NoDeletes' }));
  await userEvent.click(button('Remove'));
  expect(onCall.mock.calls).toEqual([
    [
      {
        action: 'iam:DetachRolePolicy',
        roleName: 'Ledger',
        policyArn: 'arn:aws:iam::111122223333:policy/ReadLedger',
      },
    ],
    [{ action: 'iam:DeleteRolePolicy', roleName: 'Ledger', policyName: 'NoDeletes' }],
  ]);
});

test('Attach policies lists those that are not attached', async () => {
  const onCall = calls();
  render(<ConsoleExample onCall={onCall} />);
  await userEvent.click(button('Add permissions'));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Attach policies' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.queryByText('ReadLedger')).toBeNull();
  await userEvent.click(dialog.getByRole('checkbox', { name: 'ListBuckets' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Add permissions' }));
  expect(onCall).toHaveBeenCalledExactlyOnceWith({
    action: 'iam:AttachRolePolicy',
    roleName: 'Ledger',
    policyArn: 'arn:aws:iam::111122223333:policy/ListBuckets',
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an inline policy is created when it has a name', async () => {
  const onCall = calls();
  render(<ConsoleExample onCall={onCall} />);
  await userEvent.click(button('Add permissions'));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Create inline policy' }));
  expect(button('Create policy')).toHaveAttribute('aria-disabled', 'true');
  await userEvent.type(screen.getByRole('textbox', { name: 'Policy name' }), 'MyPolicy');
  await userEvent.click(button('Create policy'));
  expect(onCall).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ action: 'iam:PutRolePolicy', policyName: 'MyPolicy' }),
  );
});

test('the policy that decided is opened, on its tab', () => {
  const role = withRole({}).accounts['111122223333'];
  const policies =
    role?.roles.Ledger === undefined ? [] : permissionPoliciesOf(role, role.roles.Ledger);
  const inline = policies.find(({ name }) => name === 'NoDeletes');
  render(<ConsoleExample tab="tags" litRef={inline?.ref} />);
  expect(screen.getByRole('tab', { name: 'Permissions' })).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByRole('textbox', { name: 'Policy NoDeletes' })).toBeVisible();
});

test('the trust policy that decided opens its tab', () => {
  render(<ConsoleExample world={exampleWorld} litRef={trustRef} />);
  expect(screen.getByRole('textbox', { name: /Trust policy/ })).toBeVisible();
});
