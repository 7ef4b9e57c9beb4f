import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  abroad,
  anyAsking,
  type DrawnAsking,
  home,
  type Statements,
  type Written,
} from '../../testing/any-asking.ts';
import { type Decision } from '../explain/decision.ts';
import { outcome, policiesOf } from '../explain/asking.examples.ts';
import {
  counter,
  decided,
  decidedWith,
  eachPolicy,
  eachStatement,
  rewritten,
} from './drawn.examples.ts';

/** What does not matter: each law changes every policy of a request in one way, and the reason stays. */
const { count, rarerThan } = counter();

type Change = (one: DrawnAsking) => DrawnAsking;
const everywhere =
  (change: (statements: Statements) => Statements): Change =>
  (one) =>
    rewritten(one, change);

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const over = (statement: Written, names: readonly string[], change: (value: unknown) => unknown) =>
  Object.fromEntries(
    Object.entries(statement).map(([name, value]) => [
      name,
      names.includes(name) ? change(value) : value,
    ]),
  );
const lists = ['Action', 'NotAction', 'Resource', 'NotResource'];
const actions = ['Action', 'NotAction'];

/** Each member of an object put through `change`, one level down. */
const members = (
  value: unknown,
  change: (name: string, value: unknown) => readonly [string, unknown],
) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => change(name, one)))
    : value;
const conditions = (
  statement: Written,
  change: (key: string, value: unknown) => readonly [string, unknown],
): Written =>
  over(statement, ['Condition'], (block) =>
    members(block, (operator, keys) => [operator, members(keys, change)]),
  );
const mapEach =
  (change: (statement: Written) => Written): Change =>
  (one) =>
    eachStatement(one, (statement) => [change(statement)]);

const otherCase = (text: string): string => {
  const [service = '', ...rest] = text.split(':');
  return [service.toUpperCase(), ...rest.map((part) => part.toLowerCase())].join(':');
};
const unrelated = (statement: Written): Written => ({
  ...statement,
  Action: 'nosuch:Thing',
  NotAction: undefined,
  Effect: 'Deny',
});

type Law = readonly [law: string, change: Change];
test.each<Law>([
  ['the order of statements', everywhere((statements) => statements.toReversed())],
  ['a statement that stands twice', everywhere((statements) => [...statements, ...statements])],
  [
    'Sids',
    (one) => rewritten(one, (all) => all.map((each, i) => ({ Sid: `Number${i}`, ...each }))),
  ],
  [
    'the order of elements',
    mapEach((each) => Object.fromEntries(Object.entries(each).toReversed())),
  ],
  [
    'the order of values',
    mapEach((each) =>
      conditions(
        over(each, lists, (value) => asArray(value).toReversed()),
        (key, value) => [key, asArray(value).toReversed()],
      ),
    ),
  ],
  [
    'values that stand twice',
    mapEach((each) =>
      conditions(
        over(each, lists, (value) => [...asArray(value), ...asArray(value)]),
        (key, value) => [key, [...asArray(value), ...asArray(value)]],
      ),
    ),
  ],
  [
    'a single value in a list',
    mapEach((each) =>
      conditions(over(each, lists, asArray), (key, value) => [key, asArray(value)]),
    ),
  ],
  [
    'the case of a condition’s key',
    mapEach((each) => conditions(each, (key, value) => [key.toUpperCase(), value])),
  ],
  [
    'a deny of what nobody asked for',
    (one) =>
      rewritten(one, (statements, kind) =>
        kind === 'trust' || kind === 'rcp'
          ? statements
          : [...statements, ...statements.map(unrelated)],
      ),
  ],
  [
    'an empty Condition',
    mapEach((each) => ('Condition' in each ? each : { ...each, Condition: {} })),
  ],
  [
    'several actions in one statement, or each in its own',
    (one) =>
      eachStatement(one, (each) =>
        'Action' in each ? asArray(each.Action).map((Action) => ({ ...each, Action })) : [each],
      ),
  ],
  [
    'several resources in one statement, or each in its own',
    (one) =>
      eachStatement(one, (each) =>
        'Resource' in each
          ? asArray(each.Resource).map((Resource) => ({ ...each, Resource }))
          : [each],
      ),
  ],
  [
    'several principals in one statement, or each in its own',
    (one) =>
      eachStatement(one, (each) =>
        principalsOf(each).map((Principal) => ({ ...each, ...Principal })),
      ),
  ],
  [
    'an account’s number, or the ARN of its root',
    mapEach(
      (each) =>
        JSON.parse(
          JSON.stringify(each).replaceAll(`"${home}"`, `"arn:aws:iam::${home}:root"`),
        ) as Written,
    ),
  ],
  [
    'a key that no policy asks for',
    (one) => ({
      ...one,
      context: { ...one.context, 'nosuch:key': 'x', 'nosuch:keys': ['x', 'y'] },
    }),
  ],
  [
    'the case of the action that is asked for',
    (one) => ({ ...one, action: otherCase(one.action) }),
  ],
])('%s: no matter', (_law, change) => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      expect(outcome(decided(change(one)))).toBe(outcome(count(decided(one))));
    }),
    { numRuns: 250 },
  );
});

