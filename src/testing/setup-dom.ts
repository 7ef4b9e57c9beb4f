import { format } from 'node:util';
import '@testing-library/jest-dom/vitest';
import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

// Makes React say when a test changes state behind its back; the complaint then fails the test.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      complaints.push(`console.${method}: ${format(...parts)}`);
    });
  }
});

// Files share one document (see vite.config.ts), so each test leaves it as it found it.
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  const heard = complaints;
  complaints = [];
  if (heard.length > 0)
    throw new Error(`The test passed, but the console heard:\n${heard.join('\n')}`);
});

/**
 * Says once, a moment later as a browser does, that the element has a size. jsdom lays nothing out, so no other size
 * ever comes. A test that waits for it asks with `findBy…`.
 */
class OneSize implements ResizeObserver {
  readonly #tell: ResizeObserverCallback;
  readonly #targets = new Set<Element>();

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell;
  }

  observe(target: Element) {
    this.#targets.add(target);
    queueMicrotask(() => {
      if (!this.#targets.has(target)) return;
      act(() => this.#tell([entryFor(target)], this));
    });
  }

  unobserve(target: Element) {
    this.#targets.delete(target);
  }

  disconnect() {
    this.#targets.clear();
  }
}

function entryFor(target: Element): ResizeObserverEntry {
  const contentRect = target.getBoundingClientRect();
  const size = [{ inlineSize: contentRect.width, blockSize: contentRect.height }];
  return {
    target,
    contentRect,
    borderBoxSize: size,
    contentBoxSize: size,
    devicePixelContentBoxSize: size,
  };
}

/** jsdom draws nothing, so it prefers reduced motion: what a test sees is the last frame, at once. */
function matchMedia(media: string): MediaQueryList {
  const never = new EventTarget();
  return Object.assign(never, {
    media,
    matches: /prefers-reduced-motion:\s*reduce/.test(media),
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
}

/** React Flow reads the zoom from a transform's matrix. */
class Matrix {
  readonly m22: number;

  constructor(transform = '') {
    this.m22 = Number(/scale\(([\d.]+)\)/.exec(transform)?.[1] ?? 1);
  }
}

Object.assign(globalThis, { ResizeObserver: OneSize, DOMMatrixReadOnly: Matrix, matchMedia });
Object.assign(Element.prototype, { scrollIntoView: () => undefined });
Object.assign(SVGElement.prototype, { getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }) });
// React Flow keeps a node hidden until it measures something.
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => 1 },
  offsetHeight: { configurable: true, get: () => 1 },
});
