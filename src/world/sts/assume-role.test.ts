import { expect, test } from 'vitest';
import {
  assume,
  home,
  outcomeOf,
  own,
  play,
  sessionArn,
  smallWorld,
  type Step,
  userArn,
} from '../../testing/small-world.ts';
import { policy, trusts } from '../../testing/statements.ts';

const start = smallWorld({
  users: [{ name: 'alice' }],
  roles: [{ name: 'T', trust: policy(trusts({ AWS: userArn('alice') })), path: '/dev/' }],
});

const asks: Step = own('alice', assume('dev/T', 'alice'));

test('the answer has AWS’s fields; the session’s ARN leaves the role’s path out', () => {
  const { world, happenings } = play(start, asks);
  const roleId = world.accounts[home]?.roles.T?.uniqueId ?? '';
  expect(outcomeOf(happenings)).toEqual({
    ok: true,
    result: {
      Credentials: {
        AccessKeyId: expect.stringMatching(/^ASIA/) as string,
        SecretAccessKey: expect.stringMatching(/^.{40}$/) as string,
        SessionToken: expect.stringMatching(/^IQoJb3JpZ2luX2Vj/) as string,
        Expiration: '2026-11-23T11:00:00Z',
      },
      AssumedRoleUser: { AssumedRoleId: `${roleId}:alice`, Arn: sessionArn('T', 'alice') },
    },
  });
});

test('assuming again gives another key to the same session ARN', () => {
  const { world } = play(start, asks, asks);
  const sessions = Object.values(world.credentials).filter((c) => c.type === 'session');
  expect(
    new Set(sessions.map((c) => c.session.type === 'assumed-role' && c.session.arn)).size,
  ).toBe(1);
  expect(new Set(sessions.map((c) => c.accessKeyId)).size).toBe(2);
  expect(new Set(sessions.map((c) => c.sessionToken)).size).toBe(2);
});

test('a call happens in this order, and STS does not ask the permissions policies', () => {
  const { happenings } = play(start, asks);
  expect(happenings.map((h) => h.type)).toEqual([
    'request-sent',
    'credentials-checked',
    'gate-asked',
    'decided',
    'permissions-not-asked',
    'credentials-issued',
    'answered',
    'recorded',
  ]);
});
