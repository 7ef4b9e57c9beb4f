import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as examples from './prose.examples.tsx';
import { Inline } from './prose.tsx';

const html = (text: string): string => render(<Inline text={text} />).container.innerHTML;

test.each([
  ['words alone', 'just words', 'just words'],
  ['code', 'call `sts:AssumeRole` now', 'call <code>sts:AssumeRole</code> now'],
  ['strong', 'the **trust policy**', 'the <strong>trust policy</strong>'],
  ['emphasised', 'press *Update policy*', 'press <em>Update policy</em>'],
  ['all three', '**a** *b* `c`', '<strong>a</strong> <em>b</em> <code>c</code>'],
  [
    'a star in code is a star',
    '`s3:*` and `s3:Get*`',
    '<code>s3:*</code> and <code>s3:Get*</code>',
  ],
  ['two stars in code are two stars', '`a**b`', '<code>a**b</code>'],
  ['a mark in strong words stays', '**`a`**', '<strong>`a`</strong>'],
  ['a star without its other', '2 * 3', '2 * 3'],
  ['a backtick without its other', 'the ` key', 'the ` key'],
  ['an empty mark', 'a `` b', 'a `` b'],
  ['nothing', '', ''],
])('reads %s', (_what, text, expected) => {
  expect(html(text)).toBe(expected);
});

test('HTML is text, inside and outside of code', () => {
  const { container } = render(examples.hostileText());
  expect(container.querySelectorAll('img, script, b')).toHaveLength(0);
  const [first, second] = container.querySelectorAll('p');
  expect(first?.textContent).toBe('<img src=x onerror="alert(1)"> and <script>alert(2)</script>');
  expect(second?.textContent).toBe('&lt;b&gt;');
});

test('each text is a paragraph, the same one twice is two', () => {
  expect(render(examples.everyMark()).container.querySelectorAll('p')).toHaveLength(2);
  expect(render(examples.theSameTwice()).container.querySelectorAll('p')).toHaveLength(2);
});
