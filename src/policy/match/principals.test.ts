import { expect, test } from 'vitest';
import { type PrincipalType } from '../syntax/document.ts';
import { type Principal } from './caller.ts';
import { compilePrincipal, namesOf } from './principals.ts';
import { type PrincipalMatch } from './trace.ts';

const at = { start: 0, end: 0 };
const account = '111111111111';
const user = {
  type: 'user',
  account,
  arn: `arn:aws:iam::${account}:user/dev/alice`,
  uniqueId: 'AIDAALICE',
} as const;
const session = {
  type: 'role-session',
  account,
  arn: `arn:aws:sts::${account}:assumed-role/R/s1`,
  roleArn: `arn:aws:iam::${account}:role/path/R`,
  uniqueId: 'AROAR',
  serviceLinked: false,
} as const;
const guest = {
  type: 'federated-user',
  account,
  arn: `arn:aws:sts::${account}:federated-user/bob`,
  userArn: user.arn,
  userUniqueId: user.uniqueId,
} as const;
const root = { type: 'root', account, arn: `arn:aws:iam::${account}:root` } as const;
const service = { type: 'service', service: 'ec2.amazonaws.com' } as const;
const token = { type: 'federated', provider: 'accounts.google.com' } as const;
const anonymous: Principal = { type: 'anonymous' };
const numbered = { ...user, uniqueId: `AIDA${account}` };
const chinese: Principal = { ...user, arn: `arn:aws-cn:iam::${account}:user/dev/alice` };

/** Makes sure on the way that the short answer is the long one's. */
function match(
  principal: Principal,
  entries: readonly (readonly [PrincipalType, string])[],
  negated = false,
  hasBoundary = false,
) {
  const element = { at, negated, entries: entries.map(([type, value]) => ({ at, type, value })) };
  const test = compilePrincipal(element, 'Deny');
  const asked = {
    turn: 1,
    principal,
    action: 's3:GetObject',
    actionInLowerCase: 's3:getobject',
    resource: '*',
    context: {},
    hasBoundary,
  };
  const { trace } = test.trace(asked);
  expect(test.matches(asked)).toBe(trace.matched);
  return { trace, match: test.match(principal) };
}

