// `npm run bench`: builds the measurements as the site is built, and runs them in a Node of their own.
//
//   --check          exit code 1 when a budget is not met
//   --rival <path>   also ask the @cloud-copilot/iam-simulate that is installed at that path
//   --only <part>    only deciding, reading, reach or wildcards
//   --profile        write a CPU profile beside the build, for Chrome's developer tools
//
// iam-simulate is under the AGPL, so it is no dependency of ours: whoever wants the comparison installs it elsewhere.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', 'bench');

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'bench/main.ts',
    outDir: folder,
    emptyOutDir: true,
    minify: false, // names are wanted in profiles, and V8 does not care
    rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});

const args = process.argv.slice(2);
const profiling = args.includes('--profile') ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
const { status } = spawnSync(
  process.execPath,
  [
    '--expose-gc',
    ...profiling,
    join(folder, 'main.mjs'),
    ...args.filter((arg) => arg !== '--profile'),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
