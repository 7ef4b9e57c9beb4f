import { describe, expect, test } from 'vitest';
import {
  assume,
  heldLast,
  home,
  own,
  play,
  roleArn,
  session,
  sessionArn,
  smallWorld,
  type Step,
  userArn,
  wait,
} from '../../testing/small-world.ts';
import { allow, policy, trusts } from '../../testing/statements.ts';
import { type TrailRecord, type World } from '../model.ts';
import { revocationPolicy } from '../revocation.ts';
import { after } from '../clock.ts';

const start = smallWorld({
  users: [{ name: 'julie' }, { name: 'bob' }],
  roles: [
    {
      name: 'DemoRole',
      trust: policy(trusts({ AWS: userArn('julie') })),
      inline: { Read: policy(allow(['s3:GetObject', 'dynamodb:Scan'])) },
    },
  ],
  buckets: [{ name: 'demo-bucket', objects: { 'payroll.csv': 'x' } }],
  tables: [{ name: 'orders' }],
});

const uuid: unknown = expect.stringMatching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
);
const user = (world: World, name: string) => ({
  type: 'IAMUser',
  principalId: world.accounts[home]?.users[name]?.uniqueId,
  arn: userArn(name),
  accountId: home,
  accessKeyId: world.people[name]?.holds[0],
  userName: name,
});
const cli = 'aws-cli/2.36.7 md/awscrt#0.31.2 ua/2.1 os/linux#6.8';

function lastRecord(...steps: readonly Step[]) {
  const { world } = play(start, ...steps);
  return { world, record: world.trail.at(-1) };
}

const julieTakesIt = own('julie', assume('DemoRole', 'julie'));
const reads = session('julie', {
  action: 's3:GetObject',
  bucket: 'demo-bucket',
  key: 'payroll.csv',
});

/**
 * The samples of the research, field by field.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html
 */
