import { anchorFor, stopAt, type Boxes, type Stop } from './place-box.ts';
import { pathBetween } from './geometry.ts';
import { type Line, type ScenePlace } from './scene-parts.ts';

/** The ways that are there at all times: to STS, from STS to the roles, from a role's permissions to what they are for. */
export function restLines(places: readonly ScenePlace[], boxes: Boxes): readonly Line[] {
  const of = (...kinds: readonly ScenePlace['kind'][]) =>
    places.filter((view) => kinds.includes(view.kind));
  const roles = of('role');
  const toSts = of('sts').flatMap((sts) => [
    ...of('person').map((person) => calm(boxes, person, sts)),
    ...roles.map((role) => calm(boxes, sts, role, 'trust')),
  ]);
  const toResources = roles.flatMap((role) =>
    of('bucket', 'table').map((resource) => calm(boxes, role, resource, 'permissions')),
  );
  const leaks = of('github').flatMap((github) =>
    of('person').flatMap((person) =>
      hasLeaked(person, github) ? leak(boxes, person, github) : [],
    ),
  );
  return [...toSts, ...toResources, ...leaks].filter((line) => line !== undefined);
}

/** The published copy is that of a session or key which this person was given. */
function hasLeaked(person: ScenePlace, github: ScenePlace): boolean {
  if (person.kind !== 'person' || github.kind !== 'github') return false;
  return github.chips.some((chip) => !chip.fresh && chip.copyOf === person.title);
}

type Port = Stop['port'];

function calm(boxes: Boxes, from: ScenePlace, to: ScenePlace, port: Port = 'node') {
  const start = stopAt(from.place, from.kind === 'role' ? port : 'node');
  const end = stopAt(to.place, to.kind === 'role' ? port : 'node');
  return line(boxes, start, end, 'calm', `from ${from.title} to ${to.title}`);
}

function leak(boxes: Boxes, from: ScenePlace, to: ScenePlace) {
  const name = `${from.title}’s credentials went to ${to.title}`;
  return line(boxes, stopAt(from.place), stopAt(to.place), 'leak', name);
}

function line(
  boxes: Boxes,
  start: Stop,
  end: Stop,
  kind: 'calm' | 'leak',
  name: string,
): Line | undefined {
  const exit = anchorFor(boxes, start, end);
  const entry = anchorFor(boxes, end, start);
  if (!exit || !entry) return undefined;
  const id = `${kind} ${start.place} ${end.place}`;
  const path = pathBetween(exit, entry);
  return { id, from: start.place, to: end.place, path, kind, colour: undefined, name };
}
