import { type ConditionKeyType } from '../syntax/condition-keys.ts';
import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { meant, q } from './quoting.ts';

const typeWords: Readonly<Record<ConditionKeyType, string>> = {
  string: 'text',
  arn: 'an ARN',
  bool: '`true` or `false`',
  date: 'a date',
  'date or numeric': 'a date or seconds',
  numeric: 'a number',
  ip: 'an IP address',
};

const operatorsFor: Readonly<Record<ConditionKeyType, string>> = {
  string: '`StringEquals` or `StringLike`',
  arn: '`ArnEquals` or `ArnLike`',
  bool: '`Bool`',
  date: '`DateLessThan` or another `Date` operator',
  'date or numeric': 'a `Date` or `Numeric` operator',
  numeric: '`NumericLessThan` or another `Numeric` operator',
  ip: '`IpAddress` or `NotIpAddress`',
};

/** Comparisons that are met, or never met, where one would not expect it. */
export const comparisonEntries: Entries<
  | 'tag-key-missing'
  | 'unknown-global-key'
  | 'no-set-operator'
  | 'set-on-one-value'
  | 'operator-for-other-type'
  | 'source-arn-for-caller'
  | 'principal-arn-of-session'
  | 'text-pattern-for-arn'
  | 'star-asks-for-presence'
  | 'null-with-set'
  | 'mfa-presence'
  | 'mfa-deny-misses-keys'
  | 'mfa-allows-keys'
  | 'token-time-if-exists'
  | 'negation-allows'
  | 'source-ip-hits-services'
  | 'region-hits-global'
  | 'rcp-hits-services'
  | 'private-address'
  | 'address-with-host-part'
  | 'both-booleans'
  | 'redundant-value'
