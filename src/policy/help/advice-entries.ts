import { type Entries } from './entry.ts';
import { pages } from './pages.ts';

/** Statements that AWS saves and that allow more than they seem to. */
export const adviceEntries: Entries<
  | 'anyone'
  | 'account-principal'
  | 'allows-everything'
  | 'pass-role-on-everything'
  | 'allows-all-but-some'
> = {
  anyone: {
    message: () => 'this lets in every principal of every AWS account',
    fix: () => 'name who is meant, or add a condition such as `aws:PrincipalOrgID`',
    help: 'A star as principal means everyone, in accounts that you have never heard of too. On a role it means that anybody with an AWS account can become it; on a bucket, that anybody on the internet gets in. Name accounts, users or roles, or tie the statement to your organization by a condition.',
    source: pages.principal,
  },
  'account-principal': {
    message: () =>
      "this names the whole account, not its root user: the account's identity policies decide who may",
    fix: () => 'name a user or a role to decide it here',
    help: 'The ARN that ends in `:root`, and the account id alone, stand for the whole account. The statement hands the decision to that account: each of its users and roles that has a policy for it may do this, and the account’s administrators give such policies. The root user itself cannot assume a role.',
    source: pages.principal,
  },
  'allows-everything': {
    message: () => 'this allows every action on every resource',
    fix: () => 'name the actions and resources that are needed',
    help: 'Whoever has this policy is an administrator: they can delete everything, read everything and give the same to others. Begin with the actions that a task needs and add others when they are missed.',
    source: pages.bestPractices,
  },
  'pass-role-on-everything': {
    message: () => 'who may pass every role to a service may act with the rights of every role',
    fix: () => 'name the roles in `Resource`, and the service in `iam:PassedToService`',
    help: '`iam:PassRole` lets somebody hand a role to a service, for instance to a virtual machine that they start. With `*` they can hand over the most powerful role of the account and work through the machine. Name the roles, and limit the service with a condition on `iam:PassedToService`.',
    source: pages.passRole,
  },
  'allows-all-but-some': {
    message: () =>
      '`NotAction` with `Allow` allows all other actions, new ones and those of other services too',
    fix: () => 'name what is allowed in `Action`',
    help: '`NotAction` stands for everything that it does not list: thousands of actions in hundreds of services, and each one that AWS adds next year. With `Allow` that is nearly always more than was meant. It is at home in a `Deny`.',
    source: pages.notAction,
  },
};
