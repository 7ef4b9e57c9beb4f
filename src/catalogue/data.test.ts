import { readFileSync } from 'node:fs';
import { lessonById, lessons } from '#course';
import { conditionKey, type ConditionKeyType } from '#policy';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { anyCommand } from '../testing/any-command.ts';
import { type ActionCatalogue, accessLevels } from './action-names.ts';
import { loadActions } from './load-actions.ts';
import { loadService } from './load-service.ts';

const catalogue = await loadActions();

/** The generated files, as AWS's tables are: what a new version of the source may not lose unseen. */
describe('the table of all actions', () => {
  test('is fetched once', async () => {
    expect(await loadActions()).toBe(catalogue);
  });

  test('has as many as AWS has', () => {
    expect(catalogue.services.length).toBeGreaterThan(400);
    expect(catalogue.actionsOf('*').length).toBeGreaterThan(20_000);
  });

  test('has only names that a policy can name', () => {
    const odd = catalogue
      .actionsOf('*')
      .filter(({ action }) => !/^[a-z0-9-]+:[A-Za-z0-9-]+$/.test(action));
    expect(odd).toEqual([]);
  });

  test('has no name twice', () => {
    const names = catalogue.actionsOf('*').map(({ action }) => action.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
test.each([
  ['s3:GetObject', 'Read', false],
  ['s3:ListBucket', 'List', false],
  ['s3:ListAllMyBuckets', 'List', true],
  ['s3:PutBucketPolicy', 'Permissions management', false],
  ['ec2:DescribeInstances', 'List', true],
  ['iam:ListUsers', 'List', true],
  ['iam:PassRole', 'Write', false],
  ['iam:TagRole', 'Tagging', false],
  ['sts:AssumeRole', 'Write', false],
  ['sts:GetCallerIdentity', 'Read', true],
  ['dynamodb:GetItem', 'Read', false],
])('%s is of level %s, and only on `*`: %s', (action, level, onlyOnAll) => {
  expect(catalogue.actionsOf(action)).toEqual([{ action, level, onlyOnAll }]);
});

const list = v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty()));
const Tables = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  actions: v.record(
    v.string(),
    v.strictObject({ level: v.picklist(accessLevels), resources: list, keys: list, needs: list }),
  ),
  resources: v.record(
    v.string(),
    v.strictObject({ arn: v.pipe(v.string(), v.startsWith('arn:')), keys: list }),
  ),
  keys: v.record(v.string(), v.string()),
});

/** Read as files: to import them all as modules takes long. */
const tablesOf = (service: string) =>
  v.parse(
    Tables,
    JSON.parse(readFileSync(new URL(`data/services/${service}.json`, import.meta.url), 'utf8')),
  );

test('every service’s own tables agree with the table of all actions', () => {
  for (const service of catalogue.services) {
    const own = Object.entries(tablesOf(service).actions).map(([name, { level, resources }]) => ({
      action: `${service}:${name}`,
      level,
      onlyOnAll: resources === undefined,
    }));
    const inLevels = accessLevels.flatMap((level) => own.filter((one) => one.level === level));
    expect(inLevels).toEqual(catalogue.actionsOf(`${service}:*`));
  }
});

/** The reference's names of types, for those that the table of condition keys knows. */
const typeNames: Record<ConditionKeyType, string> = {
  string: 'String',
  arn: 'ARN',
  bool: 'Bool',
  date: 'Date',
  'date or numeric': 'Date',
  numeric: 'Numeric',
  ip: 'IPAddress',
};

function typeOf(key: string): string {
  const known = conditionKey(key.replaceAll(/\$\{[^}]*\}/g, 'x'));
  if (!known) return 'unknown';
  return `${known.multivalued ? 'ArrayOf' : ''}${typeNames[known.type]}`;
}

/** The user guide marks these as lists, and the service authorization reference does not. */
const listsOfTheUserGuide = [
  'cognito-identity.amazonaws.com:amr',
  ...['commonName', 'givenName', 'mail', 'name', 'organizationStatus'].map((key) => `saml:${key}`),
  ...['primaryGroupSID', 'surname', 'uid', 'x500UniqueIdentifier'].map((key) => `saml:${key}`),
];

test('the table of condition keys has every global, IAM, STS and federation key, with AWS’s type', () => {
  const theirs = catalogue.services.flatMap((service) => Object.entries(tablesOf(service).keys));
  const tabled = theirs.filter(([key]) => /^(?:aws|iam|sts|saml|[^:]*\.[^:]*):/.test(key));
  expect(new Set(tabled.map(([key]) => key)).size).toBeGreaterThan(140);
  const otherwise = tabled.filter(([key, type]) => typeOf(key) !== type).map(([key]) => key);
  expect([...new Set(otherwise)].sort()).toEqual(listsOfTheUserGuide.toSorted());
});

test.each(['none', '', '../actions', '__proto__', 'constructor'])(
  'there is no service “%s”',
  async (prefix) => {
    expect(await loadService(prefix)).toBeUndefined();
  },
);

test('a service’s tables have what completion asks for', async () => {
  const dynamodb = await loadService('DynamoDB');
  expect(dynamodb?.name).toBe('Amazon DynamoDB');
  expect(dynamodb?.actions.GetItem).toMatchObject({ level: 'Read', resources: ['table*'] });
  expect(dynamodb?.actions.GetItem?.keys).toContain('dynamodb:LeadingKeys');
  expect(dynamodb?.resources.table?.arn).toBe(
    'arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}',
  );
  expect(dynamodb?.keys['dynamodb:LeadingKeys']).toBe('ArrayOfString');
});

/** Actions in policies and calls, wherever they are in a lesson; a policy may also be text. */
function actionsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('{') ? actionsIn(JSON.parse(value)) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    /^(Not)?Action$/i.test(key) ? [inner].flat().map(String) : actionsIn(inner),
  );
}

const unknownTo = ({ actionExists }: ActionCatalogue, actions: readonly string[]) =>
  [...new Set(actions)].filter((action) => !actionExists(action));

test.each([...lessons, lessonById('sandbox')].map((lesson) => [lesson?.id, lesson]))(
  'the lesson %s names only actions that AWS has',
  (_id, lesson) => {
    const actions = actionsIn(lesson);
    expect(actions).toContain('sts:AssumeRole');
    expect(unknownTo(catalogue, actions)).toEqual([]);
  },
);

test('every call that the world answers is an action that AWS has', () => {
  const commands = fc.sample(anyCommand, { numRuns: 3000, seed: 1 });
  const calls = commands.flatMap((one) => (one.type === 'call' ? [one.call.action] : []));
  expect(new Set(calls).size).toBeGreaterThan(25);
  expect(unknownTo(catalogue, calls)).toEqual([]);
});
