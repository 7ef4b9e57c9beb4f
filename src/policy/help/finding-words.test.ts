import { expect, test } from 'vitest';
import { readMarks } from '../syntax/marked-text.ts';
import { advise } from '../validate/advice/advise.ts';
import { type Diagnostic } from '../validate/diagnostic.ts';
import { type DiagnosticCode } from '../validate/facts.ts';
import { readPolicy } from '../validate/read-policy.ts';
import { sampleAdvice, sampleOptions, samples } from '../validate/findings.examples.ts';
import { entries, sayFinding } from './finding-words.ts';

type Row = readonly [code: DiagnosticCode, message: string, fix: string | undefined];

/** What is said of each sample. */
const rows: readonly Row[] = [
  [
    'empty-policy',
    'there is no policy here yet',
    'start with `{ "Version": "2012-10-17", "Statement": [] }`',
  ],
  ['json-too-deep', 'brackets are nested more than 64 deep here', undefined],
  ['json-comment', 'JSON has no comments', 'remove it; a `Sid` can say what a statement is for'],
  ['json-trailing-comma', 'a comma stands after the last member', 'remove the comma'],
  ['json-extra-comma', 'there is nothing in front of this comma', 'remove the comma'],
  ['json-missing-comma', 'a comma is missing between two members', 'put `,` in front of this'],
  [
    'json-missing-colon',
    'a colon is missing between a name and its value',
    'put `:` in front of this',
  ],
  [
    'json-colon-in-list',
    'a list holds values, not names with values',
    'use `{ }` instead of `[ ]`',
  ],
  ['json-missing-value', 'a value is missing here', undefined],
  ['json-missing-name', 'a name in double quotes is expected, not `{`', undefined],
  ['json-unclosed-text', 'this text is not closed on its line', 'add `"` where it ends'],
  ['json-unclosed-bracket', 'this `[` is not closed', 'add `]` where it ends'],
  [
    'json-wrong-bracket',
    'this closes a `[`, which needs the other kind of bracket',
    'put `]` in front of it or instead of it',
  ],
  ['json-unquoted', '`Deny` stands outside quotes', 'put double quotes around text'],
  ['json-wrong-quote', "`'Version'` is not in straight double quotes", 'use `"`'],
  ['json-bad-number', '`-` is not a number in JSON', 'put double quotes around it'],
  ['json-bad-escape', '`\\d` is not an escape in JSON', 'write `\\\\` for a backslash'],
  [
    'json-control-character',
    'a text holds the control character U+0009',
    'use an escape such as `\\t`',
  ],
  ['json-after-the-end', 'the policy has ended already, and `}` is left over', undefined],
  ['duplicate-key', '`Version` stands here a second time', 'join the two into one'],
  ['document-too-long', 'the text has 131073 characters; IAM takes 131072', undefined],
  [
    'character-not-allowed',
    'IAM takes only characters up to U+00FF, and this is U+0430 (a Cyrillic letter)',
    'type it again on a plain keyboard',
  ],
  [
    'policy-too-long',
    'a trust policy may have 2048 characters without white space, and this has 2182',
    'name an account instead of many principals, or ask AWS for a higher quota',
  ],
  ['not-an-object', 'a policy is one object in `{ }`, not an empty list', undefined],
  ['wrong-type', '`Action` must be text or a list of texts, not an empty object', undefined],
  ['unknown-element', '`Resources` is not an element of a statement', 'did you mean `Resource`?'],
  [
    'bad-version',
    '`2026-01-31` is not a version of the policy language',
    'use `2012-10-17`: it names the language, not the day you wrote the policy',
  ],
  [
    'old-version',
    'this kind of policy must be in the language of 2012-10-17',
    'write `"Version": "2012-10-17"`',
  ],
  [
    'version-missing',
    'without a `Version` the language of 2008 applies, where `${…}` is plain text',
    'add `"Version": "2012-10-17"`',
  ],
  ['version-2008', 'in the language of 2008 `${…}` is plain text', 'use `2012-10-17`'],
  [
    'id-not-used',
    'AWS documents no `Id` for this kind of policy; it is saved and does nothing',
    'remove it',
  ],
  ['no-statement', 'a policy needs at least one statement', 'add `"Statement": [ … ]`'],
  ['both-of-a-pair', 'a statement takes `Action` or `NotAction`, not both', undefined],
  [
    'sid-characters',
    'the Sid `my sid` may hold only letters A to Z, a to z and digits',
    'did you mean `mysid`?',
  ],
  [
    'sid-characters-unusual',
    'AWS documents only letters and digits for a Sid, and `my sid` holds more',
    'did you mean `mysid`?',
  ],
  [
    'sid-twice',
    'another statement has the Sid `A` already',
    'give each statement a Sid of its own, or none',
  ],
  ['no-effect', 'the statement does not say `Allow` or `Deny`', 'add `"Effect": "Allow"`'],
  ['unknown-effect', '`Alow` is not an effect: it is `Allow` or `Deny`', 'did you mean `Allow`?'],
  ['effect-case', 'the effect `DENY` is in the wrong case', 'did you mean `Deny`?'],
  [
    'rcp-only-denies',
    'a resource control policy that you write can only deny',
    'use `"Effect": "Deny"`',
  ],
  [
    'principal-forbidden',
    '`Principal` has no place here: whoever the policy is attached to is meant',
    'remove it; principals belong in trust policies and resource policies',
  ],
  [
    'not-principal-forbidden',
    'this kind of policy takes no `NotPrincipal`',
    'name who is meant in `Principal`, or deny with a condition on `aws:PrincipalArn`',
  ],
  [
    'not-principal-allow',
    '`NotPrincipal` with `Allow` would allow everyone else, anonymous callers too',
    'use it with `Deny` only',
  ],
  ['no-principal', 'the statement does not say who', 'add `"Principal": { "AWS": "…" }`'],
  ['empty-principal', 'this names nobody', 'name an account, a user, a role or a service'],
  [
    'principal-bare-star',
    'a trust policy does not take the bare `"*"` as its principal',
    'did you mean `{ "AWS": "*" }`? better: name the account, user or role',
  ],
  [
    'principal-not-an-object',
    '`Principal` must be an object such as `{ "AWS": "…" }`, not text',
    'say what it is: `{ "AWS": "alice" }`',
  ],
  [
    'rcp-principal',
    'a resource control policy is for everyone: its principal is `"*"`',
    'write `"Principal": "*"` and narrow it with conditions',
  ],
  [
    'unknown-principal-type',
    '`Services` is not a type of principal here',
    'did you mean `Service`?',
  ],
  [
    'principal-form',
    '`alice` is not an account id, nor the ARN of an account, user or role',
    'write for instance `arn:aws:iam::111111111111:role/Name`',
  ],
  [
    'principal-wildcard',
    "`arn:aws:iam::111111111111:user/*`: a principal's ARN takes no wildcard",
    'name the account, and narrow it with `ArnLike` on `aws:PrincipalArn`',
  ],
  [
    'principal-space',
    '` arn:aws:iam::111111111111:user/a` begins or ends with white space',
    'did you mean `arn:aws:iam::111111111111:user/a`?',
  ],
  [
    'principal-group',
    '`arn:aws:iam::111111111111:group/g`: a group cannot be a principal',
    'name its users, or the account',
  ],
  [
    'principal-unknown',
    '`arn:aws:iam::111111111111:user/nobody` does not exist',
    'create it first, and mind upper and lower case',
  ],
  ['service-form', '`ec2` is not a service such as `ec2.amazonaws.com`', undefined],
  ['service-unknown', 'AWS has no service `nosuch.amazonaws.com`', undefined],
  [
    'federated-form',
    "`x` is neither an identity provider's ARN nor a domain name",
    'write for instance `arn:aws:iam::111111111111:oidc-provider/idp.example.com`',
  ],
  [
    'federated-unknown',
    'AWS has no built-in identity provider `idp.example.com`',
    'name your provider by its ARN, `arn:aws:iam::…:oidc-provider/…`',
  ],
  [
    'cognito-needs-condition',
    "Cognito serves everyone's identity pools, and the statement does not say which is yours",
    "require `cognito-identity.amazonaws.com:aud` to be your identity pool's id",
  ],
  [
    'shared-provider-needs-condition',
    '`token.actions.githubusercontent.com` serves many customers, and the statement does not say which is you',
    'require `token.actions.githubusercontent.com:sub` or `token.actions.githubusercontent.com:job_workflow_ref` to be yours, and not `*`',
  ],
  ['no-action', 'the statement names no action', 'add `"Action": "…"`'],
  [
    'trust-action',
    '`sts:AssumeRoleWithSaml` is not one of the actions that a trust policy may name',
    'did you mean `sts:AssumeRoleWithSAML`?',
  ],
  [
    'not-action-forbidden',
    'this kind of policy takes no `NotAction`',
    'list the actions in `Action`',
  ],
  [
    'rcp-action',
    'a resource control policy must name a service: `*` alone is refused',
    'write for instance `s3:*`',
  ],
  [
    'action-without-vendor',
    'the action `GetObject` does not name its service',
    'write `service:Action`, for instance `s3:GetObject`',
  ],
  [
    'action-with-colons',
    'the action `s3::GetObject` has more than one colon',
    'write each action as a text of its own',
  ],
  [
    'action-vendor-wildcard',
    'the service in `*:Get*` takes no wildcard',
    'write one action for each service, or `*` alone for every action of every service',
  ],
  ['action-vendor', '` s3` is not a service', 'did you mean `s3`?'],
  ['action-never-matches', 'AWS saves `s3:GetObject `, but no action has such a name', undefined],
  ['unknown-action', 'there is no action `s3:GetObjekt`', 'did you mean `s3:GetObject`?'],
  ['no-resource', 'the statement names no resource', 'add `"Resource": "…"`'],
  [
    'resource-forbidden',
    'a trust policy takes no `Resource`: the role it belongs to is the resource',
    'remove it',
  ],
  [
    'resource-not-arn',
    'the resource `my-bucket` is neither an ARN nor `*`',
    'write `arn:aws:service:region:account:resource`',
  ],
  ['resource-partition', '`was` is not the partition of this account', 'write `arn:aws:…`'],
  [
    'resource-service',
    '`arn:aws:*:::b` must name one service, without a wildcard',
    'write one ARN for each service, or `*` alone',
  ],
  [
    'resource-too-short',
    '`arn:aws:s3::b` has fewer than the six parts of an ARN',
    'write `arn:aws:service:region:account:resource`; empty parts keep their colons',
  ],
  ['resource-region', 'ARNs of S3 buckets have no region', 'leave it empty: `::`'],
  ['resource-account', 'ARNs of S3 buckets have no account id', 'leave it empty: `:::`'],
  [
    'resource-iam-path',
    '`roles/x` is not a kind of IAM resource',
    'begin with `role/`, `user/`, `group/`, `policy/` or another kind, or write `*`',
  ],
  ['resource-arn-prefix', '`ran:aws:s3:::b` does not begin with `arn:`', 'begin it with `arn:`'],
  [
    'unknown-operator',
    '`ForAllValues:StringLikesIfExists` is not a condition operator',
    'did you mean `ForAllValues:StringLikeIfExists`?',
  ],
  [
    'bad-operand',
    '`DateLessThan` compares dates such as `2026-01-31T12:00:00Z`, and `soon` is none',
    undefined,
  ],
  [
    'operand-never-matches',
    '`Bool` compares `true` and `false`; `yes` is saved and never matches',
    undefined,
  ],
  [
    'no-values',
    '`a:b` is compared with an empty list of values, which restricts nothing',
    'name a value, or remove the key',
  ],
  [
    'key-in-two-cases',
    '`aws:UserId` stands here a second time: keys do not differ by case',
    'join the two into one',
  ],
  ['key-without-prefix', 'no request carries a key `SourceIp`', 'did you mean `aws:SourceIp`?'],
  [
    'broken-variable',
    '`${aws:username` is not a policy variable such as `${aws:username}`',
    undefined,
  ],
  [
    'variable-in-2008',
    '`${aws:username}` is plain text here, not a variable',
    'add `"Version": "2012-10-17"`',
  ],
  [
    'look-alike',
    'this holds U+200B (zero-width space), which can look like another character or like nothing',
    'type it again on a plain keyboard',
  ],
  [
    'anyone',
    'this lets in every principal of every AWS account',
    'name who is meant, or add a condition such as `aws:PrincipalOrgID`',
  ],
  [
    'account-principal',
    "this names the whole account, not its root user: the account's identity policies decide who may",
    'name a user or a role to decide it here',
  ],
  [
    'allows-everything',
    'this allows every action on every resource',
    'name the actions and resources that are needed',
  ],
  [
    'pass-role-on-everything',
    'who may pass every role to a service may act with the rights of every role',
    'name the roles in `Resource`, and the service in `iam:PassedToService`',
  ],
  [
    'allows-all-but-some',
    '`NotAction` with `Allow` allows all other actions, new ones and those of other services too',
    'name what is allowed in `Action`',
  ],
  [
    'literal-star',
    '`ForAnyValue:StringNotEquals` takes the `*` in `home/*` literally',
    'did you mean `ForAnyValue:StringNotLike`?',
  ],
  [
    'for-all-values-allows',
    '`ForAllValues` is also true when the request does not carry the key, and this allows',
    'add `"Null": { "aws:TagKeys": "false" }`, or use `ForAnyValue`',
  ],
  ['empty-sid', 'this Sid is empty', 'name the statement, or remove the Sid'],
  ['empty-condition', 'this is empty and restricts nothing', 'remove it'],
  [
    'session-policy-limits-nothing',
    'a session policy only narrows, and this one narrows nothing',
    'name what this session needs, or pass no session policy',
  ],
  [
    'pass-role-on-all-but-some',
    '`NotResource` lets every role be passed that it does not list, new ones too',
    'name the roles in `Resource`, and the service in `iam:PassedToService`',
  ],
  [
    'service-linked-role-for-any',
    'this lets service-linked roles be made for every service',
    'name the service in a condition on `iam:AWSServiceName`',
  ],
  [
    'gives-itself-rights',
    'who may do `iam:AttachUserPolicy` on everything can become an administrator',
    'name the resources, or require a boundary by `iam:PermissionsBoundary`',
  ],
  [
    'rewrites-trust-and-assumes',
    'with `sts:AssumeRole`, which this policy allows too, this opens every role',
    'name the roles whose trust may be changed',
  ],
  [
    'deny-all-but-some-principals',
    '`NotPrincipal` with `Deny` also hits everybody who has a permissions boundary',
    'deny `"*"` with `ArnNotEquals` on `aws:PrincipalArn` instead',
  ],
  [
    'account-dashes',
    'AWS saves `1111-1111-1111`, and writes account ids without dashes',
    'did you mean `111111111111`?',
  ],
  [
    'federated-not-here',
    'only a trust policy can name an identity provider',
    'trust it in a role, and name that role here',
  ],
  [
    'no-external-id',
    'account `222222222222` may assume this role on behalf of any of its customers',
    'if it is a vendor, require the id that you agreed on in `sts:ExternalId`',
  ],
  [
    'service-for-anyone',
    '`sns.amazonaws.com` may do this on behalf of every customer of AWS',
    'add a condition on `aws:SourceArn` or `aws:SourceAccount`',
  ],
  [
    'service-trust-for-anyone',
    'the statement does not say for whose resource `states.amazonaws.com` may act',
    'if the service sends them, require `aws:SourceArn` or `aws:SourceAccount`',
  ],
  [
    'redundant-principal',
    '`arn:aws:sts::111111111111:assumed-role/R/s` is covered by another principal of this statement',
    'remove it',
  ],
  [
    'action-for-other-principal',
    'none of these principals can use `sts:AssumeRole`',
    'did you mean `sts:AssumeRoleWithSAML`?',
  ],
  [
    'provider-for-anyone',
    'every token of `idp.example.com` opens this role',
    'require `idp.example.com:aud` and `idp.example.com:sub` to be yours',
  ],
  [
    'github-any-repository',
    '`repo:owner/*` trusts every repository that the pattern matches',
    'name one repository: `repo:owner/name:ref:refs/heads/main`',
  ],
  [
    'github-pull-requests',
    '`repo:owner/name:*` trusts pull requests and every branch, not just yours',
    'name what may run: `repo:owner/name:ref:refs/heads/main`, or an environment',
  ],
  [
    'github-branch-prefix',
    '`repo:owner/name:ref:refs/heads/main*` also trusts branches whose names only begin so',
    'name the branch in full, by `StringEquals`',
  ],
  [
    'action-needs-all-resources',
    '`s3:ListAllMyBuckets` cannot be limited to a resource: only `*` allows it',
    'give it a statement of its own with `"Resource": "*"`',
  ],
  ['resource-service-case', 'the service `S3` is in the wrong case', 'did you mean `s3`?'],
  ['resource-region-form', '`eu-west-1a` is not a region such as `eu-west-1`', undefined],
  ['resource-account-form', '`11111111111` is not an account id: it has twelve digits', undefined],
  [
    'session-as-resource',
    '`arn:aws:sts::111111111111:assumed-role/R/s` names a session, and `sts:AssumeRole` is about a role',
    'name the role: `arn:aws:iam::111111111111:role/Name`',
  ],
  [
    'object-action-on-bucket',
    '`s3:GetObject` is about objects, and `arn:aws:s3:::b` is a bucket',
    'did you mean `arn:aws:s3:::b/*`?',
  ],
  [
    'bucket-action-on-objects',
    '`s3:ListBucket` is about the bucket, and `arn:aws:s3:::b/*` names objects in it',
    'did you mean `arn:aws:s3:::b`?',
  ],
  [
    'tag-key-missing',
    '`aws:PrincipalTag` does not say which tag',
    "add the tag's key: `aws:PrincipalTag/team`",
  ],
  [
    'unknown-global-key',
    'AWS has no condition key `aws:PrincipalOrgIds`',
    'did you mean `aws:PrincipalOrgID`?',
  ],
  [
    'no-set-operator',
    '`aws:TagKeys` can have several values, and `StringEquals` compares one',
    '`ForAnyValue:StringEquals` if one must match, `ForAllValues:StringEquals` if all must',
  ],
  [
    'set-on-one-value',
    '`aws:PrincipalOrgID` has one value at most, and `ForAnyValue` is for several',
    'did you mean `StringEquals`?',
  ],
  [
    'operator-for-other-type',
    '`aws:SourceIp` is an IP address, which `StringEquals` does not compare',
    'use `IpAddress` or `NotIpAddress`',
  ],
  [
    'duration-key-in-trust',
    'no request to assume a role carries `sts:DurationSeconds`',
    "limit sessions by the role's maximum session duration",
  ],
  [
    'username-of-role',
    'the session of a role has no user name, and `${aws:username}` is never there',
    'use `aws:userid`, or a tag: `aws:PrincipalTag/name`',
  ],
  [
    'source-arn-for-caller',
    '`aws:SourceArn` is never the caller, and `arn:aws:iam::111111111111:role/R` is one',
    'did you mean `aws:PrincipalArn`?',
  ],
  [
    'principal-arn-of-session',
    "`aws:PrincipalArn` of a session is its role's ARN, and never `arn:aws:sts::111111111111:assumed-role/R/s`",
    'write the role: `arn:aws:iam::111111111111:role/Name`',
  ],
  [
    'key-needs-action',
    'no request can carry `aws:RequestTag/team`: the policy allows no `sts:TagSession`',
    'add `sts:TagSession` to the actions',
  ],
  [
    'text-pattern-for-arn',
    '`StringLike` lets a `*` in `aws:PrincipalArn` run across the parts of the ARN',
    'did you mean `ArnLike`?',
  ],
  [
    'star-asks-for-presence',
    'a lone `*` only asks whether `aws:PrincipalOrgID` is there',
    'say so: `"Null": { "aws:PrincipalOrgID": "false" }`',
  ],
  ['null-with-set', '`ForAllValues:Null` is met by every request', 'did you mean `Null`?'],
  [
    'mfa-presence',
    'this asks for temporary credentials, not for MFA',
    'use `"Bool": { "aws:MultiFactorAuthPresent": "true" }`',
  ],
  [
    'mfa-deny-misses-keys',
    'access keys of users do not carry this key, so that this does not stop them',
    'did you mean `BoolIfExists`?',
  ],
  ['mfa-allows-keys', 'this also lets in access keys that never saw MFA', 'did you mean `Bool`?'],
  [
    'token-time-if-exists',
    '`DateLessThanIfExists` also hits access keys, which have no issue time',
    'did you mean `DateLessThan`?',
  ],
  [
    'negation-allows',
    '`StringNotEquals` is also met by requests without `aws:PrincipalTag/team`, and this allows',
    'add `"Null": { "aws:PrincipalTag/team": "false" }`, or name who is allowed',
  ],
  [
    'source-ip-hits-services',
    'this also stops services of AWS that act for you, and calls through a VPC endpoint',
    'add `"BoolIfExists": { "aws:ViaAWSService": "false" }`',
  ],
  [
    'region-hits-global',
    'this also stops IAM and other services that answer in one region only',
    'name the services that it shall not hit in `NotAction`',
  ],
  [
    'rcp-hits-services',
    'this also stops services of AWS, which belong to no organization',
    'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }`',
  ],
  [
    'private-address',
    '`10.0.0.0/8` is a private address, and `aws:SourceIp` is always a public one',
    'use your public address, or `aws:VpcSourceIp` behind a VPC endpoint',
  ],
  [
    'address-with-host-part',
    '`203.0.113.7/24` is the range `203.0.113.0/24`: bits behind the prefix do not count',
    'did you mean `203.0.113.0/24`?',
  ],
  [
    'both-booleans',
    '`aws:SecureTransport` may be `true` or `false` here, and it is nothing else',
    'keep one of the two',
  ],
  ['redundant-value', '`o-1` is covered by `o-*` already', 'remove it'],
  ['redundant-action', '`s3:GetObject` is covered by `s3:Get*` already', 'remove it'],
  [
    'redundant-resource',
    '`arn:aws:s3:::b/x` is covered by `arn:aws:s3:::b/*` already',
    'remove it',
  ],
  ['redundant-statement', 'statement 1 says all that this one says', 'remove it'],
  [
    'variable-not-here',
    '`${aws:username}` is plain text here: this element takes no variables',
    undefined,
  ],
  [
    'variable-too-early',
    '`${aws:PrincipalAccount}` stands before the resource part of the ARN',
    'use variables behind the fifth colon only, and `*` before it',
  ],
  [
    'variable-of-several',
    '`${aws:TagKeys}` can have several values, and stands for none',
    'use a key with one value',
  ],
];

