import { a, accountA, alice, allow, distrusts, policy, roleT, session, trusts } from './cast.ts';
import { row, type Question } from './question.ts';

const T = roleT(a);
const asks: Question = {
  caller: alice,
  action: 'sts:AssumeRole',
  resource: T,
  owner: a,
  identity: [policy(allow('sts:*', T))],
};
const when = (condition: unknown, action: unknown = 'sts:AssumeRole') =>
  policy(trusts({ AWS: accountA }, condition, action));
const unless = (condition: unknown) =>
  policy(trusts({ AWS: accountA }), distrusts({ AWS: accountA }, condition));

const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const used = { 'aws:multifactorauthpresent': 'true' };
const unused = { 'aws:multifactorauthpresent': 'false' };
const ownName = { StringLike: { 'sts:RoleSessionName': '${aws:username}' } };
const tagging = ['sts:AssumeRole', 'sts:TagSession'];
const naming = ['sts:AssumeRole', 'sts:SetSourceIdentity'];
const asAlice = when({ StringEquals: { 'sts:SourceIdentity': 'alice' } }, naming);
const onlyDept = when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['dept'] } }, tagging);
const team = (operator: string) => when({ [operator]: { 'aws:PrincipalTag/team': ['a', 'b'] } });
const teamB = { 'aws:principaltag/team': 'b' };
const devSession = {
  ...session,
  roleArn: `arn:aws:iam::${a}:role/dev/x`,
  arn: `arn:aws:sts::${a}:assumed-role/x/s1`,
};
const range = (value: string) => when({ IpAddress: { 'aws:SourceIp': value } });

