import { getViewportForBounds, useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import { type Box } from './geometry.ts';
import { type Layout } from './scene.ts';

const padding = { top: '14px', right: '16px', bottom: '22px', left: '16px' } as const;
const smallest = 0.4;
const largest = 1.3;

/** Fits the picture to its container, anew for another size or layout. */
export function FittedView({ bounds, layout }: { bounds: Box; layout: Layout }) {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const { setViewport } = useReactFlow();
  const { x, y, width: wide, height: high } = bounds;
  const fit = useCallback(() => {
    if (width === 0 || height === 0) return;
    const box = { x, y, width: wide, height: high };
    void setViewport(getViewportForBounds(box, width, height, smallest, largest, padding));
  }, [width, height, x, y, wide, high, setViewport]);
  useEffect(fit, [fit, layout]);
  return undefined;
}
