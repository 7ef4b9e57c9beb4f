import { gzipSync } from 'node:zlib';
import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const budget = 200 * 1024;
/** React alone: a smaller sum means that the measurement missed something. */
const leastBelievable = 55 * 1024;

test('the first lesson plays before 200 KiB of JavaScript, without the editor and the console', async ({
  page,
}) => {
  const addresses = await scriptsUntil(page, '#/lesson/assume-role', '[data-ready="player"]');
  const files = await Promise.all(addresses.map(async (url) => weigh(page, url)));
  const list = files
    .map(({ name, bytes }) => `${(bytes / 1024).toFixed(1)} KiB ${name}`)
    .join('\n');
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);

  // vite.config.ts names a chunk after Monaco or Cloudscape when it holds any of it.
  expect(files.map(({ name }) => name).filter((name) => /^(monaco|console)-/.test(name))).toEqual(
    [],
  );
  expect(total, list).toBeGreaterThan(leastBelievable);
  expect(total, list).toBeLessThanOrEqual(budget);
});

/**
 * The scripts asked for before the element was shown. The page itself notes the moment, because what is prefetched
 * when idle starts right after it and must not be counted.
 */
async function scriptsUntil(page: Page, path: string, selector: string): Promise<string[]> {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted)?.checkVisibility()) performance.mark('shown');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(path);
  await expect(page.locator(selector)).toBeVisible();
  return page.evaluate(async () => {
    const shown = () => performance.getEntriesByName('shown')[0];
    while (!shown()) await new Promise(requestAnimationFrame);
    const until = shown()?.startTime ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => startTime <= until && new URL(name).pathname.endsWith('.js'))
      .map(({ name }) => name);
  });
}

async function weigh(page: Page, url: string) {
  const response = await page.request.get(url);
  return {
    name: new URL(url).pathname.split('/').at(-1) ?? url,
    bytes: gzipSync(await response.body(), { level: 9 }).length,
  };
}
