import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { spanOf } from './example-policy.ts';
import * as examples from './policy-editor.examples.tsx';

test('counts by class, in the order of the strip in AWS', () => {
  render(examples.findingsAndRefusal());
  expect(screen.getByRole('status')).toHaveTextContent(
    'Security: 1Errors: 1Warnings: 0Suggestions: 0',
  );
});

test('a finding says its class, place, message and fix, and leads to the place', async () => {
  const onGoTo = vi.fn();
  render(examples.findingsAndRefusal(onGoTo));
  await userEvent.click(
    screen.getByRole('button', {
      name: /^Error 6:34 there is no action s3:ListBukcet\s*→ did you mean s3:ListBucket/,
    }),
  );
  expect(onGoTo).toHaveBeenCalledWith(spanOf('"s3:ListBukcet"'));
});

test('a finding teaches why on demand, and names the page of AWS’s', async () => {
  render(examples.findingsAndRefusal());
  const why = screen.getByText(/^AWS saves any name of an action/);
  expect(why).not.toBeVisible();
  await userEvent.click(screen.getByText(/^Why/, { selector: 'li:last-child summary' }));
  expect(why).toBeVisible();
  expect(within(why).getByRole('link')).toHaveAttribute(
    'href',
    expect.stringContaining('https://docs.aws.amazon.com/service-authorization/'),
  );
});

test('a finding whose change is mechanical offers to make it', async () => {
  const onEdit = vi.fn();
  render(examples.findingsAndRefusal(undefined, onEdit));
  await userEvent.click(screen.getByRole('button', { name: /^Fix: there is no action/ }));
  expect(onEdit).toHaveBeenCalledWith({ at: spanOf('"s3:ListBukcet"'), text: '"s3:ListBucket"' });
  expect(screen.getAllByRole('button', { name: /^Fix/ })).toHaveLength(1);
});

test('while the words are under way a finding says its class and place', () => {
  render(examples.wordsUnderWay());
  expect(screen.getByRole('button', { name: 'Error 6:34' })).toBeVisible();
  expect(screen.queryByText(/^Why/)).toBeNull();
});

test('what AWS would answer stands apart from the findings, word for word', () => {
  render(examples.findingsAndRefusal());
  expect(screen.getByText('If you save this, AWS will answer:')).toBeVisible();
  expect(screen.getByText('MalformedPolicyDocument (400): Syntax errors in policy.')).toBeVisible();
});

test('of very many findings the first are listed', () => {
  render(examples.veryManyFindings());
  expect(screen.getAllByRole('listitem')).toHaveLength(200);
  expect(screen.getByText('50 more are not listed.')).toBeVisible();
});

test('without findings there are only the counts', () => {
  render(examples.nothingFound());
  expect(screen.getByRole('status')).toHaveTextContent('Errors: 0');
  expect(screen.queryByRole('button')).toBeNull();
});
