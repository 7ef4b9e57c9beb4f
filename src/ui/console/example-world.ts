import { buildWorld, simTime, type Role, type World } from '#world';

const account = '111122223333';

/** A small world for examples and tests: one role, two people, a bucket and a table. */
export const exampleWorld: World = buildWorld({
  now: '2026-11-23T17:12:10.695Z',
  accounts: [
    {
      id: account,
      name: 'Sesame Books',
      managedPolicies: [
        { name: 'ReadLedger', document: allow(['s3:GetObject', 's3:ListBucket']) },
        { name: 'AmazonDynamoDBReadOnlyAccess', aws: true, document: allow(['dynamodb:Get*']) },
        { name: 'ListBuckets', document: allow(['s3:ListAllMyBuckets']) },
      ],
      groups: [{ name: 'bookkeepers', inline: { AskSts: allow(['sts:AssumeRole']) } }],
      users: [{ name: 'emy', groups: ['bookkeepers'], tags: { team: 'ledger' } }],
      roles: [
        {
          name: 'Ledger',
          description: 'Reads the books of the month.',
          trust: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: `arn:aws:iam::${account}:root` },
                Action: 'sts:AssumeRole',
              },
            ],
          },
          attached: ['ReadLedger', 'AmazonDynamoDBReadOnlyAccess'],
          inline: { NoDeletes: allow(['s3:GetObjectVersion']) },
          tags: { team: 'ledger' },
        },
      ],
      buckets: [{ name: 'ledger', objects: { '2026-11.csv': 'date,amount' } }],
      tables: [{ name: 'invoices', items: { '4711': '{"amount":12}' } }],
    },
  ],
  people: [
    {
      id: 'emy',
      name: 'Emy',
      role: 'insider',
      sourceIp: '192.0.2.10',
      keyOf: { account, user: 'emy' },
    },
    { id: 'woofy', name: 'Woofy', role: 'outsider', sourceIp: '203.0.113.66' },
  ],
});

function allow(actions: readonly string[]) {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  };
}

export const roleArn = `arn:aws:iam::${account}:role/Ledger`;
export const trustRef = `trust|${account}|Ledger`;

/** The same world with a change in its role. */
export function withRole(change: Partial<Role>): World {
  const books = exampleWorld.accounts[account];
  const role = books?.roles.Ledger;
  if (books === undefined || role === undefined) throw new Error('the example has lost its role');
  const roles = { ...books.roles, Ledger: { ...role, ...change } };
  return { ...exampleWorld, accounts: { [account]: { ...books, roles } } };
}

export const usedAnHourAgo = simTime(exampleWorld.now - 3_600_000);
