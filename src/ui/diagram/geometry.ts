/** Points and boxes in the diagram's own pixels: what 100 % zoom shows. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A point on a box's border and the side it looks out of. */
export interface Anchor extends Point {
  readonly side: Side;
}

const outward: Record<Side, Point> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

export const centreOf = (box: Box): Point => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

/** The middle of that side of the box which looks at `target`; never the side `closed`. */
export function anchorTowards(box: Box, target: Box, closed?: Side): Anchor {
  const wanted = sidesTowards(box, target);
  return anchorAt(box, wanted.find((side) => side !== closed) ?? 'bottom');
}

export function anchorAt(box: Box, side: Side): Anchor {
  const { x, y } = centreOf(box);
  const out = outward[side];
  return { x: x + (out.x * box.width) / 2, y: y + (out.y * box.height) / 2, side };
}

/** Sides by how well they look at the target: above and below first, unless the boxes stand side by side. */
function sidesTowards(box: Box, target: Box): readonly Side[] {
  const here = centreOf(box);
  const there = centreOf(target);
  const vertical: Side = there.y < here.y ? 'top' : 'bottom';
  const horizontal: Side = there.x < here.x ? 'left' : 'right';
  const apart = target.y > box.y + box.height || target.y + target.height < box.y;
  return apart ? [vertical, horizontal] : [horizontal, vertical];
}

/** The same anchor, `distance` pixels further out: where a dot stands before a border. */
export function before(anchor: Anchor, distance: number): Anchor {
  const out = outward[anchor.side];
  return { ...anchor, x: anchor.x + out.x * distance, y: anchor.y + out.y * distance };
}

interface Curve {
  readonly start: Point;
  readonly pull: Point;
  readonly push: Point;
  readonly end: Point;
}

function curveBetween(start: Anchor, end: Anchor): Curve {
  const distance = Math.hypot(end.x - start.x, end.y - start.y);
  const reach = Math.min(150, Math.max(18, distance * 0.42));
  return { start, pull: before(start, reach), push: before(end, reach), end };
}

/** An SVG path that leaves one anchor and enters the other at right angles to their sides. */
export function pathBetween(start: Anchor, end: Anchor): string {
  const { pull, push } = curveBetween(start, end);
  const text = [start, pull, push, end].map(({ x, y }) => `${round(x)} ${round(y)}`);
  return `M${text[0] ?? ''}C${text.slice(1).join(' ')}`;
}

/** The same curve as points, for keyframes; `steps` pieces of equal time. */
export function pointsBetween(start: Anchor, end: Anchor, steps = 24): readonly Point[] {
  const curve = curveBetween(start, end);
  return Array.from({ length: steps + 1 }, (_, index) => pointOn(curve, index / steps));
}

function pointOn({ start, pull, push, end }: Curve, t: number): Point {
  const s = 1 - t;
  const at = (axis: 'x' | 'y') =>
    s * s * s * start[axis] +
    3 * s * s * t * pull[axis] +
    3 * s * t * t * push[axis] +
    t * t * t * end[axis];
  return { x: round(at('x')), y: round(at('y')) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The smallest box around all of them; around nothing, a small one that can still be fitted to a view. */
export function boxAround(boxes: readonly Box[], margin = 0): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 100, height: 100 };
  const left = Math.min(...boxes.map((box) => box.x)) - margin;
  const top = Math.min(...boxes.map((box) => box.y)) - margin;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
