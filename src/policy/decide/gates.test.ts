import { describe, expect, test } from 'vitest';
import { type Grant, grantOf, stronger } from './grant.ts';
import { type Need, isAsked, mustAllow, outcomeOf, outcomeUnasked } from './gates.ts';
import { compile } from './compile.ts';
import {
  type AccessRequest,
  type Gate,
  type Principal,
  type ResourcePolicyType,
  gates,
} from './request.ts';
import { askedOf, crossesAccounts, isServiceLinked, livesInAccount } from './standing.ts';

const home = '111111111111';
const abroad = '222222222222';
const callers = {
  root: { type: 'root', account: home, arn: `arn:aws:iam::${home}:root` },
  user: { type: 'user', account: home, arn: `arn:aws:iam::${home}:user/a`, uniqueId: 'AIDAA' },
  session: {
    type: 'role-session',
    account: home,
    arn: `arn:aws:sts::${home}:assumed-role/R/s`,
    roleArn: `arn:aws:iam::${home}:role/R`,
    uniqueId: 'AROAR',
    serviceLinked: false,
  },
  linked: {
    type: 'role-session',
    account: home,
    arn: `arn:aws:sts::${home}:assumed-role/L/s`,
    roleArn: `arn:aws:iam::${home}:role/aws-service-role/ec2.amazonaws.com/L`,
    uniqueId: 'AROAL',
    serviceLinked: true,
  },
  guest: {
    type: 'federated-user',
    account: home,
    arn: `arn:aws:sts::${home}:federated-user/b`,
    userArn: `arn:aws:iam::${home}:user/a`,
    userUniqueId: 'AIDAA',
  },
  service: { type: 'service', service: 'ec2.amazonaws.com' },
  token: { type: 'federated', provider: 'accounts.google.com' },
  stranger: { type: 'anonymous' },
} as const satisfies Record<string, Principal>;
type Caller = keyof typeof callers;

const asking = (caller: Caller, resourceAccount = home): AccessRequest => ({
  principal: callers[caller],
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  resourceAccount,
  context: {},
});

const noPolicies = compile({
  identity: [],
  boundary: undefined,
  session: undefined,
  resource: { type: 'ordinary', policy: undefined },
  scps: [],
  rcps: [],
});

test.each<[caller: Caller, lives: boolean, crosses: boolean, linked: boolean]>([
  ['root', true, true, false],
  ['user', true, true, false],
  ['session', true, true, false],
  ['linked', true, true, true],
  ['guest', true, true, false],
  ['service', false, false, false],
  ['token', false, false, false],
  ['stranger', false, false, false],
])(
  '%s: lives in an account %j, crosses to another %j, service-linked %j',
  (caller, ...expected) => {
    const principal = callers[caller];
    const crosses = crossesAccounts(asking(caller, abroad));
    expect([livesInAccount(principal), crosses, isServiceLinked(principal)]).toEqual(expected);
    expect(crossesAccounts(asking(caller))).toBe(false);
  },
);

test('each request has a turn of its own, from 1 on', () => {
  const [one, two] = [asking('user'), asking('user')].map(
    (request) => askedOf(request, noPolicies).turn,
  );
  expect([one, two]).toEqual([expect.any(Number), (one ?? 0) + 1]);
  expect(one).toBeGreaterThan(0);
});

/** Which gates have something to say: of a caller, where every gate has policies and where none has. */
describe('whom the gates are asked about', () => {
  const asked = (caller: Caller, hasPolicies: boolean, type: ResourcePolicyType = 'ordinary') =>
    gates.filter((gate) => isAsked(gate, hasPolicies ? [[]] : [], asking(caller), type));

  test.each<[caller: Caller, withPolicies: readonly Gate[], without: readonly Gate[]]>([
    ['user', gates, ['identity']],
    ['session', gates, ['identity']],
    ['guest', gates, ['identity', 'session']], // row D18
    ['root', ['rcp', 'scp', 'resource', 'session'], []], // row D12
    ['linked', ['resource', 'identity', 'boundary', 'session'], ['identity']], // row D13
    ['service', ['rcp', 'resource', 'session'], ['resource']],
    ['token', ['rcp', 'resource', 'session'], ['resource']],
    ['stranger', ['rcp', 'resource', 'session'], ['resource']],
  ])('%s', (caller, withPolicies, without) => {
    expect(asked(caller, true)).toEqual(withPolicies);
    expect(asked(caller, false)).toEqual(without);
  });

  test('a role and a key are asked for their policies, even if they have none', () => {
    expect(asked('user', false, 'trust')).toEqual(['resource', 'identity']);
    expect(asked('user', false, 'kms')).toEqual(['resource', 'identity']);
  });

  test('only the identity gate of a root user stands open as an allow', () => {
    const open = gates.filter((gate) => outcomeUnasked(gate, asking('root')) === 'allows');
    expect(open).toEqual(['identity']);
    expect(gates.map((gate) => outcomeUnasked(gate, asking('user')))).toEqual(
      gates.map(() => 'absent'),
    );
  });
});

