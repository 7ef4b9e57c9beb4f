import { buildWorld } from '../build.ts';
import { describe, expect, test } from 'vitest';
import {
  answerOf,
  found,
  home,
  mayNot,
  own,
  play,
  roleArn,
  rootArn,
  rulingOf,
  session,
  sessionArn,
  smallWorld,
  type Step,
  userArn,
} from '../../testing/small-world.ts';
import { allow, policy, trusts } from '../../testing/statements.ts';
import { type AwsCall } from '../command.ts';
import { type World } from '../model.ts';

type AssumeRole = Extract<AwsCall, { action: 'sts:AssumeRole' }>;
type Parameters = Partial<Omit<AssumeRole, 'action' | 'roleArn' | 'roleSessionName'>>;

const asks = (role: string, parameters: Parameters = {}): AwsCall => ({
  action: 'sts:AssumeRole',
  roleArn: roleArn(role),
  roleSessionName: 's1',
  ...parameters,
});

type Row = readonly [row: string, steps: readonly Step[], ruling: string, answer: string];

function answered(world: World, steps: readonly Step[]): readonly [string, string] {
  const { happenings } = play(world, ...steps);
  return [rulingOf(happenings), answerOf(happenings)];
}

const byTrust = 'Allow by resource';
const notByTrust = 'ImplicitDeny at resource';
const broken = (value: string, field: string, constraint: string) =>
  `ValidationError 400: 1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: Member must ${constraint}`;
