import { describe, expect, test } from 'vitest';
import { actionCatalogue } from './action-names.ts';

const catalogue = actionCatalogue({
  s3: { List: 'ListAllMyBuckets* ListBucket', Read: 'GetObject GetObjectAcl', Write: 'PutObject' },
  sts: { Read: 'GetCallerIdentity*', Write: 'AssumeRole' },
  'execute-api': { Write: 'Invoke' },
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
describe('whether a policy’s action stands for any', () => {
  test.each([
    ['a name', 's3:GetObject', true],
    ['a name in another case', 'S3:getobject', true],
    ['a pattern that fits', 's3:Get*', true],
    ['a pattern with ?', 's3:?etObject', true],
    ['everything', '*', true],
    ['everything of a service', 'execute-api:*', true],
    ['a name that no action has', 's3:GetObjects', false],
    ['a pattern that fits nothing', 's3:Gett*', false],
    ['a service that is not there', 's4:GetObject', false],
    ['a wildcard in the service', 's*:GetObject', false],
    ['no service', 'GetObject', false],
    ['no name', 's3:', false],
    ['nothing', '', false],
    ['a name that every object has', 'constructor:prototype', false],
    ['a name that every object has too', '__proto__:*', false],
    ['white space behind the name', 's3:GetObject ', false],
    ['the file’s own mark', 's3:ListAllMyBuckets*', true],
  ])('%s: %s → %s', (_fact, pattern, exists) => {
    expect(catalogue.actionExists(pattern)).toBe(exists);
    expect(catalogue.actionsOf(pattern).length > 0).toBe(exists);
  });
});

test('an action is told with its level, and whether it can be limited to a resource', () => {
  expect(catalogue.actionsOf('s3:List*')).toEqual([
    { action: 's3:ListAllMyBuckets', level: 'List', onlyOnAll: true },
    { action: 's3:ListBucket', level: 'List', onlyOnAll: false },
  ]);
});

test('the services are listed', () => {
  expect(catalogue.services).toEqual(['s3', 'sts', 'execute-api']);
});

test.each([
  ['letters swapped', 's3:GetObejct', 's3:GetObject'],
  ['a letter too many', 's3:ListBuckets', 's3:ListBucket'],
  ['the service mistyped', 'S33:GetObject', 's3:GetObject'],
  ['both mistyped', 'stss:AssumRole', 'sts:AssumeRole'],
  ['a name that is nowhere near', 's3:Launder', undefined],
  ['a service that is nowhere near', 'laundry:GetObject', undefined],
  ['a pattern', 's3:Gett*', undefined],
  ['no service', 'GetObject', undefined],
  ['names that every object has', '__proto__:constructor', undefined],
])('what was meant by %s: %s → %s', (_slip, name, meant) => {
  expect(catalogue.similarAction(name)).toBe(meant);
});

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html */
test.each([
  ['s3:ListAllMyBuckets', true],
  ['s3:ListAll*', true],
  ['s3:GetObject', false],
  ['s3:List*', false],
  ['*', false],
  ['s3:Gett*', undefined],
])('%s can’t be limited to a resource: %s', (pattern, onlyOnAll) => {
  expect(catalogue.onlyOnAll(pattern)).toBe(onlyOnAll);
});
