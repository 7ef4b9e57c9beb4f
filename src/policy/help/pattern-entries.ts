import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { meant, q } from './quoting.ts';

/** What and on what: `Action`, `Resource` and their negations. */
export const patternEntries: Entries<
  | 'no-action'
  | 'trust-action'
  | 'not-action-forbidden'
  | 'rcp-action'
  | 'action-without-vendor'
  | 'action-with-colons'
  | 'action-vendor-wildcard'
  | 'action-vendor'
  | 'action-never-matches'
  | 'unknown-action'
  | 'no-resource'
  | 'resource-forbidden'
  | 'resource-not-arn'
  | 'resource-partition'
  | 'resource-service'
  | 'resource-too-short'
  | 'resource-region'
  | 'resource-account'
  | 'resource-iam-path'
  | 'resource-arn-prefix'
> = {
  'no-action': {
    message: () => 'the statement names no action',
    fix: () => 'add `"Action": "…"`',
    help: 'A statement must list the actions that it allows or denies, in `Action` or, all but some, in `NotAction`. An empty list counts as none. `"*"` means every action of every service.',
    source: pages.action,
  },
  'trust-action': {
    message: ({ action }) => `${q(action)} is not one of the actions that a trust policy may name`,
    fix: ({ near }) => meant(near === '' ? 'sts:AssumeRole' : near),
    help: 'A trust policy says only who may become the role. So it takes the STS actions that do that, `sts:AssumeRole`, `sts:AssumeRoleWithSAML` and `sts:AssumeRoleWithWebIdentity`, and the three that go with them, `sts:TagSession`, `sts:SetSourceIdentity` and `sts:SetContext`, written exactly so and without wildcards. What the role may do is said in the policies attached to it.',
    source: pages.trustPolicies,
  },
  'not-action-forbidden': {
    message: () => 'this kind of policy takes no `NotAction`',
    fix: () => 'list the actions in `Action`',
    help: 'A resource control policy works for a few services only, and must name the actions that it denies. A `NotAction` would reach into services that it does not cover, so that AWS refuses it.',
    source: pages.rcpSyntax,
  },
  'rcp-action': {
    message: () => 'a resource control policy must name a service: `*` alone is refused',
    fix: () => 'write for instance `s3:*`',
    help: 'Resource control policies work for a few services only. A lone star would promise more than that, so that the policies you write must name the service: `s3:*`, `sts:*`. Only AWS’s own `RCPFullAWSAccess` has the star.',
    source: pages.rcpSyntax,
  },
  'action-without-vendor': {
    message: ({ action }) => `the action ${q(action)} does not name its service`,
    fix: () => 'write `service:Action`, for instance `s3:GetObject`',
    help: 'Every action belongs to a service, and several services have actions of the same name. So an action is written with the prefix of its service and a colon in front, such as `s3:GetObject`. Only `*` stands without one.',
    source: pages.action,
  },
  'action-with-colons': {
    message: ({ action }) => `the action ${q(action)} has more than one colon`,
    fix: () => 'write each action as a text of its own',
    help: 'An action is a service prefix, one colon and a name. More colons mostly mean that two actions were written into one text, or that an ARN stands where an action should: `["s3:GetObject", "s3:PutObject"]`.',
    source: pages.action,
  },
  'action-vendor-wildcard': {
    message: ({ action }) => `the service in ${q(action)} takes no wildcard`,
    fix: () => 'write one action for each service, or `*` alone for every action of every service',
    help: 'Stars and question marks work in the name of an action, `s3:Get*`, but not in the prefix of its service. Otherwise a policy would reach into services that do not exist yet.',
    source: pages.action,
  },
  'action-vendor': {
    message: ({ vendor }) =>
      vendor === ''
        ? 'the service in front of the colon is missing'
        : `${q(vendor)} is not a service`,
    fix: ({ vendor }) => meant(vendor.replace(/[^A-Za-z0-9-]/g, '')),
    help: 'The prefix of a service holds letters, digits and hyphens. A space before the colon, a dot or an underscore makes AWS refuse the policy. The prefix of each service stands in the service authorization reference.',
    source: pages.serviceAuthorization,
  },
  'action-never-matches': {
    message: ({ action }) => `AWS saves ${q(action)}, but no action has such a name`,
    help: 'AWS does not check the name of an action when it saves a policy. Names hold letters and digits, and `*` or `?` in a pattern; one with a space, a comma or nothing after its colon never matches anything, so that the statement silently does less than it says.',
    source: pages.action,
  },
  'unknown-action': {
    message: ({ action }) =>
      /[*?]/.test(action) ? `no action matches ${q(action)}` : `there is no action ${q(action)}`,
    fix: ({ near }) => meant(near),
    help: 'AWS saves any name of an action and never checks whether a service has it. A misspelt action in an `Allow` grants nothing; in a `Deny` it leaves open what should be closed. The service authorization reference lists the actions of each service.',
    source: pages.serviceAuthorization,
  },
  'no-resource': {
    message: () => 'the statement names no resource',
    fix: () => 'add `"Resource": "…"`',
    help: 'A statement must say what the actions may be done to, in `Resource` or, all but some, in `NotResource`. An empty list counts as none. Many actions that list or create things need `"*"`.',
    source: pages.resource,
  },
  'resource-forbidden': {
    message: ({ element }) =>
      `a trust policy takes no ${q(element)}: the role it belongs to is the resource`,
    fix: () => 'remove it',
    help: 'A trust policy hangs on one role and speaks about nothing else, so that AWS refuses a resource in it. It is often pasted from a policy that lets a user assume the role: there the role’s ARN is the `Resource`.',
    source: pages.trustPolicies,
  },
  'resource-not-arn': {
    message: ({ resource }) => `the resource ${q(resource)} is neither an ARN nor \`*\``,
    fix: () => 'write `arn:aws:service:region:account:resource`',
    help: 'A resource is named by its ARN, which says in six parts what it is and whose: `arn:aws:s3:::my-bucket`. A name alone could be a bucket, a table or a queue in any account. `*` means every resource.',
    source: pages.arns,
  },
  'resource-partition': {
    message: ({ partition }) => `${q(partition)} is not the partition of this account`,
    fix: () => 'write `arn:aws:…`',
    help: 'The second part of an ARN is the partition: `aws` for most of the world, `aws-cn` for China, `aws-us-gov` for GovCloud. They are separate, so that a policy can only name resources of the partition that its account is in. Mostly a part of the ARN was left out here, and the others moved.',
    source: pages.arns,
  },
  'resource-service': {
    message: ({ resource }) => `${q(resource)} must name one service, without a wildcard`,
    fix: () => 'write one ARN for each service, or `*` alone',
    help: 'The third part of an ARN names the service, in full. Stars work in the region, the account and the resource, but one ARN cannot mean resources of several services.',
    source: pages.resource,
  },
  'resource-too-short': {
    message: ({ resource }) => `${q(resource)} has fewer than the six parts of an ARN`,
    fix: () => 'write `arn:aws:service:region:account:resource`; empty parts keep their colons',
    help: 'An ARN has six parts with five colons between them. Parts that a service does not use stay empty but keep their colons, which is why a bucket is `arn:aws:s3:::name` with three of them.',
    source: pages.arns,
  },
  'resource-region': {
    message: ({ service }) => `ARNs of ${service} have no region`,
    fix: () => 'leave it empty: `::`',
    help: 'Some names are unique in all of AWS, whatever the region: buckets, hosted zones, users and roles. Their ARNs leave the region empty, and AWS refuses one there. To limit a region, use a condition on `aws:RequestedRegion`.',
    source: pages.arns,
  },
  'resource-account': {
    message: ({ service }) => `ARNs of ${service} have no account id`,
    fix: () => 'leave it empty: `:::`',
    help: 'The name of a bucket is unique in all of AWS, so that its ARN does not say whose it is, and AWS refuses an account id there. To limit the owner, use a condition on `aws:ResourceAccount`.',
    source: pages.arns,
  },
  'resource-iam-path': {
    message: ({ path }) => `${q(path)} is not a kind of IAM resource`,
    fix: () => 'begin with `role/`, `user/`, `group/`, `policy/` or another kind, or write `*`',
    help: 'The last part of an IAM ARN begins with the kind in full: `role/`, `user/`, `group/`, `policy/` and some others. A wildcard may follow the slash, not cut the kind short: `role/*` is fine, `r*` is refused.',
    source: pages.identifiers,
  },
  'resource-arn-prefix': {
    message: ({ resource }) => `${q(resource)} does not begin with \`arn:\``,
    fix: () => 'begin it with `arn:`',
    help: 'IAM does not look at the first part of an ARN when it saves a policy, but no resource has another one than `arn`. The pattern never matches anything.',
    source: pages.arns,
  },
};
