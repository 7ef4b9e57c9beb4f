// Takes the README's picture from the built site: `npm run build`, then `npm run screenshot`.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';

const port = '4174';
const site = `http://127.0.0.1:${port}/assumerole-lab/`;
const picture = fileURLToPath(new URL('../public/lab.png', import.meta.url));

const server = spawn(process.execPath, ['scripts/serve.mjs'], {
  env: { ...process.env, PORT: port },
  stdio: 'ignore',
});
try {
  await reachable();
  await takePicture();
} finally {
  server.kill();
}

async function reachable() {
  for (let tries = 0; tries < 50; tries++) {
    const answer = await fetch(site).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${site}: build the site first`);
}

async function takePicture() {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  await page.goto(`${site}#/lesson/leaked-credentials/contain`);
  await page.getByRole('button', { name: 'Try this: Revoke active sessions' }).click();
  await page.getByRole('tab', { name: 'Why' }).click();
  await toTheRefusal(page);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: picture });
  await browser.close();
}

/**
 * The moment in which woofy is stopped.
 * @param {import('@playwright/test').Page} page
 */
async function toTheRefusal(page) {
  const moment = page.getByRole('slider', { name: 'Moment' });
  await moment.press('End');
  for (let steps = 0; steps < 200; steps++) {
    const words = (await moment.getAttribute('aria-valuetext')) ?? '';
    if (/^woofy reads.*is refused/.test(words)) return;
    await moment.press('ArrowLeft');
  }
  throw new Error('woofy is not refused');
}
