import { expect, test } from 'vitest';
import {
  type AccountSpec,
  answerOf,
  assume,
  heldLast,
  home,
  mayNot,
  newestKey,
  own,
  play,
  policyArn,
  roleArn,
  rootArn,
  rulingOf,
  smallWorld,
  type Step,
  userArn,
} from '../testing/small-world.ts';
import { allow, deny, distrusts, policy, textOf, trusts } from '../testing/statements.ts';

const alice = { AWS: userArn('alice') };
const account = { AWS: rootArn };
const everyAction = policy(allow('*'));
const mayAssume = policy(allow('sts:AssumeRole', roleArn('T')));
const onlyS3 = policy(allow('s3:*'));

interface Setting {
  readonly trust: ReturnType<typeof policy>;
  /** Alice's own policy. */
  readonly own?: ReturnType<typeof policy>;
  readonly boundary?: ReturnType<typeof policy>;
  readonly path?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly group?: ReturnType<typeof policy>;
  readonly scps?: AccountSpec['scps'];
}

const settle = ({ trust, own: given, boundary, path, tags, group, scps }: Setting) =>
  smallWorld({
    managedPolicies: boundary ? [{ name: 'Boundary', document: boundary }] : [],
    groups: group ? [{ name: 'staff', inline: { Staff: group } }] : [],
    users: [
      {
        name: 'alice',
        inline: given ? { Own: given } : {},
        groups: group ? ['staff'] : [],
        tags: tags ?? {},
        ...(boundary ? { boundary: 'Boundary' } : {}),
      },
      { name: 'other' },
    ],
    roles: [{ name: 'T', trust, path: path ?? '/' }],
    scps: scps ?? [],
  });

const asks = own('alice', assume('T', 'alice'));
const refused = (role = 'T') => mayNot(userArn('alice'), 'sts:AssumeRole', roleArn(role));

/** The user is deleted, and another gets the name. The new key is alice's. */
const recreated: readonly Step[] = [
  (world) => own('admin', { action: 'iam:DeleteAccessKey', accessKeyId: heldLast(world, 'alice') }),
  own('admin', { action: 'iam:DeleteUser', userName: 'alice' }),
  own('admin', { action: 'iam:CreateUser', userName: 'alice' }),
  own('admin', { action: 'iam:CreateAccessKey', userName: 'alice' }),
  (world) => ({
    type: 'copy',
    by: 'alice',
    accessKeyId: heldLast(world, 'admin'),
    from: { person: 'admin' },
  }),
  newestKey('alice', assume('T', 'alice')),
];

const blueTeam = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } };
const isAlice = { Condition: { ArnEquals: { 'aws:PrincipalArn': userArn('alice') } } };

type Row = readonly [
  fact: string,
  setting: Setting,
  steps: readonly Step[],
  ruling: string,
  answer: string,
];

