import { bucketPlace, personPlace, rolePlace, tablePlace, type WorldSpec } from '#world';
import { type Layout } from '../lesson.ts';

/** The company of the first lessons: three colleagues, one role, a bucket, a table, and somebody outside. */
const account = '111122223333';
export const dataRole = `arn:aws:iam::${account}:role/DataRole`;
export const roleName = 'DataRole';
export const bucket = 'acme-reports';
const table = 'acme-orders';
export const report = 'q3-results.csv';
export const reportsPolicyArn = `arn:aws:iam::${account}:policy/ReadReports`;
export const repository = 'github.com/emy/side-project';

export const userArn = (name: string): string => `arn:aws:iam::${account}:user/${name}`;

/** A trust policy that lets exactly these users in. */
export const trusting = (...names: readonly string[]) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'WhoMayAssume',
      Effect: 'Allow',
      Principal: { AWS: names.length === 1 ? userArn(names[0] ?? '') : names.map(userArn) },
      Action: 'sts:AssumeRole',
    },
  ],
});

const readReports = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ListReports',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: `arn:aws:s3:::${bucket}`,
    },
    {
      Sid: 'ReadReports',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${bucket}/*`,
    },
  ],
};

const readOrders = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ReadOrders',
      Effect: 'Allow',
      Action: ['dynamodb:GetItem', 'dynamodb:Scan'],
      Resource: `arn:aws:dynamodb:eu-west-1:${account}:table/${table}`,
    },
  ],
};

const everything = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

const seeBuckets = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
};

const readOnlyS3 = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        's3:Get*',
        's3:List*',
        's3:Describe*',
        's3-object-lambda:Get*',
        's3-object-lambda:List*',
      ],
      Resource: '*',
    },
  ],
};

/** The world of Acme, with a role that trusts these users. */
export const acme = (trusted: readonly string[]): WorldSpec => ({
  now: '2026-11-23T10:00:00Z',
  region: 'eu-west-1',
  accounts: [
    {
      id: account,
      name: 'Acme',
      managedPolicies: [
        { name: 'AdministratorAccess', aws: true, document: everything },
        { name: 'AmazonS3ReadOnlyAccess', aws: true, document: readOnlyS3 },
        { name: 'ReadReports', document: readReports },
      ],
      groups: [{ name: 'colleagues', inline: { SeeBuckets: seeBuckets } }],
      users: [
        { name: 'bob', groups: ['colleagues'], tags: { team: 'sales' } },
        { name: 'julie', groups: ['colleagues'], tags: { team: 'finance' } },
        { name: 'emy', groups: ['colleagues'], tags: { team: 'finance' } },
        { name: 'admin', attached: ['AdministratorAccess'] },
      ],
      roles: [
        {
          name: roleName,
          description: 'Reads the quarterly reports and the orders',
          trust: trusting(...trusted),
          attached: ['ReadReports'],
          inline: { ReadOrders: readOrders },
          tags: { project: 'reporting' },
        },
      ],
      buckets: [
        {
          name: bucket,
          objects: { [report]: 'quarter,revenue\nQ3,4200000\n', 'plan.txt': 'Hire.' },
        },
      ],
      tables: [{ name: table, items: { '1001': '{"id":"1001","total":42}' } }],
    },
  ],
  people: [
    person('bob', 'Bob', '203.0.113.23'),
    person('julie', 'Julie', '203.0.113.24'),
    person('emy', 'Emy', '203.0.113.25'),
    { id: 'woofy', name: 'woofy', role: 'outsider', sourceIp: '198.51.100.66' },
    {
      id: 'admin',
      name: 'The administrator (you)',
      role: 'administrator',
      sourceIp: '203.0.113.10',
      userAgent: 'Mozilla/5.0 (console)',
      keyOf: { account, user: 'admin' },
    },
  ],
});

const person = (id: string, name: string, sourceIp: string) => ({
  id,
  name,
  role: 'insider' as const,
  sourceIp,
  keyOf: { account, user: id },
});

/** People above, STS and the role in the middle, what they want below. */
export const acmeLayout: Layout = {
  [personPlace('bob')]: { x: 0, y: 0 },
  [personPlace('julie')]: { x: 200, y: 0 },
  [personPlace('emy')]: { x: 400, y: 0 },
  sts: { x: 0, y: 230 },
  [rolePlace(dataRole)]: { x: 240, y: 220 },
  [bucketPlace(bucket)]: { x: 174, y: 400 },
  [tablePlace(table)]: { x: 374, y: 400 },
};

/** The same with the place where secrets end up, and the outsider who reads there. */
export const leakLayout: Layout = {
  ...acmeLayout,
  github: { x: 600, y: 225 },
  [personPlace('woofy')]: { x: 600, y: 0 },
};
