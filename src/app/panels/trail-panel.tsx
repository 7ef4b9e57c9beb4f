import { useLab, worldAtCursor } from '#store';
import { Trail } from '../../ui/trail/trail.tsx';

/** CloudTrail at the cursor. */
export default function TrailPanel() {
  const records = useLab((s) => worldAtCursor(s).trail);
  const entries = useLab((s) => s.run.entries);
  const goTo = useLab((s) => s.goTo);
  const show = (index: number) => {
    const entry = entries.findIndex((e) => e.after.trail.length > index);
    if (entry >= 0) goTo({ entry, step: Number.MAX_SAFE_INTEGER });
  };
  return <Trail records={records} onShow={show} />;
}
