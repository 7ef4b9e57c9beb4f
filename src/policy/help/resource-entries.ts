import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { meant, q } from './quoting.ts';

/** Resources that cannot be what was meant, and variables in them. */
export const resourceEntries: Entries<
  | 'action-needs-all-resources'
  | 'resource-service-case'
  | 'resource-region-form'
  | 'resource-account-form'
  | 'session-as-resource'
  | 'object-action-on-bucket'
  | 'bucket-action-on-objects'
  | 'variable-not-here'
  | 'variable-too-early'
  | 'variable-of-several'
  | 'username-of-role'
> = {
  'action-needs-all-resources': {
    message: ({ action }) => `${q(action)} cannot be limited to a resource: only \`*\` allows it`,
    fix: () => 'give it a statement of its own with `"Resource": "*"`',
    help: 'Some actions, mostly those that list things, are not about one resource. AWS checks them against `*`, so that a statement with an ARN allows them nothing. Put them into a statement of their own with a star.',
    source: pages.troubleshootPolicies,
  },
  'resource-service-case': {
    message: ({ service }) => `the service ${q(service)} is in the wrong case`,
    fix: ({ service }) => meant(service.toLowerCase()),
    help: 'The name of a service in an ARN is written in small letters, just as in front of its actions. AWS saves another case, and tools that compare ARNs letter by letter do not find the resource.',
    source: pages.arns,
  },
  'resource-region-form': {
    message: ({ region }) => `${q(region)} is not a region such as \`eu-west-1\``,
    help: 'The fourth part of an ARN is the region, with its number and without the letter of an availability zone: `eu-west-1`, not `eu-west` or `eu-west-1a`. Services that are the same everywhere leave it empty. AWS saves any text here, and the pattern never matches.',
    source: pages.arns,
  },
  'resource-account-form': {
    message: ({ account }) => `${q(account)} is not an account id: it has twelve digits`,
    help: 'The fifth part of an ARN is the id of the account that owns the resource, twelve digits without dashes. Leading zeros belong to it. AWS saves any text here, and the pattern never matches.',
    source: pages.arns,
  },
  'session-as-resource': {
    message: ({ resource }) =>
      `${q(resource)} names a session, and \`sts:AssumeRole\` is about a role`,
    fix: () => 'name the role: `arn:aws:iam::111111111111:role/Name`',
    help: 'To assume a role is to ask for a new session of it, so that the resource is the role, in IAM, with its path. The ARN of a session, in STS, is what you are afterwards. AWS saves it here, and it never matches.',
    source: pages.arns,
  },
  'object-action-on-bucket': {
    message: ({ action, resource }) =>
      `${q(action)} is about objects, and ${q(resource)} is a bucket`,
    fix: ({ resource }) => meant(`${resource}/*`),
    help: 'A bucket and the objects in it are different resources: `arn:aws:s3:::name` is the bucket, `arn:aws:s3:::name/*` are the objects. An action on objects never matches the ARN of a bucket, so that the statement does nothing for it.',
    source: pages.s3Actions,
  },
  'bucket-action-on-objects': {
    message: ({ action, resource }) =>
      `${q(action)} is about the bucket, and ${q(resource)} names objects in it`,
    fix: ({ resource }) => meant(resource.slice(0, resource.indexOf('/'))),
    help: 'To list what is in a bucket is an action on the bucket, not on its objects, so that it needs `arn:aws:s3:::name` without a slash. To show only a part of the bucket, add a condition on `s3:prefix`.',
    source: pages.s3Actions,
  },
  'variable-not-here': {
    message: ({ variable }) => `${q(variable)} is plain text here: this element takes no variables`,
    help: 'Policy variables work in resources and in the values of conditions. In actions and principals the dollar sign and brackets are ordinary characters, which no name has. To tie a principal to a value of the request, use a condition.',
    source: pages.variables,
  },
  'variable-too-early': {
    message: ({ variable }) => `${q(variable)} stands before the resource part of the ARN`,
    fix: () => 'use variables behind the fifth colon only, and `*` before it',
    help: 'In an ARN, variables are read behind the fifth colon only, in the part that names the resource. In the region or the account they are plain text and match nothing. Put a star there, and compare `aws:ResourceAccount` or `aws:RequestedRegion` in a condition.',
    source: pages.variables,
  },
  'variable-of-several': {
    message: ({ variable }) => `${q(variable)} can have several values, and stands for none`,
    fix: () => 'use a key with one value',
    help: 'A variable is replaced by the value of its key. A key that can carry several values has no single one to put in, so that AWS does not replace it. Compare such keys in a condition, with `ForAnyValue` or `ForAllValues`.',
    source: pages.variables,
  },
  'username-of-role': {
    message: ({ text }) => `the session of a role has no user name, and ${q(text)} is never there`,
    fix: () => 'use `aws:userid`, or a tag: `aws:PrincipalTag/name`',
    help: 'Only an IAM user has a user name. In the policy of a role, `aws:username` has no value: a resource with it matches nothing, and a condition on it is not met. Use `aws:userid`, which ends in the name of the session, or a tag of the role or its session.',
    source: pages.variables,
  },
};