/**
 * Table A: a user assumes a role of its own account, with everything that a world has around it.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
test.each<Row>([
  [
    'A1: whom the trust policy names needs no permission',
    { trust: policy(trusts(alice)) },
    [asks],
    'Allow by resource',
    'allowed',
  ],
  [
    'A2: a trusted account and a permission',
    { trust: policy(trusts(account)), own: mayAssume },
    [asks],
    'Allow by identity',
    'allowed',
  ],
  [
    'A3: a trusted account alone is not enough',
    { trust: policy(trusts(account)) },
    [asks],
    'ImplicitDeny at identity',
    refused(),
  ],
  [
    'A4: twelve digits are the account’s root ARN',
    { trust: policy(trusts({ AWS: home })), own: mayAssume },
    [asks],
    'Allow by identity',
    'allowed',
  ],
  [
    'A5: an administrator whom the trust policy does not name',
    { trust: policy(trusts({ AWS: userArn('other') })), own: everyAction },
    [asks],
    'ImplicitDeny at resource',
    refused(),
  ],
  [
    'A6: an own deny wins over trust',
    { trust: policy(trusts(alice)), own: policy(deny('sts:*')) },
    [asks],
    'ExplicitDeny at identity',
    refused(),
  ],
  [
    'A7: a deny in the trust policy wins over everything',
    { trust: policy(trusts(account), distrusts(alice)), own: everyAction },
    [asks],
    'ExplicitDeny at resource',
    refused(),
  ],
  [
    'A8: everybody is trusted',
    { trust: policy(trusts({ AWS: '*' })) },
    [asks],
    'Allow by resource',
    'allowed',
  ],
  [
    'A9: a user is not the service that is trusted',
    { trust: policy(trusts({ Service: 'ec2.amazonaws.com' })), own: everyAction },
    [asks],
    'ImplicitDeny at resource',
    refused(),
  ],
  [
    'A10: a permission on another role',
    { trust: policy(trusts(account)), own: policy(allow('sts:AssumeRole', roleArn('Other'))) },
    [asks],
    'ImplicitDeny at identity',
    refused(),
  ],
  [
    'A11: a permission on every role',
    { trust: policy(trusts(account)), own: policy(allow('sts:AssumeRole', roleArn('*'))) },
    [asks],
    'Allow by identity',
    'allowed',
  ],
  [
    'A12: a permission that leaves the role’s path out',
    { trust: policy(trusts(account)), path: '/dev/', own: mayAssume },
    [own('alice', assume('dev/T', 'alice'))],
    'ImplicitDeny at identity',
    refused('dev/T'),
  ],
  [
    'A13: a permission with the role’s path',
    {
      trust: policy(trusts(account)),
      path: '/dev/',
      own: policy(allow('sts:AssumeRole', roleArn('dev/T'))),
    },
    [own('alice', assume('dev/T', 'alice'))],
    'Allow by identity',
    'allowed',
  ],
  [
    'A14: a silent boundary does not cap whom the trust policy names',
    { trust: policy(trusts(alice)), boundary: onlyS3 },
    [asks],
    'Allow by resource',
    'allowed',
  ],
  [
    'A15: a silent boundary caps a permission',
    { trust: policy(trusts(account)), own: mayAssume, boundary: onlyS3 },
    [asks],
    'ImplicitDeny at boundary',
    refused(),
  ],
  [
    'A16: a deny in the boundary wins over trust',
    { trust: policy(trusts(alice)), boundary: policy(allow('s3:*'), deny('sts:*')) },
    [asks],
    'ExplicitDeny at boundary',
    refused(),
  ],
  [
    'A17: a silent SCP caps trust too',
    {
      trust: policy(trusts(alice)),
      scps: [[{ name: 'Root', document: everyAction }], [{ name: 'Account', document: onlyS3 }]],
    },
    [asks],
    'ImplicitDeny at scp',
    refused(),
  ],
  [
    'A18: the case of an action does not count',
    { trust: policy(trusts(account)), own: policy(allow('STS:assumerole')) },
    [asks],
    'Allow by identity',
    'allowed',
  ],
  [
    'A19: NotAction allows whatever it does not name',
    {
      trust: policy(trusts(account)),
      own: policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    },
    [asks],
    'Allow by identity',
    'allowed',
  ],
  [
    'A20: a re-created user of the same name is somebody else',
    { trust: policy(trusts(alice)) },
    recreated,
    'ImplicitDeny at resource',
    refused(),
  ],
  [
    'A21: a condition keeps the ARN, and admits the re-created user',
    { trust: policy(trusts({ AWS: '*' }, isAlice)) },
    recreated,
    'Allow by resource',
    'allowed',
  ],
  [
    'A22: the root user may not assume roles',
    { trust: policy(trusts(account)) },
    [own('root', assume('T', 'root'))],
    'not asked',
    'AccessDenied 403: Roles may not be assumed by root accounts.',
  ],
  [
    'A23: a role’s name in another case is another name',
    { trust: policy(trusts(alice)) },
    [own('alice', assume('t', 'alice'))],
    'ImplicitDeny at resource',
    refused('t'),
  ],
  [
    'A24: AWS does not say that there is no such role',
    { trust: policy(trusts(alice)), own: everyAction },
    [own('alice', assume('Nobody', 'alice'))],
    'ImplicitDeny at resource',
    refused('Nobody'),
  ],
  [
    'A25: a group is no principal, and the policy is not saved',
    { trust: policy(trusts(alice)), group: onlyS3 },
    [
      own('admin', {
        action: 'iam:UpdateAssumeRolePolicy',
        roleName: 'T',
        policyDocument: textOf(policy(trusts({ AWS: `arn:aws:iam::${home}:group/staff` }))),
      }),
    ],
    'Allow by identity',
    `MalformedPolicyDocument 400: Invalid principal in policy: "AWS":"arn:aws:iam::${home}:group/staff"`,
  ],
  [
    'A26: a permission through a group counts',
    { trust: policy(trusts(account)), group: mayAssume },
    [asks],
    'Allow by identity',
    'allowed',
  ],
  [
    'A27: trust that asks for a tag, and a user who has it',
    { trust: policy(trusts(account, blueTeam)), own: mayAssume, tags: { team: 'blue' } },
    [asks],
    'Allow by identity',
    'allowed',
  ],
  [
    'A28: the same without the tag',
    { trust: policy(trusts(account, blueTeam)), own: mayAssume },
    [asks],
    'ImplicitDeny at resource',
    refused(),
  ],
])('%s', (_fact, setting, steps, ruling, answer) => {
  const { happenings } = play(settle(setting), ...steps);
  expect({ ruling: rulingOf(happenings), answer: answerOf(happenings) }).toEqual({
    ruling,
    answer,
  });
});

test('A14 and A16: the boundary is the managed policy of that name', () => {
  const world = settle({ trust: policy(trusts(alice)), boundary: onlyS3 });
  expect(world.accounts[home]?.users.alice?.boundary).toBe(policyArn('Boundary'));
});

test('A20: the trust policy shows the id of the user who is gone', () => {
  const start = settle({ trust: policy(trusts(alice)) });
  const gone = start.accounts[home]?.users.alice?.uniqueId;
  const { world } = play(start, ...recreated);
  const role = world.accounts[home]?.roles.T;
  expect(role?.trust.text).toBe(textOf(policy(trusts({ AWS: gone }))));
});
