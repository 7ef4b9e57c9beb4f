import { expect, test } from 'vitest';
import { apply, type AwsCall, buildWorld, type Command, type World } from '#world';
import { allow, policy, textOf, trusts } from '../testing/statements.ts';
import { assumeRole } from './lessons/assume-role.ts';
import { trusting, userArn } from './scenarios/acme.ts';
import { check } from './index.ts';

const goals = assumeRole.steps.find(({ id }) => id === 'let-bob-in')?.goals ?? [];
const start: World = assumeRole.steps
  .flatMap((step) => step.do)
  .reduce<World>((world, { command }) => apply(world, command).world, buildWorld(assumeRole.world));

const admin = (call: AwsCall): Command => ({
  type: 'call',
  by: 'admin',
  with: { type: 'own' },
  call,
});
const setTrust = (document: unknown): Command =>
  admin({
    action: 'iam:UpdateAssumeRolePolicy',
    roleName: 'DataRole',
    policyDocument: typeof document === 'string' ? document : textOf(document),
  });
const mayAssume = (userName: string): Command =>
  admin({
    action: 'iam:PutUserPolicy',
    userName,
    policyName: 'MayAssume',
    policyDocument: textOf(policy(allow('sts:AssumeRole'))),
  });
const account = { AWS: 'arn:aws:iam::111122223333:root' };
const named = (key: string, ...values: readonly string[]) => ({
  Condition: { StringEquals: { [key]: values } },
});

const missed = (commands: readonly Command[]): readonly string[] => {
  const world = commands.reduce<World>((at, command) => apply(at, command).world, start);
  return check(world, goals)
    .filter(({ met }) => !met)
    .map(({ goal }) => goal.id);
};

/** The lights follow what the policy does, not how it is written. */
type Row = readonly [answer: string, commands: readonly Command[], missed: readonly string[]];
test.each<Row>([
  ['nothing yet: Bob is out', [], ['bob-allowed']],
  ['Bob’s ARN beside Julie’s', [setTrust(trusting('bob', 'julie'))], []],
  [
    'two statements',
    [setTrust(policy(trusts({ AWS: userArn('bob') }), trusts({ AWS: userArn('julie') })))],
    [],
  ],
  [
    'the account, and permissions for those two',
    [setTrust(policy(trusts(account))), mayAssume('bob'), mayAssume('julie')],
    [],
  ],
  [
    'the account’s number, and permissions for those two',
    [setTrust(policy(trusts({ AWS: '111122223333' }))), mayAssume('bob'), mayAssume('julie')],
    [],
  ],
  [
    'everybody whose ARN is one of two',
    [
      setTrust(
        policy(trusts({ AWS: '*' }, named('aws:PrincipalArn', userArn('bob'), userArn('julie')))),
      ),
    ],
    [],
  ],
  [
    'Julie by name, Bob by the tag of his team',
    [
      setTrust(
        policy(
          trusts({ AWS: userArn('julie') }),
          trusts({ AWS: '*' }, named('aws:PrincipalTag/team', 'sales')),
        ),
      ),
    ],
    [],
  ],
  [
    'everybody, with a deny for Emy',
    [
      setTrust(
        policy(trusts({ AWS: '*' }), { ...trusts({ AWS: userArn('emy') }), Effect: 'Deny' }),
      ),
    ],
    [],
  ],
  ['Bob in Julie’s place: she loses the role', [setTrust(trusting('bob'))], ['julie-allowed']],
  ['all three: Emy gains it', [setTrust(trusting('bob', 'julie', 'emy'))], ['emy-refused']],
  ['everybody: Emy gains it', [setTrust(policy(trusts({ AWS: '*' })))], ['emy-refused']],
  [
    'the account alone: trust only delegates, and nobody has the permission',
    [setTrust(policy(trusts(account)))],
    ['bob-allowed', 'julie-allowed'],
  ],
  [
    'Bob’s own permission alone: the trust policy does not name him',
    [mayAssume('bob')],
    ['bob-allowed'],
  ],
  [
    'the tag of Julie’s team: Emy is in it too',
    [setTrust(policy(trusts({ AWS: '*' }, named('aws:PrincipalTag/team', 'sales', 'finance'))))],
    ['emy-refused'],
  ],
  ['a text that is not saved leaves all as it was', [setTrust('{')], ['bob-allowed']],
  [
    'a group is no principal, and is not saved',
    [setTrust(policy(trusts({ AWS: 'arn:aws:iam::111122223333:group/colleagues' })))],
    ['bob-allowed'],
  ],
])('%s', (_answer, commands, ids) => {
  expect(missed(commands)).toEqual(ids);
});

test('a goal says what AWS answered', () => {
  expect(check(start, goals).map(({ outcome }) => outcome?.ok)).toEqual([false, true, false]);
  expect(check(start, goals)[0]?.outcome).toMatchObject({
    error: { code: 'AccessDenied', message: expect.stringContaining(userArn('bob')) as string },
  });
});

test('trying the goals changes nothing', () => {
  const before = JSON.stringify(start);
  check(start, goals);
  expect(JSON.stringify(start)).toBe(before);
});
