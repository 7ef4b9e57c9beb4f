import { type Command } from '../command.ts';
import { after, endOfTime } from '../clock.ts';
import { type Happening } from '../happening.ts';
import { personById } from '../iam/lookup.ts';
import { type AccessKeyId, type Person, simTime, type World } from '../model.ts';
import { choose } from './choose.ts';

type Leak = Extract<Command, { type: 'leak' }>;
type Copy = Extract<Command, { type: 'copy' }>;
type Wait = Extract<Command, { type: 'wait' }>;

export interface Applied {
  readonly world: World;
  readonly happenings: readonly Happening[];
}

/** Credentials get into a public repository: whoever reads it can copy them. */
export function leak(world: World, command: Leak): Applied {
  const { by, accessKeyId, repository } = command;
  if (!personById(world, by)?.holds.includes(accessKeyId)) {
    return impossible(world, by, 'nobody can publish credentials that they do not hold');
  }
  const publication = { accessKeyId, by, at: world.now, repository };
  return {
    world: { ...world, published: [...world.published, publication] },
    happenings: [{ type: 'leaked', by, accessKeyId, repository }],
  };
}

/** Publishes the newest session that the person holds. */
export function leakLatestSession(
  world: World,
  { by, repository }: Extract<Command, { type: 'leak-latest-session' }>,
): Applied {
  const person = personById(world, by);
  const accessKeyId = person && choose(world, person, { type: 'latest-session' });
  return accessKeyId
    ? leak(world, { type: 'leak', by, accessKeyId, repository })
    : impossible(world, by, 'there is no session to publish');
}

/** Copies what was published last in a repository. */
export function copyPublished(
  world: World,
  { by, repository }: Extract<Command, { type: 'copy-published' }>,
): Applied {
  const publication = world.published.findLast((p) => p.repository === repository);
  return publication
    ? copy(world, { type: 'copy', by, accessKeyId: publication.accessKeyId, from: { repository } })
    : impossible(world, by, 'nothing was published there');
}

/** A copy is the same key in another hand. */
export function copy(world: World, command: Copy): Applied {
  const { by, accessKeyId, from } = command;
  const taker = personById(world, by);
  if (!taker || !liesAt(world, accessKeyId, from)) {
    return impossible(world, by, 'those credentials are not there to be copied');
  }
  const holder: Person = taker.holds.includes(accessKeyId)
    ? taker
    : { ...taker, holds: [...taker.holds, accessKeyId] };
  return {
    world: { ...world, people: { ...world.people, [by]: holder } },
    happenings: [{ type: 'copied', by, accessKeyId, from }],
  };
}

const liesAt = (world: World, key: AccessKeyId, from: Copy['from']): boolean =>
  'person' in from
    ? (personById(world, from.person)?.holds.includes(key) ?? false)
    : world.published.some((p) => p.accessKeyId === key && p.repository === from.repository);

/**
 * The clock moves on by whole seconds, and sessions come to their end. Less than nothing moves nothing, and
 * what is no number neither.
 */
export function wait(world: World, command: Wait): Applied {
  const seconds = Number.isFinite(command.seconds) ? Math.max(0, Math.floor(command.seconds)) : 0;
  const until = simTime(Math.min(after(world.now, seconds), Math.max(world.now, endOfTime)));
  const expired = Object.values(world.credentials).filter(
    (c) => c.type === 'session' && c.expiresAt > world.now && c.expiresAt <= until,
  );
  return {
    world: { ...world, now: until },
    happenings: [
      { type: 'waited', from: world.now, until },
      ...expired.map((c): Happening => ({
        type: 'credentials-expired',
        accessKeyId: c.accessKeyId,
      })),
    ],
  };
}

export const impossible = (world: World, by: string, why: string): Applied => ({
  world,
  happenings: [{ type: 'impossible', by, why }],
});
