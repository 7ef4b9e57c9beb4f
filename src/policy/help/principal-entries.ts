import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { meant, q } from './quoting.ts';

/** Who: `Principal` and `NotPrincipal`. */
export const principalEntries: Entries<
  | 'principal-forbidden'
  | 'not-principal-forbidden'
  | 'not-principal-allow'
  | 'no-principal'
  | 'empty-principal'
  | 'principal-bare-star'
  | 'principal-not-an-object'
  | 'rcp-principal'
  | 'unknown-principal-type'
  | 'principal-form'
  | 'principal-wildcard'
  | 'principal-space'
  | 'principal-group'
  | 'principal-unknown'
  | 'service-form'
  | 'service-unknown'
  | 'federated-form'
  | 'federated-unknown'
  | 'cognito-needs-condition'
  | 'shared-provider-needs-condition'
> = {
  'principal-forbidden': {
    message: ({ element }) =>
      `${q(element)} has no place here: whoever the policy is attached to is meant`,
    fix: () => 'remove it; principals belong in trust policies and resource policies',
    help: 'A policy that is attached to a user, group or role speaks about whoever it is attached to. A policy that hangs on a resource, such as a bucket or a role, must say whom it means. If you want to say who may use a role, edit its trust policy.',
    source: pages.principal,
  },
  'not-principal-forbidden': {
    message: () => 'this kind of policy takes no `NotPrincipal`',
    fix: () => 'name who is meant in `Principal`, or deny with a condition on `aws:PrincipalArn`',
    help: 'AWS refuses `NotPrincipal` in trust policies and in the policies of Organizations. To except somebody, deny everyone, `"Principal": { "AWS": "*" }`, under a condition such as `ArnNotEquals` on `aws:PrincipalArn`.',
    source: pages.notPrincipal,
  },
  'not-principal-allow': {
    message: () => '`NotPrincipal` with `Allow` would allow everyone else, anonymous callers too',
    fix: () => 'use it with `Deny` only',
    help: 'With `Allow`, the element would give access to every principal in the world but the ones that it lists, and to callers who give no name at all. AWS does not take it. List who is allowed in `Principal`.',
    source: pages.notPrincipal,
  },
  'no-principal': {
    message: () => 'the statement does not say who',
    fix: () => 'add `"Principal": { "AWS": "…" }`',
    help: 'A policy that hangs on a resource, a role among them, must say in each statement whom it speaks about. That can be an account, a user, a role, a service or an identity provider.',
    source: pages.principal,
  },
  'empty-principal': {
    message: () => 'this names nobody',
    fix: () => 'name an account, a user, a role or a service',
    help: 'An empty `Principal` would make a statement that speaks about nobody. AWS refuses it rather than guess whether everybody was meant.',
    source: pages.principal,
  },
  'principal-bare-star': {
    message: () => 'a trust policy does not take the bare `"*"` as its principal',
    fix: () => 'did you mean `{ "AWS": "*" }`? better: name the account, user or role',
    help: 'Policies of other resources take `"Principal": "*"`; a trust policy takes only the object `{ "AWS": "*" }`, which means everyone in every AWS account. Who may become your role is worth a name: give the account, the user or the role.',
    source: pages.principal,
  },
  'principal-not-an-object': {
    message: () => '`Principal` must be an object such as `{ "AWS": "…" }`, not text',
    fix: ({ value }) => `say what it is: ${q(`{ "AWS": "${value}" }`)}`,
    help: 'AWS must know what sort of principal a text is. Accounts, users, roles and sessions stand under `AWS`, services such as `ec2.amazonaws.com` under `Service`, identity providers under `Federated`.',
    source: pages.principal,
  },
  'rcp-principal': {
    message: () => 'a resource control policy is for everyone: its principal is `"*"`',
    fix: () => 'write `"Principal": "*"` and narrow it with conditions',
    help: 'A resource control policy speaks about everyone who comes to your resources, so that it takes no principal but `"*"`. Whom it shall leave alone is said in conditions, for instance on `aws:PrincipalOrgID` or `aws:PrincipalIsAWSService`.',
    source: pages.rcpSyntax,
  },
  'unknown-principal-type': {
    message: ({ type }) => `${q(type)} is not a type of principal here`,
    fix: ({ near }) => meant(near),
    help: 'The types are `AWS` for accounts, users, roles and sessions, `Service` for services of AWS and `Federated` for identity providers, in this case exactly. Policies of S3 also know `CanonicalUser`.',
    source: pages.principal,
  },
  'principal-form': {
    message: ({ principal }) =>
      `${q(principal)} is not an account id, nor the ARN of an account, user or role`,
    fix: () => 'write for instance `arn:aws:iam::111111111111:role/Name`',
    help: 'Under `AWS` stand an account id of twelve digits or an ARN: `arn:aws:iam::111111111111:root` for an account, `…:user/Name`, `…:role/Name`, or `arn:aws:sts::111111111111:assumed-role/Name/Session` for one session of a role. A name alone could be anybody’s.',
    source: pages.principal,
  },
  'principal-wildcard': {
    message: ({ principal }) => `${q(principal)}: a principal's ARN takes no wildcard`,
    fix: () => 'name the account, and narrow it with `ArnLike` on `aws:PrincipalArn`',
    help: 'In `Principal` a star means everyone, or it is an error: no pattern can stand in an ARN there, nor for the sessions of a role. Name the role instead of its sessions. For many roles, name the account and compare `aws:PrincipalArn` with a pattern by `ArnLike`.',
    source: pages.principal,
  },
  'principal-space': {
    message: ({ principal }) => `${q(principal)} begins or ends with white space`,
    fix: ({ principal }) => meant(principal.trim()),
    help: 'The space belongs to the text, so that AWS looks for a principal with a space in its name and finds none. It is easily copied along with an ARN.',
    source: pages.principal,
  },
  'principal-group': {
    message: ({ principal }) => `${q(principal)}: a group cannot be a principal`,
    fix: () => 'name its users, or the account',
    help: 'A group is a way to attach permissions to many users at once, and nobody signs in as a group. A policy can trust users, roles and whole accounts. To let a group assume a role, trust the account and give the group a policy that allows `sts:AssumeRole` on the role.',
    source: pages.principal,
  },
  'principal-unknown': {
    message: ({ principal }) => `${q(principal)} does not exist`,
    fix: () => 'create it first, and mind upper and lower case',
    help: 'When the policy is saved AWS looks up each user and role and keeps its unique id instead of its name. A name that does not exist, is in another case or lacks its path is refused. So is the id that is left in a policy after its owner was deleted: put the new name there or remove it.',
    source: pages.principal,
  },
  'service-form': {
    message: ({ service }) => `${q(service)} is not a service such as \`ec2.amazonaws.com\``,
    help: 'A service of AWS is named by its service principal, mostly its short name followed by `.amazonaws.com`, in small letters and without wildcards. The name is given on the documentation page of each service.',
    source: pages.principal,
  },
  'service-unknown': {
    message: ({ service }) => `AWS has no service ${q(service)}`,
    help: 'AWS knows its services by name and refuses a policy that trusts one that does not exist. The principal is not always the name that the console shows: Step Functions is `states.amazonaws.com`.',
    source: pages.principal,
  },
  'federated-form': {
    message: ({ provider }) =>
      `${q(provider)} is neither an identity provider's ARN nor a domain name`,
    fix: () => 'write for instance `arn:aws:iam::111111111111:oidc-provider/idp.example.com`',
    help: 'Under `Federated` stands the ARN of an identity provider that was set up in your account, or one of the four providers that AWS knows by itself, such as `cognito-identity.amazonaws.com`. A name of your own does not say where its tokens come from.',
    source: pages.principal,
  },
  'federated-unknown': {
    message: ({ provider }) => `AWS has no built-in identity provider ${q(provider)}`,
    fix: () => 'name your provider by its ARN, `arn:aws:iam::…:oidc-provider/…`',
    help: 'Four providers need no set-up: Cognito, Google, Facebook and Login with Amazon. Any other is set up in your account first, and the trust policy names it by the ARN that it gets there. A bare domain name is saved and lets nobody in.',
    source: pages.principal,
  },
  'cognito-needs-condition': {
    message: () =>
      "Cognito serves everyone's identity pools, and the statement does not say which is yours",
    fix: () => "require `cognito-identity.amazonaws.com:aud` to be your identity pool's id",
    help: 'The same provider vouches for the identity pools of all customers. Without a condition on `cognito-identity.amazonaws.com:aud` anybody could make a pool of their own and assume your role with it, so that AWS refuses such a policy.',
    source: pages.oidcRoles,
  },
  'shared-provider-needs-condition': {
    message: ({ provider }) =>
      `${q(provider)} serves many customers, and the statement does not say which is you`,
    fix: ({ keys }) => `require ${keys.map(q).join(' or ')} to be yours, and not \`*\``,
    help: 'A provider such as GitHub signs tokens for everyone who has an account there. If the trust policy does not look at the claim that says whose token it is, anyone’s token opens the role. AWS refuses policies that leave this open.',
    source: pages.oidcControls,
  },
};
