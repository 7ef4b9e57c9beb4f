import { useLab, worldAtCursor } from '#store';
import { tell } from '../../ui/kit/narrate.ts';
import { TextTwin } from '../../ui/twin/text-twin.tsx';

/** Diagram and run as text. */
export default function TwinPanel() {
  const world = useLab(worldAtCursor);
  const entries = useLab((s) => s.run.entries);
  const cursor = useLab((s) => s.run.cursor);
  return <TextTwin world={world} entries={tell(entries)} cursor={cursor} />;
}
