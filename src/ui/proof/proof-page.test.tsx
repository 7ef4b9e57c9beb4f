import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readSimplified } from '../../../scripts/simplified.ts';
import * as examples from './proof-page.examples.tsx';

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const plain = (text: string) => text.replaceAll(/[`*]/g, '');

test('lists every place that the sources mark as simplified, in their words', () => {
  render(examples.everySimplification());
  const listed = screen.getAllByRole('listitem').map((item) => plain(item.textContent));
  expect(listed.length).toBeGreaterThan(15);
  expect(listed).toEqual(
    readSimplified(process.cwd()).map(({ where, text }) => plain(`${where}${sentence(text)}`)),
  );
});

test('names in the marks are shown as code', () => {
  render(examples.everySimplification());
  const item = screen.getByText(/an absent key is false/).closest('li');
  expect(item).toHaveTextContent(/^policy\/match/);
  expect(screen.getByText('CanonicalUser').tagName).toBe('CODE');
});
