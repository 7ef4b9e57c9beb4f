import { expect, test } from 'vitest';
import { type PolicyKind } from '../syntax/document.ts';
import { readPolicy } from './read-policy.ts';

const notOfThisType =
  'The provided policy document does not meet the requirements of the specified policy type.';
const policy = (rest: string, effect = 'Deny'): string =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"${effect}",${rest}}]}`;

test.each<readonly [why: string, kind: PolicyKind, text: string, refusal: string]>([
  [
    'a resource policy says who',
    'resource',
    policy('"Action":"a:b","Resource":"*"'),
    'Missing required field Principal',
  ],
  [
    'a resource policy says on what',
    'resource',
    policy('"Principal":"*","Action":"a:b"'),
    'Policy statement must contain resources.',
  ],
  [
    'NotPrincipal does not go with Allow',
    'resource',
    policy('"NotPrincipal":{"AWS":"111111111111"},"Action":"a:b","Resource":"*"', 'Allow'),
    'Allow with NotPrincipal is not allowed.',
  ],
  [
    'Principal does not go with NotPrincipal',
    'resource',
    policy('"Principal":"*","NotPrincipal":{"AWS":"111111111111"},"Action":"a:b","Resource":"*"'),
    'Syntax errors in policy.',
  ],
  [
    'a resource policy names no group',
    'resource',
    policy('"Principal":{"AWS":"arn:aws:iam::111111111111:group/g"},"Action":"a:b","Resource":"*"'),
    'Invalid principal in policy: "AWS":"arn:aws:iam::111111111111:group/g"',
  ],
  [
    'a session policy names no principal',
    'session',
    policy('"Principal":"*","Action":"a:b","Resource":"*"'),
    'Policy document should not specify a principal.',
  ],
  [
    'an SCP names no principal',
    'scp',
    policy('"Principal":"*","Action":"a:b","Resource":"*"'),
    notOfThisType,
  ],
  [
    'an SCP needs its Version',
    'scp',
    '{"Statement":[{"Effect":"Deny","Action":"a:b","Resource":"*"}]}',
    notOfThisType,
  ],
  ['an SCP that is not JSON', 'scp', '{', notOfThisType],
  [
    'an RCP only denies',
    'rcp',
    policy('"Principal":"*","Action":"s3:*","Resource":"*"', 'Allow'),
    notOfThisType,
  ],
  [
    'an RCP is for everyone',
    'rcp',
    policy('"Principal":{"AWS":"*"},"Action":"s3:*","Resource":"*"'),
    notOfThisType,
  ],
  ['an RCP needs a Principal', 'rcp', policy('"Action":"s3:*","Resource":"*"'), notOfThisType],
  [
    'an RCP has no NotPrincipal',
    'rcp',
    policy('"NotPrincipal":"*","Action":"s3:*","Resource":"*"'),
    notOfThisType,
  ],
  [
    'an RCP has no NotAction',
    'rcp',
    policy('"Principal":"*","NotAction":"s3:*","Resource":"*"'),
    notOfThisType,
  ],
  [
    'an RCP names its services',
    'rcp',
    policy('"Principal":"*","Action":["s3:*","*"],"Resource":"*"'),
    notOfThisType,
  ],
])('%s', (_why, kind, text, message) => {
  expect(readPolicy(text, kind).refusal).toEqual({
    code:
      message === notOfThisType ? 'MalformedPolicyDocumentException' : 'MalformedPolicyDocument',
    status: 400,
    message,
  });
});

test.each<readonly [why: string, kind: PolicyKind, text: string]>([
  [
    'NotPrincipal goes with Deny',
    'resource',
    policy('"NotPrincipal":{"AWS":"111111111111"},"Action":"a:b","Resource":"*"'),
  ],
  [
    'S3 has canonical users',
    'resource',
    policy('"Principal":{"CanonicalUser":"79a5"},"Action":"a:b","NotResource":"arn:aws:s3:::b"'),
  ],
  [
    'services other than IAM take any Sid: KMS writes this one itself',
    'resource',
    policy(
      '"Sid":"Enable IAM User Permissions","Principal":{"AWS":"111111111111"},"Action":"kms:*","Resource":"*"',
    ),
  ],
  [
    'an SCP may allow with NotAction and Condition, since 2025',
    'scp',
    policy(
      '"NotAction":"a:b","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}',
      'Allow',
    ),
  ],
  [
    'an SCP may have NotResource, since 2025',
    'scp',
    policy('"Action":"a:b","NotResource":"arn:aws:s3:::b"'),
  ],
])('%s', (_why, kind, text) => {
  expect(readPolicy(text, kind).refusal).toBeUndefined();
});

test('AWS’s own RCP may allow everything', () => {
  const text = policy('"Principal":"*","Action":"*","Resource":"*"', 'Allow');
  expect(readPolicy(text, 'rcp', { awsOwn: true }).document?.statements).toMatchObject([
    { effect: { value: 'Allow' }, principal: { entries: [{ type: 'Anyone', value: '*' }] } },
  ]);
});

test.each([
  'arn:aws:s3:::b',
  'arn:*:s3:::b',
  'arn:aws:s3:::b/*?${aws:username}',
  'arn:aws:s3:eu-west-1:111111111111:accesspoint/ap',
  'arn:aws:s3:*:111111111111:job/*',
  'arn:aws:iam::111111111111:role/path/*',
  'arn:aws:iam::*:policy/p',
  'arn:aws:iam::aws:policy/AdministratorAccess',
  'arn:aws:iam::111111111111:*',
  'arn:aws:cloudfront:*',
  'arn:aws:logs:eu-west-1:111111111111:log-group:g:*',
  'arn:aws:route53:::hostedzone/*',
  'arn:aws:nosuchservice:::x',
])('AWS saves the Resource %s', (resource) => {
  const text = policy(`"Action":"a:b","Resource":${JSON.stringify(resource)}`);
  expect(readPolicy(text, 'identity').diagnostics).toEqual([]);
});
