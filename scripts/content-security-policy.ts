import { type Plugin } from 'vite';

/**
 * What the built page may do. The site is static, so the policy can only be a <meta>, and `frame-ancestors`, `sandbox`
 * and `report-uri` would be ignored there.
 */
const directives = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "manifest-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "script-src 'self'",
  // Monaco writes <style> elements for its themes and decorations; nothing else needs 'unsafe-inline'.
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  // Nothing leaves the tab. Data is therefore imported as modules: fetch() is refused even to our own origin.
  "connect-src 'none'",
  // No string becomes HTML or a script's address, except through the policies named below.
  "require-trusted-types-for 'script'",
  [
    'trusted-types',
    'app-worker-url', // ours: the addresses of our workers, and nothing else
    // Monaco's, by the names that its version 0.57 gives them
    'defaultWorkerFactory',
    'diffEditorWidget',
    'diffReview',
    'domLineBreaksComputer',
    'dompurify',
    'editorGhostText',
    'editorViewLayer',
    'richScreenReaderContent',
    'standaloneColorizer',
    'stickyScrollViewLayer',
    'tokenizeToString',
    "'allow-duplicates'", // Monaco creates defaultWorkerFactory twice
  ].join(' '),
];

/**
 * Puts the policy into the built page, right after the charset and so before anything that it governs.
 * Only into the build: the dev server's hot reloading needs an inline script and a socket.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const meta = `<meta http-equiv="Content-Security-Policy" content="${directives.join('; ')}" />`;
        const guarded = html.replace(/<meta charset="[^"]*"[^>]*>/i, `$&\n    ${meta}`);
        if (guarded === html)
          throw new Error('index.html has no <meta charset> to put the CSP after');
        return guarded;
      },
    },
  };
}
