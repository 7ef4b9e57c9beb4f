import { type AccessKeyId, type World } from '#world';

/** Somebody, or some place in the open, that has a copy of credentials. */
export type Holder =
  | { readonly type: 'person'; readonly id: string; readonly name: string }
  | { readonly type: 'repository'; readonly repository: string };

/** Who holds a copy of an access key: people in the world's order, then public repositories. AWS cannot see this. */
export function holdersOf(world: World, accessKeyId: AccessKeyId): readonly Holder[] {
  const people = Object.values(world.people)
    .filter((person) => person.holds.includes(accessKeyId))
    .map(({ id, name }) => ({ type: 'person' as const, id, name }));
  const repositories = world.published
    .filter((publication) => publication.accessKeyId === accessKeyId)
    .map(({ repository }) => ({ type: 'repository' as const, repository }));
  return [...people, ...repositories];
}
