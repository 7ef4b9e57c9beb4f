import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { type Plugin } from 'vite';

const folder = fileURLToPath(new URL('../.cache/fonts', import.meta.url));
const weights = ['400', '700'];

/**
 * Cloudscape's global styles carry Open Sans eight times as base64: 183 KB, gzipped, that block the first paint. The
 * console uses two of the faces; these become files that the browser asks for when it needs them.
 */
export function consoleFonts(): Plugin {
  return {
    name: 'console-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /@cloudscape-design[/]global-styles[/]index[.]css/ },
      handler(css, id) {
        mkdirSync(folder, { recursive: true });
        const written: string[] = [];
        const code = css.replaceAll(/@font-face\s*\{[^}]*\}/g, (face) => {
          const weight = /font-weight:\s*(\d+)/.exec(face)?.[1] ?? '';
          const data = /url\('data:font\/woff2;base64,([^']*)'\)/.exec(face);
          if (!data?.[1] || !weights.includes(weight) || /font-style:\s*italic/.test(face))
            return '';
          const file = join(folder, `open-sans-${weight}.woff2`);
          writeFileSync(file, Buffer.from(data[1], 'base64'));
          written.push(weight);
          return face.replace(
            data[0],
            `url('${relative(dirname(id), file).replaceAll('\\', '/')}')`,
          );
        });
        if (written.join() !== weights.join()) {
          throw new Error(`Cloudscape's fonts have changed: found the weights ${written.join()}`);
        }
        // In a layer of its own, its normalize rules yield to ours wherever both speak.
        return { code: `@layer console {${code}}`, map: null };
      },
    },
  };
}
