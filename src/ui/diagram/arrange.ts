import { bucketPlace, personPlace, rolePlace, tablePlace, type Place, type World } from '#world';
import { type Layout } from './scene.ts';

/** `wide` for a panel on a desk, `tall` for a telephone. */
export type Shape = 'wide' | 'tall';

const column = 192;
const plans = {
  wide: {
    perRow: 4,
    row: 196,
    services: 232,
    role: { x: 246, y: 232 },
    resources: { x: 174, below: 176 },
  },
  tall: {
    perRow: 2,
    row: 178,
    services: 0,
    role: { x: 36, y: 190 },
    resources: { x: 0, below: 168 },
  },
} as const;
const roleHeight = 156;

/**
 * A layout for any world: people above, STS and the public repository in the middle, roles beside or below,
 * what they give access to at the bottom. The administrator stays out of the picture.
 */
export function arrange(world: World, shape: Shape): Layout {
  const plan = plans[shape];
  const accounts = Object.values(world.accounts);
  const people = Object.values(world.people).filter((person) => person.role !== 'administrator');
  const extraRows =
    Math.max(1, Math.ceil(people.length / plan.perRow)) - (shape === 'wide' ? 1 : 0);
  const top = plan.services + extraRows * plan.row;
  const roles = accounts.flatMap((account) => Object.values(account.roles));
  const roleTop = top + (shape === 'wide' ? 0 : plan.role.y);
  const bottom = roleTop + Math.max(0, roles.length - 1) * roleHeight + plan.resources.below;
  const resources = accounts.flatMap((account) => [
    ...Object.keys(account.buckets).map(bucketPlace),
    ...Object.keys(account.tables).map(tablePlace),
  ]);
  const github: Entry = ['github', { x: (shape === 'wide' ? 3 : 1) * column, y: top }];
  const entries: [Place, { x: number; y: number }][] = [
    ...people.map(({ id }, index) => at(personPlace(id), index, plan.perRow, plan.row)),
    ['sts', { x: shape === 'wide' ? 0 : 22, y: top }],
    ...(hasOpenWorld(world) ? [github] : []),
    ...roles.map(({ arn }, index) => roleAt(rolePlace(arn), plan.role.x, roleTop, index)),
    ...resources.map((place, index) => shifted(at(place, index, 2, 84), plan.resources.x, bottom)),
  ];
  return Object.fromEntries(entries);
}

/** A public repository belongs to the story only where somebody outside could read it. */
const hasOpenWorld = ({ people, published }: World): boolean =>
  published.length > 0 || Object.values(people).some((person) => person.role === 'outsider');

type Entry = [Place, { x: number; y: number }];

const at = (place: Place, index: number, perRow: number, row: number): Entry => [
  place,
  { x: (index % perRow) * column, y: Math.floor(index / perRow) * row },
];

const roleAt = (place: Place, x: number, top: number, index: number): Entry => [
  place,
  { x, y: top + index * roleHeight },
];

const shifted = ([place, point]: Entry, x: number, y: number): Entry => [
  place,
  { x: point.x + x, y: point.y + y },
];
