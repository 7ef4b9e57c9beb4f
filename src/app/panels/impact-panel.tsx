import { useMemo } from 'react';
import { beforeOptions, latestWorld, useLab, worldAtCursor } from '#store';
import { ImpactMatrix } from '../../ui/impact/impact-matrix.tsx';
import { impactColumns, impactRows } from '../impact-rows.ts';

/** Who could work with the role at the cursor, beside the moment before anything was done about it. */
export default function ImpactPanel() {
  const world = useLab(worldAtCursor);
  const before = useLab((s) => latestWorld(beforeOptions(s.run)));
  const probe = useLab((s) => s.run.lesson.impact);
  const rows = useMemo(
    () => (probe ? impactRows(world, before === world ? undefined : before, probe) : []),
    [world, before, probe],
  );
  return (
    <ImpactMatrix
      title="Who could work right now"
      caption="Each cell is tried on a copy of this moment: one read of the report with the role."
      columns={impactColumns}
      rows={rows}
    />
  );
}
