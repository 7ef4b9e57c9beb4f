import {
  type DrawnAsking,
  type Spot,
  spots,
  type Statements,
  type Written,
} from '../../testing/any-asking.ts';
import { compile } from '../decide/compile.ts';
import { type AttachedPolicy, type Policies } from '../decide/request.ts';
import { type Decision, type StatementTrace } from '../explain/decision.ts';
import { outcome, policiesOf, requestOf } from '../explain/asking.examples.ts';
import { explain } from '../explain/explain.ts';

/** What the tests of laws do with a drawn request: ask it, and change its policies. */

export const decided = (one: DrawnAsking): Decision =>
  explain(requestOf(one), compile(policiesOf(one)));
export const decidedWith = (one: DrawnAsking, policies: Policies): Decision =>
  explain(requestOf(one), compile(policies));

/** How often each reason was met, so that a law that saw only one of them cannot pass for a law. */
export function counter() {
  const seen = new Map<string, number>();
  return {
    count: (decision: Decision): Decision => {
      const said = outcome(decision);
      seen.set(said, (seen.get(said) ?? 0) + 1);
      return decision;
    },
    /** Reasons that made less than this part of all. */
    rarerThan: (part: number): readonly string[] => {
      const all = [...seen.values()].reduce((sum, times) => sum + times, 0);
      return everyReason.filter((reason) => (seen.get(reason) ?? 0) < all * part);
    },
  };
}

const everyReason = [
  'Allow by identity',
  'Allow by resource',
  'Allow, needs no permission',
  ...['rcp', 'scp', 'resource', 'identity', 'boundary', 'session'].map(
    (gate) => `ExplicitDeny at ${gate}`,
  ),
  // An RCP is never silent: AWS's own one that allows everything cannot be detached.
  ...['scp', 'resource', 'identity', 'boundary', 'session'].map(
    (gate) => `ImplicitDeny at ${gate}`,
  ),
];

/** A list of statements, and a copy of the request with another list in its place. */
export interface Place {
  readonly kind: Spot | 'scp' | 'rcp';
  readonly statements: Statements;
  readonly replace: (statements: Statements) => DrawnAsking;
}

export function placesOf(one: DrawnAsking): readonly Place[] {
  const own = spots.flatMap((kind): Place[] => {
    const statements = one[kind];
    return statements === undefined
      ? []
      : [{ kind, statements, replace: (other) => ({ ...one, [kind]: other }) }];
  });
  const levels = (['scp', 'rcp'] as const).flatMap((kind) =>
    one[`${kind}s`].map((statements, level): Place => ({
      kind,
      statements,
      replace: (other) => ({ ...one, [`${kind}s`]: one[`${kind}s`].with(level, other) }),
    })),
  );
  return [...own, ...levels];
}

/** The same request with every list of statements put through `change`. */
export function rewritten(
  one: DrawnAsking,
  change: (statements: Statements, kind: Place['kind']) => Statements,
): DrawnAsking {
  const own = spots.flatMap((kind) => {
    const statements = one[kind];
    return statements === undefined ? [] : [[kind, change(statements, kind)] as const];
  });
  return {
    ...one,
    ...Object.fromEntries(own),
    scps: one.scps.map((level) => change(level, 'scp')),
    rcps: one.rcps.map((level) => change(level, 'rcp')),
  };
}

/** The request without the policies of these places. */
export function without(
  { by, action, resource, owner, context, scps, rcps, ...rest }: DrawnAsking,
  ...left: readonly Spot[]
): DrawnAsking {
  const kept = spots.flatMap((kind) => {
    const statements = rest[kind];
    return statements === undefined || left.includes(kind) ? [] : [[kind, statements] as const];
  });
  return { by, action, resource, owner, context, scps, rcps, ...Object.fromEntries(kept) };
}

/** Every statement put through `change`, which may give none or several for it. */
export const eachStatement = (
  one: DrawnAsking,
  change: (statement: Written, kind: Place['kind']) => Statements,
): DrawnAsking =>
  rewritten(one, (statements, kind) => statements.flatMap((each) => change(each, kind)));

/** Every attached policy put through `change`. */
export function eachPolicy(
  policies: Policies,
  change: (policy: AttachedPolicy) => readonly AttachedPolicy[],
): Policies {
  const one = (policy: AttachedPolicy | undefined) => policy && change(policy)[0];
  const levels = (all: Policies['scps']) => all.map((level) => level.flatMap(change));
  return {
    identity: policies.identity.flatMap(change),
    boundary: one(policies.boundary),
    session: policies.session?.flatMap(change),
    resource: { ...policies.resource, policy: one(policies.resource.policy) },
    scps: levels(policies.scps),
    rcps: levels(policies.rcps),
  };
}

export const statementsOf = ({ gates }: Decision): readonly StatementTrace[] =>
  gates.flatMap(({ policies }) => policies).flatMap(({ statements }) => statements);
