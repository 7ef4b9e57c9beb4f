import { type JsonCause } from '../syntax/json-problem.ts';
import { type Span } from '../syntax/document.ts';
import { type Diagnostic, type Severity } from './diagnostic.ts';

/** Makes the findings of one code. */
export interface Saying<Facts extends readonly string[]> {
  (at: Span, ...facts: Facts): Diagnostic;
  readonly code: string;
  readonly severity: Severity;
}

/** One row of the catalogue; `message` and `fix` are given the same facts. */
function says<Facts extends readonly string[]>(
  code: string,
  severity: Severity,
  message: (...facts: Facts) => string,
  fix?: (...facts: Facts) => string | undefined,
): Saying<Facts> {
  const make = (at: Span, ...facts: Facts): Diagnostic => ({
    code,
    severity,
    at,
    message: message(...facts),
    fix: fix?.(...facts),
  });
  return Object.assign(make, { code, severity });
}

/** The learner's own text, cut where it is long. */
const q = (text: string): string => `\`${text.length > 80 ? `${text.slice(0, 79)}…` : text}\``;

const meant = (word: string): string | undefined =>
  word === '' ? undefined : `did you mean ${q(word)}?`;

/** `U+0430`. */
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The names of the ones that are met most, after a space. */
function named(character: string): string {
  const known = characterNames.find(([pattern]) => pattern.test(character));
  return known === undefined ? '' : ` (${known[1]})`;
}

const characterNames: readonly (readonly [RegExp, string])[] = [
  [/\u00A0/u, 'no-break space'],
  [/\u00AD/u, 'soft hyphen'],
  [/[\u200B\u2060\uFEFF]/u, 'zero-width space'],
  [/[\u200C\u200D]/u, 'zero-width joiner'],
  [/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u, 'writing direction mark'],
  [/[\u2018-\u201F]/u, 'curly quote'],
  [/[\u2010-\u2015]/u, 'dash'],
  [/\p{Script=Cyrillic}/u, 'a Cyrillic letter'],
  [/\p{Script=Greek}/u, 'a Greek letter'],
];

function notJson(
  code: string,
  message: (detail: string) => string,
  fix?: (detail: string) => string | undefined,
): Saying<[detail: string]> {
  return says(code, 'error', message, fix);
}

/** Text that is not JSON; each is given the cause's detail. */
export const jsonSays = {
  empty: notJson(
    'empty-policy',
    () => 'there is no policy here yet',
    () => 'start with `{ "Version": "2012-10-17", "Statement": [] }`',
  ),
  'too-deep': notJson(
    'json-too-deep',
    (limit) => `brackets are nested more than ${limit} deep here`,
  ),
  comment: notJson(
    'json-comment',
    () => 'JSON has no comments',
    () => 'remove it; a `Sid` can say what a statement is for',
  ),
  'trailing-comma': notJson(
    'json-trailing-comma',
    () => 'a comma stands after the last member',
    () => 'remove the comma',
  ),
  'extra-comma': notJson(
    'json-extra-comma',
    () => 'there is nothing in front of this comma',
    () => 'remove the comma',
  ),
  'missing-comma': notJson(
    'json-missing-comma',
    () => 'a comma is missing between two members',
    () => 'put `,` in front of this',
  ),
  'missing-colon': notJson(
    'json-missing-colon',
    () => 'a colon is missing between a name and its value',
    () => 'put `:` in front of this',
  ),
  'colon-in-list': notJson(
    'json-colon-in-list',
    () => 'a list holds values, not names with values',
    () => 'use `{ }` instead of `[ ]`',
  ),
  'missing-value': notJson('json-missing-value', () => 'a value is missing here'),
  'missing-name': notJson(
    'json-missing-name',
    (text) => `a name in double quotes is expected, not ${q(text)}`,
  ),
  'unclosed-text': notJson(
    'json-unclosed-text',
    () => 'this text is not closed on its line',
    () => 'add `"` where it ends',
  ),
  'unclosed-bracket': notJson(
    'json-unclosed-bracket',
    (pair) => `this ${q(pair.slice(0, 1))} is not closed`,
    (pair) => `add ${q(pair.slice(1))} where it ends`,
  ),
  'wrong-bracket': notJson(
    'json-wrong-bracket',
    (open) => `this closes a ${q(open)}, which needs the other kind of bracket`,
    (open) => `put ${q(open === '{' ? '}' : ']')} in front of it or instead of it`,
  ),
  unquoted: notJson(
    'json-unquoted',
    (word) => `${q(word)} stands outside quotes`,
    (word) =>
      /^(?:true|false|null)$/i.test(word)
        ? meant(word.toLowerCase())
        : 'put double quotes around text',
  ),
  'wrong-quote': notJson(
    'json-wrong-quote',
    (word) => `${q(word)} is not in straight double quotes`,
    () => 'use `"`',
  ),
  'bad-number': notJson(
    'json-bad-number',
    (text) => `${q(text)} is not a number in JSON`,
    () => 'put double quotes around it',
  ),
  'bad-escape': notJson(
    'json-bad-escape',
    (text) => `${q(text)} is not an escape in JSON`,
    () => 'write `\\\\` for a backslash',
  ),
  'control-character': notJson(
    'json-control-character',
    (text) => `a text holds the control character ${codePoint(text)}`,
    () => 'use an escape such as `\\t`',
  ),
  'after-the-end': notJson(
    'json-after-the-end',
    (text) => `the policy has ended already, and ${q(text)} is left over`,
  ),
  'repeated-name': notJson(
    'duplicate-key',
    (name) => `${q(name)} stands here a second time`,
    () => 'join the two into one',
  ),
} as const satisfies Record<JsonCause, Saying<[string]>>;

