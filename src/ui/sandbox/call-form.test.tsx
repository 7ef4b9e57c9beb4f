import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import * as examples from './call-form.examples.tsx';

const field = (name: string | RegExp) => screen.getByLabelText(name);
const choose = (label: string, option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name: label }), option);
const send = () => userEvent.click(screen.getByRole('button', { name: 'Send the request' }));
const spy = () => vi.fn<() => undefined>();

test('begins with a call that can be sent at once, signed by what the person got last', async () => {
  const onCall = spy();
  render(examples.everybody({ onCall }));
  await send();
  expect(onCall.mock.calls).toEqual([
    [
      'julie',
      { type: 'key', accessKeyId: 'ASIARTX3GSDSWEXAMPLE' },
      {
        action: 'sts:AssumeRole',
        roleArn: 'arn:aws:iam::111122223333:role/DataRole',
        roleSessionName: 'julie',
      },
    ],
  ]);
});

test('anybody can call anything with whatever they hold', async () => {
  const onCall = spy();
  render(examples.everybody({ onCall }));
  await choose('Who', 'Bob');
  await choose('Action', 's3:GetObject');
  await userEvent.clear(field('Key'));
  await userEvent.type(field('Key'), 'plan.txt');
  await send();
  expect(onCall.mock.calls).toEqual([
    [
      'bob',
      { type: 'key', accessKeyId: 'AKIARTX3GSDS4EXAMPLE' },
      { action: 's3:GetObject', bucket: 'acme-reports', key: 'plan.txt' },
    ],
  ]);
});

test('the credentials are those of the person', async () => {
  const onCall = spy();
  render(examples.everybody({ onCall }));
  const options = () =>
    [...screen.getByRole<HTMLSelectElement>('combobox', { name: 'Signs with' }).options].map(
      (option) => option.text,
    );
  expect(options()).toEqual(['role session DataRole/julie', 'access key julie']);
  await choose('Signs with', 'access key julie');
  await send();
  expect(onCall.mock.lastCall).toContainEqual({
    type: 'key',
    accessKeyId: 'AKIARTX3GSDS7EXAMPLE',
  });
  await choose('Who', 'woofy');
  expect(options()).toEqual(['nothing: an unsigned request']);
});

test('who has no credentials can still send a request', async () => {
  const onCall = spy();
  const choiceOf = vi.fn(() => ({ type: 'own' }) as const);
  render(examples.withoutCredentials({ onCall, choiceOf }));
  await choose('Action', 's3:ListAllMyBuckets');
  await send();
  expect(choiceOf).toHaveBeenCalledExactlyOnceWith('');
  expect(onCall.mock.calls).toEqual([
    ['woofy', { type: 'own' }, { action: 's3:ListAllMyBuckets' }],
  ]);
});

test('a person who has gone does not call any more', async () => {
  const onCall = spy();
  const { rerender } = render(examples.everybody({ onCall }));
  await choose('Action', 'sts:GetCallerIdentity');
  rerender(examples.afterJulieHasGone({ onCall }));
  expect(screen.getByRole('combobox', { name: 'Who' })).toHaveDisplayValue('Bob');
  await send();
  expect(onCall.mock.calls).toEqual([
    [
      'bob',
      { type: 'key', accessKeyId: 'AKIARTX3GSDS4EXAMPLE' },
      { action: 'sts:GetCallerIdentity' },
    ],
  ]);
});

test('a field that is not required says so, and a number is sent as one', async () => {
  const onCall = spy();
  render(examples.everybody({ onCall }));
  await choose('Action', 'sts:GetSessionToken');
  const duration = field(/Duration in seconds \(optional\)/);
  expect(duration).not.toBeRequired();
  await userEvent.type(duration, '900');
  await send();
  expect(onCall.mock.lastCall).toContainEqual({
    action: 'sts:GetSessionToken',
    durationSeconds: 900,
  });
});

test('a required field that is empty is not sent', async () => {
  const onCall = spy();
  render(examples.everybody({ onCall }));
  await userEvent.clear(field('Role ARN'));
  await send();
  expect(onCall).not.toHaveBeenCalled();
  expect(field('Role ARN')).toBeInvalid();
});

test('no field takes more than a lesson can be kept with', async () => {
  render(examples.everybody());
  expect(field('Role ARN')).toHaveAttribute('maxlength', '2048');
  await choose('Action', 's3:PutBucketPolicy');
  expect(field('Policy document')).toHaveAttribute('maxlength', '131072');
});

test('a policy document has room for its lines', async () => {
  render(examples.everybody());
  await choose('Action', 's3:PutBucketPolicy');
  expect(field('Policy document').tagName).toBe('TEXTAREA');
  expect(field('Policy document')).toHaveValue('{ "Version": "2012-10-17" }');
});

test('says what AWS answered', async () => {
  render(examples.everybody());
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  await send();
  expect(screen.getByRole('status')).toHaveTextContent(
    '✓allowed{ "Arn": "arn:aws:iam::111122223333:user/julie" }',
  );
});

test('says why AWS refused', async () => {
  render(examples.willBeRefused());
  await send();
  expect(screen.getByRole('status')).toHaveTextContent('✕AccessDeniedUser: bob is not authorized');
});
