import { describe, expect, test } from 'vitest';
import {
  answerOf,
  assume,
  heldLast,
  home,
  newestKey,
  outcomeOf,
  own,
  play,
  rootArn,
  rulingOf,
  session,
  sessionArn,
  smallWorld,
  type Step,
  userArn,
} from '../../testing/small-world.ts';
import { allow, deny, policy, trusts } from '../../testing/statements.ts';

const everything = policy(allow('*'));
const start = smallWorld({
  users: [{ name: 'alice', inline: { All: everything } }],
  roles: [
    {
      name: 'T',
      path: '/dev/',
      trust: policy(trusts({ AWS: userArn('alice') })),
      inline: { All: everything },
    },
  ],
  buckets: [{ name: 'b', objects: { k: 'v' } }],
});
const ids = {
  alice: start.accounts[home]?.users.alice?.uniqueId ?? '',
  T: start.accounts[home]?.roles.T?.uniqueId ?? '',
};

const whoAmI = { action: 'sts:GetCallerIdentity' } as const;
const token = (by: string, durationSeconds?: number): Step =>
  own(by, {
    action: 'sts:GetSessionToken',
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  });
const guest = (by: string, name = 'guest', durationSeconds?: number): Step =>
  own(by, {
    action: 'sts:GetFederationToken',
    name,
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  });

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
describe('GetCallerIdentity', () => {
  test.each<readonly [who: string, steps: readonly Step[], arn: string, userId: string]>([
    ['a user', [own('alice', whoAmI)], userArn('alice'), ids.alice],
    ['the root user', [own('root', whoAmI)], rootArn, home],
    ['a user’s token', [token('alice'), session('alice', whoAmI)], userArn('alice'), ids.alice],
    ['the root user’s token', [token('root'), session('root', whoAmI)], rootArn, home],
    [
      'a role’s session',
      [own('alice', assume('dev/T', 's1')), session('alice', whoAmI)],
      sessionArn('T', 's1'),
      `${ids.T}:s1`,
    ],
    [
      'a federated user',
      [guest('alice'), session('alice', whoAmI)],
      `arn:aws:sts::${home}:federated-user/guest`,
      `${home}:guest`,
    ],
    [
      'a federated user of the root user',
      [guest('root'), session('root', whoAmI)],
      `arn:aws:sts::${home}:federated-user/guest`,
      `${home}:guest`,
    ],
  ])('%s', (_who, steps, Arn, UserId) => {
    const { happenings } = play(start, ...steps);
    expect(outcomeOf(happenings)).toEqual({ ok: true, result: { UserId, Account: home, Arn } });
    expect(rulingOf(happenings)).toBe('Allow, needs no permission');
  });
});

/**
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
describe('GetSessionToken and GetFederationToken', () => {
  test.each<readonly [fact: string, step: Step, by: string, seconds: number]>([
    ['a user’s token lasts twelve hours', token('alice'), 'alice', 43200],
    ['a user’s token may last 36', token('alice', 129600), 'alice', 129600],
    ['the root user’s lasts one', token('root'), 'root', 3600],
    ['a wish for more is cut', token('root', 129600), 'root', 3600],
    ['a wish for less is met', token('root', 900), 'root', 900],
    ['a federated user lasts twelve', guest('alice'), 'alice', 43200],
    ['the root user’s federated user one', guest('root'), 'root', 3600],
  ])('%s', (_fact, step, by, seconds) => {
    const { world } = play(start, step);
    const credentials = world.credentials[heldLast(world, by)];
    expect(credentials).toMatchObject({
      type: 'session',
      issuedAt: start.now,
      expiresAt: start.now + seconds * 1000,
    });
  });

  const range = (value: number, must: string) =>
    `ValidationError 400: 1 validation error detected: Value '${value}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${must}`;
  const name = (value: string, must: string) =>
    `ValidationError 400: 1 validation error detected: Value '${value}' at 'name' failed to satisfy constraint: Member must ${must}`;
  const withSessions = (operation: string) =>
    `AccessDenied 403: Cannot call ${operation} with session credentials`;

  test.each<readonly [fact: string, steps: readonly Step[], answer: string]>([
    ['too short', [token('alice', 899)], range(899, 'greater than or equal to 900')],
    ['too long', [token('alice', 129601)], range(129601, 'less than or equal to 129600')],
    [
      'a name too short',
      [guest('alice', 'x')],
      name('x', 'have length greater than or equal to 2'),
    ],
    [
      'a name too long',
      [guest('alice', 'x'.repeat(33))],
      name('x'.repeat(33), 'have length less than or equal to 32'),
    ],
    [
      'a name with a space',
      [guest('alice', 'a b')],
      name('a b', String.raw`satisfy regular expression pattern: [\w+=,.@-]*`),
    ],
    [
      'a token does not beget a token',
      [token('alice'), session('alice', { action: 'sts:GetSessionToken' })],
      withSessions('GetSessionToken'),
    ],
    [
      'nor a federated user',
      [token('alice'), session('alice', { action: 'sts:GetFederationToken', name: 'guest' })],
      withSessions('GetFederationToken'),
    ],
    [
      'the root user’s token may not assume roles either',
      [token('root'), session('root', assume('dev/T', 'root'))],
      'AccessDenied 403: Roles may not be assumed by root accounts.',
    ],
  ])('%s', (_fact, steps, answer) => {
    const { happenings } = play(start, ...steps);
    expect([rulingOf(happenings), answerOf(happenings)]).toEqual(['not asked', answer]);
  });

  test.each<readonly [who: string, own: ReturnType<typeof policy>]>([
    ['a user without permissions', policy(allow('s3:GetObject'))],
    ['a user to whom everything is denied', policy(deny('*'))],
  ])('%s may ask for a token: no policy can refuse it', (_who, document) => {
    const world = smallWorld({ users: [{ name: 'carol', inline: { Own: document } }] });
    const { happenings } = play(world, token('carol'));
    expect([rulingOf(happenings), answerOf(happenings)]).toEqual([
      'Allow, needs no permission',
      'allowed',
    ]);
  });

  test('a federated user does need one to be asked for', () => {
    const { happenings } = play(smallWorld({ users: [{ name: 'carol' }] }), guest('carol'));
    expect(rulingOf(happenings)).toBe('ImplicitDeny at identity');
  });

  test('a token has the user’s permissions', () => {
    const { happenings } = play(
      start,
      token('alice'),
      session('alice', { action: 's3:GetObject', bucket: 'b', key: 'k' }),
    );
    expect(rulingOf(happenings)).toBe('Allow by identity');
  });

  test('a federated user without a session policy has none', () => {
    const { happenings } = play(
      start,
      guest('alice'),
      newestKey('alice', { action: 's3:GetObject', bucket: 'b', key: 'k' }),
    );
    expect(rulingOf(happenings)).toBe('ImplicitDeny at session');
  });
});
