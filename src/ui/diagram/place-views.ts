import {
  readPlace,
  type Account,
  type Bucket,
  type Happening,
  type Place,
  type Role,
  type Table,
  type World,
} from '#world';
import { personColour } from '../kit/person-colour.ts';
import { chipsOf, type ChipSource } from './chips.ts';
import { gatePlace, gateView, notRead, type GateAsked } from './gates.ts';
import { type Trip } from './journey.ts';
import { boxOf } from './place-box.ts';
import { count, say, sayChips, sayGate } from './place-names.ts';
import { type GateView, type ScenePlace } from './scene-parts.ts';
import { type Point } from './geometry.ts';

/** All that a place's looks are derived from. */
export interface ViewSource extends ChipSource {
  readonly trip: Trip;
}

const services = {
  sts: 'Security Token Service',
  iam: 'Identity and Access Management',
} as const;

/** `undefined`: the world has no such place at this moment. */
export function viewOf(source: ViewSource, place: Place, at: Point): ScenePlace | undefined {
  const { type, name } = readPlace(place);
  switch (type) {
    case 'sts':
    case 'iam':
      return serviceView(place, type, at);
    case 'github':
      return repositoryView(source, place, at);
    case 'person':
      return personView(source, place, name, at);
    case 'role':
      return roleView(
        source,
        place,
        find(source.world, (account) => roleOf(account, name)),
        at,
      );
    case 'bucket':
      return bucketView(
        source,
        place,
        find(source.world, (account) => account.buckets[name]),
        at,
      );
    default:
      return tableView(
        place,
        find(source.world, (account) => account.tables[name]),
        at,
      );
  }
}

function find<T>(world: World, pick: (account: Account) => T | undefined): T | undefined {
  for (const account of Object.values(world.accounts)) {
    const found = pick(account);
    if (found !== undefined) return found;
  }
  return undefined;
}

export const roleOf = (account: Account, arn: string): Role | undefined =>
  Object.values(account.roles).find((role) => role.arn === arn);

const frame = (place: Place, at: Point) => ({ place, box: boxOf(place, at, [], 0), active: false });

function serviceView(place: Place, kind: 'sts' | 'iam', at: Point): ScenePlace {
  const title = kind.toUpperCase();
  const subtitle = services[kind];
  return { ...frame(place, at), kind, title, subtitle, name: `${title}, ${subtitle}` };
}

function repositoryView(source: ViewSource, place: Place, at: Point): ScenePlace {
  const shown = chipsOf(source, undefined);
  const [title, subtitle] = ['GitHub', 'public repository'];
  const published = sayChips('published:', shown.chips, shown.more) ?? 'no credentials published';
  return {
    ...frame(place, at),
    ...shown,
    box: boxOf(place, at, shown.chips, shown.more),
    kind: 'github',
    title,
    subtitle,
    name: say(`${title}, ${subtitle}`, published),
  };
}

const personKinds = {
  administrator: 'administrator',
  insider: 'IAM user',
  outsider: 'outsider',
} as const;

function personView(
  source: ViewSource,
  place: Place,
  id: string,
  at: Point,
): ScenePlace | undefined {
  const person = source.world.people[id];
  if (!person) return undefined;
  const shown = chipsOf(source, id);
  const gate = partView(source, place, 'node', '');
  const subtitle = personKinds[person.role];
  return {
    ...frame(place, at),
    ...shown,
    box: boxOf(place, at, shown.chips, shown.more),
    kind: 'person',
    title: person.name,
    subtitle,
    initial: person.name.slice(0, 1).toUpperCase(),
    role: person.role,
    colour: personColour(id),
    gate: gate.state === 'idle' ? undefined : gate,
    name: say(
      `${person.name}, ${subtitle}`,
      sayChips('holds', shown.chips, shown.more) ?? 'holds no credentials',
      gate.state === 'idle' ? undefined : sayGate('own policies', gate),
    ),
  };
}

function roleView(
  source: ViewSource,
  place: Place,
  role: Role | undefined,
  at: Point,
): ScenePlace | undefined {
  if (!role) return undefined;
  const policies = role.attached.length + Object.keys(role.inline).length;
  const counted = count(policies, 'policy', 'policies');
  const trust = partView(source, place, 'trust', 'who may assume');
  const permissions = skipped(source, role.arn) ?? partView(source, place, 'permissions', counted);
  const revoked = 'AWSRevokeOlderSessions' in role.inline;
  return {
    ...frame(place, at),
    kind: 'role',
    title: role.name,
    subtitle: 'IAM role',
    trust,
    permissions,
    revoked,
    name: say(
      `${role.name}, IAM role`,
      sayGate('trust policy', trust),
      sayGate('permissions policies', permissions) +
        (permissions.word === counted ? '' : ` (${counted})`),
      revoked ? 'older sessions revoked by AWSRevokeOlderSessions' : undefined,
    ),
  };
}

function bucketView(
  source: ViewSource,
  place: Place,
  bucket: Bucket | undefined,
  at: Point,
): ScenePlace | undefined {
  if (!bucket) return undefined;
  const rest = bucket.policy ? 'bucket policy' : '';
  const view = partView(source, place, 'node', rest);
  const gate = (bucket.policy ?? (view.state === 'idle' ? undefined : view)) ? view : undefined;
  const objects = count(Object.keys(bucket.objects).length, 'object');
  const said = gate && (gate.state === 'idle' ? 'has a bucket policy' : sayGate(rest, gate));
  return {
    ...frame(place, at),
    kind: 'bucket',
    title: bucket.name,
    subtitle: objects,
    gate,
    name: say(`${bucket.name}, S3 bucket`, objects, said),
  };
}

function tableView(place: Place, table: Table | undefined, at: Point): ScenePlace | undefined {
  if (!table) return undefined;
  const items = count(Object.keys(table.items).length, 'item');
  const name = say(`${table.name}, DynamoDB table`, items);
  return { ...frame(place, at), kind: 'table', title: table.name, subtitle: items, name };
}

/** What a part of a place answered so far in the command that is shown. */
function partView(
  { happenings, at, trip }: ViewSource,
  place: Place,
  port: 'node' | 'trust' | 'permissions',
  rest: string,
): GateView {
  const asked = happenings.slice(0, at + 1).filter((happening) => isAsked(happening));
  const here = asked.filter((each) => {
    const stop = gatePlace(each, trip.service, trip.caller);
    return stop?.place === place && stop.port === port;
  });
  return gateView(
    here,
    asked.find((each) => each === happenings[at]),
    rest,
  );
}

const isAsked = (happening: Happening): happening is GateAsked => happening.type === 'gate-asked';

function skipped({ happenings, at }: ViewSource, roleArn: string): GateView | undefined {
  const index = happenings.findIndex(
    (each) => each.type === 'permissions-not-asked' && each.roleArn === roleArn,
  );
  return index >= 0 && index <= at ? notRead(index === at) : undefined;
}