const tooShort = 'have length greater than or equal to 2';
const tooLong = (most: number) => `have length less than or equal to ${most}`;
const notOf = (pattern: string) => `satisfy regular expression pattern: ${pattern}`;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
describe('ExternalId', () => {
  const abroad = '222222222222';
  const target = `arn:aws:iam::${abroad}:role/T`;
  const onlyWithX = { Condition: { StringEquals: { 'sts:ExternalId': 'X1' } } };
  const start = buildWorld({
    now: '2026-11-23T10:00:00Z',
    accounts: [
      {
        id: home,
        name: 'Home',
        users: [{ name: 'alice', inline: { Own: policy(allow('sts:AssumeRole', target)) } }],
      },
      {
        id: abroad,
        name: 'Abroad',
        roles: [{ name: 'T', trust: policy(trusts({ AWS: rootArn }, onlyWithX)) }],
      },
    ],
    people: [
      {
        id: 'alice',
        name: 'Alice',
        role: 'insider',
        sourceIp: '203.0.113.1',
        keyOf: { account: home, user: 'alice' },
      },
    ],
  });
  const withId = (externalId?: string) => [
    own('alice', {
      action: 'sts:AssumeRole',
      roleArn: target,
      roleSessionName: 's1',
      ...(externalId === undefined ? {} : { externalId }),
    }),
  ];
  const refused = mayNot(userArn('alice'), 'sts:AssumeRole', target);
  const pattern = notOf(String.raw`[\w+=,.@:\/-]*`);

  test.each<Row>([
    ['B8: an id is asked for, and none is given', withId(), notByTrust, refused],
    ['B9: it is given', withId('X1'), 'Allow by identity', 'allowed'],
    ['B10: in another case', withId('x1'), notByTrust, refused],
    ['section 1.3: one character', withId('X'), 'not asked', broken('X', 'externalId', tooShort)],
    ['section 1.3: 1,224 characters', withId('x'.repeat(1224)), notByTrust, refused],
    [
      'section 1.3: one more',
      withId('x'.repeat(1225)),
      'not asked',
      broken('x'.repeat(1225), 'externalId', tooLong(1224)),
    ],
    ['section 1.3: every sign', withId('_+=,.@:/-'), notByTrust, refused],
    ['section 1.3: a space', withId('X 1'), 'not asked', broken('X 1', 'externalId', pattern)],
    [
      'section 1.3: a line’s end after it',
      withId('X1\n'),
      'not asked',
      broken('X1\n', 'externalId', pattern),
    ],
  ])('%s', (_row, steps, ruling, answer) => {
    expect(answered(start, steps)).toEqual([ruling, answer]);
  });

  test('CloudTrail keeps it', () => {
    const { world } = play(start, ...withId('X1'));
    expect(world.trail.at(-1)?.requestParameters).toEqual({
      roleArn: target,
      roleSessionName: 's1',
      externalId: 'X1',
    });
  });
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html */
describe('SourceIdentity', () => {
  const both = { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] };
  const isAlice = { Condition: { StringEquals: { 'sts:SourceIdentity': 'alice' } } };
  const alice = { AWS: userArn('alice') };
  const byR = { AWS: roleArn('R') };
  const start = smallWorld({
    users: [{ name: 'alice' }, { name: 'asker', inline: { Own: policy(allow('sts:AssumeRole')) } }],
    roles: [
      { name: 'Picky', trust: policy(trusts(alice, { ...both, ...isAlice })) },
      { name: 'Without', trust: policy(trusts(alice)) },
      { name: 'Account', trust: policy(trusts({ AWS: rootArn }, both)) },
      {
        name: 'R',
        trust: policy(trusts(alice, both)),
        inline: {
          Own: policy(
            allow('s3:ListAllMyBuckets', '*', {
              Condition: { StringEquals: { 'aws:SourceIdentity': 'alice' } },
            }),
          ),
        },
      },
      { name: 'Next', trust: policy(trusts(byR, { ...both, ...isAlice })) },
      { name: 'NextWithout', trust: policy(trusts(byR)) },
      { name: 'Last', trust: policy(trusts({ AWS: roleArn('Next') }, both)) },
    ],
  });
  const aliceIs = (identity: string, role: string) =>
    own('alice', asks(role, { sourceIdentity: identity }));
  const inR = aliceIs('alice', 'R');
  const then = (role: string, parameters?: Parameters) => session('alice', asks(role, parameters));
  const mayNotSet = (who: string, role: string) =>
    mayNot(who, 'sts:SetSourceIdentity', roleArn(role));
  const user = userArn('alice');
  const pattern = notOf(String.raw`[\w+=,.@-]*`);

  test.each<Row>([
    [
      'F20: the identity that the trust policy asks for',
      [aliceIs('alice', 'Picky')],
      byTrust,
      'allowed',
    ],
    [
      'F21: left out, the call itself is refused',
      [own('alice', asks('Picky'))],
      notByTrust,
      mayNot(user, 'sts:AssumeRole', roleArn('Picky')),
    ],
    [
      'F22: another identity, setting it is refused',
      [aliceIs('bob', 'Picky')],
      notByTrust,
      mayNotSet(user, 'Picky'),
    ],
    [
      'section 1.5: the trust policy does not let it be set',
      [aliceIs('alice', 'Without')],
      notByTrust,
      mayNotSet(user, 'Without'),
    ],
    [
      'section 1.5: the trust policy leaves it to the account, and the caller may only assume',
      [own('asker', asks('Account', { sourceIdentity: 'asker' }))],
      'ImplicitDeny at identity',
      mayNotSet(userArn('asker'), 'Account'),
    ],
    [
      'F23: an inherited identity needs the permission too',
      [inR, then('NextWithout')],
      notByTrust,
      mayNotSet(sessionArn('R', 's1'), 'NextWithout'),
    ],
    [
      'F23: without an identity to inherit it does not',
      [own('alice', asks('R')), then('NextWithout')],
      byTrust,
      'allowed',
    ],
    ['F20: an inherited identity is in the request', [inR, then('Next')], byTrust, 'allowed'],
    [
      'E12: an inherited identity can’t be changed',
      [inR, then('Next', { sourceIdentity: 'bob' })],
      'not asked',
      'ValidationError 400: The source identity is already set for this assume role session',
    ],
    [
      'E12: nor in a session further on that never named it',
      [inR, then('Next'), then('Last', { sourceIdentity: 'bob' })],
      'not asked',
      'ValidationError 400: The source identity is already set for this assume role session',
    ],
    [
      'E12: to say it again is no change',
      [inR, then('Next', { sourceIdentity: 'alice' })],
      byTrust,
      'allowed',
    ],
    [
      'E12: a session without one may set it for the next',
      [own('alice', asks('R')), then('Next', { sourceIdentity: 'alice' })],
      byTrust,
      'allowed',
    ],
    [
      'section 6: later requests carry aws:SourceIdentity',
      [inR, session('alice', { action: 's3:ListAllMyBuckets' })],
      'Allow by identity',
      'allowed',
    ],
    [
      'section 6: it is not in a session that has none',
      [own('alice', asks('R')), session('alice', { action: 's3:ListAllMyBuckets' })],
      'ImplicitDeny at identity',
      `AccessDenied 403: User: ${sessionArn('R', 's1')} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action`,
    ],
    [
      'section 1.3: one character',
      [aliceIs('a', 'R')],
      'not asked',
      broken('a', 'sourceIdentity', tooShort),
    ],
    ['section 1.3: 64 characters', [aliceIs('a'.repeat(64), 'R')], byTrust, 'allowed'],
    [
      'section 1.3: 65 characters',
      [aliceIs('a'.repeat(65), 'R')],
      'not asked',
      broken('a'.repeat(65), 'sourceIdentity', tooLong(64)),
    ],
    [
      'section 1.3: it may not begin with aws:',
      [aliceIs('aws:alice', 'R')],
      'not asked',
      broken('aws:alice', 'sourceIdentity', pattern),
    ],
  ])('%s', (_row, steps, ruling, answer) => {
    expect(answered(start, steps)).toEqual([ruling, answer]);
  });

  test('each permission is decided by itself, and the call’s own last', () => {
    const { happenings } = play(start, aliceIs('alice', 'Picky'));
    const decided = happenings.filter((h) => h.type === 'decided');
    expect(decided.map((h) => [h.request.action, h.decision.verdict])).toEqual([
      ['sts:SetSourceIdentity', 'Allow'],
      ['sts:AssumeRole', 'Allow'],
    ]);
  });

  test('nothing more is decided after a refusal', () => {
    const { happenings } = play(start, aliceIs('bob', 'Picky'));
    const decided = happenings.filter((h) => h.type === 'decided');
    expect(decided.map((h) => [h.request.action, h.decision.verdict])).toEqual([
      ['sts:SetSourceIdentity', 'ImplicitDeny'],
    ]);
  });

  test('the answer and the record of a chained call name it', () => {
    const { world, happenings } = play(start, inR, then('Next'));
    const outcome = found(happenings.find((h) => h.type === 'answered')).outcome;
    expect(outcome).toMatchObject({ ok: true, result: { SourceIdentity: 'alice' } });
    expect(world.trail.at(-1)).toMatchObject({
      userIdentity: { sessionContext: { sourceIdentity: 'alice' } },
      requestParameters: { roleArn: roleArn('Next'), roleSessionName: 's1' },
      responseElements: { sourceIdentity: 'alice' },
    });
  });

  test('the record of the call that sets it has it among the parameters', () => {
    expect(play(start, inR).world.trail.at(-1)?.requestParameters).toEqual({
      roleArn: roleArn('R'),
      roleSessionName: 's1',
      sourceIdentity: 'alice',
    });
  });
});