describe('what the policies of a gate come to', () => {
  type Said = Parameters<typeof outcomeOf>[1];
  const said = (more: Partial<Said>): Said => ({
    denied: false,
    everyLevelAllows: false,
    grant: 'none',
    ...more,
  });

  test.each<[why: string, gate: Gate, said: Said, outcome: string]>([
    ['a deny', 'scp', said({ denied: true, everyLevelAllows: true }), 'denies'],
    ['a deny of an RCP', 'rcp', said({ denied: true }), 'denies'],
    ['an RCP never refuses by silence', 'rcp', said({}), 'allows'],
    ['silence', 'identity', said({}), 'silent'],
    ['an allow at every level', 'scp', said({ everyLevelAllows: true }), 'allows'],
    [
      'the account is named',
      'resource',
      said({ everyLevelAllows: true, grant: 'delegated' }),
      'delegates',
    ],
    ['the role is named', 'resource', said({ everyLevelAllows: true, grant: 'capped' }), 'allows'],
  ])('%s', (_why, gate, what, outcome) => expect(outcomeOf(gate, what)).toBe(outcome));
});

describe('which gates must allow', () => {
  const need = (...needed: readonly Gate[]): Need => ({
    rcp: false,
    scp: needed.includes('scp'),
    resource: needed.includes('resource'),
    identity: needed.includes('identity'),
    boundary: needed.includes('boundary'),
    session: needed.includes('session'),
  });
  const alone = need('scp', 'resource');
  const capped = need('scp', 'resource', 'boundary', 'session');
  const identity = need('scp', 'identity', 'boundary', 'session');
  const both = need('scp', 'resource', 'identity', 'boundary', 'session');
  const ofType = (resourceType: ResourcePolicyType) => ({ ...noPolicies, resourceType });

  test.each<
    [why: string, request: AccessRequest, type: ResourcePolicyType, grant: Grant, need: Need]
  >([
    ['nothing is said', asking('user'), 'ordinary', 'none', identity],
    ['nothing is said of a role', asking('user'), 'trust', 'none', both],
    ['nothing is said of a key', asking('user'), 'kms', 'none', both],
    ['the account is named', asking('user'), 'trust', 'delegated', both],
    ['the account is named, and need not be', asking('user'), 'ordinary', 'delegated', identity],
    ['the role is named', asking('session'), 'trust', 'capped', capped], // rows C5, C13
    ['the session is named', asking('session'), 'trust', 'direct', alone], // row C8
    ['across accounts', asking('session', abroad), 'ordinary', 'direct', both], // row B1
    ['a service', asking('service'), 'trust', 'direct', alone],
    ['a service of which nothing is said', asking('service'), 'ordinary', 'none', alone],
  ])('%s', (_why, request, type, grant, expected) =>
    expect(mustAllow(request, ofType(type), grant)).toEqual(expected),
  );
});

describe('what a name in the policy of a resource gives', () => {
  test.each<[match: Parameters<typeof grantOf>[0], caller: Caller, grant: Grant]>([
    ['none', 'user', 'direct'], // NotPrincipal
    ['wildcard', 'session', 'direct'],
    ['user', 'user', 'direct'],
    ['session', 'session', 'direct'],
    ['service', 'service', 'direct'],
    ['federated', 'token', 'direct'],
    ['role', 'session', 'capped'],
    ['federating-user', 'guest', 'capped'],
    ['account', 'user', 'delegated'],
    ['account', 'root', 'direct'],
  ])('a match of %s to %s: %s', (match, caller, grant) =>
    expect(grantOf(match, callers[caller])).toBe(grant),
  );

  test('the stronger of two counts, in whichever order', () => {
    const order: readonly Grant[] = ['none', 'delegated', 'capped', 'direct'];
    const strongest = (i: number, j: number) => order[Math.max(i, j)];
    expect(order.map((one) => order.map((other) => stronger(one, other)))).toEqual(
      order.map((_one, i) => order.map((_other, j) => strongest(i, j))),
    );
  });
});
