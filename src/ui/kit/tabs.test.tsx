import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import * as examples from './tabs.examples.tsx';

const tab = (name: string) => screen.getByRole('tab', { name });

test.each([
  ['the right arrow opens the next', examples.firstOpen, 'Why', '{ArrowRight}', 'CloudTrail'],
  ['the right arrow comes round', examples.lastOpen, 'Sessions', '{ArrowRight}', 'Why'],
  [
    'the left arrow opens the one before',
    examples.lastOpen,
    'Sessions',
    '{ArrowLeft}',
    'CloudTrail',
  ],
  ['the left arrow comes round', examples.firstOpen, 'Why', '{ArrowLeft}', 'Sessions'],
  ['Home opens the first', examples.lastOpen, 'Sessions', '{Home}', 'Why'],
  ['End opens the last', examples.firstOpen, 'Why', '{End}', 'Sessions'],
])('%s, and the focus goes there', async (_why, example, from, keys, to) => {
  render(example());
  const user = userEvent.setup();
  await user.tab();
  expect(tab(from)).toHaveFocus();
  await user.keyboard(keys);
  expect(tab(to)).toHaveFocus();
  expect(tab(to)).toHaveAttribute('aria-selected', 'true');
});

test('is one tab stop, and the panel is the next', async () => {
  render(examples.firstOpen());
  const user = userEvent.setup();
  await user.keyboard('{Tab}{ArrowRight}{Tab}');
  expect(screen.getByRole('tabpanel')).toHaveFocus();
  expect(screen.getAllByRole('tab').map((each) => each.tabIndex)).toEqual([-1, 0, -1]);
});

test('the panel has the name of the tab that is open', async () => {
  render(examples.firstOpen());
  await userEvent.click(tab('Sessions'));
  expect(screen.getByRole('tabpanel', { name: 'Sessions' })).toHaveTextContent(
    'What sessions shows.',
  );
});

test('other keys are left to the page', async () => {
  const onOpen = vi.fn();
  const onKey = vi.fn<(event: KeyboardEvent) => void>();
  window.addEventListener('keydown', onKey);
  render(examples.firstOpen(onOpen));
  await userEvent.keyboard('{Tab}{ArrowDown}x');
  window.removeEventListener('keydown', onKey);
  expect(onOpen).not.toHaveBeenCalled();
  expect(onKey.mock.calls.map(([event]) => [event.key, event.defaultPrevented])).toEqual([
    ['Tab', false],
    ['ArrowDown', false],
    ['x', false],
  ]);
});
