import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type OnReveal } from './reveal.ts';
import * as examples from './trace.examples.tsx';

const gate = (name: string) => {
  const details = screen.getByText(name).closest('details');
  if (details === null) throw new Error(`no gate is called ${name}`);
  return details;
};

test('says first which rule decided, in AWS’s term and in words', () => {
  render(examples.revoked());
  expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent(
    /Explicit deny Refused: statement 1 of the policy "AWSRevokeOlderSessions" denies it/,
  );
  expect(screen.getByText(/A deny that applies always wins/)).toBeVisible();
});

test('keeps AWS’s own message apart, under a heading of its own', () => {
  render(examples.notTrusted());
  const answer = screen.getByRole('region', { name: 'What AWS answers' });
  expect(answer).toHaveTextContent('user/bob is not authorized to perform: sts:AssumeRole');
  expect(answer).toHaveTextContent('The explanation comes from this simulator');
});

test('an allowed call shows what AWS returns', () => {
  render(examples.allowed());
  const answer = screen.getByRole('region', { name: 'What AWS returns' });
  expect(answer).toHaveTextContent('ASIARTX3GSDSWEXAMPLE');
  expect(answer).not.toHaveTextContent('simulator');
});

test('lists the gates in AWS’s order, the deciding one open and marked', () => {
  render(examples.everyGateInPlay());
  const list = screen.getByRole('region', { name: 'What was asked, in AWS’s order' });
  const names = [
    'resource control policies',
    'service control policies',
    'resource-based policy',
    'identity policies',
    'permissions boundary',
    'session policy',
  ];
  const shown = within(list).getAllByText((_, element) =>
    names.includes(element?.textContent ?? ''),
  );
  expect(shown.map((element) => element.textContent)).toEqual(names);
  expect(gate('session policy')).toHaveAttribute('open');
  expect(gate('session policy')).toHaveTextContent('this decided');
  expect(gate('identity policies')).not.toHaveAttribute('open');
  expect(screen.queryByText(/Not in play/)).not.toBeInTheDocument();
});

test('calls a role’s resource-based policy its trust policy, and folds the absent gates', () => {
  render(examples.notTrusted());
  expect(gate('trust policy')).toHaveTextContent('does not allow');
  expect(screen.getByText(/^Not in play/)).toHaveTextContent(
    'Not in play: resource control policies, service control policies, permissions boundary, session policy.',
  );
});

test('a gate whose silence decides nothing is said to say nothing', () => {
  render(examples.allowed());
  expect(gate('trust policy')).toHaveTextContent('allows');
  expect(gate('identity policies')).toHaveTextContent('says nothing');
});

test('a statement that does not apply names the element that failed', () => {
  render(examples.notTrusted());
  expect(
    screen.getByRole('button', { name: /this Allow does not apply: Principal/ }),
  ).toBeInTheDocument();
});

test('lights the text of a statement', async () => {
  const onReveal = vi.fn<OnReveal>();
  render(examples.notTrusted(onReveal));
  await userEvent.click(screen.getByRole('button', { name: /this Allow does not apply/ }));
  expect(onReveal).toHaveBeenCalledExactlyOnceWith('trust/DemoRole', { start: 60, end: 440 });
});

test('lights the text of an element, which shows what was asked for and what was there', async () => {
  const onReveal = vi.fn<OnReveal>();
  render(examples.revoked(onReveal));
  const condition = screen.getByRole('button', { name: /DateLessThan aws:TokenIssueTime/ });
  expect(condition).toHaveTextContent('the request has 2026-11-23T17:05:02Z');
  expect(condition).toHaveTextContent('the policy names 2026-11-23T17:12:40.695Z ✓ matches');
  await userEvent.click(condition);
  expect(onReveal).toHaveBeenCalledExactlyOnceWith('role-inline/DemoRole/AWSRevokeOlderSessions', {
    start: 320,
    end: 390,
  });
});

test('marks the row whose text is lit, and no other', () => {
  render(examples.conditionIsLit());
  expect(screen.getByRole('button', { current: true })).toHaveTextContent('aws:TokenIssueTime');
});

test('names the condition keys that the request does not carry, as the policy spells them', () => {
  render(examples.missingKey());
  const keys = screen.getByRole('list', { name: 'Condition keys that the request does not carry' });
  expect(keys).toHaveTextContent('aws:MultiFactorAuthPresent');
  expect(
    screen.getByRole('button', {
      name: /Bool aws:MultiFactorAuthPresent.*the request has no such key/,
    }),
  ).toHaveTextContent('does not hold');
});

test('and says which requests would carry them', async () => {
  render(examples.missingKey());
  const link = await screen.findByRole('link', { name: 'AWS’s page on this' });
  expect(link).toHaveAttribute(
    'href',
    expect.stringMatching(/#condition-keys-multifactorauthpresent$/),
  );
  expect(link.closest('li')).toHaveTextContent(
    /^aws:MultiFactorAuthPresent: only temporary credentials.* say whether MFA was used/,
  );
});

test('counts values where there are too many to read', () => {
  render(examples.everyGateInPlay());
  const action = screen.getByRole('button', { name: /does not hold Action/ });
  expect(action).toHaveTextContent('dynamodb:Operation6 ✕ no match');
  expect(action).not.toHaveTextContent('dynamodb:Operation7');
  expect(action).toHaveTextContent('and 14 more');
});

test.each([
  ['expired credentials', examples.expired, /credentials have expired/],
  ['no credentials', examples.noCredentials, /carries no credentials/],
  ['an unknown key', examples.unknownKey, /does not know this access key/],
  ['a deactivated key', examples.inactiveKey, /deactivated/],
  ['a deleted role', examples.roleDeleted, /no longer exists/],
  ['a request that is not acceptable', examples.badRequest, /not acceptable/],
])('with %s, no policy was asked, and it says so', (_, example, headline) => {
  render(example());
  expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent(headline);
  expect(screen.getByText('No policy was asked')).toBeVisible();
  expect(screen.getByRole('region', { name: 'What AWS answers' })).toBeVisible();
  expect(screen.queryByText(/in AWS’s order/)).not.toBeInTheDocument();
});
