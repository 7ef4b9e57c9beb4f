import { personPlace, type Happening, type Place, type World } from '#world';
import { destinationOf, placeOfArn } from './find-place.ts';
import { gatePlace, traceOf, type GateAsked } from './gates.ts';
import { stopAt, type Stop } from './place-box.ts';
import { type Traveller } from './scene-parts.ts';

type Mark = Traveller['mark'];

/** What is known of the call while its happenings are walked through. */
export interface Trip {
  readonly world: World;
  readonly drawn: readonly Place[];
  readonly caller: Place | undefined;
  /** Where the service stands that the call goes to. */
  readonly service: Place | undefined;
  readonly label: string;
}

export function tripOf(
  world: World,
  happenings: readonly Happening[],
  drawn: readonly Place[],
): Trip {
  const sent = happenings.find((happening) => happening.type === 'request-sent');
  return {
    world,
    drawn,
    caller: sent && personPlace(sent.by),
    service: sent && destinationOf(world, sent, drawn),
    label: sent?.call.action ?? '',
  };
}

/** One moment of a journey: where to, by way of what, and what it comes to there. */
export interface Leg {
  /** Where it starts, when not where the last leg ended. */
  readonly from?: Stop | undefined;
  readonly route: readonly Stop[];
  readonly mark?: Mark;
  readonly pulsing?: boolean;
  /** Credentials travel. */
  readonly carries?: string;
  readonly label?: string;
  /** Nothing is under way. */
  readonly hidden?: boolean;
}

const rest: Leg = { route: [], hidden: true };
const stops = (place: Place | undefined): readonly Stop[] => (place ? [stopAt(place)] : []);

export function legOf(trip: Trip, happenings: readonly Happening[], index: number): Leg {
  const happening = happenings[index];
  if (!happening) return rest;
  switch (happening.type) {
    case 'request-sent':
      return { from: stopAt(personPlace(happening.by)), route: stops(trip.service) };
    case 'credentials-checked':
      return { route: [], mark: credentialsMark(happening.state) };
    case 'gate-asked':
      return gateLeg(trip, happening);
    case 'decided':
      return decidedLeg(trip, happening, askedBefore(happenings, index));
    case 'permissions-not-asked':
      return { route: [] };
    case 'credentials-issued':
      return carry(trip.service, personPlace(happening.to), happening.accessKeyId);
    case 'changed':
      return { route: stops(placeOfArn(trip.world, happening.what)), mark: done('changed') };
    case 'answered':
      return answerLeg(trip, happening);
    case 'leaked':
      return carry(personPlace(happening.by), 'github', happening.accessKeyId);
    case 'copied':
      return carry(sourceOf(happening.from), personPlace(happening.by), happening.accessKeyId);
    case 'impossible':
      return impossibleLeg(happening.by);
    case 'recorded':
      return { route: [] };
    case 'waited':
    case 'credentials-expired':
      return rest;
  }
}

const done = (word: string): Mark => ({ tone: 'allowed', word });
const failed = (word: string): Mark => ({ tone: 'denied', word });

const credentialsWords = {
  valid: undefined,
  missing: undefined,
  expired: 'expired credentials',
  unknown: 'unknown credentials',
  inactive: 'inactive key',
  'role-deleted': 'the role is gone',
} as const;

function credentialsMark(state: keyof typeof credentialsWords): Mark {
  const word = credentialsWords[state];
  return word && failed(word);
}

function gateLeg(trip: Trip, asked: GateAsked): Leg {
  const trace = traceOf(asked);
  const stop = gatePlace(asked, trip.service, trip.caller);
  const route = stop ? [stop] : [];
  if (!trace?.decisive) return { route };
  return { route, mark: verdictMark(asked.decision), pulsing: true };
}

function verdictMark({ verdict }: GateAsked['decision']): Mark {
  if (verdict === 'Allow') return done('allowed');
  return failed(verdict === 'ExplicitDeny' ? 'explicitly denied' : 'denied');
}

type Decided = Extract<Happening, { type: 'decided' }>;

/** A refused request stops at the gate that refused; an allowed one goes on to what it asked for. */
function decidedLeg(trip: Trip, decided: Decided, asked: readonly GateAsked[]): Leg {
  const mark = verdictMark(decided.decision);
  const decisive = asked.find((each) => traceOf(each)?.decisive);
  const gate = decisive && gatePlace(decisive, trip.service, trip.caller);
  const onward = decided.decision.verdict === 'Allow' && isResource(trip.service);
  if (onward) return { route: stops(trip.service), mark, pulsing: true };
  return { route: gate ? [gate] : [], mark, pulsing: true };
}

const isResource = (place: Place | undefined): boolean =>
  place !== undefined && place !== 'sts' && place !== 'iam';

const askedBefore = (happenings: readonly Happening[], index: number): readonly GateAsked[] =>
  happenings.slice(0, index).filter((happening) => happening.type === 'gate-asked');

function carry(from: Place | undefined, to: Place, key: string): Leg {
  return { from: from && stopAt(from), route: [stopAt(to)], carries: key };
}

function sourceOf(from: Extract<Happening, { type: 'copied' }>['from']): Place {
  return 'person' in from ? personPlace(from.person) : 'github';
}

function answerLeg(trip: Trip, { to, outcome }: Extract<Happening, { type: 'answered' }>): Leg {
  const mark = outcome.ok ? done('done') : failed(outcome.error.code);
  return { route: [...stops(trip.service), stopAt(personPlace(to))], mark };
}

function impossibleLeg(by: string): Leg {
  const stop = stopAt(personPlace(by));
  return { from: stop, route: [], mark: failed('not possible'), label: 'no such credentials' };
}
