import { expect, test } from 'vitest';
import { actionMatches } from './actions.ts';

type Row = readonly [pattern: string, action: string, matches: boolean];
test.each<Row>([
  ['s3:Get*', 's3:getobject', true], // row H1
  ['s3:Get?bject', 's3:GetObject', true], // row H2
  ['s3:', 's3:GetObject', false], // row H3
  ['S3:GetObject ', 's3:GetObject', false], // row H4
  ['STS:assumerole', 'sts:AssumeRole', true], // row A18
  ['*', 'iam:ListUsers', true],
  ['iam:*Report', 'iam:GenerateCredentialReport', true], // row H22
  ['s3:*', 's3-object-lambda:GetObject', false],
  ['s*:GetObject', 's3:GetObject', false], // no wildcard in the vendor
  ['s3:*:*', 's3:GetObject', false],
  ['s3*', 's3:GetObject', false], // without a vendor
  ['', 's3:GetObject', false],
  ['S3:GET*', 's3:GetObject', true],
])('%s on %s: %s', (pattern, action, matches) =>
  expect(actionMatches(pattern, action)).toBe(matches),
);
