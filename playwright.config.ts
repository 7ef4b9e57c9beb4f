import process from 'node:process';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

const port = Number(process.env.PORT ?? 4173);
const address = `http://127.0.0.1:${port}/assumerole-lab/`;
const executablePath = findChromium();

/** Stories are played on the built site, served as GitHub Pages would: `npm run build` comes first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0, // a test that passes at the second try has found something
  globalTimeout: 11 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: { baseURL: address, screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          ...(executablePath !== undefined && { executablePath }),
          args: [
            // The browser's own calls home would be refused, or would blur what is measured.
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-quic',
            '--disable-sync',
            '--no-first-run',
            // Chromium's sandbox refuses to start for root.
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          ],
        },
      },
    },
  ],
  webServer: {
    command: `node scripts/serve.mjs ${port}`,
    url: address,
    reuseExistingServer: false, // another server may serve another build
  },
});
