import { describe, expect, test } from 'vitest';
import {
  type AccountSpec,
  answerOf,
  assume,
  home,
  mayNot,
  outcomeOf,
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
  wait,
} from '../testing/small-world.ts';
import { allow, deny, denyOlderThan, policy, textOf, trusts } from '../testing/statements.ts';

type Document = ReturnType<typeof policy>;

const byUsers = policy(trusts({ AWS: [userArn('alice'), userArn('bob')] }));
const byR = policy(trusts({ AWS: roleArn('R') }));
const s3 = policy(allow('s3:*'));
const onlyS3 = [{ name: 'OnlyS3', document: s3 }];

/** R admits Alice and Bob and may use S3; R2 as given; the bucket has one object. */
interface Setting {
  readonly r?: { readonly trust?: Document; readonly own?: Document; readonly boundary?: 'OnlyS3' };
  readonly r2?: { readonly trust: Document; readonly maxSessionDuration?: number };
  readonly alice?: Document;
  readonly bucket?: Document;
}

function account({ r, r2, alice, bucket }: Setting): Partial<AccountSpec> {
  return {
    managedPolicies: onlyS3,
    users: [{ name: 'alice', inline: alice ? { Own: alice } : {} }, { name: 'bob' }],
    roles: [
      {
        name: 'R',
        trust: r?.trust ?? byUsers,
        inline: { Own: r?.own ?? s3 },
        ...(r?.boundary ? { boundary: r.boundary } : {}),
      },
      { name: 'R2', trust: byUsers, inline: { Own: s3 }, ...r2 },
    ],
    buckets: [{ name: 'b', objects: { k: 'v' }, ...(bucket ? { policy: bucket } : {}) }],
    tables: [{ name: 't', items: { '1': '{}' } }],
  };
}

const list = { action: 's3:ListBucket', bucket: 'b' } as const;
const get = { action: 's3:GetObject', bucket: 'b', key: 'k' } as const;
const scan = { action: 'dynamodb:Scan', table: 't' } as const;
const whoAmI = { action: 'sts:GetCallerIdentity' } as const;

const aliceTakesR = own('alice', assume('R', 's1'));
const thenR2 = session('alice', assume('R2', 's2'));
const put = (roleName: string, document: Document, policyName = 'Own'): Step =>
  own('admin', {
    action: 'iam:PutRolePolicy',
    roleName,
    policyName,
    policyDocument: textOf(document),
  });
const revoke = (roleName: string, by = 'admin'): Step => ({
  type: 'revoke-sessions',
  by,
  roleName,
});
const setTrust = (roleName: string, document: Document): Step =>
  own('admin', {
    action: 'iam:UpdateAssumeRolePolicy',
    roleName,
    policyDocument: textOf(document),
  });
const deleteR: readonly Step[] = [
  own('admin', { action: 'iam:DeleteRolePolicy', roleName: 'R', policyName: 'Own' }),
  own('admin', { action: 'iam:DeleteRole', roleName: 'R' }),
];
const createR: readonly Step[] = [
  own('admin', {
    action: 'iam:CreateRole',
    roleName: 'R',
    assumeRolePolicyDocument: textOf(byUsers),
  }),
  put('R', s3),
];

const s1 = sessionArn('R', 's1');
const s1MayNotAssume = (role: string) => mayNot(s1, 'sts:AssumeRole', roleArn(role));
const noIdentity = (action: string) =>
  ` because no identity-based policy allows the ${action} action`;
const ownDeny = ' with an explicit deny in an identity-based policy';
const bucketDeny = ' with an explicit deny in a resource-based policy';
const mayNotList = (arn: string, why: string) =>
  mayNot(arn, 's3:ListBucket', '"arn:aws:s3:::b"', why);

type Row = readonly [
  fact: string,
  setting: Setting,
  steps: readonly Step[],
  ruling: string,
  answer: string,
];

