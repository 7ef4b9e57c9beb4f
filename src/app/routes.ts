import { useSyncExternalStore } from 'react';

/** Every state of the app that has an address. */
export type Route =
  | { readonly page: 'map' }
  | { readonly page: 'lesson'; readonly lesson: string; readonly step: string | undefined }
  | { readonly page: 'sandbox' }
  | { readonly page: 'proof' }
  | { readonly page: 'unknown'; readonly address: string };

/** Reads the part of an address from its `#` on. Any text gives a route. */
export function readRoute(hash: string): Route {
  const unknown: Route = { page: 'unknown', address: decoded(hash) };
  const [page = '', ...parts] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean)
    .map(decoded);
  switch (page) {
    case '':
      return { page: 'map' };
    case 'lesson': {
      const [id, step] = parts;
      if (parts.length > 2) return unknown;
      return id === undefined ? { page: 'map' } : { page: 'lesson', lesson: id, step };
    }
    case 'sandbox':
    case 'proof':
      return parts.length > 0 ? unknown : { page };
    default:
      return unknown;
  }
}

/** What somebody sent us may be encoded, or only look so. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const lessonAddress = (lesson: string, step?: string): string =>
  lesson === 'sandbox'
    ? '#/sandbox'
    : step === undefined
      ? `#/lesson/${lesson}`
      : `#/lesson/${lesson}/${step}`;

export function useRoute(): Route {
  const hash = useSyncExternalStore(watchHash, () => window.location.hash);
  return readRoute(hash);
}

function watchHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
