import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import { outcome } from '../explain/asking.examples.ts';
import { explain } from '../explain/explain.ts';
import { type AnyWorld, anyWorld, contextOf } from './any-world.examples.ts';
import { type AssumableRole, type Assumer, assumptionOf } from './assumption.ts';
import { estateOf } from './estate.examples.ts';
import { whoCanAssumeWhom } from './who-can-assume-whom.ts';

interface Pair {
  readonly caller: Assumer;
  readonly role: AssumableRole;
}

/** The pairs that `decide` allows when it is asked about every one. */
const askedOneByOne = ({ callers, roles }: AnyWorld): readonly Pair[] =>
  roles.flatMap((role) => callers.map((caller) => ({ caller, role }))).filter(isAllowed);

function isAllowed({ caller, role }: Pair): boolean {
  const { request, policies } = assumptionOf(caller, role, contextOf(caller, role));
  return decide(request, compile(policies)) === 'Allow';
}

const settled = ({ callers, roles }: AnyWorld) => whoCanAssumeWhom(callers, roles, contextOf);
const allowed = (world: AnyWorld) => settled(world).filter(({ verdict }) => verdict === 'Allow');
/** Pairs by the places of both in their lists: two callers can be alike. */
const placesOf = ({ callers, roles }: AnyWorld, pairs: readonly Pair[]) =>
  pairs.map(({ caller, role }) => [roles.indexOf(role), callers.indexOf(caller)]);

describe('in any world', () => {
  test('the pairs that are allowed are those that asking about every pair finds, in order', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        expect(placesOf(world, allowed(world))).toEqual(placesOf(world, askedOneByOne(world)));
      }),
      { numRuns: 60 },
    );
  });

  test('no pair is there twice', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const places = placesOf(world, settled(world)).map(String);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 20 },
    );
  });

  test('the worlds reach every way to be allowed, and pairs that are spoken for and refused', () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    for (const world of fc.sample(anyWorld, { numRuns: 30, seed: 1 })) {
      for (const pair of settled(world)) count(wayOf(pair));
    }
    const ways = [
      'user: Allow by resource',
      'user: Allow by identity',
      'user: Allow by identity, across accounts',
      'role-session: Allow by resource',
      'role-session: Allow by identity',
      'role-session: Allow by identity, across accounts',
      'federated-user: Allow by resource',
      'federated-user: Allow by identity',
      'federated-user: Allow by identity, across accounts',
      'root: Allow by resource',
      'root: Allow by identity, across accounts',
      'service: Allow by resource',
      'federated: Allow by resource',
      'anonymous: Allow by resource',
      'user: ImplicitDeny at scp',
      'user: ImplicitDeny at boundary',
      'user: ImplicitDeny at session',
      'user: ExplicitDeny at resource',
      'user: ExplicitDeny at identity',
    ];
    expect(ways.filter((way) => (seen.get(way) ?? 0) < 10)).toEqual([]);
  });
});

function wayOf({ caller, role }: Pair): string {
  const { request, policies } = assumptionOf(caller, role, contextOf(caller, role));
  const decision = explain(request, compile(policies));
  const across = decision.crossAccount && decision.verdict === 'Allow' ? ', across accounts' : '';
  return `${caller.principal.type}: ${outcome(decision)}${across}`;
}

describe('in an estate as companies have them', () => {
  const asked = (size: number) => {
    const { callers, roles } = estateOf(size);
    const contextOf = vi.fn(() => ({}));
    const pairs = whoCanAssumeWhom(callers, roles, contextOf);
    return { times: contextOf.mock.calls.length, pairs: pairs.length };
  };

  test('decide is asked once for each pair in the answer, and never about the others', () => {
    const { times, pairs } = asked(500);
    expect(times).toBe(pairs);
    expect(pairs).toBeLessThan(500 * 10);
  });

  test.each([250, 500, 1_000])(
    'from %d roles to twice as many, decide is asked at most 2.2 times as often',
    (size) => {
      expect(asked(2 * size).times / asked(size).times).toBeLessThanOrEqual(2.2);
    },
  );
});