const played = (_fact: string, setting: Setting, steps: readonly Step[], ...said: string[]) => {
  const { happenings } = play(smallWorld(account(setting)), ...steps);
  expect([rulingOf(happenings), answerOf(happenings)]).toEqual(said);
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining */
describe('table E, chaining', () => {
  const selfAssume = policy(allow('sts:AssumeRole', roleArn('R')));
  const again = session('alice', assume('R', 's2'));
  test.each<Row>([
    [
      'E-1: a role that its trust policy does not name can’t assume itself',
      { r: { own: selfAssume } },
      [aliceTakesR, again],
      'ImplicitDeny at resource',
      s1MayNotAssume('R'),
    ],
    [
      'E-2: a role that trusts itself can',
      {},
      [
        setTrust('R', policy(trusts({ AWS: [userArn('alice'), roleArn('R')] }))),
        aliceTakesR,
        again,
      ],
      'Allow by resource',
      'allowed',
    ],
    [
      'E-3: a role that trusts its account, and may assume itself, can too',
      {
        r: { trust: policy(trusts({ AWS: rootArn })), own: selfAssume },
        alice: policy(allow('sts:AssumeRole')),
      },
      [aliceTakesR, again],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-4: a role that another role’s trust policy names needs no permission',
      { r: { own: policy(allow('ec2:*')) }, r2: { trust: byR } },
      [aliceTakesR, thenR2],
      'Allow by resource',
      'allowed',
    ],
    [
      'E-5: its boundary caps that',
      { r: { boundary: 'OnlyS3' }, r2: { trust: byR } },
      [aliceTakesR, thenR2],
      'ImplicitDeny at boundary',
      s1MayNotAssume('R2'),
    ],
    [
      'E-6: its boundary does not cap a session that the trust policy names',
      { r: { boundary: 'OnlyS3' } },
      [setTrust('R2', policy(trusts({ AWS: s1 }))), aliceTakesR, thenR2],
      'Allow by resource',
      'allowed',
    ],
    [
      'E-7: a session is not the user who asked for it',
      { r2: { trust: policy(trusts({ AWS: userArn('alice') })) } },
      [aliceTakesR, thenR2],
      'ImplicitDeny at resource',
      s1MayNotAssume('R2'),
    ],
    [
      'E-8: a role’s ARN stands for all its sessions',
      { r2: { trust: byR } },
      [own('alice', assume('R', 's9')), thenR2],
      'Allow by resource',
      'allowed',
    ],
    [
      'E-9: a chained session lasts an hour at most',
      { r2: { trust: byR, maxSessionDuration: 43200 } },
      [aliceTakesR, session('alice', assume('R2', 's2', 7200))],
      'Allow by resource',
      'ValidationError 400: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    ],
    [
      'E-10: a chained session without a wish for a duration',
      { r2: { trust: byR, maxSessionDuration: 43200 } },
      [aliceTakesR, thenR2],
      'Allow by resource',
      'allowed',
    ],
    [
      'E-27: credentials of AssumeRole can’t call GetSessionToken',
      { r: { own: policy(allow('*')) } },
      [aliceTakesR, session('alice', { action: 'sts:GetSessionToken' })],
      'not asked',
      'AccessDenied 403: Cannot call GetSessionToken with session credentials',
    ],
    [
      'E-27: nor GetFederationToken',
      { r: { own: policy(allow('*')) } },
      [aliceTakesR, session('alice', { action: 'sts:GetFederationToken', name: 'guest' })],
      'not asked',
      'AccessDenied 403: Cannot call GetFederationToken with session credentials',
    ],
  ])('%s', played);

  test('E-10: it lasts 3,600 seconds, whatever the role’s maximum', () => {
    const setting = { r2: { trust: byR, maxSessionDuration: 43200 } };
    const { happenings } = play(smallWorld(account(setting)), aliceTakesR, thenR2);
    const issued = happenings.find((h) => h.type === 'credentials-issued');
    expect(issued && issued.expiresAt - issued.issuedAt).toBe(3_600_000);
  });
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html */
describe('table E, sessions and later changes', () => {
  const aliceLists = session('alice', list);
  test.each<Row>([
    [
      'E-11: the user’s own permissions are set aside',
      { alice: s3, r: { own: policy(allow('ec2:*')) } },
      [aliceTakesR, aliceLists],
      'ImplicitDeny at identity',
      mayNotList(s1, noIdentity('s3:ListBucket')),
    ],
    [
      'E-12: a deny in the role’s permissions reaches sessions that are out',
      {},
      [aliceTakesR, wait(300), put('R', policy(deny('s3:*'))), wait(60), aliceLists],
      'ExplicitDeny at identity',
      mayNotList(s1, ownDeny),
    ],
    [
      'E-13: an edit of the trust policy does not',
      {},
      [
        aliceTakesR,
        wait(300),
        setTrust('R', policy(trusts({ AWS: userArn('bob') }))),
        wait(60),
        aliceLists,
      ],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-14: a session ends with its role, says S3',
      {},
      [aliceTakesR, wait(300), ...deleteR, wait(60), aliceLists],
      'not asked',
      'InvalidAccessKeyId 403: The AWS Access Key Id you provided does not exist in our records.',
    ],
    [
      'E-14: a session ends with its role, says STS',
      {},
      [aliceTakesR, wait(300), ...deleteR, wait(60), session('alice', whoAmI)],
      'not asked',
      'InvalidClientTokenId 403: The security token included in the request is invalid.',
    ],
    [
      'E-14: a session ends with its role, says DynamoDB',
      {},
      [aliceTakesR, wait(300), ...deleteR, wait(60), session('alice', scan)],
      'not asked',
      'UnrecognizedClientException 400: The security token included in the request is invalid.',
    ],
    [
      'E-15: a re-created role is another role, says S3',
      {},
      [aliceTakesR, ...deleteR, ...createR, aliceLists],
      'not asked',
      'InvalidAccessKeyId 403: The AWS Access Key Id you provided does not exist in our records.',
    ],
    [
      'E-15: a re-created role is another role, says STS',
      {},
      [aliceTakesR, ...deleteR, ...createR, thenR2],
      'not asked',
      'InvalidClientTokenId 403: The security token included in the request is invalid.',
    ],
    [
      'E-16: a session works until the second before its expiry',
      {},
      [aliceTakesR, wait(3599), aliceLists],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-16: a session past its expiry, says S3',
      {},
      [aliceTakesR, wait(3600), aliceLists],
      'not asked',
      'ExpiredToken 400: The provided token has expired.',
    ],
    [
      'E-16: a session past its expiry, says STS, even to the call that needs no permission',
      {},
      [aliceTakesR, wait(3600), session('alice', whoAmI)],
      'not asked',
      'ExpiredToken 403: The security token included in the request is expired',
    ],
    [
      'E-16: a session past its expiry, says DynamoDB',
      {},
      [aliceTakesR, wait(3600), session('alice', scan)],
      'not asked',
      'ExpiredTokenException 400: The security token included in the request is expired',
    ],
  ])('%s', played);
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html */
describe('table E, revocation', () => {
  const olderThan = (time: string, operator?: string) =>
    policy(denyOlderThan(`2026-11-23T${time}Z`, operator));
  const aliceReads = session('alice', get);
  const inUser = (document: Document): Step =>
    own('admin', {
      action: 'iam:PutUserPolicy',
      userName: 'alice',
      policyName: 'Revoke',
      policyDocument: textOf(document),
    });
  const onlyLongTerm = policy(
    allow('*', '*', { Condition: { Null: { 'aws:TokenIssueTime': 'true' } } }),
  );
  const aliceMayNotRead = (arn: string, why: string) =>
    mayNot(arn, 's3:GetObject', '"arn:aws:s3:::b/k"', why);
  const token = own('alice', { action: 'sts:GetSessionToken' });
  /** The console's cut-off is thirty seconds after the click: 10:05:30. */
  const revokedAtFive = [wait(300), revoke('R')];
  const issuedAfter = (seconds: number) => [...revokedAtFive, wait(seconds), aliceTakesR];

  test.each<Row>([
    [
      'E-17: issued a second before the cut-off',
      {},
      [aliceTakesR, put('R', olderThan('10:00:01'), 'Revoke'), aliceReads],
      'ExplicitDeny at identity',
      aliceMayNotRead(s1, ownDeny),
    ],
    [
      'E-18: issued at the cut-off',
      {},
      [aliceTakesR, put('R', olderThan('10:00:00'), 'Revoke'), aliceReads],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-19: issued a second after the cut-off',
      {},
      [aliceTakesR, put('R', olderThan('09:59:59'), 'Revoke'), aliceReads],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-17: the console’s button stops a session of five minutes ago',
      {},
      [aliceTakesR, ...revokedAtFive, aliceReads],
      'ExplicitDeny at identity',
      aliceMayNotRead(s1, ownDeny),
    ],
    [
      'E-17: and one that is issued 29 seconds after the click',
      {},
      [...issuedAfter(29), wait(60), aliceReads],
      'ExplicitDeny at identity',
      aliceMayNotRead(s1, ownDeny),
    ],
    [
      'E-18: but not one that is issued 30 seconds after it',
      {},
      [...issuedAfter(30), aliceReads],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-19: nor one that is issued 31 seconds after it',
      {},
      [...issuedAfter(31), aliceReads],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-17: a revoked session still answers who it is',
      {},
      [aliceTakesR, ...revokedAtFive, session('alice', whoAmI)],
      'Allow, needs no permission',
      'allowed',
    ],
    [
      'E-20: in a user, the same deny does not reach the long-term key',
      { alice: s3 },
      [inUser(olderThan('10:05:00')), own('alice', get)],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-21: in a user, it reaches GetSessionToken credentials',
      { alice: policy(allow('*')) },
      [token, wait(60), inUser(olderThan('10:00:30')), aliceReads],
      'ExplicitDeny at identity',
      aliceMayNotRead(userArn('alice'), ownDeny),
    ],
    [
      'E-22: with IfExists, the deny reaches the long-term key too',
      { alice: s3 },
      [inUser(olderThan('10:05:00', 'DateLessThanIfExists')), own('alice', get)],
      'ExplicitDeny at identity',
      aliceMayNotRead(userArn('alice'), ownDeny),
    ],
    [
      'E-23 (a): permissions for long-term keys only, and such a key',
      { alice: onlyLongTerm },
      [own('alice', get)],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-23 (b): the same, and a session',
      { alice: onlyLongTerm },
      [token, aliceReads],
      'ImplicitDeny at identity',
      aliceMayNotRead(userArn('alice'), noIdentity('s3:GetObject')),
    ],
    [
      'E-24: a session of another role that was taken before lives on',
      { r2: { trust: byR } },
      [aliceTakesR, thenR2, ...revokedAtFive, aliceReads],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-24: until that role is revoked too',
      { r2: { trust: byR } },
      [aliceTakesR, thenR2, ...revokedAtFive, revoke('R2'), aliceReads],
      'ExplicitDeny at identity',
      aliceMayNotRead(sessionArn('R2', 's2'), ownDeny),
    ],
    [
      'E-25: whoever may not write the role’s policies can’t revoke',
      {},
      [revoke('R', 'bob')],
      'ImplicitDeny at identity',
      mayNot(userArn('bob'), 'iam:PutRolePolicy', roleArn('R'), noIdentity('iam:PutRolePolicy')),
    ],
  ])('%s', played);

  test('E-25: a service-linked role can’t be revoked', () => {
    const world = smallWorld({
      roles: [{ name: 'AWSServiceRoleForX', trust: byUsers, serviceLinked: true }],
      users: [{ name: 'alice' }, { name: 'bob' }],
    });
    const { happenings } = play(world, revoke('AWSServiceRoleForX'));
    expect(answerOf(happenings)).toBe(
      "UnmodifiableEntity 400: Cannot perform the operation on the protected role 'AWSServiceRoleForX' - this role is only modifiable by AWS",
    );
  });

  test('E-26: revoking again moves the cut-off of the one policy', () => {
    const once = play(smallWorld(account({})), wait(300), revoke('R'));
    const twice = play(once.world, wait(600), revoke('R'));
    const policiesOf = (world: typeof once.world) => world.accounts[home]?.roles.R?.inline ?? {};
    expect(Object.keys(policiesOf(twice.world))).toEqual(['Own', 'AWSRevokeOlderSessions']);
    expect(policiesOf(once.world).AWSRevokeOlderSessions?.text).toContain(
      '"2026-11-23T10:05:30.000Z"',
    );
    expect(policiesOf(twice.world).AWSRevokeOlderSessions?.text).toContain(
      '"2026-11-23T10:15:30.000Z"',
    );
  });

  test('E-26: what was issued between two revocations is denied by the second', () => {
    const between = [wait(300), revoke('R'), wait(60), aliceTakesR];
    const before = play(smallWorld(account({})), ...between, aliceReads);
    const after = play(smallWorld(account({})), ...between, revoke('R'), aliceReads);
    expect([before, after].map(({ happenings }) => rulingOf(happenings))).toEqual([
      'Allow by identity',
      'ExplicitDeny at identity',
    ]);
  });
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
describe('table E, sessions in bucket policies', () => {
  const denies = (principal: string) =>
    policy({
      ...deny('s3:*', ['arn:aws:s3:::b', 'arn:aws:s3:::b/*']),
      Principal: { AWS: principal },
    });
  const grants = (principal: string) =>
    policy({ ...allow('s3:ListBucket', 'arn:aws:s3:::b'), Principal: { AWS: principal } });
  const bobTakesR = (name: string) => own('bob', assume('R', name));

  test.each<Row>([
    [
      'E-28: a deny of a role’s ARN stops one session',
      { bucket: denies(roleArn('R')) },
      [aliceTakesR, session('alice', list)],
      'ExplicitDeny at resource',
      mayNotList(s1, bucketDeny),
    ],
    [
      'E-28: and any other of the role',
      { bucket: denies(roleArn('R')) },
      [bobTakesR('s2'), session('bob', list)],
      'ExplicitDeny at resource',
      mayNotList(sessionArn('R', 's2'), bucketDeny),
    ],
    [
      'E-29 (a): a deny of a session’s ARN stops that session',
      { bucket: denies(s1) },
      [aliceTakesR, session('alice', list)],
      'ExplicitDeny at resource',
      mayNotList(s1, bucketDeny),
    ],
    [
      'E-29 (b): and no other',
      { bucket: denies(s1) },
      [bobTakesR('s2'), session('bob', list)],
      'Allow by identity',
      'allowed',
    ],
    [
      'E-30: whoever chooses the same session name has the same ARN',
      { bucket: grants(s1), r: { own: policy(allow('ec2:*')) } },
      [bobTakesR('s1'), session('bob', list)],
      'Allow by resource',
      'allowed',
    ],
  ])('%s', played);
});

test('a chained session’s answer is the one of the last call', () => {
  const { happenings } = play(smallWorld(account({ r2: { trust: byR } })), aliceTakesR, thenR2);
  expect(outcomeOf(happenings)).toMatchObject({
    ok: true,
    result: { AssumedRoleUser: { Arn: sessionArn('R2', 's2') } },
  });
});
