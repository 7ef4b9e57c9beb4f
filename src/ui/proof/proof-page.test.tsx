import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readCorpus } from '../../../scripts/corpus.ts';
import { readSimplified } from '../../../scripts/simplified.ts';
import * as examples from './proof-page.examples.tsx';

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const plain = (text: string) => text.replaceAll(/[`*]/g, '');

test('lists every place that the sources mark as simplified, in their words', () => {
  render(examples.everySimplification());
  const list = screen.getByRole('list', { name: 'What is simplified' });
  const listed = within(list)
    .getAllByRole('listitem')
    .map((item) => plain(item.textContent));
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

test('the published cases are counted, file by file, and can be fetched', () => {
  render(examples.everySimplification());
  const files = readCorpus(process.cwd());
  const list = screen.getByRole('list', { name: 'What it is held to' });
  expect(
    within(list)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(files.map(({ name }) => `corpus/${name}`));
  const all = files.reduce((sum, { cases }) => sum + cases, 0);
  expect(all).toBeGreaterThan(2_000);
  expect(screen.getByText(all.toLocaleString('en'), { exact: false })).toBeVisible();
});