describe('CloudTrail writes', () => {
  test('AssumeRole that succeeded, without the secret key (10.2)', () => {
    const { world, record } = lastRecord(
      wait(250),
      own('julie', assume('DemoRole', 'julie', 3600)),
    );
    const key = heldLast(world, 'julie');
    const issued = world.credentials[key];
    const roleId = world.accounts[home]?.roles.DemoRole?.uniqueId ?? '';
    expect(record).toEqual({
      eventVersion: '1.08',
      userIdentity: user(world, 'julie'),
      eventTime: '2026-11-23T10:04:10Z',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '203.0.113.1',
      userAgent: cli,
      requestParameters: {
        roleArn: roleArn('DemoRole'),
        roleSessionName: 'julie',
        durationSeconds: 3600,
      },
      responseElements: {
        credentials: {
          accessKeyId: key,
          sessionToken: issued?.type === 'session' ? issued.sessionToken : 'none',
          expiration: 'Nov 23, 2026, 11:04:10 AM',
        },
        assumedRoleUser: {
          assumedRoleId: `${roleId}:julie`,
          arn: sessionArn('DemoRole', 'julie'),
        },
      },
      requestID: uuid,
      eventID: uuid,
      readOnly: true,
      resources: [{ accountId: home, type: 'AWS::IAM::Role', ARN: roleArn('DemoRole') }],
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: home,
      eventCategory: 'Management',
    });
  });

  test('no durationSeconds when none was asked for', () => {
    const { record } = lastRecord(julieTakesIt);
    expect(record?.requestParameters).toEqual({
      roleArn: roleArn('DemoRole'),
      roleSessionName: 'julie',
    });
  });

  test('AssumeRole that was refused, without parameters (10.3)', () => {
    const { world, record } = lastRecord(wait(151), own('bob', assume('DemoRole', 'bob')));
    expect(record).toEqual({
      eventVersion: '1.08',
      userIdentity: user(world, 'bob'),
      eventTime: '2026-11-23T10:02:31Z',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      awsRegion: 'eu-west-1',
      sourceIPAddress: '203.0.113.1',
      userAgent: cli,
      errorCode: 'AccessDenied',
      errorMessage: `User: ${userArn('bob')} is not authorized to perform: sts:AssumeRole on resource: ${roleArn('DemoRole')}`,
      requestParameters: null,
      responseElements: null,
      requestID: uuid,
      eventID: uuid,
      readOnly: true,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: home,
      eventCategory: 'Management',
    });
  });

  const sessionIdentity = (world: World) => {
    const roleId = world.accounts[home]?.roles.DemoRole?.uniqueId ?? '';
    return {
      type: 'AssumedRole',
      principalId: `${roleId}:julie`,
      arn: sessionArn('DemoRole', 'julie'),
      accountId: home,
      accessKeyId: heldLast(world, 'julie'),
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: roleId,
          arn: roleArn('DemoRole'),
          accountId: home,
          userName: 'DemoRole',
        },
        attributes: { creationDate: '2026-11-23T10:00:00Z', mfaAuthenticated: 'false' },
      },
    };
  };
  const dataEvent = (world: World) => ({
    eventVersion: '1.11',
    userIdentity: sessionIdentity(world),
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.1',
    userAgent: cli,
    requestParameters: { bucketName: 'demo-bucket', key: 'payroll.csv' },
    responseElements: null,
    requestID: uuid,
    eventID: uuid,
    readOnly: true,
    resources: [
      { type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::demo-bucket/payroll.csv' },
      { accountId: home, type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::demo-bucket' },
    ],
    eventType: 'AwsApiCall',
    managementEvent: false,
    recipientAccountId: home,
    eventCategory: 'Data',
  });

  test('GetObject of a session, as a data event (10.4)', () => {
    const { world, record } = lastRecord(julieTakesIt, wait(587), reads);
    expect(record).toEqual({ ...dataEvent(world), eventTime: '2026-11-23T10:09:47Z' });
  });

  test('the same after the revocation: only the error is new (10.4)', () => {
    const revoke = { type: 'revoke-sessions', by: 'admin', roleName: 'DemoRole' } as const;
    const { world, record } = lastRecord(julieTakesIt, wait(587), revoke, reads);
    expect(record).toEqual({
      ...dataEvent(world),
      eventTime: '2026-11-23T10:09:47Z',
      errorCode: 'AccessDenied',
      errorMessage: `User: ${sessionArn('DemoRole', 'julie')} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::demo-bucket/payroll.csv" with an explicit deny in an identity-based policy`,
    });
  });

  test('“Revoke active sessions” as PutRolePolicy in us-east-1 (10.5)', () => {
    const { world, record } = lastRecord(wait(730), {
      type: 'revoke-sessions',
      by: 'admin',
      roleName: 'DemoRole',
    });
    expect(record).toEqual({
      eventVersion: '1.08',
      userIdentity: user(world, 'admin'),
      eventTime: '2026-11-23T10:12:10Z',
      eventSource: 'iam.amazonaws.com',
      eventName: 'PutRolePolicy',
      awsRegion: 'us-east-1',
      sourceIPAddress: '203.0.113.1',
      userAgent: cli,
      requestParameters: {
        roleName: 'DemoRole',
        policyName: 'AWSRevokeOlderSessions',
        policyDocument: revocationPolicy(after(world.now, 30)),
      },
      responseElements: null,
      requestID: uuid,
      eventID: uuid,
      readOnly: false,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: home,
      eventCategory: 'Management',
    });
  });

  type Row = readonly [fact: string, steps: readonly Step[], fields: Partial<TrailRecord>];
  test.each<Row>([
    [
      'DynamoDB’s table',
      [julieTakesIt, session('julie', { action: 'dynamodb:Scan', table: 'orders' })],
      {
        eventSource: 'dynamodb.amazonaws.com',
        managementEvent: false,
        resources: [
          {
            accountId: home,
            type: 'AWS::DynamoDB::Table',
            ARN: `arn:aws:dynamodb:eu-west-1:${home}:table/orders`,
          },
        ],
      },
    ],
    [
      'GetSessionToken as a call that changes something',
      [own('admin', { action: 'sts:GetSessionToken' })],
      { eventName: 'GetSessionToken', readOnly: false },
    ],
    [
      'GetCallerIdentity, even of a revoked session',
      [
        julieTakesIt,
        { type: 'revoke-sessions', by: 'admin', roleName: 'DemoRole' },
        session('julie', { action: 'sts:GetCallerIdentity' }),
      ],
      { eventName: 'GetCallerIdentity', readOnly: true, requestParameters: null },
    ],
  ])('%s', (_fact, steps, fields) => {
    expect(lastRecord(...steps).record).toMatchObject(fields);
  });

  test('the key that AssumeRole issued is the key of what the session does', () => {
    const { world } = play(start, julieTakesIt, reads);
    const [assumed, read] = world.trail;
    expect(assumed?.responseElements).toMatchObject({
      credentials: { accessKeyId: read?.userIdentity.accessKeyId },
    });
  });

  test('no identity of a user for the root', () => {
    const { record } = lastRecord(own('root', { action: 's3:ListAllMyBuckets' }));
    expect(record?.userIdentity).toEqual({
      type: 'Root',
      principalId: home,
      arn: `arn:aws:iam::${home}:root`,
      accountId: home,
      accessKeyId: start.people.root?.holds[0],
    });
  });
});

describe('last accessed', () => {
  const role = (world: World) => world.accounts[home]?.roles.DemoRole;

  test('being assumed is not being used', () => {
    expect(role(play(start, julieTakesIt).world)).toMatchObject({ lastAccessed: {} });
  });

  test('is kept by service, and counts what was refused too', () => {
    const { world } = play(
      start,
      julieTakesIt,
      wait(60),
      reads,
      wait(60),
      session('julie', { action: 'dynamodb:GetItem', table: 'orders', key: '1' }),
    );
    expect(role(world)).toMatchObject({
      lastUsed: start.now + 120_000,
      lastAccessed: { s3: start.now + 60_000, dynamodb: start.now + 120_000 },
    });
  });
});
