import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

/**
 * Every story fails on what no story may do: an uncaught error, a word on the console, a breach of the page's policy,
 * a request to another origin, or one that our own origin refuses. A test that provokes one of these on purpose takes
 * it out of `problems` and asserts on it: `expect(problems.splice(0)).toEqual([…])`.
 */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      await watch(context, new URL(baseURL ?? 'about:blank').origin, (what) => problems.push(what));
      await use(problems);
      expect(problems, 'what went wrong behind the story').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Watches all pages of a context: the presenter's second window is one of them. */
async function watch(context: BrowserContext, origin: string, report: (what: string) => void) {
  context.on('weberror', (webError) => report(`uncaught: ${webError.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      report(`console ${message.type()}: ${message.text()}`);
    }
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const leaves = !['about:', 'blob:', 'data:'].includes(url.protocol) && url.origin !== origin;
    if (leaves) report(`request to another origin: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) report(`${response.status()} for ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given';
    // Leaving a page drops what it was still loading.
    if (reason !== 'net::ERR_ABORTED') report(`request failed: ${request.url()} (${reason})`);
  });
  await context.exposeFunction('reportViolation', (what: string) => report(`CSP: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const place = `${event.sourceFile}:${event.lineNumber}`;
      const { reportViolation } = globalThis as unknown as {
        reportViolation: (what: string) => void;
      };
      reportViolation(`${event.effectiveDirective} blocked ${event.blockedURI} at ${place}`);
    });
  });
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the places and the reasons unless axe finds nothing on the whole page. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: rules },
      rules: { 'target-size': { enabled: true } }, // WCAG 2.2's, which axe leaves off by default
    })
    .analyze();
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      (node) =>
        `${id} (${impact ?? '?'}) ${node.target.join(' ')}: ${node.html}\n${node.failureSummary ?? ''}`,
    ),
  );
  expect(found, 'what axe finds').toEqual([]);
}
