import { expect, test } from 'vitest';
import { conditionKeys } from '../syntax/condition-keys.ts';
import { conditionKeyWords } from './condition-key-words.ts';

const globalKeys =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const iamKeys =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';

test.each([
  [
    'AWS:tokenissuetime',
    'only temporary credentials have one; a user’s access key never does',
    `${globalKeys}#condition-keys-tokenissuetime`,
  ],
  [
    'aws:PrincipalTag/team',
    'only callers with that tag have it: a tag of the user or role, or a session tag passed when the role was assumed',
    `${globalKeys}#condition-keys-principaltag`,
  ],
  [
    'lambda:SourceFunctionArn',
    'only sessions of a role that a Lambda function uses have it',
    globalKeys,
  ],
  [
    'sts:ExternalId',
    'only an AssumeRole call that passes an external ID has it; leaving the parameter out leaves the key out',
    `${iamKeys}#condition-keys-sts`,
  ],
  [
    'iam:PassedToService',
    'only `iam:PassRole` has it: the service that gets the role',
    `${iamKeys}#available-keys-for-iam`,
  ],
  [
    'token.actions.githubusercontent.com:sub',
    'only AssumeRoleWithWebIdentity has it: a claim of the token that the provider gave the caller',
    `${iamKeys}#condition-keys-wif`,
  ],
  [
    'saml:sub',
    'only AssumeRoleWithSAML has it, and the sessions that come of it',
    `${iamKeys}#condition-keys-saml`,
  ],
])('of %s it says: %s', (key, present, source) => {
  expect(conditionKeyWords(key)).toEqual({ present, source });
});

test.each(['s3:prefix', 'aws:Nothing', '__proto__'])('of %s it says nothing', (key) => {
  expect(conditionKeyWords(key)).toBeUndefined();
});

const written = (name: string): string =>
  (name.startsWith('*:') ? `a.b${name.slice(1)}` : name).replace('*', 'x');

test.each(conditionKeys.map(({ name }) => written(name)))(
  'of %s it says when it is there, in one clause',
  (key) => {
    expect(conditionKeyWords(key)?.present).toMatch(/^[a-z][^\n]*[^.\s]$/);
  },
);
