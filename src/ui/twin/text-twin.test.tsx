import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import * as examples from './text-twin.examples.tsx';

const row = (name: RegExp) => screen.getByRole('row', { name });

test('says who holds which credentials, and until when', () => {
  render(examples.inTheMiddleOfACall());
  expect(row(/^Bob/)).toHaveTextContent('nothing');
  expect(row(/^Julie/)).toHaveTextContent(
    'access key AKIARTX3GSDS7EXAMPLE, arn:aws:iam::111122223333:user/julie',
  );
  expect(row(/^Woofy/)).toHaveTextContent(
    'role session ASIARTX3GSDS5EXAMPLE, arn:aws:sts::111122223333:assumed-role/DemoRole/emy, expires in 43 min',
  );
  expect(row(/^GitHub: emy\/holiday-photos/)).toHaveTextContent('ASIARTX3GSDS5EXAMPLE');
});

test('says what there is in the account, and leaves out what there is none of', () => {
  render(examples.inTheMiddleOfACall());
  expect(screen.getByRole('heading', { name: 'Account 111122223333, demo' })).toBeVisible();
  expect(screen.getByText(/^DemoRole/)).toHaveTextContent(
    'DemoRole (permissions: AmazonS3ReadOnlyAccess, AWSRevokeOlderSessions)',
  );
  expect(screen.queryByText('tables')).not.toBeInTheDocument();
});

test('marks the moment that is shown, and only it', () => {
  render(examples.inTheMiddleOfACall());
  expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent(
    'S3 looks up the credentials',
  );
});

test('does not tell the ending before it comes', () => {
  render(examples.inTheMiddleOfACall());
  expect(screen.queryByText('S3 returns payroll.csv.')).not.toBeInTheDocument();
  expect(screen.queryByText('allowed')).not.toBeInTheDocument();
  expect(screen.getByText('2 more moments are recorded after this one.')).toBeVisible();
});

test('an entry that came to its end says how it ended, in words', () => {
  render(examples.atTheEnd());
  const woofy = screen.getByText(/Woofy calls s3:GetObject/).closest('li') ?? document.body;
  expect(within(woofy).getByText('allowed')).toBeVisible();
  expect(screen.queryByText(/recorded after/)).not.toBeInTheDocument();
});

test('before anything was played, it says so', () => {
  render(examples.beforeAnything());
  expect(screen.getByText('Nothing yet.')).toBeVisible();
  expect(screen.getByText('9 more moments are recorded after this one.')).toBeVisible();
});

test('copies the same as text', async () => {
  const user = userEvent.setup();
  render(examples.atTheEnd());
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  expect(await screen.findByText('Copied')).toBeVisible();
  const text = await navigator.clipboard.readText();
  expect(text).toContain('It is 17:22:10 UTC.');
  expect(text).toContain(
    '- Bob (has a user in the account, calls from 203.0.113.23)\n  holds nothing',
  );
  expect(text).toContain('1. Bob calls sts:AssumeRole for DemoRole [not allowed]');
  expect(text).toContain('   - S3 returns payroll.csv. <- now');
});
