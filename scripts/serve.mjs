// Serves `dist` the way GitHub Pages does: under a sub-path, compressed, a real 404, and no headers of ours.
// What works here works there; in particular nothing may lean on a header that Pages cannot send.
//   node scripts/serve.mjs [port]      or PORT=… (4173)
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const base = '/assumerole-lab/';
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const port = Number(process.argv[2] ?? process.env.PORT ?? 4173);

/** @type {Record<string, string>} */
const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressible = /^(text[/]|application[/]|image[/]svg|font[/]ttf)/;

if (!existsSync(join(dist, 'index.html'))) {
  process.stderr.write('There is no dist yet: run `npm run build` first.\n');
  process.exit(1);
}

/** Compressed once a file, so that a test's timing measures the page and not this server. */
/** @type {Map<string, Buffer>} */
const compressed = new Map();

const server = createServer((request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405).end();
    return;
  }
  const path = pathOf(request.url ?? '/');
  if (path === base.slice(0, -1)) {
    response.writeHead(301, { Location: base }).end();
    return;
  }
  const file = path === undefined ? undefined : fileAt(path);
  const found = file ?? notFoundPage();
  const type =
    found === undefined
      ? 'text/plain; charset=utf-8'
      : (contentTypes[extname(found)] ?? 'application/octet-stream');
  const gzip =
    found !== undefined &&
    compressible.test(type) &&
    /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const body = found === undefined ? Buffer.from('404: not found\n') : bodyOf(found, gzip);
  response.writeHead(file === undefined ? 404 : 200, {
    'Content-Type': type,
    'Content-Length': body.length,
    ...(gzip && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
});

server.on('error', (error) => {
  process.stderr.write(`Cannot serve on port ${port}: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => {
  process.stdout.write(`AssumeRole Lab, as built: http://127.0.0.1:${port}${base}\n`);
});

/**
 * @param {string} url
 * @returns {string | undefined} the decoded path; `undefined` when it cannot be decoded
 */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path
 * @returns {string | undefined} a file in `dist`, never one outside it
 */
function fileAt(path) {
  if (!path.startsWith(base) || path.includes('\0')) return undefined;
  const wanted = join(dist, path.slice(base.length));
  if (wanted !== dist && wanted !== dist + sep && !wanted.startsWith(dist + sep)) return undefined;
  const file = path.endsWith('/') ? join(wanted, 'index.html') : wanted;
  return isFile(file) ? file : undefined;
}

function notFoundPage() {
  const page = join(dist, '404.html');
  return isFile(page) ? page : undefined;
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * @param {string} file
 * @param {boolean} gzip
 */
function bodyOf(file, gzip) {
  if (!gzip) return readFileSync(file);
  const key = `${file} ${statSync(file).mtimeMs}`;
  const body = compressed.get(key) ?? gzipSync(readFileSync(file));
  compressed.set(key, body);
  return body;
}