> = {
  'tag-key-missing': {
    message: ({ key }) => `${q(key)} does not say which tag`,
    fix: ({ key }) => `add the tag's key: ${q(`${key.replace(/\/$/, '')}/team`)}`,
    help: 'A principal, a request or a resource can have many tags, so that the name of the tag belongs to the condition key, behind a slash: `aws:PrincipalTag/team`. Without it the key is never there.',
    source: pages.globalKeys,
  },
  'unknown-global-key': {
    message: ({ key }) => `AWS has no condition key ${q(key)}`,
    fix: ({ near }) => meant(near),
    help: 'AWS saves any condition key and does not check whether there is one of that name. A key that no request carries counts as missing: most conditions on it are never met, and negated ones always. So a slip in an `Allow` locks everybody out, and one in a `Deny` lets them pass or stops all.',
    source: pages.globalKeys,
  },
  'no-set-operator': {
    message: ({ operator, key }) =>
      `${q(key)} can have several values, and ${q(operator)} compares one`,
    fix: ({ operator }) =>
      `${q(`ForAnyValue:${operator}`)} if one must match, ${q(`ForAllValues:${operator}`)} if all must`,
    help: 'A request can carry this key with several values at once. Without `ForAnyValue` or `ForAllValues` in front of the operator it cannot be told whether one of them must match or all, and the condition is never met. In an `Allow`, `ForAnyValue` is mostly what is meant.',
    source: pages.setOperators,
  },
  'set-on-one-value': {
    message: ({ key, operator }) =>
      `${q(key)} has one value at most, and ${q(operator.split(':')[0] ?? '')} is for several`,
    fix: ({ operator }) => meant(operator.split(':').slice(1).join(':')),
    help: '`ForAnyValue` and `ForAllValues` are made for keys with several values. On a key with one value the first adds nothing, and the second is also met when the key is missing altogether. Use the plain operator.',
    source: pages.setOperators,
  },
  'operator-for-other-type': {
    message: ({ operator, key, type }) =>
      `${q(key)} is ${typeWords[type]}, which ${q(operator)} does not compare`,
    fix: ({ type }) => `use ${operatorsFor[type]}`,
    help: 'Each condition key has a type, and the operators belong to types. A text operator does not know that an address lies in a range or that a date is earlier; another one cannot read the value at all. AWS saves the pair, and the condition is not met as you expect.',
    source: pages.operators,
  },
  'source-arn-for-caller': {
    message: ({ value }) => `\`aws:SourceArn\` is never the caller, and ${q(value)} is one`,
    fix: () => meant('aws:PrincipalArn'),
    help: '`aws:SourceArn` names the resource for which a service of AWS acts, a bucket or a topic. It is not there when a user or a role calls. The caller’s ARN is in `aws:PrincipalArn`.',
    source: pages.globalKeys,
  },
  'principal-arn-of-session': {
    message: ({ value }) =>
      `\`aws:PrincipalArn\` of a session is its role's ARN, and never ${q(value)}`,
    fix: () => 'write the role: `arn:aws:iam::111111111111:role/Name`',
    help: 'While somebody works in a session, `aws:PrincipalArn` holds the ARN of the role, with its path, and not that of the session. To tell sessions apart, compare `aws:userid` or `sts:RoleSessionName`.',
    source: pages.globalKeys,
  },
  'text-pattern-for-arn': {
    message: ({ operator, key }) =>
      `${q(operator)} lets a \`*\` in ${q(key)} run across the parts of the ARN`,
    fix: ({ better }) => meant(better),
    help: 'For `StringLike` an ARN is one long text: a star in the account or the region can swallow the colons too, and match the ARN of somebody else who chose the right name. `ArnLike` compares part by part.',
    source: pages.operators,
  },
  'star-asks-for-presence': {
    message: ({ key }) => `a lone \`*\` only asks whether ${q(key)} is there`,
    fix: ({ key }) => `say so: ${q(`"Null": { "${key}": "false" }`)}`,
    help: 'Every value matches the star, so that the line only requires that the request carries the key. If that is meant, `Null` with `"false"` says it more plainly. If not, a value is missing.',
    source: pages.checks,
  },
  'null-with-set': {
    message: ({ operator }) =>
      operator.startsWith('ForAllValues')
        ? `${q(operator)} is met by every request`
        : `${q(operator)} is met by no request`,
    fix: () => meant('Null'),
    help: '`Null` asks whether a key is there at all, and this does not go with `ForAllValues` or `ForAnyValue`, which look at its values. AWS saves the pair; the first is then always true and the second never. Use `Null` alone.',
    source: pages.checks,
  },
  'mfa-presence': {
    message: () => 'this asks for temporary credentials, not for MFA',
    fix: () => 'use `"Bool": { "aws:MultiFactorAuthPresent": "true" }`',
    help: 'The key `aws:MultiFactorAuthPresent` is there whenever somebody uses temporary credentials, with the value `true` or `false`. That it is there says nothing about whether a second factor was used. Compare its value with `Bool`.',
    source: pages.mfa,
  },
  'mfa-deny-misses-keys': {
    message: () => 'access keys of users do not carry this key, so that this does not stop them',
    fix: () => meant('BoolIfExists'),
    help: 'Requests with the long-term access keys of a user do not carry `aws:MultiFactorAuthPresent` at all. `Bool` with `"false"` is not met by a missing key, so that exactly the requests without MFA that matter most get through. `BoolIfExists` is met by both.',
    source: pages.mfa,
  },
  'mfa-allows-keys': {
    message: () => 'this also lets in access keys that never saw MFA',
    fix: () => meant('Bool'),
    help: 'Requests with the long-term access keys of a user do not carry `aws:MultiFactorAuthPresent`. `IfExists` is met by a missing key, so that an `Allow` with it asks nothing of them. Use `Bool`, which wants the key to be there.',
    source: pages.mfa,
  },
  'token-time-if-exists': {
    message: ({ operator }) => `${q(operator)} also hits access keys, which have no issue time`,
    fix: ({ operator }) => meant(operator.replace('IfExists', '')),
    help: 'Only temporary credentials carry `aws:TokenIssueTime`. To revoke sessions that were issued before a moment, AWS denies by `DateLessThan`, which spares the access keys of users; with `IfExists` those are denied too, now and for good.',
    source: pages.revoke,
  },
  'negation-allows': {
    message: ({ operator, key }) =>
      `${q(operator)} is also met by requests without ${q(key)}, and this allows`,
    fix: ({ key }) => `add ${q(`"Null": { "${key}": "false" }`)}, or name who is allowed`,
    help: 'A negated operator is met when the key has another value, and also when it is missing. In an `Allow` that opens the door to everybody whose request does not carry the key. Require the key with `Null` and `"false"`, or list what is allowed instead of what is not.',
    source: pages.operators,
  },
  'source-ip-hits-services': {
    message: () =>
      'this also stops services of AWS that act for you, and calls through a VPC endpoint',
    fix: () => 'add `"BoolIfExists": { "aws:ViaAWSService": "false" }`',
    help: 'When a service makes a call with your rights, `aws:SourceIp` is its address or is missing, and never one of yours. A `Deny` for all other addresses stops these calls too, and those through a VPC endpoint, which have no public address. Spare them with a condition on `aws:ViaAWSService`, and name endpoints by `aws:SourceVpce`.',
    source: pages.globalKeys,
  },
  'region-hits-global': {
    message: () => 'this also stops IAM and other services that answer in one region only',
    fix: () => 'name the services that it shall not hit in `NotAction`',
    help: 'IAM, Organizations, CloudFront and some others answer in `us-east-1`, wherever you work, and `aws:RequestedRegion` says so. A `Deny` for all other regions shuts you out of them. Write the `Deny` with `NotAction` and list these services there.',
    source: pages.globalKeys,
  },
  'rcp-hits-services': {
    message: () => 'this also stops services of AWS, which belong to no organization',
    fix: () => 'add `"BoolIfExists": { "aws:PrincipalIsAWSService": "false" }`',
    help: 'A service of AWS that writes logs to your bucket or reads a key for you has no organization, so that a limit to your own stops it too. Spare services with `aws:PrincipalIsAWSService`, and hold them to your organization by `aws:SourceOrgID`.',
    source: pages.rcpSyntax,
  },
  'private-address': {
    message: ({ value }) =>
      `${q(value)} is a private address, and \`aws:SourceIp\` is always a public one`,
    fix: () => 'use your public address, or `aws:VpcSourceIp` behind a VPC endpoint',
    help: 'AWS sees the address from which a request comes out of the internet. Addresses such as `10.…` or `192.168.…` exist inside of networks only, so that the condition is never met. For calls through a VPC endpoint, compare `aws:VpcSourceIp`.',
    source: pages.checks,
  },
  'address-with-host-part': {
    message: ({ value, better }) =>
      `${q(value)} is the range ${q(better)}: bits behind the prefix do not count`,
    fix: ({ better }) => meant(better),
    help: 'The number behind the slash says how many bits of the address count, and the others are ignored. If this one address was meant, write `/32`; if the range, write its first address, so that nobody misreads it.',
    source: pages.checks,
  },
  'both-booleans': {
    message: ({ key }) => `${q(key)} may be \`true\` or \`false\` here, and it is nothing else`,
    fix: () => 'keep one of the two',
    help: 'Values of one key are joined by or. With both values the condition is met whenever the key is there, so that it restricts next to nothing. Keep the one that you mean.',
    source: pages.checks,
  },
  'redundant-value': {
    message: ({ value, within }) =>
      value === within
        ? `${q(value)} stands in this list already`
        : `${q(value)} is covered by ${q(within)} already`,
    fix: () => 'remove it',
    help: 'Values of one key are joined, so that one that stands there twice, or that a wider pattern covers, adds nothing. Mostly another value was meant.',
    source: pages.checks,
  },
};
