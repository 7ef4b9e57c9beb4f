import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  anyAsking,
  type DrawnAsking,
  type Statements,
  type Written,
} from '../../testing/any-asking.ts';
import { type Verdict } from '../decide/request.ts';
import {
  type Place,
  counter,
  decided,
  eachStatement,
  placesOf,
  without,
} from './drawn.examples.ts';

/** Which way a change can move the answer: each law makes one change that can only give, or only take. */
const { count, rarerThan } = counter();
const runs = { numRuns: 250 };

const rank: Record<Verdict, number> = { ExplicitDeny: 0, ImplicitDeny: 1, Allow: 2 };
const rankOf = (one: DrawnAsking): number => rank[count(decided(one)).verdict];
const allows = (one: DrawnAsking): boolean => count(decided(one)).verdict === 'Allow';

/** What some other request wrote in a place of the same kind: a statement that was drawn for the place. */
const strange = (other: DrawnAsking, kind: Place['kind']): Statements =>
  placesOf(other).find((place) => place.kind === kind)?.statements ?? [];

type Law = readonly [
  law: string,
  effect: 'Allow' | 'Deny',
  holds: (before: number, after: number) => boolean,
];
test.each<Law>([
  ['one more Allow refuses nothing that was allowed', 'Allow', (before, after) => after >= before],
  ['one more Deny allows nothing that was refused', 'Deny', (before, after) => after <= before],
])('%s', (_law, effect, holds) => {
  fc.assert(
    fc.property(anyAsking, anyAsking, fc.nat(), fc.nat(), (one, other, which, where) => {
      const places = placesOf(one).filter(
        ({ kind }) => strange(other, kind).length > 0 && !(kind === 'rcp' && effect === 'Allow'),
      );
      const place = places[which % Math.max(places.length, 1)];
      fc.pre(place !== undefined);
      const [given] = strange(other, place.kind);
      const { NotPrincipal, ...statement }: Written = { ...given, Effect: effect };
      const more =
        NotPrincipal === undefined || effect === 'Deny'
          ? { ...statement, ...(NotPrincipal === undefined ? {} : { NotPrincipal }) }
          : { ...statement, Principal: NotPrincipal };
      const at = where % (place.statements.length + 1);
      const after = rankOf(place.replace(place.statements.toSpliced(at, 0, more)));
      expect(holds(rankOf(one), after)).toBe(true);
    }),
    runs,
  );
});

test('a Deny of everything for everybody wins, wherever it stands', () => {
  fc.assert(
    fc.property(anyAsking, fc.nat(), (one, which) => {
      const places = placesOf(one).filter(({ kind }) => isHeard(one, kind));
      const place = places[which % Math.max(places.length, 1)];
      fc.pre(place !== undefined && count(decided(one)).reason.kind !== 'needs-no-permission');
      const [first = {}] = place.statements;
      const denial: Written = {
        Effect: 'Deny',
        Action: place.kind === 'trust' ? first.Action : '*',
        ...(place.kind === 'trust' ? {} : { Resource: '*' }),
        ...(place.kind === 'rcp' && { Principal: '*', Action: one.action }),
        ...(['trust', 'bucket', 'key'].includes(place.kind) && { Principal: everybody }),
      };
      expect(decided(place.replace([...place.statements, denial])).verdict).toBe('ExplicitDeny');
    }),
    runs,
  );
});

const everybody = {
  AWS: '*',
  Service: 'logs.amazonaws.com',
  Federated: 'arn:aws:iam::111111111111:oidc-provider/idp.example.com',
};

/** Which policies bind whom: no identity policy or boundary is a root user's, and no SCP a service's. */
function isHeard({ by }: DrawnAsking, kind: Place['kind']): boolean {
  const lives = 'account' in by;
  const serviceLinked = by.type === 'role-session' && by.serviceLinked;
  switch (kind) {
    case 'rcp':
      return !serviceLinked;
    case 'scp':
      return lives && !serviceLinked;
    case 'identity':
    case 'boundary':
      return lives && by.type !== 'root';
    case 'session':
    case 'trust':
    case 'bucket':
    case 'key':
      return true;
  }
}

