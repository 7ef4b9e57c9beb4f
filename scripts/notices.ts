import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin } from 'vite';

/** What the packages' licences ask to be passed on beside the licences themselves. */
const notices = [
  '@cloudscape-design/components/NOTICE',
  '@cloudscape-design/components/THIRD-PARTY-LICENSES',
  'monaco-editor/ThirdPartyNotices.txt',
];

/** Puts the notices of the bundled packages into `notices.txt`; `build.license` writes the licences. */
export function thirdPartyNotices(root: string): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle() {
      const texts = notices.map(
        (file) => `${file}\n\n${readFileSync(join(root, 'node_modules', file), 'utf8')}`,
      );
      this.emitFile({ type: 'asset', fileName: 'notices.txt', source: texts.join('\n\n') });
    },
  };
}
