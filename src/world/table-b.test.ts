import { buildWorld } from '#world';
import { expect, test } from 'vitest';
import { answerOf, home, own, play, rulingOf, userArn } from '../testing/small-world.ts';
import { allow, deny, policy, trusts } from '../testing/statements.ts';

const abroad = '222222222222';
const target = `arn:aws:iam::${abroad}:role/T`;
const full = { name: 'Full', document: policy(allow('*')) };
const noSts = { name: 'NoSts', document: policy(deny('sts:AssumeRole')) };

/** Alice, at home, may assume a role abroad that trusts her. */
const between = (scpsAtHome: (typeof full)[], scpsAbroad: (typeof full)[]) =>
  buildWorld({
    now: '2026-11-23T10:00:00Z',
    accounts: [
      {
        id: home,
        name: 'Home',
        users: [{ name: 'alice', inline: { Own: policy(allow('sts:AssumeRole', target)) } }],
        scps: [scpsAtHome],
      },
      {
        id: abroad,
        name: 'Abroad',
        roles: [{ name: 'T', trust: policy(trusts({ AWS: userArn('alice') })) }],
        scps: [scpsAbroad],
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

/**
 * The rows of table B that only a world can tell: whose organization policies are asked.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
test.each([
  [
    'B11: an SCP binds those of its own account, wherever they go',
    between([full, noSts], [full]),
    'ExplicitDeny at scp',
    `AccessDenied 403: User: ${userArn('alice')} is not authorized to perform: sts:AssumeRole on resource: ${target}`,
  ],
  [
    'B12: an SCP does not bind those who come from outside',
    between([full], [full, noSts]),
    'Allow by identity',
    'allowed',
  ],
])('%s', (_fact, world, ruling, answer) => {
  const { happenings } = play(
    world,
    own('alice', { action: 'sts:AssumeRole', roleArn: target, roleSessionName: 'alice' }),
  );
  expect([rulingOf(happenings), answerOf(happenings)]).toEqual([ruling, answer]);
});
