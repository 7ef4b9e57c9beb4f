import { describe, expect, test } from 'vitest';
import {
  abroad,
  admin,
  allow,
  answer,
  type Asking,
  ask,
  deny,
  guest,
  home,
  roleArn,
  root,
  rootOf,
  session,
  sessionArn,
  trusts,
  user,
  userArn,
} from '../explain/asking.examples.ts';

const named = 'arn:aws:s3:::b/${aws:username}/*';
const team = "arn:aws:s3:::b/${aws:PrincipalTag/team, 'all'}/*";
const reads = (resource: string, asked: string, more: Asking = {}): Asking => ({
  identity: [allow('s3:GetObject', resource)],
  resource: asked,
  ...more,
});

type Row = readonly [id: string, asking: Asking, outcome: string, because: string];

/**
 * Which actions and resources a statement covers, asked through the whole evaluator.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
describe('actions and resources', () => {
  test.each<Row>([
    ['H2: a question mark', { identity: [allow('s3:Get?bject')] }, 'Allow by identity', 'Own 1'],
    [
      'H4: a trailing blank',
      { identity: [allow('S3:GetObject ')] },
      'ImplicitDeny at identity',
      'Own 1: Action S3:GetObject  / s3:GetObject',
    ],
    [
      'H5: objects are not their bucket',
      reads('arn:aws:s3:::b/*', 'arn:aws:s3:::b'),
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:s3:::b/* / arn:aws:s3:::b',
    ],
    [
      'H6: a star after the bucket’s name',
      reads('arn:aws:s3:::b*', 'arn:aws:s3:::b/k'),
      'Allow by identity',
      'Own 1',
    ],
    [
      'H7: a star crosses slashes',
      reads('arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1/2/test/3/x'),
      'Allow by identity',
      'Own 1',
    ],
    [
      'H8: the slash must be there',
      reads('arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/test/x'),
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:s3:::b/*/test/* / arn:aws:s3:::b/test/x',
    ],
    [
      'H9: a star may be nothing',
      reads('arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b//test/object.jpg'),
      'Allow by identity',
      'Own 1',
    ],
    [
      'H10: a path that starts alike',
      {
        identity: [allow('iam:GetUser', `arn:aws:iam::${home}:user/dev*`)],
        action: 'iam:GetUser',
        resource: userArn('development/x'),
      },
      'Allow by identity',
      'Own 1',
    ],
    [
      'H15: a role has no user name',
      reads(named, 'arn:aws:s3:::b/R/x', { by: session('R', 's1') }),
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:s3:::b/${aws:username}/* / arn:aws:s3:::b/R/x | without aws:username',
    ],
    [
      'H16: a variable’s default',
      reads(team, 'arn:aws:s3:::b/all/x'),
      'Allow by identity',
      'Own 1',
    ],
    [
      'H16: is not taken where there is a value',
      reads(team, 'arn:aws:s3:::b/all/x', { context: { 'aws:principaltag/team': 'blue' } }),
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:s3:::b/blue/* / arn:aws:s3:::b/all/x',
    ],
    [
      'H17: version 2008 has no variables',
      {
        identity: { version: '2008-10-17', statements: [allow('s3:GetObject', team)] },
        resource: 'arn:aws:s3:::b/all/x',
      },
      'ImplicitDeny at identity',
      "Own 1: Resource arn:aws:s3:::b/${aws:PrincipalTag/team, 'all'}/* / arn:aws:s3:::b/all/x",
    ],
    [
      'H18: an escaped star is a star',
      reads('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*'),
      'Allow by identity',
      'Own 1',
    ],
    [
      'H18: and nothing else',
      reads('arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x'),
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:s3:::b/${*} / arn:aws:s3:::b/x',
    ],
    [
      'H19: ArnLike compares field by field',
      {
        identity: [
          allow('s3:*', '*', {
            Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:x:*:111122223333:finance/*' } },
          }),
        ],
        context: {
          'aws:sourcearn': 'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d',
        },
      },
      'ImplicitDeny at identity',
      'Own 1: ArnLike aws:SourceArn arn:aws:x:*:111122223333:finance/* / arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d',
    ],
    [
      'H19: StringLike does not',
      {
        identity: [
          allow('s3:*', '*', {
            Condition: { StringLike: { 'aws:SourceArn': 'arn:aws:x:*:111122223333:finance/*' } },
          }),
        ],
        context: {
          'aws:sourcearn': 'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d',
        },
      },
      'Allow by identity',
      'Own 1',
    ],
    [
      'H20: StringEquals takes a star for a star',
      {
        identity: [allow('s3:*', '*', { Condition: { StringEquals: { 's3:prefix': 'home/*' } } })],
        context: { 's3:prefix': 'home/a' },
      },
      'ImplicitDeny at identity',
      'Own 1: StringEquals s3:prefix home/* / home/a',
    ],
    [
      'NotAction spares only what it lists',
      { identity: [{ Effect: 'Allow', NotAction: ['iam:*', 's3:Put*'], Resource: '*' }] },
      'Allow by identity',
      'Own 1',
    ],
    [
      'NotAction grants nothing that it lists',
      { identity: [{ Effect: 'Allow', NotAction: ['iam:*', 's3:Get*'], Resource: '*' }] },
      'ImplicitDeny at identity',
      'Own 1: NotAction iam:* s3:Get* / s3:GetObject',
    ],
    [
      'NotResource with a variable that has no value matches nothing, and so covers all',
      {
        identity: [{ Effect: 'Allow', Action: 's3:*', NotResource: named }],
        by: session('R', 's1'),
      },
      'Allow by identity',
      'Own 1 | without aws:username',
    ],
    [
      'a star does not swallow the next field of an ARN',
      {
        identity: [allow('sns:Publish', 'arn:aws:sns:*:1:orders')],
        action: 'sns:Publish',
        resource: `arn:aws:sns:eu-west-1:${home}:x:1:orders`,
      },
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:sns:*:1:orders / arn:aws:sns:eu-west-1:111111111111:x:1:orders',
    ],
    [
      'fields that are left out are stars',
      {
        identity: [allow('cloudfront:*', 'arn:aws:cloudfront:*')],
        action: 'cloudfront:GetDistribution',
        resource: `arn:aws:cloudfront::${home}:distribution/E1`,
      },
      'Allow by identity',
      'Own 1',
    ],
    [
      'an ARN’s last field has case',
      reads('arn:aws:s3:::b/K', 'arn:aws:s3:::b/k'),
      'ImplicitDeny at identity',
      'Own 1: Resource arn:aws:s3:::b/K / arn:aws:s3:::b/k',
    ],
  ])('%s', (_id, asking, ...expected) => expect(answer(ask(asking))).toEqual(expected));
});

const object = 'arn:aws:s3:::b/*';
const shares = (principal: unknown) => [allow('s3:*', object, { Principal: principal })];
const china: Asking['by'] = {
  type: 'user',
  account: home,
  arn: `arn:aws-cn:iam::${home}:user/alice`,
  uniqueId: 'AIDACHINA',
};

/**
 * Whom a principal stands for, and how: which decides what else must allow.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
describe('principals', () => {
  test.each<Row>([
    ['a bare star', { bucket: shares('*') }, 'Allow by resource', 'bucket policy 1 as wildcard'],
    [
      'a star is for sessions too',
      { by: session('R', 's1'), bucket: shares({ AWS: '*' }) },
      'Allow by resource',
      'bucket policy 1 as wildcard',
    ],
    [
      'and for root users',
      { by: root, bucket: shares({ AWS: '*' }) },
      'Allow by resource',
      'bucket policy 1 as wildcard',
    ],
    [
      'and for strangers',
      { by: { type: 'anonymous' }, bucket: shares({ AWS: '*' }) },
      'Allow by resource',
      'bucket policy 1 as wildcard',
    ],
    [
      'an account by its number',
      { bucket: shares({ AWS: home }) },
      'ImplicitDeny at identity',
      'no statement',
    ],
    [
      'an account is also its root user',
      { by: root, bucket: shares({ AWS: home }) },
      'Allow by resource',
      'bucket policy 1 as account',
    ],
    [
      'another account',
      { bucket: shares({ AWS: abroad }) },
      'ImplicitDeny at identity',
      'bucket policy 1: Principal 222222222222 / arn:aws:iam::111111111111:user/alice',
    ],
    [
      'a user',
      { bucket: shares({ AWS: userArn('alice') }) },
      'Allow by resource',
      'bucket policy 1 as user',
    ],
    [
      'a user’s name has case',
      { bucket: shares({ AWS: userArn('Alice') }) },
      'ImplicitDeny at identity',
      'bucket policy 1: Principal arn:aws:iam::111111111111:user/Alice / arn:aws:iam::111111111111:user/alice',
    ],
    [
      'a path is part of a user’s ARN',
      { bucket: shares({ AWS: userArn('dev/alice') }) },
      'ImplicitDeny at identity',
      'bucket policy 1: Principal arn:aws:iam::111111111111:user/dev/alice / arn:aws:iam::111111111111:user/alice',
    ],
    [
      'a user by its id',
      { bucket: shares({ AWS: 'AIDAALICE' }) },
      'Allow by resource',
      'bucket policy 1 as user',
    ],
    [
      'the user behind a guest, whom a session policy caps',
      {
        by: guest,
        bucket: shares({ AWS: userArn('alice') }),
        session: [allow('s3:*')],
      },
      'Allow by resource',
      'bucket policy 1 as federating-user',
    ],
    [
      'a role, for its sessions',
      { by: session('R', 's1'), bucket: shares({ AWS: roleArn('R') }) },
      'Allow by resource',
      'bucket policy 1 as role',
    ],
    [
      'a role by its id',
      { by: session('Reporter', 's1'), bucket: shares({ AWS: 'AROAREPORTER' }) },
      'Allow by resource',
      'bucket policy 1 as role',
    ],
    [
      'a role whose path is another',
      { by: session('R', 's1'), bucket: shares({ AWS: roleArn('dev/R') }) },
      'ImplicitDeny at identity',
      'bucket policy 1: Principal arn:aws:iam::111111111111:role/dev/R / arn:aws:sts::111111111111:assumed-role/R/s1',
    ],
    [
      'a session',
      { by: session('R', 's1'), bucket: shares({ AWS: sessionArn('R', 's1') }) },
      'Allow by resource',
      'bucket policy 1 as session',
    ],
    [
      'a session and its role: the session counts, and no boundary caps it',
      {
        by: session('R', 's1'),
        bucket: shares({ AWS: [roleArn('R'), sessionArn('R', 's1')] }),
        boundary: [allow('ec2:*')],
      },
      'Allow by resource',
      'bucket policy 1 as session',
    ],
    [
      'a service',
      {
        by: { type: 'service', service: 'logs.amazonaws.com' },
        bucket: shares({ Service: ['sns.amazonaws.com', 'logs.amazonaws.com'] }),
      },
      'Allow by resource',
      'bucket policy 1 as service',
    ],
    [
      'a service is nobody’s account',
      { by: { type: 'service', service: 'logs.amazonaws.com' }, bucket: shares({ AWS: home }) },
      'ImplicitDeny at resource',
      'bucket policy 1: Principal 111111111111 / logs.amazonaws.com',
    ],
    [
      'B18: a caller of another partition, though the account’s number is the same',
      { by: china, trust: [trusts({ AWS: rootOf(home) })], identity: [admin] },
      'ImplicitDeny at resource',
      'trust policy 1: Principal arn:aws:iam::111111111111:root / arn:aws-cn:iam::111111111111:user/alice',
    ],
    [
      'B18: a name in another partition',
      { by: china, trust: [trusts({ AWS: userArn('alice') })], identity: [admin] },
      'ImplicitDeny at resource',
      'trust policy 1: Principal arn:aws:iam::111111111111:user/alice / arn:aws-cn:iam::111111111111:user/alice',
    ],
    [
      'NotPrincipal spares whom it lists',
      {
        identity: [admin],
        bucket: [
          {
            Effect: 'Deny',
            NotPrincipal: { AWS: [userArn('alice'), rootOf(home)] },
            Action: 's3:*',
            Resource: object,
          },
        ],
      },
      'Allow by identity',
      'Own 1 | spared by bucket policy 1: NotPrincipal arn:aws:iam::111111111111:user/alice arn:aws:iam::111111111111:root / arn:aws:iam::111111111111:user/alice',
    ],
    [
      'NotPrincipal denies everybody else',
      {
        by: user('bob'),
        identity: [admin],
        bucket: [
          {
            Effect: 'Deny',
            NotPrincipal: { AWS: userArn('alice') },
            Action: 's3:*',
            Resource: object,
          },
        ],
      },
      'ExplicitDeny at resource',
      'bucket policy 1',
    ],
    [
      'a deny of the account is one of all in it',
      {
        identity: [admin],
        bucket: [deny('s3:*', object, { Principal: { AWS: rootOf(home) } })],
      },
      'ExplicitDeny at resource',
      'bucket policy 1 as account',
    ],
  ])('%s', (_id, asking, ...expected) => expect(answer(ask(asking))).toEqual(expected));
});
