import { expect, test } from 'vitest';
import { type PolicyDocument, type ReadResult, type Statement } from '#policy';
import { type StoredPolicy } from '#world';
import { allowedServices } from './allowed-services.ts';

const at = { start: 0, end: 0 };

function statement(
  effect: 'Allow' | 'Deny',
  actions: readonly string[],
  negated = false,
): Statement {
  return {
    at,
    index: 0,
    sid: undefined,
    effect: { value: effect, at },
    principal: undefined,
    action: { at, negated, patterns: actions.map((value) => ({ value, at })) },
    resource: undefined,
    conditions: [],
  };
}

function policy(name: string): StoredPolicy {
  const text = '{}';
  const source = { text };
  const type = 'Customer inline';
  return { ref: name, name, type, kind: 'identity', text, source, readOnly: false, arn: undefined };
}

const read = (statements: readonly Statement[]) => (): ReadResult => {
  const document: PolicyDocument = { kind: 'identity', at, version: '2012-10-17', statements };
  return { document, diagnostics: [], refusal: undefined };
};

type Row = readonly [why: string, statements: readonly Statement[], prefixes: readonly string[]];

test.each<Row>([
  [
    'services are named once, sorted',
    [statement('Allow', ['s3:Get*', 'S3:Put*', 'iam:*'])],
    ['iam', 's3'],
  ],
  ['a Deny allows nothing', [statement('Deny', ['s3:*'])], []],
  ['a star is every service', [statement('Allow', ['*'])], ['*']],
  ['a NotAction is every service', [statement('Allow', ['iam:*'], true)], ['*']],
])('%s', (_why, statements, prefixes) =>
  expect(allowedServices([policy('a')], read(statements)).map(({ prefix }) => prefix)).toEqual(
    prefixes,
  ),
);

test('names the policies that grant', () =>
  expect(allowedServices([policy('a'), policy('b')], read([statement('Allow', ['s3:*'])]))).toEqual(
    [{ prefix: 's3', policies: ['a', 'b'] }],
  ));
