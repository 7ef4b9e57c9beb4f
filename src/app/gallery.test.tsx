import { act, render } from '@testing-library/react';
import axe from 'axe-core';
import { type ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';

// Monaco needs a browser that lays text out: it has its own test there.
vi.mock('../ui/editor/monaco-editor.tsx', () => ({ default: () => <p>Monaco stands here</p> }));

type Examples = Readonly<Record<string, () => ReactElement>>;

const modules = import.meta.glob<Examples>('../ui/**/*.examples.tsx', { eager: true });

/** An example is a part of a page, and jsdom has no colours: the end-to-end tests ask whole pages about those. */
const options: axe.RunOptions = {
  rules: {
    'color-contrast': { enabled: false },
    region: { enabled: false },
    'landmark-one-main': { enabled: false },
  },
  resultTypes: ['violations'],
};

/** What a value that is not there, or no text, looks like where it is shown. */
const slips = /undefined|NaN|\[object /;

function slipsIn(container: Element): readonly string[] {
  const attributes = [...container.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map(({ name, value }) => `${name}="${value}"`),
  );
  return [container.textContent, ...attributes].filter((text) => slips.test(text));
}

async function faultsIn(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, options);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

test('there are examples', () => {
  expect(Object.keys(modules).length).toBeGreaterThan(12);
});

describe.each(Object.entries(modules))('%s', (_path, examples) => {
  test.each(Object.entries(examples))('%s', async (_name, example) => {
    const { container } = render(example());
    await act(async () => {
      await vi.dynamicImportSettled();
    });
    expect(container).not.toBeEmptyDOMElement();
    expect(slipsIn(container)).toEqual([]);
    expect(await faultsIn(container)).toEqual([]);
  });
});