/** Everything else. */
export const say = {
  // the text as a whole
  tooLong: says(
    'document-too-long',
    'error',
    (length: string, limit: string) => `the text has ${length} characters; IAM takes ${limit}`,
  ),
  characterNotAllowed: says(
    'character-not-allowed',
    'error',
    (character: string) =>
      `IAM takes only characters up to U+00FF, and this is ${codePoint(character)}${named(character)}`,
    () => 'type it again on a plain keyboard',
  ),
  overQuota: says(
    'trust-policy-too-long',
    'error',
    (size: string, limit: string) =>
      `a trust policy may have ${limit} characters without white space, and this has ${size}`,
    () => 'name an account instead of many principals, or ask AWS for a higher quota',
  ),

  // shape
  notAnObject: says(
    'not-an-object',
    'error',
    (found: string) => `a policy is one object in \`{ }\`, not ${found}`,
  ),
  wrongType: says(
    'wrong-type',
    'error',
    (element: string, expected: string, found: string) =>
      `${q(element)} must be ${expected}, not ${found}`,
  ),
  unknownElement: says<[name: string, place: string, near: string]>(
    'unknown-element',
    'error',
    (name: string, place: string) => `${q(name)} is not an element of ${place}`,
    (_name: string, _place: string, near: string) => meant(near),
  ),
  badVersion: says(
    'bad-version',
    'error',
    (version: string) => `${q(version)} is not a version of the policy language`,
    () => 'use `2012-10-17`: it names the language, not the day you wrote the policy',
  ),
  oldVersion: says(
    'old-version',
    'error',
    () => 'this kind of policy must be in the language of 2012-10-17',
    () => 'write `"Version": "2012-10-17"`',
  ),
  versionMissing: says(
    'version-missing',
    'suggestion',
    () => 'without a `Version` the language of 2008 applies, where `${…}` is plain text',
    () => 'add `"Version": "2012-10-17"`',
  ),
  version2008: says(
    'version-2008',
    'suggestion',
    () => 'in the language of 2008 `${…}` is plain text',
    () => 'use `2012-10-17`',
  ),
  idInIdentityPolicy: says(
    'id-not-used',
    'warning',
    () => 'AWS documents no `Id` for this kind of policy; it is saved and does nothing',
  ),
  noStatement: says(
    'no-statement',
    'error',
    () => 'a policy needs at least one statement',
    () => 'add `"Statement": [ … ]`',
  ),
  bothOfPair: says(
    'both-of-a-pair',
    'error',
    (name: string, other: string) => `a statement takes ${q(name)} or ${q(other)}, not both`,
  ),

  // Sid and Effect
  sidCharacters: says(
    'sid-characters',
    'error',
    (sid: string) => `the Sid ${q(sid)} may hold only letters A to Z, a to z and digits`,
    (sid: string) => meant(sid.replace(/[^0-9A-Za-z]/g, '')),
  ),
  sidCharactersUnusual: says(
    'sid-characters-unusual',
    'warning',
    (sid: string) => `AWS documents only letters and digits for a Sid, and ${q(sid)} holds more`,
  ),
  sidTwice: says(
    'sid-twice',
    'error',
    (sid: string) => `another statement has the Sid ${q(sid)} already`,
  ),
  noEffect: says(
    'no-effect',
    'error',
    () => 'the statement does not say `Allow` or `Deny`',
    () => 'add `"Effect": "Allow"`',
  ),
  unknownEffect: says<[effect: string, near: string]>(
    'unknown-effect',
    'error',
    (effect: string) => `${q(effect)} is not an effect: it is \`Allow\` or \`Deny\``,
    (_effect: string, near: string) => meant(near),
  ),
  effectInWrongCase: says<[effect: string, near: string]>(
    'effect-case',
    'error',
    (effect: string) => `the effect ${q(effect)} is in the wrong case`,
    (_effect: string, near: string) => meant(near),
  ),
  rcpOnlyDenies: says(
    'rcp-only-denies',
    'error',
    () => 'a resource control policy that you write can only deny',
    () => 'use `"Effect": "Deny"`',
  ),

  // Principal
  principalForbidden: says(
    'principal-forbidden',
    'error',
    (name: string) => `${q(name)} has no place here: whoever the policy is attached to is meant`,
    () => 'remove it; principals belong in trust policies and resource policies',
  ),
  notPrincipalForbidden: says(
    'not-principal-forbidden',
    'error',
    () => 'this kind of policy takes no `NotPrincipal`',
    () => 'name who is meant in `Principal`, or deny with a condition on `aws:PrincipalArn`',
  ),
  notPrincipalNeedsDeny: says(
    'not-principal-allow',
    'error',
    () => '`NotPrincipal` with `Allow` would allow everyone else, anonymous callers too',
    () => 'use it with `Deny` only',
  ),
  noPrincipal: says(
    'no-principal',
    'error',
    () => 'the statement does not say who',
    () => 'add `"Principal": { "AWS": "…" }`',
  ),
  emptyPrincipal: says('empty-principal', 'error', () => 'this names nobody'),
  bareStar: says(
    'principal-bare-star',
    'error',
    () => 'a trust policy does not take the bare `"*"` as its principal',
    () => 'did you mean `{ "AWS": "*" }`? better: name the account, user or role',
  ),
  principalNotObject: says(
    'principal-not-an-object',
    'error',
    (found: string) => `\`Principal\` must be an object such as \`{ "AWS": "…" }\`, not ${found}`,
  ),
  rcpPrincipal: says(
    'rcp-principal',
    'error',
    () => 'a resource control policy is for everyone: its principal is `"*"`',
    () => 'narrow it with conditions',
  ),
  unknownPrincipalType: says<[type: string, near: string]>(
    'unknown-principal-type',
    'error',
    (type: string) => `${q(type)} is not a type of principal here`,
    (_type: string, near: string) => meant(near),
  ),
  principalForm: says(
    'principal-form',
    'error',
    (value: string) => `${q(value)} is not an account id, nor the ARN of an account, user or role`,
  ),
  principalWildcard: says(
    'principal-wildcard',
    'error',
    (value: string) => `${q(value)}: a principal's ARN takes no wildcard`,
    () => 'name the account, and narrow it with `ArnLike` on `aws:PrincipalArn`',
  ),
  principalSpace: says(
    'principal-space',
    'error',
    (value: string) => `${q(value)} begins or ends with white space`,
    (value: string) => meant(value.trim()),
  ),
  principalGroup: says(
    'principal-group',
    'error',
    (value: string) => `${q(value)}: a group cannot be a principal`,
    () => 'name its users, or the account',
  ),
  principalUnknown: says(
    'principal-unknown',
    'error',
    (value: string) => `${q(value)} does not exist`,
    () => 'create it first, and mind upper and lower case',
  ),
  serviceForm: says(
    'service-form',
    'error',
    (value: string) => `${q(value)} is not a service such as \`ec2.amazonaws.com\``,
  ),
  serviceUnknown: says(
    'service-unknown',
    'error',
    (value: string) => `AWS has no service ${q(value)}`,
  ),
  federatedForm: says(
    'federated-form',
    'error',
    (value: string) => `${q(value)} is neither an identity provider's ARN nor a domain name`,
  ),
  federatedUnknown: says(
    'federated-unknown',
    'warning',
    (value: string) => `AWS has no built-in identity provider ${q(value)}`,
    () => 'name your provider by its ARN, `arn:aws:iam::…:oidc-provider/…`',
  ),
  cognitoNeedsCondition: says(
    'cognito-needs-condition',
    'error',
    () => "Cognito serves everyone's identity pools, and the statement does not say which is yours",
    () => "require `cognito-identity.amazonaws.com:aud` to be your identity pool's id",
  ),
  sharedProviderNeedsCondition: says<[provider: string, keys: string]>(
    'shared-provider-needs-condition',
    'error',
    (provider: string) =>
      `${q(provider)} serves many customers, and the statement does not say which is you`,
    (_provider: string, keys: string) => `require ${keys} to be yours, and not \`*\``,
  ),

  // Action
  noAction: says(
    'no-action',
    'error',
    () => 'the statement names no action',
    () => 'add `"Action": "…"`',
  ),
  trustAction: says<[action: string, near: string]>(
    'trust-action',
    'error',
    (action: string) => `${q(action)} is not one of the actions that a trust policy may name`,
    (_action: string, near: string) => meant(near === '' ? 'sts:AssumeRole' : near),
  ),
  notActionForbidden: says(
    'not-action-forbidden',
    'error',
    () => 'this kind of policy takes no `NotAction`',
  ),
  rcpAction: says(
    'rcp-action',
    'error',
    () => 'a resource control policy must name a service: `*` alone is refused',
    () => 'write for instance `s3:*`',
  ),
  actionWithoutVendor: says(
    'action-without-vendor',
    'error',
    (action: string) => `the action ${q(action)} does not name its service`,
    () => 'write `service:Action`, for instance `s3:GetObject`',
  ),
  actionWithColons: says(
    'action-with-colons',
    'error',
    (action: string) => `the action ${q(action)} has more than one colon`,
  ),
  actionVendorWildcard: says(
    'action-vendor-wildcard',
    'error',
    (action: string) => `the service in ${q(action)} takes no wildcard`,
    () => 'write one action for each service, or `*` alone for every action of every service',
  ),
  actionVendor: says(
    'action-vendor',
    'error',
    (vendor: string) =>
      vendor === ''
        ? 'the service in front of the colon is missing'
        : `${q(vendor)} is not a service`,
    (vendor: string) => meant(vendor.replace(/[^A-Za-z0-9-]/g, '')),
  ),
  actionNeverMatches: says(
    'action-never-matches',
    'warning',
    (action: string) => `AWS saves ${q(action)}, but no action has such a name`,
  ),

  // Resource
  noResource: says(
    'no-resource',
    'error',
    () => 'the statement names no resource',
    () => 'add `"Resource": "…"`',
  ),
  resourceForbidden: says(
    'resource-forbidden',
    'error',
    (name: string) => `a trust policy takes no ${q(name)}: the role it belongs to is the resource`,
    () => 'remove it',
  ),
  resourceNotArn: says(
    'resource-not-arn',
    'error',
    (resource: string) => `the resource ${q(resource)} is neither an ARN nor \`*\``,
    () => 'write `arn:aws:service:region:account:resource`',
  ),
  resourcePartition: says(
    'resource-partition',
    'error',
    (partition: string) => `${q(partition)} is not the partition of this account`,
    () => 'write `arn:aws:…`',
  ),
  resourceService: says(
    'resource-service',
    'error',
    (resource: string) => `${q(resource)} must name one service, without a wildcard`,
  ),
  resourceTooShort: says(
    'resource-too-short',
    'error',
    (resource: string) => `${q(resource)} has fewer than the six parts of an ARN`,
    () => 'write `arn:aws:service:region:account:resource`; empty parts keep their colons',
  ),
  resourceRegion: says(
    'resource-region',
    'error',
    (service: string) => `ARNs of ${service} have no region`,
    () => 'leave it empty: `::`',
  ),
  resourceAccount: says(
    'resource-account',
    'error',
    (service: string) => `ARNs of ${service} have no account id`,
    () => 'leave it empty: `:::`',
  ),
  resourceIamPath: says(
    'resource-iam-path',
    'error',
    (path: string) => `${q(path)} is not a kind of IAM resource`,
    () => 'begin with `role/`, `user/`, `group/`, `policy/` or another kind, or write `*`',
  ),
  resourceNotArnPrefix: says(
    'resource-arn-prefix',
    'warning',
    (resource: string) => `${q(resource)} does not begin with \`arn:\``,
  ),

  // Condition
  unknownOperator: says<[operator: string, near: string]>(
    'unknown-operator',
    'error',
    (operator: string) => `${q(operator)} is not a condition operator`,
    (_operator: string, near: string) => meant(near),
  ),
  operand: says(
    'bad-operand',
    'error',
    (operator: string, value: string, expected: string) =>
      `${q(operator)} compares ${expected}, and ${q(value)} is none`,
  ),
  operandIgnored: says(
    'operand-never-matches',
    'warning',
    (operator: string, value: string, expected: string) =>
      `${q(operator)} compares ${expected}; ${q(value)} is saved and never matches`,
  ),
  noValues: says(
    'no-values',
    'warning',
    (key: string) => `${q(key)} is compared with an empty list of values`,
  ),
  keyInTwoCases: says(
    'key-in-two-cases',
    'warning',
    (key: string) => `${q(key)} stands here a second time: keys do not differ by case`,
    () => 'join the two into one',
  ),
  keyWithoutPrefix: says<[key: string, near: string]>(
    'key-without-prefix',
    'warning',
    (key: string) => `no request carries a key ${q(key)}`,
    (_key: string, near: string) => meant(near),
  ),
  brokenVariable: says(
    'broken-variable',
    'warning',
    (variable: string) => `${q(variable)} is not a policy variable such as \`\${aws:username}\``,
  ),
  variableIn2008: says(
    'variable-in-2008',
    'warning',
    (variable: string) => `${q(variable)} is plain text here, not a variable`,
    () => 'add `"Version": "2012-10-17"`',
  ),

  // what is legal and teaches
  lookAlike: says(
    'look-alike',
    'warning',
    (character: string) =>
      `this holds ${codePoint(character)}${named(character)}, which can look like another character or like nothing`,
    () => 'type it again on a plain keyboard',
  ),
  anyone: says(
    'anyone',
    'security-warning',
    () => 'this lets in every principal of every AWS account',
    () => 'name who is meant, or add a condition such as `aws:PrincipalOrgID`',
  ),
  accountPrincipal: says(
    'account-principal',
    'suggestion',
    () =>
      "this names the whole account, not its root user: the account's identity policies decide who may",
    () => 'name a user or a role to decide it here',
  ),
  allowsEverything: says(
    'allows-everything',
    'security-warning',
    () => 'this allows every action on every resource',
    () => 'name the actions and resources that are needed',
  ),
  passRoleOnEverything: says(
    'pass-role-on-everything',
    'security-warning',
    () => 'who may pass every role to a service may act with the rights of every role',
    () => 'name the roles in `Resource`, and the service in `iam:PassedToService`',
  ),
  allowsAllButSome: says(
    'allows-all-but-some',
    'security-warning',
    () =>
      '`NotAction` with `Allow` allows all other actions, new ones and those of other services too',
    () => 'name what is allowed in `Action`',
  ),
  literalStar: says(
    'literal-star',
    'warning',
    (operator: string, value: string) => `${q(operator)} takes the \`*\` in ${q(value)} literally`,
    (operator: string) =>
      meant(operator.replace('NotEquals', 'NotLike').replace('StringEquals', 'StringLike')),
  ),
  forAllValuesAllows: says(
    'for-all-values-allows',
    'security-warning',
    () => '`ForAllValues` is also true when the request does not carry the key, and this allows',
    () => 'add `"Null": { "<key>": "false" }`, or use `ForAnyValue`',
  ),
} as const;

/** Every code with its severity, for the reference. */
export const diagnosticCodes: readonly { readonly code: string; readonly severity: Severity }[] = [
  ...Object.values(jsonSays),
  ...Object.values(say),
].map(({ code, severity }) => ({ code, severity }));
