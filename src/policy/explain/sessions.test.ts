import { expect, test } from 'vitest';
import {
  admin,
  allow,
  type Asking,
  answer,
  ask,
  deny,
  home,
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
type Row = readonly [id: string, asking: Asking, outcome: string, because: string];
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
    'trust policy 1: Principal arn:aws:iam::111111111111:user/alice / arn:aws:sts::111111111111:assumed-role/R/s1',
  ],
  [
    'E-2: unless it says so',
    { by: s1, resource: roleArn('R'), trust: [trusts(self)] },
    'Allow by resource',
    'trust policy 1 as role',
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
    'trust policy 1 as account, Own 1',
  ],
  [
    'E-4: a chain needs no permission',
    { by: s1, trust: [trusts(self)] },
    'Allow by resource',
    'trust policy 1 as role',
  ],
  [
    'E-5: a role’s name is capped',
    { by: s1, trust: [trusts(self)], boundary: onlyS3 },
    'ImplicitDeny at boundary',
    'Boundary 1: Action s3:* / sts:AssumeRole',
  ],
  [
    'E-6: a session’s name is not',
    { by: s1, trust: [trusts({ AWS: sessionArn('R', 's1') })], boundary: onlyS3 },
    'Allow by resource',
    'trust policy 1 as session',
  ],
  [
    'E-7: the user is left behind',
    { by: s1, trust: [trusts({ AWS: userArn('alice') })] },
    'ImplicitDeny at resource',
    'trust policy 1: Principal arn:aws:iam::111111111111:user/alice / arn:aws:sts::111111111111:assumed-role/R/s1',
  ],
  [
    'E-8: any session of the role',
    { by: session('R', 's9'), trust: [trusts(self)] },
    'Allow by resource',
    'trust policy 1 as role',
  ],
  [
    'E-11: the user’s permissions are set aside',
    { by: s1, identity: [allow('ec2:*')], action: 's3:ListBucket' },
    'ImplicitDeny at identity',
    'Own 1: Action ec2:* / s3:ListBucket',
  ],
  [
    'E-12: the role’s permissions are those of now',
    { by: s1, identity: [admin, deny('s3:*')] },
    'ExplicitDeny at identity',
    'Own 2',
  ],
  [
    'E-17: issued before',
    { by: s1, identity: revoked, context: issued('2026-03-01T09:59:59Z') },
    'ExplicitDeny at identity',
    'Own 2',
  ],
  [
    'E-18: issued at that very moment',
    { by: s1, identity: revoked, context: issued('2026-03-01T10:00:00Z') },
    'Allow by identity',
    'Own 1 | spared by Own 2: DateLessThan aws:TokenIssueTime 2026-03-01T10:00:00.000Z / 2026-03-01T10:00:00Z',
  ],
  [
    'E-19: issued after',
    { by: s1, identity: revoked, context: issued('2026-03-01T10:00:01Z') },
    'Allow by identity',
    'Own 1 | spared by Own 2: DateLessThan aws:TokenIssueTime 2026-03-01T10:00:00.000Z / 2026-03-01T10:00:01Z',
  ],
  [
    'E-20: an access key has no such time',
    { identity: revoked },
    'Allow by identity',
    'Own 1 | spared by Own 2: DateLessThan aws:TokenIssueTime 2026-03-01T10:00:00.000Z / absent | without aws:tokenissuetime',
  ],
  [
    'E-21: a user’s session has',
    { identity: revoked, context: issued('2026-03-01T09:59:59Z') },
    'ExplicitDeny at identity',
    'Own 2',
  ],
  [
    'E-22: IfExists hits access keys too',
    { identity: [admin, revokes('DateLessThanIfExists')] },
    'ExplicitDeny at identity',
    'Own 2 | without aws:tokenissuetime',
  ],
  [
    'E-23a: only access keys',
    { identity: [allow('*', '*', { Condition: { Null: { 'aws:TokenIssueTime': 'true' } } })] },
    'Allow by identity',
    'Own 1 | without aws:tokenissuetime',
  ],
  [
    'E-23b: no sessions',
    {
      by: s1,
      identity: [allow('*', '*', { Condition: { Null: { 'aws:TokenIssueTime': 'true' } } })],
      context: issued('2026-03-01T10:00:00Z'),
    },
    'ImplicitDeny at identity',
    'Own 1: Null aws:TokenIssueTime true / 2026-03-01T10:00:00Z',
  ],
  [
    'E-24: the next role in the chain',
    { by: session('R2', 's2'), identity: [admin], context: issued('2026-03-01T09:59:59Z') },
    'Allow by identity',
    'Own 1',
  ],
])('%s', (_id, asking, ...expected) => expect(answer(ask(asking))).toEqual(expected));
