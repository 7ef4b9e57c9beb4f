import {
  a,
  accountA,
  alice,
  allow,
  arn,
  deny,
  forbids,
  grants,
  policy,
  session,
  sessionOf,
  silent,
  trusts,
} from './cast.ts';
import { row, type Question } from './question.ts';

const R = session.roleArn;
const R2 = `arn:aws:iam::${a}:role/R2`;
const assumes = (role: string): Question => ({
  caller: session,
  action: 'sts:AssumeRole',
  resource: role,
  owner: a,
});
const s9 = sessionOf(a, 'R', 's9');
const trustsR = policy(trusts({ AWS: R }));
const mayAssume = policy(allow('sts:AssumeRole'));
const lists: Question = {
  caller: session,
  action: 's3:ListBucket',
  resource: 'arn:aws:s3:::b',
  owner: a,
};
const mayList = policy(allow('s3:*'));

const click = '2026-03-01T10:00:00Z';
const revoked = (operator = 'DateLessThan') =>
  policy(allow('s3:*'), deny('*', '*', { [operator]: { 'aws:TokenIssueTime': click } }));
const issued = (instant: string) => ({ 'aws:tokenissuetime': instant });
const longTermOnly = policy(allow('s3:*', '*', { Null: { 'aws:TokenIssueTime': 'true' } }));
const bucketPolicy = (principal: unknown) => policy(forbids(principal, 's3:*', '*'));

/** Sessions of roles, chains and revocation: table E. */
export const sessions = [
  row('E-1', 'a role does not trust itself', 'no-allow at resource', 'trustUpdate', {
    ...assumes(R),
    trust: policy(trusts(arn(alice))),
    identity: [mayAssume],
  }),
  row('E-2', 'a role that trusts itself', 'allowed at resource', 'trustUpdate', {
    ...assumes(R),
    trust: trustsR,
    identity: [silent],
  }),
  row('E-3', 'a role that trusts the account', 'allowed at identity', 'rolesTroubleshooting', {
    ...assumes(R),
    trust: policy(trusts({ AWS: accountA })),
    identity: [policy(allow('sts:AssumeRole', R))],
  }),
  row(
    'E-4',
    'a role without permissions takes a role that trusts it',
    'allowed at resource',
    'evaluation',
    { ...assumes(R2), trust: trustsR },
  ),
  row('E-5', 'the same with a boundary that is silent', 'no-allow at boundary', 'boundaries', {
    ...assumes(R2),
    trust: trustsR,
    boundary: silent,
  }),
  row('E-6', 'the session is trusted; the boundary is silent', 'allowed at resource', 'principal', {
    ...assumes(R2),
    trust: policy(trusts(arn(session))),
    boundary: silent,
  }),
  row('E-7', 'the user is trusted, and now is a session', 'no-allow at resource', 'principal', {
    ...assumes(R2),
    trust: policy(trusts(arn(alice))),
    identity: [mayAssume],
  }),
  row('E-8', 'a role’s ARN stands for all its sessions', 'allowed at resource', 'principal', {
    ...assumes(R2),
    caller: s9,
    trust: trustsR,
  }),
  row('E-11', 'the user’s own permissions are set aside', 'no-allow at identity', 'policies', {
    ...lists,
    identity: [policy(allow('ec2:*'))],
  }),
  row(
    'E-12',
    'the role’s policies count at the time of the request',
    'explicit-deny at identity',
    'disable',
    {
      ...lists,
      identity: [policy(allow('s3:*'), deny('s3:ListBucket'))],
      context: issued('2026-03-01T10:00:00Z'),
    },
  ),
  row(
    'E-13',
    'the trust policy does not count after the session began',
    'allowed at identity',
    'disable',
    { ...lists, identity: [mayList], context: issued('2026-03-01T10:00:00Z') },
  ),
  row('E-17', 'issued a second before the revocation', 'explicit-deny at identity', 'revoke', {
    ...lists,
    identity: [revoked()],
    context: issued('2026-03-01T09:59:59Z'),
  }),
  row('E-18', 'issued at the very second', 'allowed at identity', 'revoke', {
    ...lists,
    identity: [revoked()],
    context: issued(click),
  }),
  row('E-19', 'issued a second after', 'allowed at identity', 'revoke', {
    ...lists,
    identity: [revoked()],
    context: issued('2026-03-01T10:00:01Z'),
  }),
  row('E-20', 'an access key has no time of issue', 'allowed at identity', 'disable', {
    ...lists,
    caller: alice,
    identity: [revoked()],
  }),
  row(
    'E-21',
    'a session token of the user’s, issued before',
    'explicit-deny at identity',
    'disable',
    { ...lists, caller: alice, identity: [revoked()], context: issued('2026-03-01T09:59:59Z') },
  ),
  row('E-22', 'with IfExists the access key is hit too', 'explicit-deny at identity', 'operators', {
    ...lists,
    caller: alice,
    identity: [revoked('DateLessThanIfExists')],
  }),
  row('E-23a', 'access keys alone', 'allowed at identity', 'operators', {
    ...lists,
    caller: alice,
    identity: [longTermOnly],
  }),
  row('E-23b', 'access keys alone, and this is a session', 'no-allow at identity', 'operators', {
    ...lists,
    identity: [longTermOnly],
    context: issued(click),
  }),
  row(
    'E-24',
    'the role before this one in the chain was revoked',
    'allowed at identity',
    'revoke',
    {
      ...lists,
      caller: sessionOf(a, 'R2', 's1'),
      identity: [mayList],
      context: issued('2026-03-01T09:59:59Z'),
    },
  ),
  row('E-28', 'a bucket policy denies the role', 'explicit-deny at resource', 'disable', {
    ...lists,
    identity: [mayList],
    resourcePolicy: bucketPolicy({ AWS: R }),
  }),
  row('E-28 s9', 'and all its sessions', 'explicit-deny at resource', 'disable', {
    ...lists,
    caller: s9,
    identity: [mayList],
    resourcePolicy: bucketPolicy({ AWS: R }),
  }),
  row('E-29a', 'a bucket policy denies one session', 'explicit-deny at resource', 'disable', {
    ...lists,
    identity: [mayList],
    resourcePolicy: bucketPolicy(arn(session)),
  }),
  row('E-29b', 'and no other', 'allowed at identity', 'disable', {
    ...lists,
    caller: s9,
    identity: [mayList],
    resourcePolicy: bucketPolicy(arn(session)),
  }),
  row('E-30', 'whoever chose the same session name', 'allowed at resource', 'principal', {
    ...lists,
    resourcePolicy: policy(grants(arn(session), 's3:ListBucket', '*')),
    context: { 'aws:sourceidentity': 'mallory' },
  }),
];
