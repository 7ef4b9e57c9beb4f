import { type Happening, type Place, type World } from '#world';
import { personColour } from '../kit/person-colour.ts';
import { timeOfDay, sayLength } from '../kit/instant.ts';
import { chipOf, type ChipSource } from './chips.ts';
import { boxAround, centreOf, type Point } from './geometry.ts';
import { holdingsAt } from './holdings.ts';
import { tripOf } from './journey.ts';
import { legDuration } from './leg-duration.ts';
import { restLines } from './lines.ts';
import { roomOf, type Boxes } from './place-box.ts';
import { roleOf, viewOf, type ViewSource } from './place-views.ts';
import {
  type ClockCue,
  type LabelSide,
  type Line,
  type Region,
  type Scene,
  type ScenePlace,
  type Traveller,
} from './scene-parts.ts';
import { travelTo, type Drawn, type Stand } from './travel.ts';

/** Which places are drawn, and where their upper left corners are, in the diagram's own pixels. */
export type Layout = Readonly<Record<string, Point>>;

/**
 * What is seen of the world at one moment. `at` is an index into the happenings of the command that is
 * shown; -1: nothing is under way.
 */
export function sceneOf(
  world: World,
  happenings: readonly Happening[],
  at: number,
  layout: Layout,
): Scene {
  const drawn = placesOf(layout);
  const trip = tripOf(world, happenings, drawn);
  const holdings = holdingsAt(world, happenings, at);
  const source: ViewSource = { world, happenings, at, holdings, trip };
  const views = drawn.flatMap((place) => viewOf(source, place, layout[place] ?? origin) ?? []);
  const boxes: Boxes = new Map(views.map((view) => [view.place, view.box]));
  const travelled = travelTo(trip, boxes, happenings, at);
  const stop = travelled?.leg.hidden ? undefined : travelled?.stand?.stop.place;
  const places = inReadingOrder(views.map((view) => ({ ...view, active: view.place === stop })));
  const regions = regionsOf(world, places);
  const bounds = boxAround([
    ...places.map((view) => roomOf(view.place, view.box)),
    ...regions.map((region) => region.box),
  ]);
  const traveller = travellerOf(source, travelled, centreOf(bounds).x);
  return {
    places,
    regions,
    lines: [...restLines(places, boxes), ...legLine(travelled, traveller, places)],
    traveller,
    clock: clockCue(happenings[at]),
    bounds,
  };
}

const origin: Point = { x: 0, y: 0 };

const placesOf = (layout: Layout): readonly Place[] => Object.keys(layout) as Place[];

/** Rows from the top, each from the left; boxes that begin at nearly one height are a row. */
function inReadingOrder(places: readonly ScenePlace[]): readonly ScenePlace[] {
  const row = ({ box }: ScenePlace) => Math.round(box.y / 60);
  return places.toSorted((a, b) => row(a) - row(b) || a.box.x - b.box.x);
}

function travellerOf(
  source: ViewSource,
  drawn: Drawn | undefined,
  middle: number,
): Traveller | undefined {
  const { happenings, at, trip } = source;
  const happening = happenings[at];
  if (!happening || !drawn?.stand || drawn.leg.hidden) return undefined;
  const { leg, stand } = drawn;
  return {
    moment: at,
    points: drawn.points,
    colour: personColour(actorOf(happenings)),
    label: leg.label ?? trip.label,
    labelSide: labelSideOf(stand, middle),
    mark: leg.mark,
    pulsing: leg.pulsing ?? false,
    chip: leg.carries === undefined ? undefined : chipUnderWay(source, leg.carries),
    duration: legDuration(happening),
  };
}

/** Where the words cover least: there is room below people, and a narrow gap above what stands below. */
function labelSideOf({ stop, anchor }: Stand, middle: number): LabelSide {
  if (anchor.side === 'left') return 'under-left';
  if (anchor.side === 'right') return 'under-right';
  if (anchor.side === 'bottom' && stop.port === 'node') return 'under';
  const where = anchor.side === 'top' ? 'up' : 'down';
  return anchor.x > middle ? `${where}-left` : `${where}-right`;
}

const chipUnderWay = (source: ChipSource, key: string) => ({
  ...chipOf(source, key, undefined),
  copyOf: undefined,
});

function actorOf(happenings: readonly Happening[]): string {
  for (const happening of happenings) if ('by' in happening) return happening.by;
  return '';
}

function legLine(
  drawn: Drawn | undefined,
  traveller: Traveller | undefined,
  places: readonly ScenePlace[],
): readonly Line[] {
  const from = drawn?.from?.place;
  const to = drawn?.stand?.stop.place;
  if (!drawn?.path || !traveller || !from || !to) return [];
  const title = (place: Place) => places.find((view) => view.place === place)?.title ?? place;
  const what = traveller.chip ? 'credentials' : traveller.label;
  const name = `${what} from ${title(from)} to ${title(to)}`;
  return [{ id: 'leg', from, to, path: drawn.path, kind: 'leg', colour: traveller.colour, name }];
}

function clockCue(happening: Happening | undefined): ClockCue | undefined {
  if (happening?.type !== 'waited') return undefined;
  const { from, until } = happening;
  return { passed: `+${sayLength(until - from)}`, until: timeOfDay(until) };
}

const labelHeight = 14;

/** What belongs to one account lies in one frame. */
function regionsOf(world: World, places: readonly ScenePlace[]): readonly Region[] {
  return Object.values(world.accounts).flatMap((account) => {
    const inside = places.filter(
      ({ kind, place, title }) =>
        (kind === 'role' && roleOf(account, place.slice('role:'.length)) !== undefined) ||
        (kind === 'bucket' && title in account.buckets) ||
        (kind === 'table' && title in account.tables),
    );
    if (inside.length === 0) return [];
    const frame = boxAround(
      inside.map((view) => view.box),
      18,
    );
    const box = { ...frame, height: frame.height + labelHeight };
    return [{ id: account.id, label: `AWS account ${account.id} · ${account.name}`, box }];
  });
}