function findingIn([code, kind, , marked]: (typeof samples)[number]): Diagnostic | undefined {
  const { text, at } = readMarks(marked);
  const reading = readPolicy(text, kind, sampleOptions);
  return [...reading.diagnostics, ...advise(reading, sampleAdvice)].find(
    (found) => found.code === code && found.at.start === at.start,
  );
}

function saidOf(code: DiagnosticCode) {
  const sample = samples.find((each) => each[0] === code);
  const found = sample && findingIn(sample);
  if (found === undefined) throw new Error(`no sample of ${code}`);
  return sayFinding(found);
}

test.each(rows)('%s', (code, message, fix) => {
  expect(saidOf(code)).toMatchObject({ message, fix });
});

const codes = Object.keys(entries).toSorted();

test('every code has one sample and one row of words', () => {
  expect(samples.map(([code]) => code).toSorted()).toEqual(codes);
  expect(rows.map(([code]) => code).toSorted()).toEqual(codes);
});

/** Names that keep their capitals. */
const properNames = /^(?:AWS|ARNs|IAM|JSON|Cognito|GitHub|OpenID)\b/;

test.each(rows)('%s is worded as the house words things', (code, message, fix = '') => {
  expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(message.replace(properNames, '')).not.toMatch(/^[A-Z]/);
  expect(fix).not.toMatch(/^[A-Z]/);
  expect(`${message}${fix}`).not.toMatch(/\.$/);
});

const sentences = (text: string): number => text.match(/[.?!](?=\s|$)/g)?.length ?? 0;

test.each(Object.entries(entries))('%s teaches in two to five sentences', (_code, entry) => {
  expect(sentences(entry.help)).toBeGreaterThanOrEqual(2);
  expect(sentences(entry.help)).toBeLessThanOrEqual(5);
  expect(entry.help).toMatch(/^[A-Z`].*[.?!]$/s);
  expect(entry.help.split('`').length % 2).toBe(1);
  expect(new URL(entry.source).host).toBe('docs.aws.amazon.com');
});

test('the learner’s long text is cut', () => {
  const text = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"${'x'.repeat(500)}","Resource":"*"}}`;
  const [found] = readPolicy(text, 'identity').diagnostics;
  expect(found && sayFinding(found).message).toBe(
    `the action \`${'x'.repeat(79)}…\` does not name its service`,
  );
});
