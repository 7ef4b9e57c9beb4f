// Runs the tests and adds them up: the last line is always `N passed, N failed`, and the exit code agrees with it.
//   npm test              the unit tests, then the built site in a browser
//   npm test -- unit      the unit tests only; the other parts are check and browser
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** @typedef {{ passed: number, failed: number }} Count */

const root = fileURLToPath(new URL('..', import.meta.url));
const vitestReport = '.cache/vitest.json';
const playwrightReport = '.cache/playwright.json'; // playwright.config.ts writes it

/** Minutes after which a step counts as hung. */
const patience = { check: 6, unit: 12, build: 3, browser: 10 };

/** @type {Record<string, () => Count>} */
const parts = { check, unit, browser };

const asked = process.argv.length > 2 ? process.argv.slice(2) : ['unit', 'browser'];
const counts = asked.map((name) => (parts[name] ?? (() => broken(`there is no part "${name}"`)))());
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** Types, lint, layers and unused code: not tests, so a success adds nothing. */
function check() {
  return npmRun('check', patience.check) ? { passed: 0, failed: 0 } : broken('npm run check');
}

function unit() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  return counted(vitestReport, vitestCount, () =>
    node(['node_modules/vitest/vitest.mjs', 'run', ...reporters], patience.unit),
  );
}

function browser() {
  if (!npmRun('build', patience.build)) return broken('the build');
  return counted(playwrightReport, playwrightCount, () =>
    node(['node_modules/@playwright/test/cli.js', 'test'], patience.browser),
  );
}

/**
 * Runs a runner and reads what it reports. A runner that fails without naming a failed test, that reports nothing, or
 * that ran no test at all, is a failure too: a gate that cannot see must not open.
 * @param {string} report
 * @param {(report: any) => Count} read
 * @param {() => boolean} runs
 * @returns {Count}
 */
function counted(report, read, runs) {
  mkdirSync(`${root}/.cache`, { recursive: true });
  rmSync(`${root}/${report}`, { force: true }); // never count an older run
  const succeeded = runs();
  try {
    const count = read(JSON.parse(readFileSync(`${root}/${report}`, 'utf8')));
    if (count.failed > 0) return count;
    if (!succeeded) return { ...count, failed: broken('the runner, apart from its tests').failed };
    return count.passed > 0 ? count : broken('no test was run');
  } catch (error) {
    return broken(`no readable report (${String(error)})`);
  }
}

/** @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report */
function vitestCount({ numPassedTests, numFailedTests, testResults }) {
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} report */
function playwrightCount({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * @param {string} what
 * @returns {Count}
 */
function broken(what) {
  process.stderr.write(`\nFailed: ${what}.\n`);
  return { passed: 0, failed: 1 };
}

/**
 * @param {string} script
 * @param {number} minutes
 */
function npmRun(script, minutes) {
  const shell = process.platform === 'win32'; // npm is a .cmd file there
  return finished(spawnSync('npm', ['run', '--silent', script], { ...quiet(minutes), shell }));
}

/**
 * @param {string[]} args
 * @param {number} minutes
 */
function node(args, minutes) {
  return finished(spawnSync(process.execPath, args, quiet(minutes)));
}

/** @param {number} minutes */
function quiet(minutes) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'inherit', 'inherit'];
  return { cwd: root, stdio, timeout: minutes * 60_000 };
}

/** @param {{ status: number | null, error?: Error | undefined }} result */
function finished({ status, error }) {
  if (error) process.stderr.write(`${error.message}\n`);
  return status === 0;
}
