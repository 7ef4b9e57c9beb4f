import { expect, test } from 'vitest';
import {
  admin,
  allow,
  type Asking,
  ask,
  deny,
  home,
  outcome,
  roleArn,
  rootOf,
  session,
  sessionArn,
  trusts,
  userArn,
} from './asking.examples.ts';

const s1 = session('R', 's1');
const self = { AWS: roleArn('R') };
const assumesSelf = allow('sts:AssumeRole', roleArn('R'));
const onlyS3 = [allow('s3:*')];

/** What "Revoke active sessions" attaches. */
const revokes = (operator: string) =>
  deny('*', '*', {
    Condition: { [operator]: { 'aws:TokenIssueTime': '2026-03-01T10:00:00.000Z' } },
  });
const revoked = [admin, revokes('DateLessThan')];
const issued = (time: string) => ({ 'aws:tokenissuetime': time });

/**
 * Table E: sessions, chains and revocation. Rows about durations (E-9, E-10), deleted roles and expiry (E-14 to
 * E-16), revoking (E-25, E-26) and GetSessionToken (E-27) belong to the simulated world; so do the edits of E-12
 * and E-13, after which the evaluator is simply asked again.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
type Row = readonly [id: string, asking: Asking, outcome: string];
test.each<Row>([
  [
    'E-1: a role does not trust itself',
    {
      by: s1,
      resource: roleArn('R'),
      trust: [trusts({ AWS: userArn('alice') })],
      identity: [assumesSelf],
    },
    'ImplicitDeny at resource',
  ],
  [
    'E-2: unless it says so',
    { by: s1, resource: roleArn('R'), trust: [trusts(self)] },
    'Allow by resource',
  ],
  [
    'E-3: or trusts the account',
    {
      by: s1,
      resource: roleArn('R'),
      trust: [trusts({ AWS: rootOf(home) })],
      identity: [assumesSelf],
    },
    'Allow by identity',
  ],
  ['E-4: a chain needs no permission', { by: s1, trust: [trusts(self)] }, 'Allow by resource'],
  [
    'E-5: a role’s name is capped',
    { by: s1, trust: [trusts(self)], boundary: onlyS3 },
    'ImplicitDeny at boundary',
  ],
  [
    'E-6: a session’s name is not',
    { by: s1, trust: [trusts({ AWS: sessionArn('R', 's1') })], boundary: onlyS3 },
    'Allow by resource',
  ],
  [
    'E-7: the user is left behind',
    { by: s1, trust: [trusts({ AWS: userArn('alice') })] },
    'ImplicitDeny at resource',
  ],
  [
    'E-8: any session of the role',
    { by: session('R', 's9'), trust: [trusts(self)] },
    'Allow by resource',
  ],
  [
    'E-11: the user’s permissions are set aside',
    { by: s1, identity: [allow('ec2:*')], action: 's3:ListBucket' },
    'ImplicitDeny at identity',
  ],
  [
    'E-12: the role’s permissions are those of now',
    { by: s1, identity: [admin, deny('s3:*')] },
    'ExplicitDeny at identity',
  ],
  [
    'E-17: issued before',
    { by: s1, identity: revoked, context: issued('2026-03-01T09:59:59Z') },
    'ExplicitDeny at identity',
  ],
  [
    'E-18: issued at that very moment',
    { by: s1, identity: revoked, context: issued('2026-03-01T10:00:00Z') },
    'Allow by identity',
  ],
  [
    'E-19: issued after',
    { by: s1, identity: revoked, context: issued('2026-03-01T10:00:01Z') },
    'Allow by identity',
  ],
  ['E-20: an access key has no such time', { identity: revoked }, 'Allow by identity'],
  [
    'E-21: a user’s session has',
    { identity: revoked, context: issued('2026-03-01T09:59:59Z') },
    'ExplicitDeny at identity',
  ],
  [
    'E-22: IfExists hits access keys too',
    { identity: [admin, revokes('DateLessThanIfExists')] },
    'ExplicitDeny at identity',
  ],
  [
    'E-23a: only access keys',
    { identity: [allow('*', '*', { Condition: { Null: { 'aws:TokenIssueTime': 'true' } } })] },
    'Allow by identity',
  ],
  [
    'E-23b: no sessions',
    {
      by: s1,
      identity: [allow('*', '*', { Condition: { Null: { 'aws:TokenIssueTime': 'true' } } })],
      context: issued('2026-03-01T10:00:00Z'),
    },
    'ImplicitDeny at identity',
  ],
  [
    'E-24: the next role in the chain',
    { by: session('R2', 's2'), identity: [admin], context: issued('2026-03-01T09:59:59Z') },
    'Allow by identity',
  ],
])('%s', (_id, asking, expected) => expect(outcome(ask(asking))).toBe(expected));
