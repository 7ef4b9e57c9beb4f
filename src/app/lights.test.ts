import { type Decision } from '#policy';
import { type AwsCall, type Command, revocationPolicyName } from '#world';
import { expect, test } from 'vitest';
import { assume, found, own, play, session, smallWorld, userArn } from '../testing/small-world.ts';
import { allow, policy, textOf, trusts } from '../testing/statements.ts';
import { lightsOf } from './lights.ts';

/** Alice is trusted and bob is not; the role may read one bucket. */
const trust = policy(trusts({ AWS: userArn('alice') }), trusts({ AWS: userArn('carol') }));
const reads = policy(allow('s3:GetObject', 'arn:aws:s3:::b/*'));
const world = smallWorld({
  users: [{ name: 'alice' }, { name: 'bob' }, { name: 'carol' }],
  roles: [{ name: 'R', trust, inline: { Reads: reads } }],
  buckets: [{ name: 'b', objects: { k: '1' } }],
});

/** The last decision of what these commands come to. */
function decisionOf(...commands: readonly Command[]): Decision {
  const { happenings } = play(world, ...commands);
  return found(happenings.find((h) => h.type === 'decided')).decision;
}

const get: AwsCall = { action: 's3:GetObject', bucket: 'b', key: 'k' };
const allowed = decisionOf(own('alice', assume('R', 's1')), session('alice', get));
const denied = decisionOf(
  own('alice', assume('R', 's1')),
  { type: 'revoke-sessions', by: 'admin', roleName: 'R' },
  session('alice', get),
);
const silent = decisionOf(own('bob', assume('R', 's1')));
const whoAmI = decisionOf(own('bob', { action: 'sts:GetCallerIdentity' }));

/** The refs of the policies that were asked, by their names. */
const refOf = (decision: Decision, name: string): string =>
  found(decision.gates.flatMap((g) => g.policies).find((p) => p.name === name)).ref;
const statementsOf = (decision: Decision, name: string) =>
  found(decision.gates.flatMap((g) => g.policies).find((p) => p.name === name)).statements;

/** The lit text instead of its place. */
const lit = (decision: Decision, name: string, text: string) =>
  lightsOf(decision, undefined)
    .get(refOf(decision, name))
    ?.map(({ at, tone }) => [JSON.parse(text.slice(at.start, at.end)) as unknown, tone]);

test('the statement that allowed is lit', () => {
  expect(allowed.verdict).toBe('Allow');
  expect(lightsOf(allowed, undefined).size).toBe(1);
  expect(lit(allowed, 'Reads', textOf(reads))).toEqual([[reads.Statement[0], 'allows']]);
});

test('the statement that denied is lit, and nothing that would have allowed', () => {
  expect(denied.verdict).toBe('ExplicitDeny');
  const lights = lightsOf(denied, undefined);
  expect([...lights.keys()]).toEqual([refOf(denied, revocationPolicyName)]);
  expect([...lights.values()].flat().map((light) => light.tone)).toEqual(['denies']);
});

test('when silence decided, every statement that was asked is lit', () => {
  expect(silent.verdict).toBe('ImplicitDeny');
  const trustName = found(silent.gates.find((g) => g.gate === 'resource')?.policies[0]).name;
  expect(lightsOf(silent, undefined).size).toBe(1);
  expect(lit(silent, trustName, textOf(trust))).toEqual([
    [trust.Statement[0], 'silent'],
    [trust.Statement[1], 'silent'],
  ]);
});

test('what needs no permission lights nothing', () => {
  expect(whoAmI.reason.kind).toBe('needs-no-permission');
  expect(lightsOf(whoAmI, undefined).size).toBe(0);
});

test('without a decision nothing is lit', () => {
  expect(lightsOf(undefined, undefined).size).toBe(0);
});

test.each([
  ['an Allow that applies, in a call that was allowed', allowed, 'Reads', 'allows'],
  ['an Allow that applies, in a call that was denied', denied, 'Reads', 'allows'],
  ['the Deny that applies', denied, revocationPolicyName, 'denies'],
  ['a statement that does not apply', silent, 'trust policy', 'silent'],
] as const)(
  'what is revealed is lit alone, as what it said itself: %s',
  (_why, decision, name, tone) => {
    const [statement] = statementsOf(decision, name);
    const { policy: policyRef, at } = found(statement).ref;
    expect([...lightsOf(decision, { policyRef, at })]).toEqual([[policyRef, [{ at, tone }]]]);
  },
);

test('a revealed part of a statement has the tone of its statement', () => {
  const element = found(statementsOf(denied, revocationPolicyName)[0]?.elements[0]);
  const policyRef = refOf(denied, revocationPolicyName);
  expect([...lightsOf(denied, { policyRef, at: element.at })]).toEqual([
    [policyRef, [{ at: element.at, tone: 'denies' }]],
  ]);
});

test('what no decision is about can be revealed too', () => {
  const revealed = { policyRef: 'bucket|111111111111|b', at: { start: 0, end: 2 } };
  const expected = [[revealed.policyRef, [{ at: revealed.at, tone: 'silent' }]]];
  expect([...lightsOf(undefined, revealed)]).toEqual(expected);
  expect([...lightsOf(allowed, revealed)]).toEqual(expected);
});
