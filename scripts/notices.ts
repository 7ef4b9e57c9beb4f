import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin } from 'vite';

/** What the licences of packages and data ask to be passed on beside the packages' licences themselves. */
const notices = [
  'node_modules/@cloudscape-design/components/NOTICE',
  'node_modules/@cloudscape-design/components/THIRD-PARTY-LICENSES',
  'node_modules/monaco-editor/ThirdPartyNotices.txt',
  'src/catalogue/data/LICENSE.txt',
];

/** Puts the notices of the bundled packages into `notices.txt`; `build.license` writes the licences. */
export function thirdPartyNotices(root: string): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle() {
      const texts = notices.map((file) => `${file}\n\n${readFileSync(join(root, file), 'utf8')}`);
      this.emitFile({ type: 'asset', fileName: 'notices.txt', source: texts.join('\n\n') });
    },
  };
}
