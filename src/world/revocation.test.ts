import { expect, test } from 'vitest';
import { home, own, play, smallWorld, type Step, wait } from '../testing/small-world.ts';
import { allow, denyOlderThan, policy, textOf, trusts } from '../testing/statements.ts';
import { simTime } from './model.ts';
import { revocationCutOff, revocationPolicy } from './revocation.ts';

const start = smallWorld({
  roles: [
    {
      name: 'T',
      trust: policy(trusts({ AWS: home })),
      inline: { Own: policy(allow('*')) },
    },
  ],
});
const put = (policyDocument: string): Step =>
  own('admin', {
    action: 'iam:PutRolePolicy',
    roleName: 'T',
    policyName: 'AWSRevokeOlderSessions',
    policyDocument,
  });
const cutOffAfter = (...steps: readonly Step[]) => {
  const role = play(start, ...steps).world.accounts[home]?.roles.T;
  return role && revocationCutOff(role);
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html */
test('the console’s document has arrays and milliseconds', () => {
  expect(JSON.parse(revocationPolicy(simTime(Date.parse('2026-11-23T17:12:40.695Z'))))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['*'],
        Resource: ['*'],
        Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-11-23T17:12:40.695Z' } },
      },
    ],
  });
});

test.each<readonly [fact: string, steps: readonly Step[], cutOff: number | undefined]>([
  ['a role that was never revoked has no cut-off', [], undefined],
  [
    'the button’s is thirty seconds after the click',
    [wait(300), { type: 'revoke-sessions', by: 'admin', roleName: 'T' }],
    start.now + 330_000,
  ],
  [
    'a date without milliseconds counts as well',
    [put(textOf(policy(denyOlderThan('2026-11-23T10:00:05Z'))))],
    start.now + 5000,
  ],
  ['a document of that name without a date has none', [put(textOf(policy(allow('*'))))], undefined],
  [
    'an Allow with the date has none',
    [put(textOf(policy({ ...denyOlderThan('2026-11-23T10:00:05Z'), Effect: 'Allow' })))],
    undefined,
  ],
])('%s', (_fact, steps, cutOff) => {
  expect(cutOffAfter(...steps)).toBe(cutOff);
});
