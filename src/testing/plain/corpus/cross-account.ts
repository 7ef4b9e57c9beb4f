import {
  a,
  accountA,
  alice,
  allow,
  arn,
  b,
  deny,
  policy,
  roleT,
  silent,
  trusts,
  userOf,
  admin,
} from './cast.ts';
import { row, type Question } from './question.ts';

const T = roleT(b);
const mayAssume = policy(allow('sts:AssumeRole', T));
const trustsAlice = policy(trusts(arn(alice)));
const vendor = policy(trusts({ AWS: accountA }, { StringEquals: { 'sts:ExternalId': 'X' } }));
const asks: Question = {
  caller: alice,
  action: 'sts:AssumeRole',
  resource: T,
  owner: b,
  identity: [mayAssume],
};
const outsidersKeptOut = policy({
  Effect: 'Deny',
  Principal: '*',
  Action: 'sts:AssumeRole',
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } },
});

/** A user takes a role of another account: table B. */
export const crossAccount = [
  row('B1', 'both sides allow', 'allowed at identity', 'crossAccount', {
    ...asks,
    trust: trustsAlice,
  }),
  row('B2', 'the caller’s side is silent', 'no-allow at identity', 'crossAccount', {
    ...asks,
    trust: trustsAlice,
    identity: [silent],
  }),
  row('B3', 'the role’s side is silent', 'no-allow at resource', 'crossAccount', {
    ...asks,
    trust: policy(trusts(arn(userOf(a, 'bob')))),
  }),
  row('B4', 'the account is trusted, and the user may', 'allowed at identity', 'crossAccount', {
    ...asks,
    trust: policy(trusts({ AWS: accountA })),
  }),
  row(
    'B5',
    'the account is trusted, and the user may not',
    'no-allow at identity',
    'crossAccount',
    { ...asks, trust: policy(trusts({ AWS: accountA })), identity: [silent] },
  ),
  row('B6', 'everyone is trusted, and the user may', 'allowed at identity', 'principal', {
    ...asks,
    trust: policy(trusts({ AWS: '*' })),
  }),
  row('B7', 'everyone is trusted, and the user may not', 'no-allow at identity', 'principal', {
    ...asks,
    trust: policy(trusts({ AWS: '*' })),
    identity: [silent],
  }),
  row('B8', 'no external id', 'no-allow at resource', 'externalId', { ...asks, trust: vendor }),
  row('B9', 'the external id', 'allowed at identity', 'externalId', {
    ...asks,
    trust: vendor,
    context: { 'sts:externalid': 'X' },
  }),
  row('B10', 'the external id in another case', 'no-allow at resource', 'externalId', {
    ...asks,
    trust: vendor,
    context: { 'sts:externalid': 'x' },
  }),
  row('B11', 'an SCP over the caller denies', 'explicit-deny at scp', 'scps', {
    ...asks,
    trust: trustsAlice,
    scps: [[admin, policy(deny('sts:AssumeRole', T))]],
  }),
  row(
    'B12',
    'an SCP over the role’s account does not reach the caller: it is none of the caller’s',
    'allowed at identity',
    'scps',
    { ...asks, trust: trustsAlice, scps: [] },
  ),
  row('B13', 'an RCP over the role denies outsiders', 'explicit-deny at rcp', 'rcps', {
    ...asks,
    trust: trustsAlice,
    rcps: [[outsidersKeptOut]],
  }),
  row(
    'B14',
    'a boundary’s silence counts across accounts',
    'no-allow at boundary',
    'crossAccount',
    { ...asks, trust: trustsAlice, boundary: silent },
  ),
  row(
    'B15',
    'an organization is asked for, and the caller’s account is in none',
    'no-allow at resource',
    'conditionKeys',
    {
      ...asks,
      trust: policy(trusts(arn(alice), { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })),
    },
  ),
  row('B16', 'a negated operator holds for a missing key', 'allowed at identity', 'operators', {
    ...asks,
    trust: policy(trusts(arn(alice), { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } })),
  }),
  row(
    'B17',
    'the trusted user was deleted: nobody has the id that is left',
    'no-allow at resource',
    'principal',
    {
      ...asks,
      caller: userOf(a, 'alice', 'AIDANEWALICEEXAMPLE'),
      trust: policy(trusts({ AWS: alice.uniqueId })),
    },
  ),
];