type Row = readonly [
  who: string,
  principal: Principal,
  type: PrincipalType,
  value: string,
  match: PrincipalMatch,
];
test.each<Row>([
  ['a user', user, 'AWS', user.arn, 'user'],
  ['a user by its id', user, 'AWS', 'AIDAALICE', 'user'],
  ['a user re-created', user, 'AWS', 'AIDABEFORE', 'none'],
  ['a user without its path', user, 'AWS', `arn:aws:iam::${account}:user/alice`, 'none'],
  ['a user in other case', user, 'AWS', user.arn.replace('alice', 'Alice'), 'none'],
  ['a user by a wildcard in the ARN', user, 'AWS', `arn:aws:iam::${account}:user/*`, 'none'],
  ['a user by its account', user, 'AWS', account, 'account'],
  ['a user by its account with dashes', user, 'AWS', '1111-1111-1111', 'account'],
  ['a user by the root ARN', user, 'AWS', root.arn, 'account'],
  ['a user by another account', user, 'AWS', '222222222222', 'none'],
  ['a user of another partition', chinese, 'AWS', root.arn, 'none'],
  ['a user by more than the root ARN', user, 'AWS', `${root.arn}/`, 'none'],
  ['a user by what ends as the root ARN', user, 'AWS', `x${root.arn}`, 'none'],
  ['a user by more than its account', user, 'AWS', `${account}1`, 'none'],
  ['a user whose id ends as an account', numbered, 'AWS', numbered.uniqueId, 'user'],
  ['a user by *', user, 'AWS', '*', 'wildcard'],
  ['a user by the bare string *', user, 'Anyone', '*', 'wildcard'],
  ['a user as a service', user, 'Service', 'ec2.amazonaws.com', 'none'],
  ['a session', session, 'AWS', session.arn, 'session'],
  ['a session by its role', session, 'AWS', session.roleArn, 'role'],
  ['a session by its role id', session, 'AWS', 'AROAR', 'role'],
  ['a session by another session', session, 'AWS', session.arn.replace('s1', 's2'), 'none'],
  ['a session by its account', session, 'AWS', account, 'account'],
  ['a guest by its session', guest, 'AWS', guest.arn, 'session'],
  ['a guest by its user', guest, 'AWS', user.arn, 'federating-user'],
  ['a guest by the id of its user', guest, 'AWS', 'AIDAALICE', 'federating-user'],
  ['a guest by another user', guest, 'AWS', user.arn.replace('alice', 'bob'), 'none'],
  ['the root user', root, 'AWS', root.arn, 'account'],
  ['the root user by a user', root, 'AWS', user.arn, 'none'],
  ['a service by a user', service, 'AWS', user.arn, 'none'],
  ['a token by a user', token, 'AWS', user.arn, 'none'],
  ['a stranger by a user', anonymous, 'AWS', user.arn, 'none'],
  ['a service as a provider', service, 'Federated', 'ec2.amazonaws.com', 'none'],
  ['a token as a service', token, 'Service', 'accounts.google.com', 'none'],
  ['a service', service, 'Service', 'ec2.amazonaws.com', 'service'],
  ['another service', service, 'Service', 'lambda.amazonaws.com', 'none'],
  ['a token', token, 'Federated', 'accounts.google.com', 'federated'],
  ['a token of another provider', token, 'Federated', 'www.amazon.com', 'none'],
  ['a stranger', anonymous, 'Anyone', '*', 'wildcard'],
  ['a stranger by an account', anonymous, 'AWS', account, 'none'],
  ['anybody by a canonical id', user, 'CanonicalUser', '79a59df900b949e5', 'none'],
])('%s', (_who, principal, type, value, expected) => {
  const found = match(principal, [[type, value]]);
  const matched = expected !== 'none';
  expect(found.match).toBe(expected);
  expect(found.trace).toMatchObject({ matched, entries: [{ at, expected: value, matched }] });
});

test('the entry that says most about the caller counts', () => {
  const all = [
    ['AWS', account],
    ['AWS', '*'],
    ['AWS', session.roleArn],
    ['AWS', session.arn],
  ] as const;
  expect(match(session, all).match).toBe('session');
  expect(match(session, all.slice(0, 1)).match).toBe('account');
  expect(match(session, [all[2], all[0]]).match).toBe('role');
  expect(match(session, [all[2], all[1]]).match).toBe('wildcard'); // is not capped, so it says more
});

test('every entry gives its own answer', () => {
  const { trace } = match(user, [
    ['AWS', account],
    ['AWS', 'AIDABEFORE'],
  ]);
  expect(trace.entries.map(({ matched }) => matched)).toEqual([true, false]);
});

test('NotPrincipal is for everyone whom it does not name', () => {
  expect(match(user, [['AWS', user.arn]], true).trace.matched).toBe(false);
  expect(match(user, [['AWS', session.roleArn]], true).trace.matched).toBe(true);
  expect(match(user, [['AWS', user.arn]], true, true).trace.matched).toBe(true);
});

test.each<[caller: Principal, names: readonly string[]]>([
  [user, [user.arn, user.uniqueId]],
  [session, [session.arn, session.roleArn, session.uniqueId]],
  [guest, [guest.arn, guest.userArn, guest.userUniqueId]],
  [service, [service.service]],
  [token, [token.provider]],
  [root, []],
  [anonymous, []],
])('every text that names $type $arn alone', (caller, names) => {
  const types = ['AWS', 'Service', 'Federated'] as const;
  const naming = (name: string) => types.map((type) => match(caller, [[type, name]]).match);
  expect(namesOf(caller)).toEqual(names);
  expect(names.filter((name) => naming(name).every((found) => found === 'none'))).toEqual([]);
});
