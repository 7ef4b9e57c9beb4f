import { type Happening } from '#world';
import { before, pathBetween, pointsBetween, type Anchor, type Point } from './geometry.ts';
import { legOf, type Leg, type Trip } from './journey.ts';
import { anchorFor, isSameStop, stopAt, type Boxes, type Stop } from './place-box.ts';

/** How far before a border a request stands. */
const standOff = 16;

/** Where a request stands: the stop and the point before its border. */
export interface Stand {
  readonly stop: Stop;
  readonly anchor: Anchor;
}

/** One leg as drawn. */
export interface Drawn {
  readonly leg: Leg;
  readonly stand: Stand | undefined;
  readonly points: readonly Point[];
  readonly path: string;
  readonly from: Stop | undefined;
}

/** Walks through the happenings up to `at` and gives the last leg: each starts where the one before ended. */
export function travelTo(
  trip: Trip,
  boxes: Boxes,
  happenings: readonly Happening[],
  at: number,
): Drawn | undefined {
  let drawn: Drawn | undefined;
  for (let index = 0; index <= at; index++)
    drawn = draw(boxes, legOf(trip, happenings, index), afterwards(drawn));
  return drawn;
}

/** Credentials go their way alone: the request stays where they set out from. */
function afterwards(drawn: Drawn | undefined): Stand | undefined {
  if (!drawn?.leg.carries) return drawn?.stand;
  return drawn.from && drawn.stand && { stop: drawn.from, anchor: drawn.stand.anchor };
}

function draw(boxes: Boxes, leg: Leg, last: Stand | undefined): Drawn {
  const start = leg.from ? standBy(boxes, leg.from, leg.route[0], last) : last;
  let stand = start;
  const points: Point[] = [];
  const paths: string[] = [];
  const arrived = start && isAt(leg.route.at(-1), start.stop);
  for (const stop of arrived ? [] : leg.route) {
    const step = stepTo(boxes, stand, stop);
    if (!step) continue;
    points.push(...step.points);
    if (step.path) paths.push(step.path);
    stand = step.stand;
  }
  const here = stand ? [pointOf(stand.anchor)] : [];
  return {
    leg,
    stand,
    points: points.length > 0 ? points : here,
    path: paths.join(''),
    from: leg.from ?? last?.stop,
  };
}

/** What is answered where the request stands already makes no round trip. */
const isAt = (goal: Stop | undefined, stop: Stop): boolean =>
  goal !== undefined && isSameStop(goal, stop);

const pointOf = ({ x, y }: Point): Point => ({ x, y });

function standBy(
  boxes: Boxes,
  stop: Stop,
  next: Stop | undefined,
  last: Stand | undefined,
): Stand | undefined {
  if (last && isSameStop(last.stop, stop) && !next) return last;
  const anchor = anchorFor(boxes, stop, next ?? stop);
  return anchor && { stop, anchor: before(anchor, standOff) };
}

interface Step {
  readonly stand: Stand;
  readonly points: readonly Point[];
  readonly path: string;
}

/** `undefined`: the stop is not drawn, or the request stands there already. */
function stepTo(boxes: Boxes, from: Stand | undefined, to: Stop): Step | undefined {
  if (from && isSameStop(from.stop, to)) return undefined;
  const arrival = anchorFor(boxes, to, from?.stop ?? stopAt(to.place));
  if (!arrival) return undefined;
  const stand = { stop: to, anchor: before(arrival, standOff) };
  const exit = from && anchorFor(boxes, from.stop, to);
  if (!exit) return { stand, points: [pointOf(stand.anchor)], path: '' };
  const start = before(exit, standOff);
  return {
    stand,
    points: [...crossing(from.anchor, start), ...pointsBetween(start, stand.anchor)],
    path: pathBetween(exit, arrival),
  };
}

/** From where a request entered a place to where it leaves it. */
function crossing(from: Point, to: Point): readonly Point[] {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance < 2) return [];
  const steps = Math.ceil(distance / 14);
  return Array.from({ length: steps }, (_, index) => ({
    x: from.x + ((to.x - from.x) * index) / steps,
    y: from.y + ((to.y - from.y) * index) / steps,
  }));
}
