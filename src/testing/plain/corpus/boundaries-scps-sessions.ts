import {
  a,
  admin,
  alice,
  allow,
  deny,
  federatedUser,
  policy,
  root,
  session,
  sessionOf,
} from './cast.ts';
import { row, type Question } from './question.ts';

const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::b/x', owner: a };
const mayPut = policy(allow('s3:*'));
const silent = policy(allow('ec2:*'));
const noPut = policy(allow('*'), deny('s3:PutObject'));
const user: Question = { ...put, caller: alice, identity: [mayPut] };
const role: Question = { ...put, caller: session, identity: [mayPut] };
const nothing: Question = { ...put, caller: alice };
const whoAmI = { caller: alice, action: 'sts:GetCallerIdentity', resource: '*', owner: a };
const denyAll = policy(deny('*'));

/** Identity policies, boundaries, SCPs and session policies, without a resource policy: table D. */
export const boundariesScpsSessions = [
  row('D1', 'an identity policy allows', 'allowed at identity', 'evaluation', user),
  row('D2', 'nothing allows', 'no-allow at identity', 'evaluation', nothing),
  row('D3', 'the boundary allows too', 'allowed at identity', 'boundaries', {
    ...user,
    boundary: mayPut,
  }),
  row('D4', 'the boundary is silent', 'no-allow at boundary', 'boundaries', {
    ...user,
    boundary: silent,
  }),
  row('D5', 'a boundary never grants', 'no-allow at identity', 'boundaries', {
    ...nothing,
    boundary: mayPut,
  }),
  row('D6', 'the boundary denies', 'explicit-deny at boundary', 'boundaries', {
    ...user,
    boundary: noPut,
  }),
  row('D7', 'an SCP of every level allows', 'allowed at identity', 'scps', {
    ...user,
    scps: [[admin], [mayPut], [admin]],
  }),
  row('D8', 'no SCP of one level allows', 'no-allow at scp', 'scps', {
    ...user,
    scps: [[admin], [silent], [admin]],
  }),
  row('D9', 'an SCP never grants', 'no-allow at identity', 'scps', { ...nothing, scps: [[admin]] }),
  row('D10', 'an SCP of the root denies', 'explicit-deny at scp', 'scps', {
    ...user,
    scps: [[admin, noPut], [admin]],
  }),
  row('D11', 'the management account has no SCPs', 'allowed at identity', 'scps', {
    ...user,
    scps: [],
  }),
  row('D12', 'the root user of a member account', 'explicit-deny at scp', 'scps', {
    ...put,
    caller: root,
    scps: [[admin, noPut]],
  }),
  row('D13', 'SCPs leave service-linked roles alone', 'allowed at identity', 'scps', {
    ...role,
    caller: sessionOf(a, 'aws-service-role/ec2.amazonaws.com/L', 's1', true),
    scps: [[denyAll]],
  }),
  row('D14', 'a session policy that allows less', 'no-allow at session', 'policies', {
    ...role,
    session: [policy(allow('s3:GetObject'))],
  }),
  row('D15', 'a session policy never grants', 'no-allow at identity', 'policies', {
    ...put,
    caller: session,
    session: [admin],
  }),
  row('D16', 'the session policy denies', 'explicit-deny at session', 'policies', {
    ...role,
    session: [noPut],
  }),
  row('D17', 'all of them allow', 'allowed at identity', 'evaluation', {
    ...role,
    boundary: mayPut,
    scps: [[admin]],
    session: [mayPut],
  }),
  row(
    'D18',
    'GetFederationToken without a session policy',
    'no-allow at session',
    'getFederationToken',
    { ...user, caller: federatedUser },
  ),
  row('D19', 'GetCallerIdentity cannot be denied', 'needs-no-permission', 'getCallerIdentity', {
    ...whoAmI,
    identity: [denyAll],
    boundary: denyAll,
    scps: [[denyAll]],
  }),
  row(
    'D20',
    'a Deny in one policy against an Allow in another',
    'explicit-deny at identity',
    'evaluation',
    { ...user, identity: [mayPut, policy(deny('s3:PutObject'))] },
  ),
  row('D21', 'the group allows, the user’s own policy does not', 'allowed at identity', 'groups', {
    ...user,
    identity: [silent, mayPut],
  }),
];