/** `{AWS: [a, b], Service: c}` as one Principal element for each of a, b and c; statements without stay. */
function principalsOf({ Principal }: Written): readonly Written[] {
  if (typeof Principal !== 'object' || Principal === null) return [{}];
  return Object.entries(Principal).flatMap(([type, value]) =>
    asArray(value).map((name): Written => ({ Principal: { [type]: name } })),
  );
}

test('the case of an action’s name in a policy that is no trust policy: no matter', () => {
  const change: Change = (one) =>
    eachStatement(one, (each, kind) => [
      kind === 'trust' || kind === 'rcp'
        ? each
        : over(each, actions, (value) => asArray(value).map((name) => otherCase(String(name)))),
    ]);
  fc.assert(
    fc.property(anyAsking, (one) => {
      expect(outcome(decided(change(one)))).toBe(outcome(count(decided(one))));
    }),
    { numRuns: 250 },
  );
});

/** Laws about whole policies, where there may be several of a type. */
test('one policy, or each statement in a policy of its own, in any order: no matter', () => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      const policies = policiesOf(one);
      const split = eachPolicy(policies, (policy) =>
        policy.document.kind === 'identity' || policy.document.kind === 'session'
          ? policy.document.statements
              .map((each) => ({
                ...policy,
                ref: `${policy.ref}/${each.index}`,
                document: { ...policy.document, statements: [each] },
              }))
              .toReversed()
          : [policy],
      );
      expect(outcome(decidedWith(one, split))).toBe(outcome(count(decided(one))));
    }),
    { numRuns: 250 },
  );
});

test('the version of the language, where there are no variables: no matter', () => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      fc.pre(!JSON.stringify(one).includes('${'));
      const older = eachPolicy(policiesOf(one), (policy) => [
        { ...policy, document: { ...policy.document, version: '2008-10-17' } },
      ]);
      expect(decidedWith(one, older)).toEqual(count(decided(one)));
    }),
    { numRuns: 250 },
  );
});

test('the order of an organization’s levels: no matter for the answer', () => {
  fc.assert(
    fc.property(anyAsking, (one) => {
      const turned = { ...one, scps: one.scps.toReversed(), rcps: one.rcps.toReversed() };
      expect(outcome(decided(turned))).toBe(outcome(count(decided(one))));
    }),
    { numRuns: 250 },
  );
});

test('other numbers for the accounts: the same explanation with the other numbers', () => {
  const renamed = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replaceAll(home, '333333333333').replaceAll(abroad, '444444444444'),
    ) as T;
  fc.assert(
    fc.property(anyAsking, (one) => {
      expect(decided(renamed(one))).toEqual(
        renamed(JSON.parse(JSON.stringify(count(decided(one)))) as Decision),
      );
    }),
    { numRuns: 250 },
  );
});

test('these laws saw every reason, each in at least one case of a hundred', () => {
  expect(rarerThan(0.01)).toEqual([]);
});
