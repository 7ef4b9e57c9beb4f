import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import * as examples from './lesson-panel.examples.tsx';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const item = (text: string) => screen.getByText(text).closest('li');

test('says where in the lesson one is', () => {
  render(examples.playedStepWithTruth());
  expect(screen.getByRole('heading', { level: 1, name: 'Assume a role' })).toBeVisible();
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('3 of 9Julie asks');
  const steps = within(screen.getByRole('list', { name: 'Steps of this lesson' }));
  expect(steps.getAllByRole('button')).toHaveLength(9);
  expect(steps.getByRole('button', { current: 'step' })).toHaveAccessibleName('Step 3: Julie asks');
});

test('the first step has no way back', async () => {
  const onStep = vi.fn();
  render(examples.firstStep({ onStep }));
  expect(button('Back')).toBeDisabled();
  await userEvent.click(button('Back'));
  expect(onStep).not.toHaveBeenCalled();
});

test('a step that plays nothing cannot be played again', () => {
  render(examples.firstStep());
  expect(screen.queryByRole('button', { name: /Play this step/ })).not.toBeInTheDocument();
});

test.each([
  ['Next plays the next step', 'Next', [3, 'play']],
  ['Back goes to the end of the step before', 'Back', [1, 'rest']],
  ['Play this step plays it again', 'Play this step', [2, 'play']],
  ['a step of the list is opened at its end', 'Step 5: She tries to delete it', [4, 'rest']],
])('%s', async (_why, name, asked) => {
  const onStep = vi.fn();
  render(examples.playedStepWithTruth({ onStep }));
  await userEvent.click(button(name));
  expect(onStep.mock.calls).toEqual([asked]);
});

test('what AWS does otherwise stands apart from the story', () => {
  render(examples.playedStepWithTruth());
  expect(screen.getByRole('complementary', { name: 'What AWS really does' })).toHaveTextContent(
    'Each service asks for the role’s permissions again at every request.',
  );
});

test('a step without a correction, goals or options has no place for them', () => {
  render(examples.firstStep());
  expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Goals' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Try this/ })).not.toBeInTheDocument();
});

test('a goal that is not met says what AWS would answer', () => {
  render(examples.goalsNotMet());
  expect(item('Bob can assume DataRole')).toHaveTextContent(
    'not yetBob can assume DataRoleAWS would answer: User: arn:aws:iam::111122223333:user/bob is not authorized to perform: sts:AssumeRole',
  );
  expect(item('Emy can’t assume DataRole')).toHaveTextContent('AWS would let that call through.');
});

test('a goal that is met says no more', () => {
  render(examples.goalsNotMet());
  expect(item('Julie can assume DataRole')?.textContent).toBe('✓metJulie can assume DataRole');
});

test('says how many goals are met, and when all are', () => {
  const { rerender } = render(examples.goalsNotMet());
  expect(screen.getByRole('status')).toHaveTextContent('1 of 3 goals are met.');
  rerender(examples.goalsMet());
  expect(screen.getByRole('status')).toHaveTextContent(
    'All goals are met. Any policy that does this is right.',
  );
});

test('an option is taken by its button, which says which', async () => {
  const onOption = vi.fn();
  render(examples.options({ onOption }));
  await userEvent.click(button('Try this: Revoke active sessions'));
  expect(onOption.mock.calls).toEqual([['revoke-sessions']]);
});

test('what an option comes to is told only when it was taken', () => {
  const after = /woofy goes on as before/;
  const { rerender } = render(examples.options());
  expect(screen.queryByText(after)).not.toBeInTheDocument();
  rerender(examples.optionTaken());
  expect(screen.getByText(after)).toBeVisible();
  expect(button('Play it again: Take Emy out of the trust policy')).toBeVisible();
  expect(screen.getAllByRole('button', { name: /^Try this/ })).toHaveLength(2);
});

test('the last step goes on to the next lesson', () => {
  render(examples.lastStep());
  expect(screen.getByRole('link', { name: 'Next lesson: Leaked credentials' })).toHaveAttribute(
    'href',
    '#/lesson/leaked-credentials',
  );
  expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
});

test('where the course ends there is no way on', () => {
  render(examples.lastStepOfTheCourse());
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
  expect(button('Back')).toBeEnabled();
});

test('undoing is offered where there is something to undo', async () => {
  const onUndo = vi.fn();
  const { rerender } = render(examples.goalsNotMet({ canUndo: false, onUndo }));
  expect(screen.queryByRole('button', { name: /Undo/ })).not.toBeInTheDocument();
  rerender(examples.goalsNotMet({ onUndo }));
  await userEvent.click(button('Undo my last change'));
  expect(onUndo).toHaveBeenCalledOnce();
});

test('one can always start over', async () => {
  const onStartOver = vi.fn();
  render(examples.firstStep({ onStartOver }));
  await userEvent.click(button('Start over'));
  expect(onStartOver).toHaveBeenCalledOnce();
});
