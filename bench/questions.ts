import { type AccessRequest, type Verdict } from '#policy';

/** A policy as `JSON.parse` gives it, which every engine can be given. */
export interface WrittenPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly object[];
}

/** One question in many variants: only the requests differ, and all have the same answer. */
export interface Question {
  readonly name: string;
  readonly requests: readonly AccessRequest[];
  readonly identity: readonly WrittenPolicy[];
  readonly trust: WrittenPolicy | undefined;
  readonly verdict: Verdict;
}

/** A power of two, so that the next is found without a division. */
export const variants = 64;

const account = '111111111111';
const written = (...Statement: readonly object[]): WrittenPolicy => ({
  Version: '2012-10-17',
  Statement,
});
const userNamed = (name: string): AccessRequest['principal'] => ({
  type: 'user',
  account,
  arn: `arn:aws:iam::${account}:user/${name}`,
  uniqueId: `AIDA${name.toUpperCase()}`,
});

const requestsOf = (one: (i: number) => Omit<AccessRequest, 'principal' | 'resourceAccount'>) =>
  Array.from({ length: variants }, (_, i) => ({
    principal: userNamed('alice'),
    resourceAccount: account,
    ...one(i),
  }));

const simple: Question = {
  name: 'a simple S3 allow',
  identity: [
    written({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }),
  ],
  trust: undefined,
  requests: requestsOf((i) => ({
    action: 's3:GetObject',
    resource: `arn:aws:s3:::reports/2026/${i}.csv`,
    context: { 'aws:username': 'alice', 'aws:sourceip': `203.0.113.${i}` },
  })),
  verdict: 'Allow',
};

const assuming: Question = {
  name: 'AssumeRole in one account',
  identity: [],
  trust: written({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:user/alice` },
    Action: 'sts:AssumeRole',
  }),
  requests: requestsOf((i) => ({
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${account}:role/Deploy`,
    context: { 'aws:username': 'alice', 'sts:rolesessionname': `alice-${i}` },
  })),
  verdict: 'Allow',
};

const conditions = [
  { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
  { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
  { Bool: { 'aws:SecureTransport': 'true' }, StringLike: { 'aws:UserAgent': '*console*' } },
  { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost'] } },
  { NumericLessThanEquals: { 's3:max-keys': '100' } },
  { StringEquals: { 'aws:PrincipalTag/team': '${aws:username}' } },
  { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:user/*` } },
];
const actions = [
  ['s3:Get*', 's3:List*'],
  's3:*',
  's3:GetObject',
  ['s3:PutObject', 's3:DeleteObject'],
  'ec2:Describe*',
];

/**
 * Three of five statements are about the action; of those every second is also about the resource and fails by its
 * condition alone. The very last allows.
 */
const statement = (i: number) => ({
  Effect: i % 10 === 9 ? 'Deny' : 'Allow',
  Action: actions[i % actions.length],
  Resource: i % 2 === 0 ? 'arn:aws:s3:::reports/*' : `arn:aws:s3:::other-${i}/*`,
  Condition: {
    ...conditions[i % conditions.length],
    StringNotEquals: { 'aws:PrincipalAccount': [account, '222222222222'] },
  },
});
const allowing = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
  Condition: {
    StringEquals: { 'aws:PrincipalAccount': account },
    IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
  },
};

const many: Question = {
  name: '10 policies × 10 statements with conditions',
  identity: Array.from({ length: 10 }, (_, p) =>
    written(
      ...Array.from({ length: 10 }, (_, s) =>
        p * 10 + s === 99 ? allowing : statement(p * 10 + s),
      ),
    ),
  ),
  trust: undefined,
  requests: requestsOf((i) => ({
    action: 's3:GetObject',
    resource: `arn:aws:s3:::reports/2026/${i}.csv`,
    context: {
      'aws:username': 'alice',
      'aws:principalaccount': account,
      'aws:principalarn': `arn:aws:iam::${account}:user/alice`,
      'aws:requestedregion': 'eu-west-1',
      'aws:sourceip': `203.0.113.${i}`,
      'aws:securetransport': 'true',
      'aws:currenttime': `2026-11-23T10:00:${String(i % 60).padStart(2, '0')}Z`,
      'aws:useragent': 'aws-cli/2.31',
    },
  })),
  verdict: 'Allow',
};

export const questions = { simple, assuming, many };
