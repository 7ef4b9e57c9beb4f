import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { personPlace } from '#world';
import { expect, test, vi } from 'vitest';
import * as examples from './diagram.examples.tsx';

test.each(Object.entries(examples))('%s: draws every place as a button', (_name, example) => {
  const { container } = render(example());
  expect(screen.getAllByRole('button')).toHaveLength(9);
  expect(container.textContent).not.toMatch(/undefined|NaN|\[object/);
});

test('is one tab stop, and the arrow keys go through it in reading order', async () => {
  render(examples.atRest());
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('button', { name: /^Bob/ })).toHaveFocus();
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(screen.getByRole('button', { name: /^Emy/ })).toHaveFocus();
  await user.keyboard('{End}');
  expect(screen.getByRole('button', { name: /^Orders/ })).toHaveFocus();
  await user.keyboard('{ArrowRight}{Home}');
  expect(screen.getByRole('button', { name: /^Bob/ })).toHaveFocus();
  expect(screen.getAllByRole('button').filter((button) => button.tabIndex === 0)).toHaveLength(1);
});

test('selects a place by Enter and by click', async () => {
  const onSelect = vi.fn();
  render(examples.atRest(onSelect));
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(onSelect).toHaveBeenCalledWith(personPlace('bob'));
  await user.click(screen.getByRole('button', { name: /^STS/ }));
  expect(onSelect).toHaveBeenLastCalledWith('sts');
});

test('shows the verdict beside the request as shape and word', () => {
  const { container } = render(examples.refusedAtTheTrustPolicy());
  expect(container.querySelector('.traveller')).toHaveTextContent('✕sts:AssumeRole✕denied');
});

test('says where the request goes', () => {
  render(examples.credentialsIssued());
  expect(screen.getByRole('img', { name: 'credentials from STS to Julie' })).toBeInTheDocument();
  expect(screen.queryByRole('img', { name: 'from STS to DemoRole' })).not.toBeInTheDocument();
});

test('does not call itself an application', () => {
  render(examples.atRest());
  expect(screen.queryByRole('application')).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Diagram' })).toBeInTheDocument();
});
