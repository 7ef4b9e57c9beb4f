import workerUrl from 'monaco-editor/editor/editor.worker?worker&url';

/** What we use of Trusted Types, which TypeScript's own library does not describe. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** Lets this one script become a worker, and nothing else. */
const policy = window.trustedTypes?.createPolicy('app-worker-url', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError(`not a worker of this page: ${url}`);
    return url;
  },
});

/** Monaco's worker, which compares texts in the background. */
export function startEditorWorker(): Worker {
  const url = policy?.createScriptURL(workerUrl) ?? workerUrl;
  return new Worker(url, { type: 'module', name: 'editor' });
}
