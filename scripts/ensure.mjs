// Makes a fresh machine ready, and costs nothing on a ready one: `node scripts/ensure.mjs [deps] [chromium]`.
// Only Node's own modules are used here, because this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules', '.installed');

/** Native packages differ by platform and by Node's major version. */
const platform = `${process.platform}-${process.arch}-node${process.versions.node.split('.')[0]}`;

const parts = {
  deps: ensurePackages,
  chromium: ensureChromium,
};

requireNode();
for (const name of process.argv.slice(2)) {
  if (!(name in parts)) stop(`ensure: unknown part "${name}"; there are deps and chromium`);
  parts[/** @type {keyof typeof parts} */ (name)]();
}

/** The range of `engines.node` in package.json: ^20.19.0 || >=22.12.0 */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) {
    stop(
      `This project needs Node 20.19 or newer (or 22.12 or newer); this is Node ${process.versions.node}.\n` +
        'Get it from https://nodejs.org, or with: nvm install 22',
    );
  }
}

function ensurePackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${platform}\n`;
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (stamp === wanted) return;
  // After `npm install some-package` the lock has changed, but all that it names is there already.
  if (!stamp.endsWith(` ${platform}\n`) || !isInstalled(lock)) {
    say('installing the packages that package-lock.json names …');
    const npm = process.env.npm_execpath; // set when npm itself started this script
    const done = npm?.endsWith('npm-cli.js')
      ? run(process.execPath, [npm, 'ci'])
      : run('npm', ['ci']);
    if (!done) stop('npm ci failed: see above.');
  }
  writeFileSync(stampFile, wanted);
}

/**
 * Compares the lock file with npm's own record of what it put into node_modules.
 * @param {string} lock
 */
function isInstalled(lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(lock);
  const present = packagesOf(readFileSync(record, 'utf8'));
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || (path in present ? present[path]?.version === version : optional === true),
    )
  );
}

/**
 * @param {string} lock
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lock) {
  return JSON.parse(lock).packages;
}

function ensureChromium() {
  if (findChromium() !== undefined) return;
  if (isDebian() && canBeRoot()) {
    // A machine without any font draws no text, which spoils screenshots and layout tests.
    const packages = hasFont() ? ['chromium'] : ['chromium', 'fonts-dejavu-core'];
    say(`installing ${packages.join(' and ')} with apt-get …`);
    asRoot('apt-get', ['update', '-q']);
    asRoot('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages]);
  } else {
    say("downloading Playwright's Chromium …");
    run(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium']);
  }
  if (findChromium() === undefined) {
    stop(
      'No Chromium, Chrome or Edge was found, and installing one failed.\n' +
        'Install one, or set CHROMIUM_PATH to the program.',
    );
  }
}

/** Not Ubuntu, whose `chromium` package is a stub that asks for a snap. */
function isDebian() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'));
}

function isRoot() {
  return process.getuid?.() === 0;
}

function canBeRoot() {
  return isRoot() || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
}

function hasFont() {
  const folder = '/usr/share/fonts';
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /[.](ttf|otf|ttc)$/.test(String(name)))
  );
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function asRoot(program, args) {
  const quiet = ['DEBIAN_FRONTEND=noninteractive', program, ...args];
  return isRoot() ? run('env', quiet) : run('sudo', ['-n', 'env', ...quiet]);
}

/**
 * Runs a program in the project's folder; its output is shown on the error stream, so that ours stays clean.
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const shell = process.platform === 'win32' && program === 'npm'; // npm is a .cmd file there
  const { status } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  return status === 0;
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`ensure: ${text}\n`);
}

/**
 * @param {string} text
 * @returns {never}
 */
function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
