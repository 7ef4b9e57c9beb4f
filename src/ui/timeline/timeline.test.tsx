import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { positionOf, stepsBefore } from './positions.ts';
import { sampleEntries } from './sample-entries.ts';
import * as examples from './timeline.examples.tsx';

const slider = () => screen.getByRole('slider', { name: 'Moment' });

test('says the moment in words', () => {
  render(examples.inTheMiddle());
  expect(slider()).toHaveAttribute(
    'aria-valuetext',
    'Julie asks STS for DemoRole, step 3 of 6: the trust policy allows',
  );
  expect(slider()).toHaveValue('8');
  expect(screen.getByText('the trust policy allows')).toBeInTheDocument();
});

test('goes to any moment of the run', () => {
  const onGo = vi.fn();
  render(examples.inTheMiddle({ onGo }));
  fireEvent.change(slider(), { target: { value: '5' } });
  expect(onGo).toHaveBeenLastCalledWith({ entry: 0, step: 4 });
  fireEvent.change(slider(), { target: { value: '0' } });
  expect(onGo).toHaveBeenLastCalledWith({ entry: -1, step: 0 });
});

test('plays, pauses and steps', async () => {
  const [onPlay, onPause, onStep, onGo] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const user = userEvent.setup();
  const { rerender } = render(examples.inTheMiddle({ onPlay, onStep, onGo }));
  await user.click(screen.getByRole('button', { name: 'Play' }));
  await user.click(screen.getByRole('button', { name: 'Forward' }));
  await user.click(screen.getByRole('button', { name: 'Back' }));
  await user.click(screen.getByRole('button', { name: 'First' }));
  await user.click(screen.getByRole('button', { name: 'Last' }));
  expect(onPlay).toHaveBeenCalledOnce();
  expect(onStep.mock.calls).toEqual([[1], [-1]]);
  expect(onGo.mock.calls).toEqual([[{ entry: -1, step: 0 }], [{ entry: 3, step: 2 }]]);
  rerender(examples.playing({ onPause }));
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect(onPause).toHaveBeenCalledOnce();
});

test('buttons say their keys', () => {
  render(examples.inTheMiddle());
  expect(screen.getByRole('button', { name: 'Play' })).toHaveAttribute('title', 'Play (Space)');
  expect(screen.getByRole('button', { name: 'First' })).toHaveAttribute('title', 'First (Home)');
});

test.each([
  ['at the start there is no way back', examples.atTheStart, 'First', 'Back'],
  ['at the end there is no way on', examples.atTheEnd, 'Last', 'Forward'],
  ['with nothing done there is nothing to play', examples.nothingDoneYet, 'Play', 'Forward'],
])('%s', async (_why, example, ...names) => {
  const [onGo, onStep, onPlay] = [vi.fn(), vi.fn(), vi.fn()];
  render(example({ onGo, onStep, onPlay }));
  for (const name of names) {
    const button = screen.getByRole('button', { name });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button);
  }
  expect([...onGo.mock.calls, ...onStep.mock.calls, ...onPlay.mock.calls]).toEqual([]);
});

test('chooses a speed', async () => {
  const onSpeed = vi.fn();
  render(examples.inTheMiddle({ onSpeed }));
  expect(screen.getByRole('radio', { name: /normal speed/ })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: /double speed/ }));
  expect(onSpeed).toHaveBeenCalledWith(2);
});

test('a position and its cursor are one', () => {
  for (let position = 0; position <= 15; position++)
    expect(stepsBefore(sampleEntries, positionOf(sampleEntries, position))).toBe(position);
});
