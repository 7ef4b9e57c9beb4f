import { type Edge, type EdgeProps } from '@xyflow/react';
import { type Line } from './scene-parts.ts';

export type WayEdgeType = Edge<{ readonly line: Line }, 'way'>;

/** A way between two places, drawn as the scene says: calm, or emphasised while it is travelled. */
export function WayEdge({ data }: EdgeProps<WayEdgeType>) {
  if (!data) return undefined;
  const { path, kind, colour } = data.line;
  return <path className={`way way-${kind}`} d={path} style={colour ? { stroke: colour } : {}} />;
}