/** Conditions in trust policies: table F. */
export const trustConditions = [
  row(
    'F1',
    'MFA is asked for; an access key says nothing of it',
    'no-allow at resource',
    'conditionKeys',
    { ...asks, trust: when(mfa) },
  ),
  row('F2', 'a token code came with the call', 'allowed at identity', 'mfa', {
    ...asks,
    trust: when(mfa),
    context: used,
  }),
  row('F3', 'a session token got with MFA', 'allowed at identity', 'mfa', {
    ...asks,
    trust: when(mfa),
    context: { ...used, 'aws:tokenissuetime': '2026-03-01T10:00:00Z' },
  }),
  row('F4', 'a session token got without', 'no-allow at resource', 'mfa', {
    ...asks,
    trust: when(mfa),
    context: unused,
  }),
  row('F5', 'BoolIfExists in an Allow forgets access keys', 'allowed at identity', 'operators', {
    ...asks,
    trust: when({ BoolIfExists: mfa.Bool }),
  }),
  row('F6', 'BoolIfExists in a Deny finds them', 'explicit-deny at resource', 'conditionKeys', {
    ...asks,
    trust: unless({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }),
  }),
  row('F7', 'Bool in a Deny misses them', 'allowed at identity', 'conditionKeys', {
    ...asks,
    trust: unless({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
  }),
  row('F8', 'no MFA has no age', 'no-allow at resource', 'operators', {
    ...asks,
    trust: when({ NumericLessThan: { 'aws:MultiFactorAuthAge': '300' } }),
  }),
  row('F9', 'from outside the range', 'no-allow at resource', 'cli10314', {
    ...asks,
    trust: range('10.0.0.1/32'),
    context: { 'aws:sourceip': '203.0.113.42' },
  }),
  row('F10', 'from the range’s last address', 'allowed at identity', 'operators', {
    ...asks,
    trust: range('203.0.113.0/24'),
    context: { 'aws:sourceip': '203.0.113.255' },
  }),
  row(
    'F11',
    'through a VPC endpoint there is no address, which a negated operator takes',
    'allowed at identity',
    'operators',
    {
      ...asks,
      trust: when({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
      context: { 'aws:sourcevpce': 'vpce-1' },
    },
  ),
  row(
    'F12',
    'the session must be called like the user, and is',
    'allowed at identity',
    'iamConditionKeys',
    {
      ...asks,
      trust: when(ownName),
      context: { 'aws:username': 'alice', 'sts:rolesessionname': 'alice' },
    },
  ),
  row('F13', 'and is not', 'no-allow at resource', 'iamConditionKeys', {
    ...asks,
    trust: when(ownName),
    context: { 'aws:username': 'alice', 'sts:rolesessionname': 'bob' },
  }),
  row('F14', 'a session of a role has no user name', 'no-allow at resource', 'variables', {
    ...asks,
    caller: session,
    trust: when(ownName),
    context: { 'sts:rolesessionname': 'alice' },
  }),
  row('F15', 'without a Version the variable is text', 'no-allow at resource', 'version', {
    ...asks,
    trust: { Statement: when(ownName).Statement },
    context: { 'aws:username': 'alice', 'sts:rolesessionname': 'alice' },
  }),
  row('F16', 'a session tag that is asked for', 'allowed at identity', 'sessionTags', {
    ...asks,
    action: 'sts:TagSession',
    trust: when({ StringEquals: { 'aws:RequestTag/dept': 'eng' } }, tagging),
    context: { 'aws:requesttag/dept': 'eng', 'aws:tagkeys': ['dept'] },
  }),
  row('F17', 'tags need sts:TagSession', 'no-allow at resource', 'sessionTags', {
    ...asks,
    action: 'sts:TagSession',
    trust: when(undefined),
    context: { 'aws:requesttag/dept': 'eng', 'aws:tagkeys': ['dept'] },
  }),
  row('F18', 'ForAllValues holds where there are no tags', 'allowed at identity', 'multivalued', {
    ...asks,
    trust: onlyDept,
  }),
  row('F19', 'and not where one is not listed', 'no-allow at resource', 'multivalued', {
    ...asks,
    action: 'sts:TagSession',
    trust: onlyDept,
    context: { 'aws:tagkeys': ['dept', 'cost'] },
  }),
  row('F20', 'the source identity that is asked for', 'allowed at identity', 'sourceIdentity', {
    ...asks,
    action: 'sts:SetSourceIdentity',
    trust: asAlice,
    context: { 'sts:sourceidentity': 'alice' },
  }),
  row('F21', 'none is given', 'no-allow at resource', 'sourceIdentity', {
    ...asks,
    trust: asAlice,
  }),
  row('F22', 'another is given', 'no-allow at resource', 'sourceIdentity', {
    ...asks,
    action: 'sts:SetSourceIdentity',
    trust: asAlice,
    context: { 'sts:sourceidentity': 'bob' },
  }),
  row(
    'F23',
    'an inherited source identity needs sts:SetSourceIdentity',
    'no-allow at resource',
    'sourceIdentity',
    {
      ...asks,
      caller: session,
      action: 'sts:SetSourceIdentity',
      trust: when(undefined),
      context: { 'sts:sourceidentity': 'alice', 'aws:sourceidentity': 'alice' },
    },
  ),
  row('F24', 'the date has passed', 'no-allow at resource', 'operators', {
    ...asks,
    trust: when({ DateLessThan: { 'aws:CurrentTime': '2026-01-01' } }),
    context: { 'aws:currenttime': '2026-03-01T10:00:00Z' },
  }),
  row('F25', 'everyone whose role is under a path', 'allowed at resource', 'operators', {
    ...asks,
    caller: devSession,
    trust: policy(
      trusts({ AWS: '*' }, { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${a}:role/dev/*` } }),
    ),
    context: { 'aws:principalarn': devSession.roleArn },
  }),
  row('F26', 'aws:PrincipalArn is never a session’s ARN', 'no-allow at resource', 'conditionKeys', {
    ...asks,
    caller: session,
    trust: when({ ArnEquals: { 'aws:PrincipalArn': session.arn } }),
    context: { 'aws:principalarn': session.roleArn },
  }),
  row('F27', 'StringEquals takes a star for a star', 'no-allow at resource', 'operators', {
    ...asks,
    caller: session,
    trust: when({ StringEquals: { 'aws:PrincipalArn': `arn:aws:iam::${a}:role/*` } }),
    context: { 'aws:principalarn': session.roleArn },
  }),
  row('F28', 'two operators: both must hold', 'no-allow at resource', 'condition', {
    ...asks,
    trust: when({ StringEquals: { 'sts:ExternalId': 'X' }, ...mfa }),
    context: { 'sts:externalid': 'X' },
  }),
  row('F29', 'one of several values', 'allowed at identity', 'condition', {
    ...asks,
    trust: team('StringEquals'),
    context: teamB,
  }),
  row('F30', 'none of several values', 'no-allow at resource', 'condition', {
    ...asks,
    trust: team('StringNotEquals'),
    context: teamB,
  }),
  row('F31', 'a missing tag is none of them', 'allowed at identity', 'operators', {
    ...asks,
    trust: team('StringNotEquals'),
  }),
  row('F32', 'in any case', 'allowed at identity', 'operators', {
    ...asks,
    trust: when({ StringEqualsIgnoreCase: { 'aws:username': 'ALICE' } }),
    context: { 'aws:username': 'alice' },
  }),
  row('F33', 'Null: the external id must be there', 'no-allow at resource', 'operators', {
    ...asks,
    trust: when({ Null: { 'sts:ExternalId': 'false' } }),
  }),
  row(
    'F34',
    'AssumeRole never carries sts:DurationSeconds',
    'no-allow at resource',
    'iamConditionKeys',
    { ...asks, trust: when({ NumericLessThan: { 'sts:DurationSeconds': '3600' } }) },
  ),
  row('F35', 'a direct call comes through nobody', 'no-allow at resource', 'multivalued', {
    ...asks,
    trust: when({ 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } }),
  }),
  row('F36', 'a multivalued key needs a set operator', 'no-allow at resource', 'accessAnalyzer', {
    ...asks,
    trust: when({ StringEquals: { 'aws:TagKeys': 'dept' } }),
    context: { 'aws:tagkeys': ['dept'] },
  }),
];
