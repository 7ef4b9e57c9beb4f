import { describe, expect, test } from 'vitest';
import {
  type Asking,
  type Written,
  admin,
  allow,
  ask,
  attach,
  deny,
  distrusts,
  guest,
  home,
  outcome,
  policiesOf,
  requestOf,
  rootOf,
  trusts,
  user,
  userArn,
} from './asking.examples.ts';
import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import { type AccessRequest } from '../decide/request.ts';
import { askedOf } from '../decide/standing.ts';

/** Long enough that statements are looked up by their action. */
const long = [
  allow('s3:Get*', 'arn:aws:s3:::b/*'),
  deny('S3:GETOBJECT', 'arn:aws:s3:::b/secret'),
  allow(['ec2:Describe*', 'sts:AssumeRole']),
  allow('s3:PutObject', 'arn:aws:s3:::b/*', {
    Condition: { StringEquals: { 'aws:username': 'alice' } },
  }),
  { Effect: 'Deny', NotAction: ['s3:*', 'ec2:*'], Resource: '*' },
];

test.each([
  ['s3:GetObject', 'arn:aws:s3:::b/k', 'Allow'],
  ['s3:getobject', 'arn:aws:s3:::b/secret', 'ExplicitDeny'],
  ['s3:PutObject', 'arn:aws:s3:::b/k', 'ImplicitDeny'],
  ['ec2:DescribeInstances', '*', 'Allow'],
  ['sts:AssumeRole', 'arn:aws:iam::111111111111:role/R', 'ExplicitDeny'],
])('%s on %s, asked of a long policy twice: %s', (action, resource, expected) => {
  const compiled = compile(policiesOf({ identity: long }));
  const request = requestOf({ action, resource });
  expect([decide(request, compiled), decide(request, compiled)]).toEqual([expected, expected]);
});

test('one request says nothing of the next about the same action', () => {
  const compiled = compile(policiesOf({ identity: long }));
  const [first, second] = [
    { action: 's3:PutObject', context: { 'aws:username': 'alice' } },
    { action: 's3:PutObject', context: { 'aws:username': 'bob' } },
  ].map((asking) => decide(requestOf(asking), compiled));
  expect([first, second]).toEqual(['Allow', 'ImplicitDeny']);
});

test('more actions than AWS has are answered as well', () => {
  const compiled = compile(policiesOf({ identity: long }));
  const verdicts = Array.from({ length: 4_200 }, (_, i) =>
    decide(requestOf({ action: `ec2:Describe${i}` }), compiled),
  );
  expect(new Set(verdicts)).toEqual(new Set(['Allow']));
  expect(decide(requestOf({ action: 's3:GetObject' }), compiled)).toBe('Allow');
});

test('a document is made ready once, wherever it is attached', () => {
  const policies = policiesOf({ identity: [admin] });
  const [one] = policies.identity;
  const twice = { ...policies, identity: one === undefined ? [] : [one, { ...one, ref: 'again' }] };
  const [first, again] = compile(twice).levels.identity[0] ?? [];
  expect(first?.document).toBe(again?.document);
  expect([first?.ref, again?.ref]).toEqual(['identity/Own', 'again']);
});

describe('statements are looked up by their action', () => {
  const compiled = (statements: readonly Written[]) => {
    const policies = compile(policiesOf({ identity: statements }));
    const document = policies.levels.identity[0]?.[0]?.document;
    return (action: string) => document?.about(askedOf(requestOf({ action }), policies)) ?? [];
  };
  const summary = (found: ReturnType<ReturnType<typeof compiled>>) =>
    found.map(({ source, elements }) => [source.index, elements.length]);

  test('where there are many, and without the action, which has matched', () => {
    const about = compiled(long);
    expect(summary(about('s3:GetObject'))).toEqual([
      [0, 1],
      [1, 1],
    ]);
    // Two statements speak of AssumeRole: one has a list of actions, one all but some.
    expect(summary(about('sts:AssumeRole'))).toEqual([
      [2, 1],
      [4, 1],
    ]);
  });

  test('where there are three, each is asked whole; where there are four, they are looked up', () => {
    expect(summary(compiled(long.slice(0, 3))('iam:ListUsers'))).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect(compiled(long.slice(0, 4))('iam:ListUsers')).toEqual([]);
  });

  test('once for each action, until strange actions pile up', () => {
    const about = compiled(long);
    const first = about('s3:GetObject');
    for (let i = 1; i < 4_096; i++) about(`ec2:Describe${i}`);
    expect(about('S3:getobject')).toBe(first);
    about('ec2:OneMore');
    expect(about('s3:GetObject')).not.toBe(first);
    expect(about('s3:GetObject')).toEqual(first);
  });
});

