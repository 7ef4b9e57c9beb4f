import { expect, expectAccessible, test } from './fixtures.ts';

// The fixture watches every other story, so it is shown here that it sees.

test('the built page has its policy before anything that the policy governs', async ({ page }) => {
  await page.goto('');
  const kinds = await page.evaluate(() =>
    [...document.head.children].map(
      (element) => element.getAttribute('http-equiv') ?? element.localName,
    ),
  );
  expect(kinds.slice(0, 2)).toEqual(['meta', 'Content-Security-Policy']);
});

test('the first page is accessible', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('axe sees a page that is not accessible', async ({ page }) => {
  await page.goto('');
  await page.evaluate(() => document.body.append(document.createElement('button')));
  await expect(expectAccessible(page)).rejects.toThrow('button-name');
});

test('words on the console and uncaught errors are seen', async ({ page, problems }) => {
  await page.goto('');
  await page.evaluate(() => {
    console.warn('a warning');
    console.error('an error');
    setTimeout(() => {
      throw new Error('nobody caught me');
    });
  });
  await expect.poll(() => problems).toHaveLength(3);
  expect(problems.splice(0)).toEqual([
    'console warning: a warning',
    'console error: an error',
    'uncaught: nobody caught me',
  ]);
});

test('a missing file of ours is seen', async ({ page, problems }) => {
  await page.goto('not-there.txt');
  await expect.poll(() => problems).toHaveLength(2);
  expect(problems.splice(0).join()).toMatch(/404 for http:.*not-there.txt/);
});

const attacks: [what: string, blocked: RegExp, attack: () => void][] = [
  [
    'an inline handler',
    /require-trusted-types-for blocked/,
    () => {
      document.body.setAttribute('onclick', 'document.title = "broken"');
    },
  ],
  [
    'eval',
    /(script-src|require-trusted-types-for) blocked/,
    () => {
      // In a task of its own, because what the test itself evaluates may use eval.
      setTimeout(() => globalThis.eval('document.title = "broken"') as unknown);
    },
  ],
  [
    'HTML from a string',
    /require-trusted-types-for blocked/,
    () => {
      document.body.innerHTML = '<b>broken</b>';
    },
  ],
  [
    'an inline script',
    /(script-src-elem|require-trusted-types-for) blocked/,
    () => {
      const script = document.createElement('script');
      script.append('document.title = "broken"');
      document.body.append(script);
    },
  ],
  [
    "a script's address",
    /require-trusted-types-for blocked/,
    () => {
      document.createElement('script').src = 'https://example.com/a.js';
    },
  ],
  [
    "a worker's address",
    /require-trusted-types-for blocked/,
    () => {
      new Worker('https://example.com/a.js');
    },
  ],
  [
    'a frame',
    /frame-src blocked/,
    () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
    },
  ],
  [
    'fetch, even from our own origin',
    /connect-src blocked/,
    () => {
      void fetch('icon.svg').catch(() => undefined);
    },
  ],
  [
    'a beacon',
    /connect-src blocked/,
    () => {
      navigator.sendBeacon('https://example.com/');
    },
  ],
  [
    'a foreign image',
    /img-src blocked/,
    () => {
      new Image().src = 'https://example.com/picture.png';
    },
  ],
];
for (const [what, blocked, attack] of attacks) {
  test(`${what} is blocked, and seen`, async ({ page, problems }) => {
    await page.goto('');
    await page.evaluate(attack).catch(() => undefined); // some attacks throw, some are only reported
    // The event comes last, after the console's words for the same breach.
    await expect.poll(() => problems.join('\n')).toMatch(blocked);
    await expect(page).toHaveTitle('AssumeRole Lab');
    problems.splice(0);
  });
}
