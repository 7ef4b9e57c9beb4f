import { useEffect, useState } from 'react';

/**
 * Makes a hook of something that is fetched when it is first needed: the hook gives `undefined` until it is here,
 * and as long as there is no network to fetch it. What has come once is there at once the next time.
 */
export function loadedOnNeed<T>(load: () => Promise<T>): () => T | undefined {
  let known: { readonly value: T } | undefined;
  return function useLoaded() {
    const [loaded, setLoaded] = useState(known);
    useEffect(() => {
      if (loaded !== undefined) return undefined;
      let wanted = true;
      const keep = (value: T) => {
        known = { value };
        if (wanted) setLoaded(known);
      };
      load().then(keep, () => undefined);
      return () => {
        wanted = false;
      };
    }, [loaded]);
    return loaded?.value;
  };
}