const everyKind: Asking = {
  scps: [[admin]],
  rcps: [[deny('s3:*', '*', { Principal: '*' })]],
  identity: [admin],
  boundary: [admin],
  session: [admin],
  bucket: [allow('s3:*', 'arn:aws:s3:::b/*', { Principal: '*' })],
};
test.each<[why: string, asking: Asking, asked: readonly string[]]>([
  ['no policies', {}, ['identity', 'session']],
  ['a policy of each kind', everyKind, ['rcp', 'scp', 'identity', 'boundary', 'session']],
])('gates without policies are not asked: %s', (_why, asking, expected) => {
  expect(compile(policiesOf(asking)).otherGates.map(({ gate }) => gate)).toEqual(expected);
});

test('an empty list of session policies is no session policy', () => {
  const none = { ...policiesOf({ identity: [admin] }), session: [] };
  expect(decide(requestOf({}), compile(none))).toBe('Allow');
  expect(decide(requestOf({ by: guest }), compile(none))).toBe('ImplicitDeny'); // row D18
});

test('H24: a deny without Principal is for nobody', () => {
  const policy = attach('identity', 'no principal', [deny('*'), admin]); // no resource policy like it can be saved
  const policies = { ...policiesOf({}), resource: { type: 'ordinary', policy } as const };
  expect(decide(requestOf({}), compile(policies))).toBe('ImplicitDeny');
});

test.each([
  [[trusts({ AWS: userArn('alice') }), distrusts({ AWS: rootOf(home) })]],
  [[distrusts({ AWS: rootOf(home) }), trusts({ AWS: userArn('alice') })]],
])('a deny after the strongest of allows is still heard: %j', (trust) => {
  expect(outcome(ask({ trust }))).toBe('ExplicitDeny at resource');
});

describe('the search stops as soon as the answer stands', () => {
  const when = (key: string) => ({ Condition: { StringEquals: { [key]: 'yes' } } });
  const one = when('one');
  const two = when('two');
  const alice = { AWS: userArn('alice') };

  /** Which keys of the context are looked at on the way to the verdict. */
  function reads(asking: Asking) {
    const read: string[] = [];
    const context: AccessRequest['context'] = {
      get one() {
        read.push('one');
        return 'yes';
      },
      get two() {
        read.push('two');
        return 'yes';
      },
    };
    const verdict = decide({ ...requestOf(asking), context }, compile(policiesOf(asking)));
    return [verdict, [...new Set(read)].join(' and ')];
  }

  test.each<[why: string, asking: Asking, verdict: string, read: string]>([
    [
      'a second allow is not asked',
      { identity: [allow('*', '*', one), allow('*', '*', two)] },
      'Allow',
      'one',
    ],
    [
      'a deny after an allow is asked',
      { identity: [allow('*', '*', one), deny('*', '*', two)] },
      'ExplicitDeny',
      'one and two',
    ],
    [
      'nothing after a deny is asked',
      { identity: [deny('*', '*', one), deny('*', '*', two)] },
      'ExplicitDeny',
      'one',
    ],
    [
      'an allow of the resource after the strongest is not asked',
      { trust: [trusts(alice, one), trusts(alice, two)] },
      'Allow',
      'one',
    ],
    [
      'an allow of the resource after a weaker one is asked',
      { by: user('alice'), trust: [trusts({ AWS: home }, one), trusts(alice, two)] },
      'Allow',
      'one and two',
    ],
    [
      'a deny of the resource after the strongest allow is asked',
      { trust: [trusts(alice, one), distrusts(alice, two)] },
      'ExplicitDeny',
      'one and two',
    ],
    [
      'no other gate is asked after the resource denies',
      { trust: [distrusts(alice, one)], identity: [allow('*', '*', two)] },
      'ExplicitDeny',
      'one',
    ],
  ])('%s', (_why, asking, ...expected) => expect(reads(asking)).toEqual(expected));
});
