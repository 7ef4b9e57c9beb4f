import { useState } from 'react';

/** Which policies of a list are open. The one that decided is opened once each time that another one decided. */
export function useOpenRefs(litRef: string | undefined) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => refSet(litRef));
  const [seen, setSeen] = useState(litRef);
  if (seen !== litRef) {
    setSeen(litRef);
    setOpen(new Set([...open, ...refSet(litRef)]));
  }
  const toggle = (ref: string) => setOpen(toggled(open, ref));
  return { open, toggle };
}

const refSet = (ref: string | undefined): ReadonlySet<string> =>
  new Set(ref === undefined ? [] : [ref]);

export function toggled(refs: ReadonlySet<string>, ref: string): ReadonlySet<string> {
  const next = new Set(refs);
  if (!next.delete(ref)) next.add(ref);
  return next;
}
