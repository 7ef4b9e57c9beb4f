// Holds the walls between the layers, and proves that they can see.
// A checker that resolves nothing finds nothing and says that all is well: dependency-cruiser does so beside a
// TypeScript that it does not know. So this also fails when few modules were looked at, and when a rule does not
// report a small project written to break it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Fewer modules of our own than this means that the cruiser is blind. */
const fewestModules = 20;

const root = fileURLToPath(new URL('..', import.meta.url));
const config = join(root, '.dependency-cruiser.cjs');

/**
 * Which files break which rule. Type-only imports, doors (`#policy`) and packages are among them on purpose: each is
 * seen by a different part of the cruiser.
 * @type {Record<string, Record<string, string>>}
 */
const breaks = {
  'src/policy-imports-nothing-above': {
    'src/policy/uses-world.ts': "import type { World } from '#world';\nexport type Copy = World;\n",
  },
  'src/world-imports-nothing-above': { 'src/world/uses-course.ts': "import '#course';\n" },
  'src/course-imports-nothing-above': { 'src/course/uses-exchange.ts': "import '#exchange';\n" },
  'src/exchange-imports-nothing-above': { 'src/exchange/uses-store.ts': "import '#store';\n" },
  'src/catalogue-imports-nothing-above': { 'src/catalogue/uses-store.ts': "import '#store';\n" },
  'src/store-imports-nothing-above': {
    'src/store/uses-ui.ts': "import '../ui/left/index.ts';\n",
  },
  'src/ui-imports-nothing-above': { 'src/ui/left/uses-app.ts': "import '../../app/main.ts';\n" },
  'src/policy/syntax-imports-nothing-above': {
    'src/policy/syntax/uses-validate.ts': "import '../validate/index.ts';\n",
  },
  'src/policy/validate-imports-nothing-above': {
    'src/policy/validate/uses-help.ts': "import '../help/index.ts';\n",
  },
  'src/policy/help-imports-nothing-above': {
    'src/policy/help/uses-match.ts': "import '../match/index.ts';\n",
  },
  'src/policy/match-imports-nothing-above': {
    'src/policy/match/uses-decide.ts': "import '../decide/index.ts';\n",
  },
  'src/policy/decide-imports-nothing-above': {
    'src/policy/decide/uses-explain.ts': "import '../explain/index.ts';\n",
  },
  'src/policy/explain-imports-nothing-above': {
    'src/policy/explain/uses-reach.ts': "import '../reach/index.ts';\n",
  },
  'src/policy/reach-imports-nothing-above': {
    'src/policy/reach/uses-change.ts': "import '../change/index.ts';\n",
  },
  'enter-by-the-front-door': {
    'src/world/by-the-window.ts': "import '../policy/match/index.ts';\n",
  },
  'pure-core-needs-no-packages': {
    'src/policy/uses-a-package.ts': "import 'react';\n",
    'src/world/uses-node.ts': "import 'node:fs';\n",
  },
  'ui-features-do-not-import-each-other': {
    'src/ui/left/uses-right.ts': "import '../right/index.ts';\n",
  },
  'no-cycles': {
    'src/app/hen.ts': "import './egg.ts';\n",
    'src/app/egg.ts': "import './hen.ts';\n",
  },
  'no-orphans': { 'src/app/orphan.ts': 'export const nobody = 1;\n' },
  'only-tests-import-tests': {
    'src/app/uses-testing.ts': "import '../testing/builder.ts';\n",
    'src/testing/builder.ts': 'export const built = 1;\n',
  },
  'kebab-case-files': {
    'src/app/CamelCase.ts': 'export const camel = 1;\n',
    'src/app/uses-camel-case.ts': "import './CamelCase.ts';\n",
  },
  'no-dev-dependency-at-runtime': { 'src/app/uses-vitest.ts': "import 'vitest';\n" },
  resolvable: { 'src/app/uses-nothing.ts': "import './not-there.ts';\n" },
};

/** What the broken files import; nothing here breaks a rule. */
const scenery = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: Object.fromEntries(
      ['world', 'course', 'exchange', 'catalogue', 'store'].map((layer) => [
        `#${layer}`,
        `./src/${layer}/index.ts`,
      ]),
    ),
    dependencies: { react: '*' },
    devDependencies: { vitest: '*' },
  }),
  'tsconfig.json': JSON.stringify({ extends: '../../tsconfig.json', include: ['src'] }),
  'src/world/index.ts': 'export type World = 1;\n',
  ...Object.fromEntries(
    [
      'course',
      'exchange',
      'catalogue',
      'store',
      'policy/validate',
      'policy/help',
      'policy/match',
      'policy/decide',
      'policy/explain',
      'policy/reach',
      'policy/change',
      'ui/left',
      'ui/right',
    ].map((folder) => [`src/${folder}/index.ts`, 'export const something = 1;\n']),
  ),
  'src/app/main.ts': 'export const app = 1;\n',
};

/** @typedef {{ from: string, to: string, rule: { name: string, severity: string }, cycle?: { name: string }[] }} Violation */
/** @typedef {{ modules: { source: string }[], summary: { violations: Violation[] } }} Cruise */

const complaints = [...violationsInTheProject(), ...blindRules()];
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
process.exitCode = complaints.length > 0 ? 1 : 0;

function violationsInTheProject() {
  const { modules, summary } = cruise(root, ['src', 'e2e']);
  const ours = modules.filter(({ source }) => /^(src|e2e)[/]/.test(source)).length;
  if (ours < fewestModules) {
    return [`layers: saw only ${ours} modules of ours, and ${fewestModules} are the least.`];
  }
  return summary.violations.map(worded);
}

/** Writes the known-bad project and expects each rule of the config to report its own files there. */
function blindRules() {
  const project = join(root, '.cache', 'walls');
  rmSync(project, { recursive: true, force: true });
  for (const [path, text] of Object.entries(Object.assign({}, scenery, ...Object.values(breaks)))) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const { violations } = cruise(project, ['src']).summary;
  return ruleNames().flatMap((name) => {
    const files = Object.keys(breaks[name] ?? {});
    if (files.length === 0) return [`layers: nothing proves the rule ${name}: add it to breaks.`];
    const seen = violations
      .filter(({ rule }) => rule.name === name)
      .flatMap(({ from, to }) => [from, to]);
    return files
      .filter((file) => !seen.includes(file))
      .map((file) => `layers: the rule ${name} is blind: it does not report ${file}.`);
  });
}

/** @returns {string[]} */
function ruleNames() {
  /** @type {{ forbidden: { name: string }[] }} */
  const { forbidden } = createRequire(import.meta.url)(config);
  return forbidden.map(({ name }) => name);
}

/**
 * @param {string} folder where to stand: the rules' paths are relative to it
 * @param {string[]} sources
 * @returns {Cruise}
 */
function cruise(folder, sources) {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin, ...sources, '--config', config, '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`dependency-cruiser gave no report: ${stderr || stdout}`);
  }
}

/** @param {Violation} violation */
function worded({ from, to, rule, cycle }) {
  const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
  return `${rule.name}: ${from}${path === from ? '' : ` → ${path}`}`;
}
