import {
  accessKeyId,
  accountId,
  simTime,
  type Account,
  type AccessKeyId,
  type Person,
  type SessionCredentials,
  type SimTime,
  type User,
  type World,
} from '#world';

/** A small world in the middle of the leak, written out by hand, for examples and tests. */

const account = accountId('111122223333');
const start = Date.UTC(2026, 10, 23, 17, 4, 10);
const minutes = (count: number): SimTime => simTime(start + count * 60_000);

export const sampleKeys = {
  julie: accessKeyId('AKIARTX3GSDS7EXAMPLE'),
  emy: accessKeyId('AKIARTX3GSDS4EXAMPLE'),
  julieSession: accessKeyId('ASIARTX3GSDSWEXAMPLE'),
  emySession: accessKeyId('ASIARTX3GSDS5EXAMPLE'),
  oldSession: accessKeyId('ASIARTX3GSDS2EXAMPLE'),
} as const;

function user(name: string): User {
  return {
    name,
    path: '/',
    arn: `arn:aws:iam::${account}:user/${name}`,
    uniqueId: `AIDARTX3GSDS${name.toUpperCase()}EXAMPLE`,
    attached: [],
    inline: {},
    createdAt: minutes(-1000),
    tags: {},
    groups: [],
    boundary: undefined,
  };
}

const sampleAccount: Account = {
  id: account,
  name: 'demo',
  users: { bob: user('bob'), julie: user('julie'), emy: user('emy') },
  groups: {},
  roles: {
    DemoRole: {
      ...user('DemoRole'),
      arn: `arn:aws:iam::${account}:role/DemoRole`,
      uniqueId: 'AROARTX3GSDSZJEXAMPLE',
      attached: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'],
      inline: { AWSRevokeOlderSessions: { text: '{}' } },
      description: '',
      trust: { text: '{}' },
      maxSessionDuration: 3600,
      serviceLinked: false,
      lastUsed: undefined,
      lastAccessed: {},
    },
  },
  policies: {},
  buckets: {
    'demo-bucket': {
      name: 'demo-bucket',
      arn: 'arn:aws:s3:::demo-bucket',
      policy: undefined,
      objects: { 'payroll.csv': 'name,salary' },
    },
  },
  tables: {},
  organizationPath: undefined,
  scps: [],
};

function person(
  name: string,
  role: Person['role'],
  sourceIp: string,
  holds: Person['holds'],
): Person {
  return { id: name.toLowerCase(), name, role, sourceIp, userAgent: 'aws-cli/2.36.7', holds };
}

function longTerm(key: AccessKeyId, uniqueId: string): World['credentials'][string] {
  return {
    type: 'long-term',
    accessKeyId: key,
    secretAccessKey: 'EXAMPLE',
    owner: { type: 'user', account, uniqueId },
    status: 'Active',
  };
}

function session(key: AccessKeyId, name: 'julie' | 'emy', issued: number): SessionCredentials {
  return {
    type: 'session',
    accessKeyId: key,
    secretAccessKey: 'EXAMPLE',
    sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE',
    session: {
      type: 'assumed-role',
      account,
      roleName: 'DemoRole',
      roleId: 'AROARTX3GSDSZJEXAMPLE',
      sessionName: name,
      arn: `arn:aws:sts::${account}:assumed-role/DemoRole/${name}`,
      sourceIdentity: undefined,
    },
    issuedAt: minutes(issued),
    expiresAt: minutes(issued + 60),
    issuedTo: sampleKeys[name],
  };
}

export const sampleWorld: World = {
  now: minutes(18),
  draws: 0,
  region: 'eu-west-1',
  accounts: { [account]: sampleAccount },
  people: {
    bob: person('Bob', 'insider', '203.0.113.23', []),
    julie: person('Julie', 'insider', '203.0.113.24', [sampleKeys.julie, sampleKeys.julieSession]),
    emy: person('Emy', 'insider', '203.0.113.25', [
      sampleKeys.emy,
      sampleKeys.oldSession,
      sampleKeys.emySession,
    ]),
    woofy: person('Woofy', 'outsider', '198.51.100.66', [sampleKeys.emySession]),
  },
  credentials: {
    [sampleKeys.julie]: longTerm(sampleKeys.julie, 'AIDARTX3GSDSJULIEEXAMPLE'),
    [sampleKeys.emy]: longTerm(sampleKeys.emy, 'AIDARTX3GSDSEMYEXAMPLE'),
    [sampleKeys.oldSession]: session(sampleKeys.oldSession, 'emy', -90),
    [sampleKeys.emySession]: session(sampleKeys.emySession, 'emy', 1),
    [sampleKeys.julieSession]: session(sampleKeys.julieSession, 'julie', 15),
  },
  published: [
    {
      accessKeyId: sampleKeys.emySession,
      by: 'emy',
      at: minutes(4),
      repository: 'emy/holiday-photos',
    },
  ],
  trail: [],
};

/** The same account before anything was played. */
export const emptyWorld: World = {
  ...sampleWorld,
  now: minutes(0),
  people: Object.fromEntries(
    Object.entries(sampleWorld.people).map(([id, who]) => [id, { ...who, holds: [] }]),
  ),
  credentials: {},
  published: [],
};
