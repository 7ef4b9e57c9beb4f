import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { meant, q } from './quoting.ts';

/** Whom a statement lets in that one may not think of. */
export const trustEntries: Entries<
  | 'deny-all-but-some-principals'
  | 'account-dashes'
  | 'federated-not-here'
  | 'no-external-id'
  | 'service-for-anyone'
  | 'service-trust-for-anyone'
  | 'redundant-principal'
  | 'action-for-other-principal'
  | 'provider-for-anyone'
  | 'github-any-repository'
  | 'github-pull-requests'
  | 'github-branch-prefix'
  | 'duration-key-in-trust'
  | 'key-needs-action'
> = {
  'deny-all-but-some-principals': {
    message: () => '`NotPrincipal` with `Deny` also hits everybody who has a permissions boundary',
    fix: () => 'deny `"*"` with `ArnNotEquals` on `aws:PrincipalArn` instead',
    help: 'This denies everyone who is not listed. A session counts as its account, its role and itself, so that all three must be listed to spare it; and a principal with a permissions boundary is denied even when it is listed. A condition on `aws:PrincipalArn` has neither trap.',
    source: pages.notPrincipal,
  },
  'account-dashes': {
    message: ({ principal }) => `AWS saves ${q(principal)}, and writes account ids without dashes`,
    fix: ({ principal }) => meant(principal.replaceAll('-', '')),
    help: 'The console shows account ids with dashes to make them easy to read. AWS takes them here and may store the account’s ARN instead, so that the text you get back is another one than you wrote. Everywhere else in policies the twelve digits stand without dashes.',
    source: pages.principal,
  },
  'federated-not-here': {
    message: () => 'only a trust policy can name an identity provider',
    fix: () => 'trust it in a role, and name that role here',
    help: 'Tokens of an identity provider are good for one thing: to become a role. Requests to a resource come from the session of that role and never from the provider itself, so that this principal never matches. Name the role here.',
    source: pages.principal,
  },
  'no-external-id': {
    message: ({ account }) =>
      `account ${q(account)} may assume this role on behalf of any of its customers`,
    fix: () => 'if it is a vendor, require the id that you agreed on in `sts:ExternalId`',
    help: 'A vendor that works for many customers assumes a role in each of their accounts. Another customer could give the vendor the name of your role, and it would act in your account for them: the confused deputy. A condition on `sts:ExternalId` with an id that the vendor keeps for you alone prevents it. Between your own accounts it is not needed.',
    source: pages.externalParties,
  },
  'service-for-anyone': {
    message: ({ service }) => `${q(service)} may do this on behalf of every customer of AWS`,
    fix: () => 'add a condition on `aws:SourceArn` or `aws:SourceAccount`',
    help: 'A service acts for all customers with the same name. Without a condition, somebody else can have it use your resource for them: the confused deputy. `aws:SourceArn` and `aws:SourceAccount` say for whose resource the service is acting.',
    source: pages.confusedDeputy,
  },
  'service-trust-for-anyone': {
    message: ({ service }) => `the statement does not say for whose resource ${q(service)} may act`,
    fix: () => 'if the service sends them, require `aws:SourceArn` or `aws:SourceAccount`',
    help: 'Many services tell IAM for which resource they assume a role. A condition on `aws:SourceArn` or `aws:SourceAccount` keeps them from doing it for a resource of somebody else. Look on the service’s own page whether it sends these keys: a service that does not would be locked out.',
    source: pages.confusedDeputy,
  },
  'redundant-principal': {
    message: ({ principal }) => `${q(principal)} is covered by another principal of this statement`,
    fix: () => 'remove it',
    help: 'Principals of one statement are joined. A star covers everyone, a role covers all of its sessions, and what is listed twice counts once. Removing the narrower one changes nothing.',
    source: pages.checks,
  },
  'action-for-other-principal': {
    message: ({ action }) => `none of these principals can use ${q(action)}`,
    fix: ({ fitting }) => meant(fitting),
    help: 'There are three ways to become a role, and each has its own sort of principal. Users, roles and services call `sts:AssumeRole`; whoever comes with a token of an OpenID provider calls `sts:AssumeRoleWithWebIdentity`; whoever comes with a SAML assertion calls `sts:AssumeRoleWithSAML`. Another pairing is saved and never matches.',
    source: pages.trustPolicies,
  },
  'provider-for-anyone': {
    message: ({ provider }) => `every token of ${q(provider)} opens this role`,
    fix: ({ provider }) =>
      `require ${q(`${provider}:aud`)} and ${q(`${provider}:sub`)} to be yours`,
    help: 'The provider vouches for everyone who has an account there, and for every application. Without a condition on what the token says, each of them gets in. `aud` says for which application a token was made, `sub` for whom.',
    source: pages.oidcRoles,
  },
  'github-any-repository': {
    message: ({ sub }) => `${q(sub)} trusts every repository that the pattern matches`,
    fix: () => 'name one repository: `repo:owner/name:ref:refs/heads/main`',
    help: 'Whoever can create a repository under that name, or push to any that is there, can run a workflow that assumes this role. Old, forgotten and experimental repositories count too. Name the one repository that deploys, and its branch.',
    source: pages.oidcRoles,
  },
  'github-pull-requests': {
    message: ({ sub }) => `${q(sub)} trusts pull requests and every branch, not just yours`,
    fix: () => 'name what may run: `repo:owner/name:ref:refs/heads/main`, or an environment',
    help: 'The last part of GitHub’s subject says what started the workflow: `ref:refs/heads/main` for a push to a branch, `pull_request` for a proposal, `environment:name` for a deployment. A star there trusts all of them, so that a change that nobody has reviewed may run with the rights of this role.',
    source: pages.oidcRoles,
  },
  'github-branch-prefix': {
    message: ({ sub }) => `${q(sub)} also trusts branches whose names only begin so`,
    fix: () => 'name the branch in full, by `StringEquals`',
    help: 'A star behind the name of a branch also matches longer names: `main*` trusts `main-evil`, which everybody may create who can push to the repository. The protection of `main` does not cover it. Write the name in full.',
    source: pages.oidcRoles,
  },
  'duration-key-in-trust': {
    message: () => 'no request to assume a role carries `sts:DurationSeconds`',
    fix: () => "limit sessions by the role's maximum session duration",
    help: 'The key looks as if it could cap how long a session lasts. It is sent with requests for bearer tokens only, so that an `Allow` with it never matches and a `Deny` never hits. The cap is the role’s setting `MaxSessionDuration`.',
    source: pages.iamAndStsKeys,
  },
  'key-needs-action': {
    message: ({ key, action }) =>
      `no request can carry ${q(key)}: the policy allows no ${q(action)}`,
    fix: ({ action }) => `add ${q(action)} to the actions`,
    help: 'To pass tags or a source identity when a role is assumed, the caller needs the permission for that too, `sts:TagSession` or `sts:SetSourceIdentity`, in the trust policy. Without it every request that carries the key is refused, and every request without it does not meet the condition.',
    source: pages.sessionTags,
  },
};
