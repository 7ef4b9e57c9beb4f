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
  const [page = '', id, step, ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean);
  if (rest.length > 0) return { page: 'unknown', address: hash };
  switch (page) {
    case '':
      return { page: 'map' };
    case 'lesson':
      return id === undefined ? { page: 'map' } : { page: 'lesson', lesson: id, step };
    case 'sandbox':
    case 'proof':
      return { page };
    default:
      return { page: 'unknown', address: hash };
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
