import { expect, test } from 'vitest';
import { admin, allow, deny, policiesOf, requestOf } from './asking.examples.ts';
import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';

/** Long enough that statements are looked up by their action. */
const long = [
  allow('s3:Get*', 'arn:aws:s3:::b/*'),
  deny('S3:GETOBJECT', 'arn:aws:s3:::b/secret'),
  allow(['ec2:Describe*', 'sts:AssumeRole']),
  allow('s3:PutObject', 'arn:aws:s3:::b/*', {
    Condition: { StringEquals: { 'aws:username': 'alice' } },
  }),
  { Effect: 'Deny', NotAction: ['s3:*', 'ec2:*'], Resource: '*' },
];

test.each([
  ['s3:GetObject', 'arn:aws:s3:::b/k', 'Allow'],
  ['s3:getobject', 'arn:aws:s3:::b/secret', 'ExplicitDeny'],
  ['s3:PutObject', 'arn:aws:s3:::b/k', 'ImplicitDeny'],
  ['ec2:DescribeInstances', '*', 'Allow'],
  ['sts:AssumeRole', 'arn:aws:iam::111111111111:role/R', 'ExplicitDeny'],
])('%s on %s, asked of a long policy twice: %s', (action, resource, expected) => {
  const compiled = compile(policiesOf({ identity: long }));
  const request = requestOf({ action, resource });
  expect([decide(request, compiled), decide(request, compiled)]).toEqual([expected, expected]);
});

test('one request says nothing of the next about the same action', () => {
  const compiled = compile(policiesOf({ identity: long }));
  const [first, second] = [
    { action: 's3:PutObject', context: { 'aws:username': 'alice' } },
    { action: 's3:PutObject', context: { 'aws:username': 'bob' } },
  ].map((asking) => decide(requestOf(asking), compiled));
  expect([first, second]).toEqual(['Allow', 'ImplicitDeny']);
});

test('more actions than AWS has are answered as well', () => {
  const compiled = compile(policiesOf({ identity: long }));
  const verdicts = Array.from({ length: 4_200 }, (_, i) =>
    decide(requestOf({ action: `ec2:Describe${i}` }), compiled),
  );
  expect(new Set(verdicts)).toEqual(new Set(['Allow']));
  expect(decide(requestOf({ action: 's3:GetObject' }), compiled)).toBe('Allow');
});

test('a document is made ready once, wherever it is attached', () => {
  const policies = policiesOf({ identity: [admin] });
  const [one] = policies.identity;
  const twice = { ...policies, identity: one === undefined ? [] : [one, { ...one, ref: 'again' }] };
  const [first, again] = compile(twice).levels.identity[0] ?? [];
  expect(first?.document).toBe(again?.document);
  expect([first?.ref, again?.ref]).toEqual(['identity/Own', 'again']);
});
