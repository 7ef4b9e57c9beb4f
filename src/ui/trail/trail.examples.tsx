import { type TrailRecord } from '#world';
import { Trail } from './trail.tsx';

const account = '111122223333';
const roleArn = `arn:aws:iam::${account}:role/DemoRole`;

type Given = Partial<TrailRecord> & Pick<TrailRecord, 'eventID' | 'eventTime' | 'eventName'>;

function record(given: Given): TrailRecord {
  return {
    eventVersion: '1.08',
    userIdentity: {},
    eventSource: 'sts.amazonaws.com',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.24',
    userAgent: 'aws-cli/2.36.7 md/command#sts.assume-role',
    requestParameters: null,
    responseElements: null,
    requestID: '4d2f0f6a-1b1e-4a5e-9f6e-0a1b2EXAMPLE',
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    ...given,
  };
}

const userIdentity = (userName: string, accessKeyId: string) => ({
  type: 'IAMUser',
  principalId: 'AIDARTX3GSDSQ2EXAMPLE',
  arn: `arn:aws:iam::${account}:user/${userName}`,
  accountId: account,
  accessKeyId,
  userName,
});

const emySession = {
  type: 'AssumedRole',
  principalId: 'AROARTX3GSDSZJEXAMPLE:emy',
  arn: `arn:aws:sts::${account}:assumed-role/DemoRole/emy`,
  accountId: account,
  accessKeyId: 'ASIARTX3GSDS5EXAMPLE',
};

const getObject = (given: Given): TrailRecord =>
  record({
    userIdentity: emySession,
    eventSource: 's3.amazonaws.com',
    managementEvent: false,
    eventCategory: 'Data',
    requestParameters: { bucketName: 'demo-bucket', key: 'payroll.csv' },
    ...given,
  });

const records: readonly TrailRecord[] = [
  record({
    eventID: 'bob-assume',
    eventTime: '2026-11-23T17:02:31Z',
    eventName: 'AssumeRole',
    userIdentity: userIdentity('bob', 'AKIARTX3GSDS3EXAMPLE'),
    sourceIPAddress: '203.0.113.23',
    errorCode: 'AccessDenied',
    errorMessage: `User: arn:aws:iam::${account}:user/bob is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
  }),
  record({
    eventID: 'julie-assume',
    eventTime: '2026-11-23T17:04:10Z',
    eventName: 'AssumeRole',
    userIdentity: userIdentity('julie', 'AKIARTX3GSDS7EXAMPLE'),
    requestParameters: { roleArn, roleSessionName: 'julie', durationSeconds: 3600 },
    responseElements: {
      credentials: {
        accessKeyId: 'ASIARTX3GSDSWEXAMPLE',
        sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE==',
        expiration: 'Nov 23, 2026, 6:04:10 PM',
      },
    },
  }),
  getObject({
    eventID: 'emy-get',
    eventTime: '2026-11-23T17:06:12Z',
    eventName: 'GetObject',
    sourceIPAddress: '203.0.113.25',
  }),
  getObject({
    eventID: 'woofy-get',
    eventTime: '2026-11-23T17:09:47Z',
    eventName: 'GetObject',
    sourceIPAddress: '198.51.100.66',
  }),
];

const ignore = () => undefined;

export const leak = (onShow: (index: number) => void = ignore) => (
  <Trail records={records} onShow={onShow} />
);

export const nothingYet = () => <Trail records={[]} onShow={ignore} />;

export const aService = () => (
  <Trail
    records={[
      record({
        eventID: 'service-assume',
        eventTime: '2026-11-23T17:02:31Z',
        eventName: 'AssumeRole',
        userIdentity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' },
        sourceIPAddress: 'ec2.amazonaws.com',
      }),
    ]}
    onShow={ignore}
  />
);

export const manyRecords = () => (
  <Trail
    records={Array.from({ length: 120 }, (_, n) =>
      getObject({
        eventID: `get-${String(n)}`,
        eventTime: `2026-11-23T17:09:${String(n % 60).padStart(2, '0')}Z`,
        eventName: 'GetObject',
      }),
    )}
    onShow={ignore}
  />
);
