import { expect, test } from 'vitest';
import { type PolicyKind } from '../syntax/document.ts';
import {
  admin,
  allow,
  answer,
  type Asking,
  ask,
  home,
  rootOf,
  session,
  type Statements,
  textOf,
  trusts,
  userArn,
} from '../explain/asking.examples.ts';
import { readPolicy } from '../validate/read-policy.ts';

const alice = { 'aws:username': 'alice', 'aws:principaltag/team': 'b*' };
const folder = (name: string) => [allow('s3:*', `arn:aws:s3:::b/${name}/*`)];
const inFolder = (name: string) => ({ resource: `arn:aws:s3:::b/${name}/x`, context: alice });
const on = (Condition: Readonly<Record<string, unknown>>) => [allow('s3:*', '*', { Condition })];
const own = folder('${aws:username}');

type Row = readonly [id: string, asking: Asking, outcome: string, because: string];

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
test.each<Row>([
  [
    'V1: version 2012 fills variables in',
    { identity: own, ...inFolder('alice') },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V1: version 2008 does not',
    { identity: { version: '2008-10-17', statements: own }, ...inFolder('alice') },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${aws:username}/* / arn:aws:s3:::b/alice/x',
  ],
  [
    'V1: nor does no version at all',
    { identity: { version: undefined, statements: own }, ...inFolder('alice') },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${aws:username}/* / arn:aws:s3:::b/alice/x',
  ],
  [
    'V2: a key in other case',
    { identity: folder('${AWS:UserName}'), ...inFolder('alice') },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V2: a key with several values fills nothing',
    {
      identity: folder('${aws:TagKeys}'),
      resource: 'arn:aws:s3:::b/dept/x',
      context: { 'aws:tagkeys': ['dept'] },
    },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${aws:TagKeys}/* / arn:aws:s3:::b/dept/x | without aws:tagkeys',
  ],
  [
    'V3: in NotResource',
    {
      identity: [
        { Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::b/${aws:username}/*' },
      ],
      ...inFolder('alice'),
    },
    'ImplicitDeny at identity',
    'Own 1: NotResource arn:aws:s3:::b/alice/* / arn:aws:s3:::b/alice/x',
  ],
  [
    'V3: in an operator of strings',
    {
      identity: on({ StringEquals: { 's3:prefix': '${aws:username}' } }),
      context: { ...alice, 's3:prefix': 'alice' },
    },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V3: not in Bool',
    {
      identity: on({ Bool: { 'aws:SecureTransport': '${aws:ViaAWSService}' } }),
      context: { 'aws:securetransport': 'true', 'aws:viaawsservice': 'true' },
    },
    'ImplicitDeny at identity',
    'Own 1: Bool aws:SecureTransport ${aws:ViaAWSService} / true',
  ],
  [
    'V4: in an operator of ARNs, after the account',
    {
      identity: on({ ArnLike: { 'aws:SourceArn': `arn:aws:iam::${home}:role/\${aws:username}` } }),
      context: { ...alice, 'aws:sourcearn': `arn:aws:iam::${home}:role/alice` },
    },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V5: without a value, a positive operator does not match',
    {
      identity: on({ StringLike: { 's3:prefix': '${aws:username}*' } }),
      context: { 's3:prefix': 'a' },
    },
    'ImplicitDeny at identity',
    'Own 1: StringLike s3:prefix ${aws:username}* / a | without aws:username',
  ],
  [
    'V5: without a value, a negated operator matches',
    {
      identity: on({ StringNotLike: { 's3:prefix': '${aws:username}*' } }),
      context: { 's3:prefix': 'a' },
    },
    'Allow by identity',
    'Own 1 | without aws:username',
  ],
  [
    'V5: without a value, a resource covers nothing',
    { identity: own, resource: 'arn:aws:s3:::b/alice/x' },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${aws:username}/* / arn:aws:s3:::b/alice/x | without aws:username',
  ],
  [
    'V6: a default for an absent key',
    { identity: folder("${aws:PrincipalTag/team, 'all'}"), resource: 'arn:aws:s3:::b/all/x' },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V6: a default needs its blank',
    { identity: folder("${aws:PrincipalTag/team,'all'}"), resource: 'arn:aws:s3:::b/all/x' },
    'ImplicitDeny at identity',
    "Own 1: Resource arn:aws:s3:::b/${aws:PrincipalTag/team,'all'}/* / arn:aws:s3:::b/all/x",
  ],
  [
    'V7: an escaped star',
    { identity: folder('${*}'), ...inFolder('*') },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V7: an escaped star is no wildcard',
    { identity: folder('${*}'), ...inFolder('alice') },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${*}/* / arn:aws:s3:::b/alice/x',
  ],
  [
    'V7: an escaped question mark',
    { identity: folder('${?}'), ...inFolder('?') },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V7: an escaped question mark is no wildcard',
    { identity: folder('${?}'), ...inFolder('a') },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${?}/* / arn:aws:s3:::b/a/x',
  ],
  [
    'V7: an escaped dollar',
    { identity: folder('${$}{aws:username}'), ...inFolder('${aws:username}') },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V8: an empty variable never has a value',
    { identity: folder('${}'), ...inFolder('${}') },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${}/* / arn:aws:s3:::b/${}/x',
  ],
  [
    'V8: nor has one without its brace',
    { identity: [allow('s3:*', 'arn:aws:s3:::b/${aws:username')], ...inFolder('alice') },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${aws:username / arn:aws:s3:::b/alice/x',
  ],
  [
    'V9: a star in a value is a star',
    { identity: folder('${aws:PrincipalTag/team}'), ...inFolder('b*') },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V9: and widens nothing',
    { identity: folder('${aws:PrincipalTag/team}'), ...inFolder('blue') },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/b${*}/* / arn:aws:s3:::b/blue/x',
  ],
  [
    'V10: a role has no user name',
    { by: session('R', 's1'), identity: own, resource: 'arn:aws:s3:::b/R/x' },
    'ImplicitDeny at identity',
    'Own 1: Resource arn:aws:s3:::b/${aws:username}/* / arn:aws:s3:::b/R/x | without aws:username',
  ],
  [
    'V10: but an id',
    {
      by: session('R', 's1'),
      identity: folder('${aws:userid}'),
      resource: 'arn:aws:s3:::b/AROAR:s1/x',
      context: { 'aws:userid': 'AROAR:s1' },
    },
    'Allow by identity',
    'Own 1',
  ],
  [
    'V11: in a resource’s policy',
    {
      bucket: [
        allow('s3:*', 'arn:aws:s3:::b/${aws:username}/*', { Principal: { AWS: userArn('alice') } }),
      ],
      ...inFolder('alice'),
    },
    'Allow by resource',
    'bucket policy 1 as user',
  ],
  [
    'V11: in a boundary',
    { identity: [admin], boundary: own, ...inFolder('bob') },
    'ImplicitDeny at boundary',
    'Boundary 1: Resource arn:aws:s3:::b/alice/* / arn:aws:s3:::b/bob/x',
  ],
  [
    'V11: in a session policy',
    { by: session('R', 's1'), identity: [admin], session: own, ...inFolder('bob') },
    'ImplicitDeny at session',
    'session policy 1: Resource arn:aws:s3:::b/alice/* / arn:aws:s3:::b/bob/x',
  ],
  [
    'V11: in an SCP',
    { identity: [admin], scps: [own], ...inFolder('bob') },
    'ImplicitDeny at scp',
    'Scp0 1: Resource arn:aws:s3:::b/alice/* / arn:aws:s3:::b/bob/x',
  ],
  [
    'V11: in a trust policy',
    {
      trust: [
        trusts(
          { AWS: rootOf(home) },
          { Condition: { StringLike: { 'sts:RoleSessionName': '${aws:username}' } } },
        ),
      ],
      identity: [admin],
      context: { ...alice, 'sts:rolesessionname': 'bob' },
    },
    'ImplicitDeny at resource',
    'trust policy 1: StringLike sts:RoleSessionName alice / bob',
  ],
])('%s', (_id, asking, ...expected) => expect(answer(ask(asking))).toEqual(expected));

/** What is refused when it is saved cannot be decided. */
const nobody = { principalExists: () => false };
type Saving = readonly [id: string, kind: PolicyKind, written: Statements, message: string];
test.each<Saving>([
  [
    'V3: not in a principal',
    'trust',
    [trusts({ AWS: 'arn:aws:iam::111111111111:user/${aws:username}' })],
    'Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:user/${aws:username}"',
  ],
  [
    'V3: not in an action',
    'identity',
    [allow('s3:${aws:username}')],
    'Actions/Condition can contain only one colon.',
  ],
  [
    'V3: not in a number',
    'identity',
    on({ NumericLessThan: { 'aws:MultiFactorAuthAge': '${aws:EpochTime}' } }),
    'The policy failed legacy parsing',
  ],
  [
    'V3: not in a date',
    'identity',
    on({ DateLessThan: { 'aws:CurrentTime': '${aws:TokenIssueTime}' } }),
    'The policy failed legacy parsing',
  ],
  [
    'V3: not in an address',
    'identity',
    on({ IpAddress: { 'aws:SourceIp': '${aws:VpcSourceIp}' } }),
    'The policy failed legacy parsing',
  ],
  [
    'V4: a variable alone is no ARN',
    'identity',
    on({ ArnLike: { 'aws:SourceArn': '${aws:PrincipalArn}' } }),
    'The policy failed legacy parsing',
  ],
])('%s', (_id, kind, written, message) =>
  expect(readPolicy(textOf(written), kind, nobody).refusal?.message).toBe(message),
);
