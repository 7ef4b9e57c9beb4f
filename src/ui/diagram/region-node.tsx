import { type Node, type NodeProps } from '@xyflow/react';
import { type Region } from './scene-parts.ts';

export type RegionNodeType = Node<{ readonly region: Region }, 'region'>;

/** The frame around what belongs to one account. */
export function RegionNode({ data }: NodeProps<RegionNodeType>) {
  return (
    <div className="region" aria-hidden="true">
      <span className="region-label" translate="no">
        {data.region.label}
      </span>
    </div>
  );
}
