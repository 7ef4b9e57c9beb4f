import { useEffect, useSyncExternalStore } from 'react';
import { useLab } from '#store';

export type Theme = 'light' | 'dark';

const dark = '(prefers-color-scheme: dark)';

/** Whether a media query holds, followed as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
  );
}

/** The theme in force: the learner's choice or, without one, the browser's. It is written on the page itself. */
export function useTheme(): Theme {
  const chosen = useLab((s) => s.settings.theme);
  const system: Theme = useMedia(dark) ? 'dark' : 'light';
  const theme = chosen === 'system' ? system : chosen;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return theme;
}
