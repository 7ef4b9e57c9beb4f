import { type Happening, type Session, type World } from '#world';
import { personColour } from '../kit/person-colour.ts';
import { countdown } from './clock-words.ts';
import { giftOf, issuedTo, userById, type Holdings } from './holdings.ts';
import { type Chip } from './scene-parts.ts';

const sessionsShown = 2;
const keysShown = 2;
const soon = 5 * 60_000;

/** What the chips of one moment need. */
export interface ChipSource {
  readonly world: World;
  readonly happenings: readonly Happening[];
  readonly at: number;
  readonly holdings: Holdings;
}

/** The chips of a holder, keys first and then the newest sessions; `holder` is a person's id or the open. */
export function chipsOf(
  source: ChipSource,
  holder: string | undefined,
): { readonly chips: readonly Chip[]; readonly more: number } {
  const { people, published } = source.holdings;
  const held = holder === undefined ? published : (people[holder] ?? []);
  const all = held.map((key) => chipOf(source, key, holder));
  const keys = all.filter((chip) => chip.kind === 'key').slice(-keysShown);
  const sessions = all.filter((chip) => chip.kind === 'session').slice(-sessionsShown);
  const chips = [...keys, ...sessions];
  return { chips, more: all.length - chips.length };
}

export function chipOf(source: ChipSource, key: string, holder: string | undefined): Chip {
  const { world, happenings, at, holdings } = source;
  const owner = issuedTo(world, happenings, holdings, key);
  const gift = giftOf(happenings[at]);
  const facts = factsOf(source, key);
  return {
    accessKeyId: key,
    kind: facts.kind,
    shortId: `${key.slice(0, 4)}…${key.slice(-4)}`,
    label: facts.label,
    tag: facts.kind === 'session' ? letterOf(source, key) : '',
    colour: personColour(owner?.id ?? ''),
    time: facts.expiresAt === undefined ? undefined : timeLeft(facts.expiresAt - world.now),
    copyOf: owner && owner.id !== holder ? owner.name : undefined,
    fresh: gift?.key === key && gift.to === holder,
  };
}

interface Facts {
  readonly kind: Chip['kind'];
  readonly label: string;
  readonly expiresAt?: number;
}

function factsOf({ world, happenings }: ChipSource, key: string): Facts {
  const credentials = world.credentials[key];
  if (credentials?.type === 'long-term') {
    const state = credentials.status === 'Inactive' ? ' (inactive)' : '';
    return { kind: 'key', label: `long-term key${state}` };
  }
  if (credentials) {
    const { session, expiresAt } = credentials;
    return { kind: 'session', label: sessionLabel(world, session), expiresAt };
  }
  for (const happening of happenings)
    if (happening.type === 'credentials-issued' && happening.accessKeyId === key)
      return {
        kind: 'session',
        label: labelOfArn(happening.sessionArn),
        expiresAt: happening.expiresAt,
      };
  return { kind: key.startsWith('ASIA') ? 'session' : 'key', label: 'deleted key' };
}

function sessionLabel(world: World, session: Session): string {
  switch (session.type) {
    case 'assumed-role':
      return `${session.roleName}/${session.sessionName}`;
    case 'session-token':
      return `session of ${userById(world, session.account, session.userId)?.name ?? 'a deleted user'}`;
    case 'federated-user':
      return `federated ${session.name}`;
  }
}

/** `DemoRole/emy` of `arn:aws:sts::111122223333:assumed-role/DemoRole/emy`. */
const labelOfArn = (arn: string): string => arn.split('/').slice(1).join('/') || arn;

function timeLeft(milliseconds: number): Chip['time'] {
  if (milliseconds <= 0) return { left: 'expired', state: 'expired' };
  return { left: countdown(milliseconds), state: milliseconds < soon ? 'soon' : 'long' };
}

/** Sessions are lettered in the order in which they were issued. */
function letterOf({ world, happenings }: ChipSource, key: string): string {
  const issued = Object.values(world.credentials)
    .filter((credentials) => credentials.type === 'session')
    .map((credentials): string => credentials.accessKeyId);
  const now = happenings.flatMap((happening) =>
    happening.type === 'credentials-issued' ? [happening.accessKeyId] : [],
  );
  return letters([...new Set([...issued, ...now])].indexOf(key));
}

/** A … Z, AA, AB, … */
function letters(index: number): string {
  if (index < 0) return '?';
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
