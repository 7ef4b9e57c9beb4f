import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { q } from './quoting.ts';

/** Statements that AWS saves and that allow more than they seem to. */
export const adviceEntries: Entries<
  | 'anyone'
  | 'account-principal'
  | 'allows-everything'
  | 'pass-role-on-everything'
  | 'allows-all-but-some'
  | 'session-policy-limits-nothing'
  | 'pass-role-on-all-but-some'
  | 'service-linked-role-for-any'
  | 'gives-itself-rights'
  | 'rewrites-trust-and-assumes'
  | 'redundant-action'
  | 'redundant-resource'
  | 'redundant-statement'
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
  'session-policy-limits-nothing': {
    message: () => 'a session policy only narrows, and this one narrows nothing',
    fix: () => 'name what this session needs, or pass no session policy',
    help: 'A session gets what the policies of its role and the session policy both allow. A star here leaves just what the role has: it never adds anything. Name the few things that this session is for.',
    source: pages.policies,
  },
  'pass-role-on-all-but-some': {
    message: () => '`NotResource` lets every role be passed that it does not list, new ones too',
    fix: () => 'name the roles in `Resource`, and the service in `iam:PassedToService`',
    help: '`iam:PassRole` with `NotResource` covers each role that is not listed, and each one that will be made. One of them is bound to be powerful, and whoever has this policy can work with it through a service. List the roles that may be passed.',
    source: pages.passRole,
  },
  'service-linked-role-for-any': {
    message: () => 'this lets service-linked roles be made for every service',
    fix: () => 'name the service in a condition on `iam:AWSServiceName`',
    help: 'A service-linked role gives a service of AWS rights in your account, and neither boundaries nor service control policies limit it. Allow it for the services that you use: name them in a condition on `iam:AWSServiceName`, or the roles in `Resource`.',
    source: pages.serviceLinkedRoles,
  },
  'gives-itself-rights': {
    message: ({ action }) => `who may do ${q(action)} on everything can become an administrator`,
    fix: () => 'name the resources, or require a boundary by `iam:PermissionsBoundary`',
    help: 'Whoever may write policies for others may write one for themselves, and whoever may make keys or passwords for others may sign in as them. On every resource that is as good as all rights of the account. Name the users and roles that this is about, or allow it only where a permissions boundary is set.',
    source: pages.bestPractices,
  },
  'rewrites-trust-and-assumes': {
    message: () => 'with `sts:AssumeRole`, which this policy allows too, this opens every role',
    fix: () => 'name the roles whose trust may be changed',
    help: 'Whoever may rewrite the trust policy of a role can let themselves in, and then assume it. Together the two actions give the rights of the most powerful role that they reach. Keep them apart, or name the roles.',
    source: pages.trustPolicies,
  },
  'redundant-action': {
    message: ({ action, within }) =>
      action.toLowerCase() === within.toLowerCase()
        ? `${q(action)} stands in this list already`
        : `${q(action)} is covered by ${q(within)} already`,
    fix: () => 'remove it',
    help: 'Actions of one list are joined, so that one that a pattern covers adds nothing. It does no harm, but whoever removes it later believes to have taken a right away. Keep the pattern or the single names, not both.',
    source: pages.checks,
  },
  'redundant-resource': {
    message: ({ resource, within }) =>
      resource === within
        ? `${q(resource)} stands in this list already`
        : `${q(resource)} is covered by ${q(within)} already`,
    fix: () => 'remove it',
    help: 'Resources of one list are joined, so that one that a wider pattern covers adds nothing. Mostly the wide one was added later, and the narrow one shows what had been meant. Check which of them is needed.',
    source: pages.checks,
  },
  'redundant-statement': {
    message: ({ number }) => `statement ${number} says all that this one says`,
    fix: () => 'remove it',
    help: 'Two statements with the same effect, principals and conditions are joined, so that one whose actions and resources lie within the other changes nothing. Remove it, so that a later change of the other one does what it seems to do.',
    source: pages.checks,
  },
};
