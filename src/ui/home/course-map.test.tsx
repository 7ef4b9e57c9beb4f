import { lessons } from '#course';
import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as examples from './course-map.examples.tsx';

const link = (name: string) => screen.getByRole('link', { name });
const cards = () =>
  within(screen.getByRole('region', { name: 'Lessons' })).getAllByRole('listitem');

test.each(lessons.map((lesson) => [lesson.title, lesson] as const))(
  'the card of “%s” leads there and says what it takes',
  (title, lesson) => {
    render(examples.wholeCourse());
    const card = cards()[lessons.indexOf(lesson)];
    expect(link(title)).toHaveAttribute('href', `#/to/${lesson.id}`);
    expect(card).toContainElement(link(title));
    expect(card).toHaveTextContent(lesson.summary);
    expect(card).toHaveTextContent(
      `${lesson.steps.length} steps · about ${lesson.minutes} minutes`,
    );
  },
);

test('begins with the first lesson, or with the sandbox', () => {
  render(examples.wholeCourse());
  expect(link('Start: Assume a role')).toHaveAttribute('href', '#/to/assume-role');
  expect(link('Open the sandbox')).toHaveAttribute('href', '#/to/sandbox');
});

test('the sandbox comes after the lessons', () => {
  render(examples.wholeCourse());
  expect(cards()).toHaveLength(lessons.length + 1);
  expect(cards().at(-1)).toContainElement(link('Sandbox'));
});

test('without a lesson there is nothing to start', () => {
  render(examples.sandboxOnly());
  expect(screen.queryByRole('link', { name: /^Start/ })).not.toBeInTheDocument();
  expect(link('Open the sandbox')).toBeVisible();
});

test('says what is simulated, and whose work this is not', () => {
  render(examples.wholeCourse());
  expect(link('What is simulated, and what is simplified')).toHaveAttribute('href', '#/proof');
  expect(screen.getByRole('contentinfo')).toHaveTextContent(
    'It is not affiliated with Amazon Web Services.',
  );
});

test('an address that leads nowhere is named as text, with a way back', () => {
  const { container } = render(examples.notFound());
  expect(container).toHaveTextContent(
    'The lab does not have a lesson called “<b>constructor</b>”.',
  );
  expect(link('To the course map')).toHaveAttribute('href', '#/');
});
