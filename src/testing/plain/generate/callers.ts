import { type Principal } from '#policy';
import { type Random } from './random.ts';

export const accounts = ['111111111111', '222222222222', '333333333333'] as const;

export type CallerType = Principal['type'];

/** The parts that unique ids end in: two of each name, since a name may be used again after a deletion. */
const incarnations = ['EXAMPLEONE', 'EXAMPLETWO'] as const;
const users = ['alice', 'eng/alice', 'bob'] as const;
const roles = ['R', 'dev/R', 'Admin'] as const;
const sessions = ['s1', 's2', 'alice'] as const;
export const services = ['ec2.amazonaws.com', 'lambda.amazonaws.com'] as const;

export const providersOf = (account: string): readonly string[] => [
  `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
  `arn:aws:iam::${account}:oidc-provider/login.example.com`,
  `arn:aws:iam::${account}:saml-provider/Corp`,
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
];

export function drawCaller(random: Random, type: CallerType, account: string): Principal {
  const incarnation = random.pick(incarnations);
  switch (type) {
    case 'root':
      return { type, account, arn: `arn:aws:iam::${account}:root` };
    case 'user': {
      const arn = `arn:aws:iam::${account}:user/${random.pick(users)}`;
      return { type, account, arn, uniqueId: `AIDA${incarnation}` };
    }
    case 'role-session':
      return drawSession(random, account, incarnation);
    case 'federated-user': {
      const userArn = `arn:aws:iam::${account}:user/${random.pick(users)}`;
      const arn = `arn:aws:sts::${account}:federated-user/${random.pick(sessions)}`;
      return { type, account, arn, userArn, userUniqueId: `AIDA${incarnation}` };
    }
    case 'service':
      return { type, service: random.pick(services) };
    case 'federated':
      return { type, provider: random.pick(providersOf(account)) };
    case 'anonymous':
      return { type };
  }
}

function drawSession(random: Random, account: string, incarnation: string): Principal {
  const role = random.pick(roles);
  const name = role.slice(role.lastIndexOf('/') + 1);
  return {
    type: 'role-session',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${name}/${random.pick(sessions)}`,
    roleArn: `arn:aws:iam::${account}:role/${role}`,
    uniqueId: `AROA${incarnation}`,
    serviceLinked: random.chance(0.06),
  };
}

/** The ways in which a policy can name a caller; those of its account among them. */
export function namesOf(caller: Principal): readonly string[] {
  const account = 'account' in caller ? accountNames(caller.account) : [];
  switch (caller.type) {
    case 'root':
      return account;
    case 'user':
      return [caller.arn, caller.uniqueId, ...account];
    case 'role-session':
      return [caller.arn, caller.roleArn, caller.uniqueId, ...account];
    case 'federated-user':
      return [caller.arn, caller.userArn, caller.userUniqueId, ...account];
    case 'service':
      return [caller.service];
    case 'federated':
      return [caller.provider];
    case 'anonymous':
      return [];
  }
}

const accountNames = (account: string): readonly string[] => [
  account,
  `${account.slice(0, 4)}-${account.slice(4, 8)}-${account.slice(8)}`,
  `arn:aws:iam::${account}:root`,
];
