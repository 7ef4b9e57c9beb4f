import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionKey, conditionKeys, type ConditionKeyType } from './condition-keys.ts';

const globalKeys =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const iamKeys =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';

/** What AWS's pages say under “Data type” and “Value type”. */
test.each<
  readonly [key: string, name: string, type: ConditionKeyType, multivalued: boolean, source: string]
>([
  ['aws:TokenIssueTime', 'aws:TokenIssueTime', 'date', false, globalKeys],
  ['aws:CurrentTime', 'aws:CurrentTime', 'date', false, globalKeys],
  ['aws:EpochTime', 'aws:EpochTime', 'date or numeric', false, globalKeys],
  ['aws:PrincipalArn', 'aws:PrincipalArn', 'arn', false, globalKeys],
  ['aws:SourceArn', 'aws:SourceArn', 'arn', false, globalKeys],
  ['aws:PrincipalOrgID', 'aws:PrincipalOrgID', 'string', false, globalKeys],
  ['aws:PrincipalOrgPaths', 'aws:PrincipalOrgPaths', 'string', true, globalKeys],
  ['aws:ResourceOrgPaths', 'aws:ResourceOrgPaths', 'string', true, globalKeys],
  ['aws:SourceOrgPaths', 'aws:SourceOrgPaths', 'string', true, globalKeys],
  ['aws:PrincipalServiceNamesList', 'aws:PrincipalServiceNamesList', 'string', true, globalKeys],
  ['aws:CalledVia', 'aws:CalledVia', 'string', true, globalKeys],
  ['aws:CalledViaFirst', 'aws:CalledViaFirst', 'string', false, globalKeys],
  ['aws:TagKeys', 'aws:TagKeys', 'string', true, globalKeys],
  ['aws:SourceIp', 'aws:SourceIp', 'ip', false, globalKeys],
  ['aws:VpcSourceIp', 'aws:VpcSourceIp', 'ip', false, globalKeys],
  ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthPresent', 'bool', false, globalKeys],
  ['aws:MultiFactorAuthAge', 'aws:MultiFactorAuthAge', 'numeric', false, globalKeys],
  ['aws:SecureTransport', 'aws:SecureTransport', 'bool', false, globalKeys],
  ['aws:PrincipalTag/team', 'aws:PrincipalTag/*', 'string', false, globalKeys],
  ['aws:RequestTag/a/b', 'aws:RequestTag/*', 'string', false, globalKeys],
  ['aws:ResourceTag/team', 'aws:ResourceTag/*', 'string', false, globalKeys],
  ['lambda:SourceFunctionArn', 'lambda:SourceFunctionArn', 'arn', false, globalKeys],
  ['iam:PassedToService', 'iam:PassedToService', 'string', false, iamKeys],
  ['iam:PolicyARN', 'iam:PolicyARN', 'arn', false, iamKeys],
  ['iam:ResourceTag/team', 'iam:ResourceTag/*', 'string', false, iamKeys],
  ['sts:ExternalId', 'sts:ExternalId', 'string', false, iamKeys],
  ['sts:DurationSeconds', 'sts:DurationSeconds', 'numeric', false, iamKeys],
  ['sts:TransitiveTagKeys', 'sts:TransitiveTagKeys', 'string', true, iamKeys],
  ['saml:aud', 'saml:aud', 'string', false, iamKeys],
  ['saml:edupersonaffiliation', 'saml:*', 'string', true, iamKeys],
  ['token.actions.githubusercontent.com:sub', '*:*', 'string', false, iamKeys],
  ['oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud', '*:*', 'string', false, iamKeys],
  ['cognito-identity.amazonaws.com:amr', '*:amr', 'string', true, iamKeys],
])('%s is %s: %s, several values: %s (%s)', (key, name, type, multivalued) => {
  expect(conditionKey(key)).toEqual({ name, type, multivalued });
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
test.each(['AWS:sourceip', 'AWS:SOURCEIP', 'aws:SourceIp'])('%s is aws:SourceIp (L25)', (key) => {
  expect(conditionKey(key)?.name).toBe('aws:SourceIp');
});

test.each([
  '',
  'aws',
  'aws:',
  ':SourceIp',
  'SourceIp',
  'aws:SourceIPs',
  'aws:SourceIp ',
  'aws:PrincipalTag',
  'aws:PrincipalTag/',
  'aws:/team',
  'aws:*',
  '*:*',
  '*:amr',
  'saml:*',
  's3:prefix',
  'token.actions.githubusercontent.com:',
  '__proto__',
  'aws:__proto__',
  'aws:constructor',
  'aws:constructor/x',
])('AWS’s tables do not have “%s”', (key) => {
  expect(conditionKey(key)).toBeUndefined();
});

test('no key is in the table twice, in whatever case', () => {
  const names = conditionKeys.map(({ name }) => name.toLowerCase());
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

const written = (name: string): string => (name.startsWith('*:') ? `a.b${name.slice(1)}` : name);
const anyKey = fc
  .constantFrom(...conditionKeys)
  .chain(({ name }) => fc.mixedCase(fc.constant(written(name).replace('*', 'x'))));

test('every key of the table is found in whatever case, and any text is asked without harm', () => {
  fc.assert(fc.property(anyKey, (key) => conditionKey(key) !== undefined));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      conditionKey(text);
    }),
  );
});
