import process from 'node:process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { consoleFonts } from './scripts/console-fonts.ts';
import { corpus } from './scripts/corpus.ts';
import { contentSecurityPolicy } from './scripts/content-security-policy.ts';
import { thirdPartyNotices } from './scripts/notices.ts';
import { simplified } from './scripts/simplified.ts';

/**
 * A chunk that holds any of Monaco or Cloudscape says so in its name, so that the test of the first page's weight
 * can tell that neither is loaded. The names follow the contents; they do not change what is split from what.
 */
function chunkName({ moduleIds }: { moduleIds: string[] }): string {
  const holds = (packageName: string) =>
    moduleIds.some((id) => id.includes(`/node_modules/${packageName}/`));
  if (holds('monaco-editor')) return 'assets/monaco-[name]-[hash].js';
  if (holds('@cloudscape-design/components')) return 'assets/console-[name]-[hash].js';
  return 'assets/[name]-[hash].js';
}

export default defineConfig({
  // Relative addresses and hash routing: the built site works under any path.
  base: process.env.BASE_PATH ?? './',
  plugins: [
    react(),
    consoleFonts(),
    contentSecurityPolicy(),
    simplified(import.meta.dirname),
    corpus(import.meta.dirname),
    thirdPartyNotices(import.meta.dirname),
  ],
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0, // a data: address would hide the file from the page's policy and from the cache
    modulePreload: { polyfill: false }, // every browser that we support preloads modules by itself
    sourcemap: false,
    license: { fileName: 'licences.md' },
    chunkSizeWarningLimit: 4000, // Monaco's core; e2e/weight.spec.ts holds the budget that matters
    rolldownOptions: { output: { entryFileNames: chunkName, chunkFileNames: chunkName } },
  },
  worker: { format: 'es' },
  test: {
    testTimeout: 15_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'src/{policy,world,course,exchange,catalogue,store,testing}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/{ui,app}/**/*.test.ts', 'src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup-dom.ts'],
          // Importing Cloudscape takes seconds; without isolation it is imported once a worker, not once a file.
          pool: 'threads',
          isolate: false,
        },
      },
    ],
  },
});
