import { expect, test } from 'vitest';
import {
  answerOf,
  assume,
  home,
  outcomeOf,
  own,
  play,
  roleArn,
  rulingOf,
  sessionArn,
  smallWorld,
  type Step,
  userArn,
} from '../../testing/small-world.ts';
import { policy, trusts } from '../../testing/statements.ts';

const start = smallWorld({
  users: [{ name: 'alice' }],
  roles: [
    { name: 'T', trust: policy(trusts({ AWS: userArn('alice') })), path: '/dev/' },
    {
      name: 'Long',
      trust: policy(trusts({ AWS: [userArn('alice'), roleArn('dev/T')] })),
      maxSessionDuration: 7200,
    },
  ],
});

const asks = (role: string, name: string, seconds?: number): Step =>
  own('alice', assume(role, name, seconds));
const constraint = (value: string, field: string, must: string) =>
  `ValidationError 400: 1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: Member must ${must}`;
const tooLong =
  'ValidationError 400: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
const chained =
  'ValidationError 400: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.';
const nameCharacters = String.raw`satisfy regular expression pattern: [\w+=,.@-]*`;

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
type Row = readonly [fact: string, steps: readonly Step[], ruling: string, answer: string];
test.each<Row>([
  [
    'E4: a session name with a colon',
    [asks('dev/T', 'Session1:2')],
    'not asked',
    constraint('Session1:2', 'roleSessionName', nameCharacters),
  ],
  [
    'a session name of one character',
    [asks('dev/T', 'a')],
    'not asked',
    constraint('a', 'roleSessionName', 'have length greater than or equal to 2'),
  ],
  [
    'a session name of 65',
    [asks('dev/T', 'a'.repeat(65))],
    'not asked',
    constraint('a'.repeat(65), 'roleSessionName', 'have length less than or equal to 64'),
  ],
  ['a session name of 64', [asks('dev/T', 'a'.repeat(64))], 'Allow by resource', 'allowed'],
  ['a session name with every sign', [asks('dev/T', '_+=,.@-')], 'Allow by resource', 'allowed'],
  [
    'E5: what is long enough and no ARN',
    [
      own('alice', {
        action: 'sts:AssumeRole',
        roleArn: 'the role that I mean',
        roleSessionName: 'alice',
      }),
    ],
    'not asked',
    'ValidationError 400: the role that I mean is invalid',
  ],
  [
    'an ARN that is too short',
    [own('alice', { action: 'sts:AssumeRole', roleArn: 'T', roleSessionName: 'alice' })],
    'not asked',
    constraint('T', 'roleArn', 'have length greater than or equal to 20'),
  ],
  [
    'E6: less than a quarter of an hour',
    [asks('dev/T', 'alice', 899)],
    'not asked',
    constraint('899', 'durationSeconds', 'have value greater than or equal to 900'),
  ],
  [
    'E6: more than twelve hours',
    [asks('Long', 'alice', 43201)],
    'not asked',
    constraint('43201', 'durationSeconds', 'have value less than or equal to 43200'),
  ],
  ['a quarter of an hour', [asks('dev/T', 'alice', 900)], 'Allow by resource', 'allowed'],
  [
    'E7: a second more than the role’s maximum',
    [asks('dev/T', 'alice', 3601)],
    'Allow by resource',
    tooLong,
  ],
  ['the role’s maximum', [asks('Long', 'alice', 7200)], 'Allow by resource', 'allowed'],
  [
    'E8: a chained session of more than an hour',
    [
      asks('dev/T', 's1'),
      {
        type: 'call',
        by: 'alice',
        with: { type: 'latest-session' },
        call: assume('Long', 's2', 3601),
      },
    ],
    'Allow by resource',
    chained,
  ],
  [
    'a chained session of an hour',
    [
      asks('dev/T', 's1'),
      {
        type: 'call',
        by: 'alice',
        with: { type: 'latest-session' },
        call: assume('Long', 's2', 3600),
      },
    ],
    'Allow by resource',
    'allowed',
  ],
  [
    'E9: the role’s maximum is asked before the hour of chaining',
    [
      asks('dev/T', 's1'),
      {
        type: 'call',
        by: 'alice',
        with: { type: 'latest-session' },
        call: assume('Long', 's2', 7201),
      },
    ],
    'Allow by resource',
    tooLong,
  ],
  [
    'E9: the API’s range is asked before the role’s maximum',
    [asks('dev/T', 'alice', 43201)],
    'not asked',
    constraint('43201', 'durationSeconds', 'have value less than or equal to 43200'),
  ],
])('%s', (_fact, steps, ruling, answer) => {
  const { happenings } = play(start, ...steps);
  expect([rulingOf(happenings), answerOf(happenings)]).toEqual([ruling, answer]);
});

test('the answer has AWS’s fields; the session’s ARN leaves the role’s path out', () => {
  const { world, happenings } = play(start, asks('dev/T', 'alice'));
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
  const { world } = play(start, asks('dev/T', 'alice'), asks('dev/T', 'alice'));
  const sessions = Object.values(world.credentials).filter((c) => c.type === 'session');
  expect(
    new Set(sessions.map((c) => c.session.type === 'assumed-role' && c.session.arn)).size,
  ).toBe(1);
  expect(new Set(sessions.map((c) => c.accessKeyId)).size).toBe(2);
  expect(new Set(sessions.map((c) => c.sessionToken)).size).toBe(2);
});

test('a call happens in this order, and STS does not ask the permissions policies', () => {
  const { happenings } = play(start, asks('dev/T', 'alice'));
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
