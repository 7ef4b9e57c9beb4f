import { lazy, Suspense, useEffect, useState } from 'react';
import { type Theme } from '../theme.ts';

const ConsoleDesk = lazy(() => import('./console-desk.tsx'));

/** The console page of what is selected. It is loaded once the player is ready and the browser idle. */
export function ConsolePanel({ theme }: { theme: Theme }) {
  const idle = useIdle();
  return (
    <section className="console-panel" aria-label="Console">
      {idle ? (
        <Suspense fallback={<Waiting />}>
          <ConsoleDesk theme={theme} />
        </Suspense>
      ) : (
        <Waiting />
      )}
    </section>
  );
}

const Waiting = () => (
  <p className="console-waiting" role="status">
    Opening the console …
  </p>
);

/** Whether the browser has had time for something that can wait. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIdle(true), 300);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(() => setIdle(true), { timeout: 1500 });
    return () => cancelIdleCallback(handle);
  }, []);
  return idle;
}
