import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import * as examples from './trail.examples.tsx';

const events = () =>
  screen.getAllByRole('rowheader').map((header) => header.textContent.replace('▸', '').trim());

test('shows the newest record first, with who called, from where and what went wrong', () => {
  render(examples.leak());
  expect(events()).toEqual(['GetObject s3', 'GetObject s3', 'AssumeRole sts', 'AssumeRole sts']);
  const bob = screen.getByRole('row', { name: /user\/bob/ });
  expect(bob).toHaveTextContent('17:02:31');
  expect(bob).toHaveTextContent('AKIARTX3GSDS3EXAMPLE');
  expect(bob).toHaveTextContent('203.0.113.23');
  expect(bob).toHaveTextContent('AccessDenied');
});

test('Woofy’s record differs from Emy’s in the address, and that is pointed out', () => {
  render(examples.leak());
  const [woofy, emy] = screen.getAllByRole('row', { name: /assumed-role\/DemoRole\/emy/ });
  expect(woofy).toHaveTextContent('198.51.100.66⚠ new address for this key');
  expect(emy).not.toHaveTextContent('new address');
});

test('names the service where a service calls', () => {
  render(examples.aService());
  expect(screen.getAllByRole('cell')[1]).toHaveTextContent('ec2.amazonaws.com');
});

test('filters by any text of a record, and says how many it found', async () => {
  render(examples.leak());
  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter' }), '198.51');
  expect(screen.getByText('1 of 4 records')).toBeVisible();
  expect(events()).toEqual(['GetObject s3']);
  await userEvent.type(screen.getByRole('searchbox'), 'x');
  expect(screen.getByText('0 of 4 records')).toBeVisible();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('a row opens to the whole record, and closes again', async () => {
  render(examples.leak());
  const [, , julie] = screen.getAllByRole('button', { expanded: false });
  await userEvent.click(julie ?? document.body);
  expect(screen.getByText(/"roleSessionName": "julie"/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { expanded: true }));
  expect(screen.queryByText(/"roleSessionName"/)).not.toBeInTheDocument();
});

test('shows the moment of a record by its position in the trail', async () => {
  const onShow = vi.fn();
  render(examples.leak(onShow));
  await userEvent.click(screen.getAllByRole('button', { name: /GetObject/ })[0] ?? document.body);
  await userEvent.click(screen.getByRole('button', { name: 'Show this moment' }));
  expect(onShow).toHaveBeenCalledExactlyOnceWith(3);
});

test('copies a record', async () => {
  const user = userEvent.setup();
  render(examples.aService());
  await user.click(screen.getByRole('button', { name: /AssumeRole/ }));
  await user.click(screen.getByRole('button', { name: 'Copy the record' }));
  expect(await screen.findByText('Copied')).toBeVisible();
  expect(await navigator.clipboard.readText()).toContain('"invokedBy": "ec2.amazonaws.com"');
});

test('hands the record over, selected, where the browser does not let a page copy', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  render(examples.aService());
  await user.click(screen.getByRole('button', { name: /AssumeRole/ }));
  await user.click(screen.getByRole('button', { name: 'Copy the record' }));
  const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /press Ctrl\+C/ });
  expect(text).toHaveFocus();
  expect(text.value.slice(text.selectionStart, text.selectionEnd)).toContain('ec2.amazonaws.com');
});

test('draws a long trail in portions', async () => {
  render(examples.manyRecords());
  expect(screen.getByText('120 records')).toBeVisible();
  expect(screen.getAllByRole('rowheader')).toHaveLength(50);
  await userEvent.click(screen.getByRole('button', { name: 'Show 50 older' }));
  await userEvent.click(screen.getByRole('button', { name: 'Show 20 older' }));
  expect(screen.getAllByRole('rowheader')).toHaveLength(120);
  expect(screen.queryByRole('button', { name: /older/ })).not.toBeInTheDocument();
});

test('an empty trail says why it is empty', () => {
  render(examples.nothingYet());
  expect(screen.getByText(/nobody has called AWS/)).toBeVisible();
  expect(within(document.body).queryByRole('searchbox')).not.toBeInTheDocument();
});
