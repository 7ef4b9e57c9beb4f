import { useEffect } from 'react';
import { happeningAtCursor, useLab } from '#store';
import { legDuration } from '../ui/diagram/leg-duration.ts';

/** While a run plays, goes on to the next happening as soon as the diagram has shown the current one. */
export function usePlayer(): void {
  const playing = useLab((s) => s.playing);
  const cursor = useLab((s) => s.run.cursor);
  const happening = useLab(happeningAtCursor);
  const speed = useLab((s) => s.speed);
  const forward = useLab((s) => s.forward);
  useEffect(() => {
    if (!playing) return;
    const milliseconds = cursor.entry < 0 || !happening ? 0 : legDuration(happening) / speed;
    const timer = setTimeout(forward, milliseconds);
    return () => clearTimeout(timer);
  }, [playing, cursor, happening, speed, forward]);
}