type Cap = 'boundary' | 'session' | 'scps' | 'rcps';
const uncapped = (one: DrawnAsking, cap: Cap): DrawnAsking =>
  cap === 'scps' || cap === 'rcps' ? { ...one, [cap]: one[cap].slice(1) } : without(one, cap);

test.each<readonly [what: string, cap: Cap]>([
  ['a boundary', 'boundary'],
  ['a session policy', 'session'],
  ['a level of SCPs', 'scps'],
  ['a level of RCPs', 'rcps'],
])('%s only narrows', (_what, cap) => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      // A GetFederationToken session without a session policy may do nothing: there it is the policy that gives.
      fc.pre(!(cap === 'session' && one.by.type === 'federated-user'));
      expect(allows(one) && !allows(uncapped(one, cap))).toBe(false);
    }),
    runs,
  );
});

test('a guest of a user may do no more than the user, of what nobody gave to the guest', () => {
  fc.assert(
    fc.property(anyAsking, (drawn) => {
      fc.pre(drawn.by.type === 'federated-user');
      const one = without(drawn, 'trust', 'bucket', 'key');
      const alice = { type: 'user', account: '111111111111', uniqueId: 'AIDAALICE' } as const;
      const asUser = { ...one, by: { ...alice, arn: 'arn:aws:iam::111111111111:user/alice' } };
      expect(allows(one) && !allows(asUser)).toBe(false);
    }),
    runs,
  );
});

type Widening = readonly [
  what: string,
  widen: (statement: Written, kind: Place['kind']) => Written,
];
const widenings: readonly Widening[] = [
  ['every resource', (each) => ('Resource' in each ? { ...each, Resource: '*' } : each)],
  [
    'no condition',
    (each) => Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'Condition')),
  ],
  [
    'every action',
    (each, kind) =>
      'Action' in each && kind !== 'trust' && kind !== 'rcp' ? { ...each, Action: '*' } : each,
  ],
  [
    'everybody',
    (each, kind) =>
      'Principal' in each && kind !== 'rcp' ? { ...each, Principal: everybody } : each,
  ],
  [
    'one more resource',
    (each) =>
      'Resource' in each ? { ...each, Resource: [each.Resource, 'arn:aws:s3:::b/*'].flat() } : each,
  ],
  [
    'nothing left out',
    (each) => ('NotAction' in each ? { ...each, NotAction: 'nosuch:Thing' } : each),
  ],
  [
    'a star after each resource',
    (each) =>
      'Resource' in each
        ? {
            ...each,
            Resource: [each.Resource].flat().map((one) => (one === '*' ? one : `${String(one)}*`)),
          }
        : each,
  ],
];

test.each(widenings)(
  'an Allow of %s loses nothing, and a Deny of it gains nothing',
  (_what, widen) => {
    fc.assert(
      fc.property(anyAsking, fc.constantFrom('Allow', 'Deny'), (one, effect) => {
        const wider = eachStatement(one, (each, kind) => [
          each.Effect === effect ? widen(each, kind) : each,
        ]);
        const gained = rankOf(wider) - rankOf(one);
        expect(effect === 'Allow' ? gained >= 0 : gained <= 0).toBe(true);
      }),
      runs,
    );
  },
);

test('of what two identity policies allow together, each alone allows no more', () => {
  fc.assert(
    fc.property(anyAsking, anyAsking, (one, { identity = [] }) => {
      fc.pre(one.identity !== undefined);
      const allowing = identity.filter(({ Effect }) => Effect === 'Allow');
      const both = { ...one, identity: [...(one.identity ?? []), ...allowing] };
      expect(allows(one) && !allows(both)).toBe(false);
    }),
    runs,
  );
});

test('these laws saw every reason, each in at least one case of a hundred', () => {
  expect(rarerThan(0.01)).toEqual([]);
});
