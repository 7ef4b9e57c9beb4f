import { type Place, readPlace } from '#world';
import { anchorAt, anchorTowards, type Anchor, type Box, type Point } from './geometry.ts';
import { type Chip } from './scene-parts.ts';

/** Sizes in the diagram's own pixels. The style sheet draws to them. */
const header = 54;
const rowGap = 5;
const rows = { key: 24, session: 40, more: 18 } as const;
const foot = 9;

const sizes: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  sts: { width: 132, height: 78 },
  iam: { width: 132, height: 78 },
  role: { width: 296, height: 122 },
  bucket: { width: 176, height: 58 },
  table: { width: 176, height: 58 },
  person: { width: 176, height: header },
  github: { width: 176, height: header },
};
const fallback = { width: 176, height: 58 };

/** The box of a place that stands at `at` and shows these chips. */
export function boxOf(place: Place, at: Point, chips: readonly Chip[], more: number): Box {
  const { width, height } = sizes[readPlace(place).type] ?? fallback;
  const shown = chips.map((chip) => rows[chip.kind] + rowGap);
  const extra = more > 0 ? [...shown, rows.more + rowGap] : shown;
  const below = extra.length > 0 ? extra.reduce((sum, row) => sum + row, 0) + foot - rowGap : 0;
  return { x: at.x, y: at.y, width, height: height + below };
}

/** The box with the chips that are likely to come: what a view is fitted to. */
export function roomOf(place: Place, box: Box): Box {
  const { type } = readPlace(place);
  const chips = rows.key + rows.session + 2 * rowGap + foot;
  return type === 'person' ? { ...box, height: Math.max(box.height, header + chips) } : box;
}

/** Where a request can stand: at a place, or at one of the two parts of a role. */
export interface Stop {
  readonly place: Place;
  readonly port: 'node' | 'trust' | 'permissions';
}

export type Boxes = ReadonlyMap<string, Box>;

export const stopAt = (place: Place, port: Stop['port'] = 'node'): Stop => ({ place, port });

export const isSameStop = (a: Stop, b: Stop): boolean => a.place === b.place && a.port === b.port;

/** Where one leaves or enters a stop on the way to or from another; `undefined` when either is not drawn. */
export function anchorFor(boxes: Boxes, stop: Stop, other: Stop): Anchor | undefined {
  const here = portBox(boxes, stop);
  const there = portBox(boxes, other);
  if (!here || !there) return undefined;
  if (isSameStop(stop, other)) return anchorAt(here, ownSide(stop));
  return anchorTowards(here, there, closedSide[stop.port]);
}

/** Where one stands that comes from nowhere: above a place, and below people, who are at the top of the picture. */
const ownSide = ({ place }: Stop) => (place.startsWith('person:') ? 'bottom' : 'top');

/** The two parts of a role stand side by side: nothing enters through the wall between them. */
const closedSide = { node: undefined, trust: 'right', permissions: 'left' } as const;

function portBox(boxes: Boxes, { place, port }: Stop): Box | undefined {
  const box = boxes.get(place);
  if (!box || port === 'node') return box;
  const width = box.width / 2;
  return { ...box, width, x: port === 'trust' ? box.x : box.x + width };
}
