import { expect, test } from 'vitest';
import { readMarks } from '../syntax/marked-text.ts';
import { advise } from '../validate/advice/advise.ts';
import { type PolicyKind } from '../syntax/document.ts';
import { type DiagnosticCode } from '../validate/facts.ts';
import { type Diagnostic } from '../validate/diagnostic.ts';
import { readPolicy } from '../validate/read-policy.ts';
import {
  sampleAdvice,
  sampleOptions,
  type Sample,
  samples,
} from '../validate/findings.examples.ts';
import { applyEdit } from './apply-edit.ts';
import { editsIn } from './edits-in.ts';

function findingsIn(text: string, [, kind]: Sample): readonly Diagnostic[] {
  const reading = readPolicy(text, kind, sampleOptions);
  return [...reading.diagnostics, ...advise(reading, sampleAdvice)];
}

function editOf(sample: Sample) {
  const { text, at } = readMarks(sample[3]);
  const found = findingsIn(text, sample).find(
    (each) => each.code === sample[0] && each.at.start === at.start,
  );
  const edit = found && editsIn(text)(found);
  return edit && { text, after: applyEdit(text, edit) };
}

const editable = samples.filter((sample) => editOf(sample) !== undefined);

test.each(editable)('%s: the change makes the finding go away, and adds no error', (...sample) => {
  const { text = '', after = '' } = editOf(sample) ?? {};
  const count = (policy: string) =>
    findingsIn(policy, sample).filter(({ code }) => code === sample[0]).length;
  const errors = (policy: string) =>
    findingsIn(policy, sample)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
  expect(count(after), after).toBe(count(text) - 1);
  expect(errors(text)).toEqual(expect.arrayContaining(errors(after)));
});

const allow = (rest: string): string =>
  `{"Version":"2012-10-17","Statement":{"Effect":"Allow",${rest}}}`;
const under = (condition: string): string =>
  allow(`"Action":"s3:GetObject","Resource":"*","Condition":${condition}`);
const trusts = (principal: string): string =>
  allow(`"Principal":${principal},"Action":"sts:AssumeRole"`);

/** The text after the change that the first finding of this code offers; `undefined` if it offers none. */
function mend(kind: PolicyKind, code: DiagnosticCode, text: string): string | undefined {
  const reading = readPolicy(text, kind, sampleOptions);
  const found = [...reading.diagnostics, ...advise(reading, sampleAdvice)].find(
    (each) => each.code === code,
  );
  if (found === undefined) throw new Error(`no ${code} in ${text}`);
  const edit = editsIn(text)(found);
  return edit && applyEdit(text, edit);
}

test.each<
  readonly [
    why: string,
    kind: PolicyKind,
    code: DiagnosticCode,
    before: string,
    after: string | undefined,
  ]
>([
  [
    'a Version goes in front, laid out as the rest',
    'identity',
    'version-missing',
    '{\n  "Statement": []\n}',
    '{\n  "Version": "2012-10-17",\n  "Statement": []\n}',
  ],
  [
    'a variable needs the new language, whatever Version there was',
    'identity',
    'variable-in-2008',
    '{"Statement":{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::${aws:username}"}}',
    '{"Version": "2012-10-17","Statement":{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::${aws:username}"}}',
  ],
  [
    'a name in the wrong case',
    'identity',
    'unknown-element',
    allow('"action":"s3:GetObject","Resource":"*"'),
    allow('"Action":"s3:GetObject","Resource":"*"'),
  ],
  [
    'a name that would stand there twice is left',
    'identity',
    'unknown-element',
    allow('"action":"s3:GetObject","Action":"s3:GetObject","Resource":"*"'),
    undefined,
  ],
  [
    'one effect in a list',
    'identity',
    'wrong-type',
    '{"Version":"2012-10-17","Statement":{"Effect":["Allow"],"Action":"*","Resource":"*"}}',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
  ],
  [
    'a list in a list',
    'identity',
    'wrong-type',
    allow('"Action":["s3:GetObject",["s3:ListBucket", "s3:PutObject"]],"Resource":"*"'),
    allow('"Action":["s3:GetObject","s3:ListBucket", "s3:PutObject"],"Resource":"*"'),
  ],
  [
    'a number that should be text',
    'identity',
    'wrong-type',
    allow('"Sid":7,"Action":"s3:GetObject","Resource":"*"'),
    allow('"Sid":"7","Action":"s3:GetObject","Resource":"*"'),
  ],
  [
    'two effects cannot be one',
    'identity',
    'wrong-type',
    '{"Version":"2012-10-17","Statement":{"Effect":["Allow","Deny"],"Action":"*","Resource":"*"}}',
    undefined,
  ],
  [
    'curly quotes around a name',
    'identity',
    'character-not-allowed',
    '{“Version”:"2012-10-17"}',
    '{"Version”:"2012-10-17"}',
  ],
  [
    'a long dash inside a text',
    'identity',
    'character-not-allowed',
    allow('"Action":"s3:GetObject","Resource":"arn:aws:s3:::a—b"'),
    allow('"Action":"s3:GetObject","Resource":"arn:aws:s3:::a-b"'),
  ],
  [
    'a curly quote inside a text does not end it',
    'identity',
    'character-not-allowed',
    allow('"Action":"s3:GetObject","Resource":"arn:aws:s3:::a”b"'),
    allow('"Action":"s3:GetObject","Resource":"arn:aws:s3:::a\'b"'),
  ],
  [
    'the same member twice',
    'identity',
    'duplicate-key',
    '{"Version":"2012-10-17", "Statement":[], "Version":"2012-10-17"}',
    '{"Version":"2012-10-17", "Statement":[]}',
  ],
  [
    'two values under one name are left',
    'identity',
    'duplicate-key',
    '{"Version":"2012-10-17","Version":"2008-10-17","Statement":[]}',
    undefined,
  ],
  [
    'a Sid that is free',
    'identity',
    'sid-twice',
    '{"Version":"2012-10-17","Statement":[{"Sid":"A"},{"Sid":"A2"},{"Sid":"A"}]}',
    '{"Version":"2012-10-17","Statement":[{"Sid":"A"},{"Sid":"A2"},{"Sid":"A3"}]}',
  ],
  [
    'an account without its type',
    'trust',
    'principal-not-an-object',
    trusts('"arn:aws:iam::111111111111:root"'),
    trusts('{ "AWS": "arn:aws:iam::111111111111:root" }'),
  ],
  [
    'a service without its type',
    'trust',
    'principal-not-an-object',
    trusts('"ec2.amazonaws.com"'),
    trusts('{ "Service": "ec2.amazonaws.com" }'),
  ],
  [
    'two actions in one text of a list',
    'identity',
    'action-with-colons',
    allow('"Action":["s3:GetObject, s3:ListBucket"],"Resource":"*"'),
    allow('"Action":["s3:GetObject", "s3:ListBucket"],"Resource":"*"'),
  ],
  [
    'two actions in one text',
    'identity',
    'action-with-colons',
    allow('"Action":"s3:GetObject s3:ListBucket","Resource":"*"'),
    allow('"Action":["s3:GetObject", "s3:ListBucket"],"Resource":"*"'),
  ],
  [
    'a number with spaces',
    'identity',
    'bad-operand',
    under('{"NumericLessThan":{"s3:max-keys":" 10"}}'),
    under('{"NumericLessThan":{"s3:max-keys":"10"}}'),
  ],
  [
    'a date with slashes',
    'identity',
    'bad-operand',
    under('{"DateLessThan":{"aws:CurrentTime":"2026/01/31"}}'),
    under('{"DateLessThan":{"aws:CurrentTime":"2026-01-31"}}'),
  ],
  [
    'the same key and value in two cases',
    'identity',
    'key-in-two-cases',
    under('{"StringLike":{"aws:userid":"x","aws:UserId":"x"}}'),
    under('{"StringLike":{"aws:userid":"x"}}'),
  ],
  [
    'an operator that has other keys is left',
    'identity',
    'literal-star',
    under('{"StringEquals":{"aws:userid":"x*","aws:PrincipalAccount":"y"}}'),
    undefined,
  ],
  [
    'an operator whose other form is there is left',
    'identity',
    'literal-star',
    under('{"StringEquals":{"aws:userid":"x*"},"StringLike":{"aws:PrincipalAccount":"y*"}}'),
    undefined,
  ],
  [
    'a key is required in the Null that is there',
    'identity',
    'for-all-values-allows',
    under('{"Null":{"a:b":"true"},"ForAllValues:StringEquals":{"aws:TagKeys":"x"}}'),
    under(
      '{"Null":{"a:b":"true", "aws:TagKeys": "false"},"ForAllValues:StringEquals":{"aws:TagKeys":"x"}}',
    ),
  ],
])('%s', (_why, kind, code, before, after) => {
  expect(mend(kind, code, before)).toBe(after);
});

test('which codes have no change that is mechanical', () => {
  const without = samples.filter((sample) => editOf(sample) === undefined).map(([code]) => code);
  expect(without).toMatchInlineSnapshot(`
    [
      "empty-policy",
      "json-too-deep",
      "json-colon-in-list",
      "json-missing-value",
      "json-missing-name",
      "json-unclosed-text",
      "json-unclosed-bracket",
      "json-wrong-bracket",
      "json-bad-number",
      "document-too-long",
      "character-not-allowed",
      "policy-too-long",
      "not-an-object",
      "wrong-type",
      "unknown-element",
      "no-statement",
      "both-of-a-pair",
      "no-effect",
      "rcp-only-denies",
      "not-principal-forbidden",
      "not-principal-allow",
      "no-principal",
      "empty-principal",
      "principal-not-an-object",
      "principal-form",
      "principal-wildcard",
      "principal-group",
      "principal-unknown",
      "service-unknown",
      "federated-form",
      "federated-unknown",
      "cognito-needs-condition",
      "shared-provider-needs-condition",
      "no-action",
      "not-action-forbidden",
      "rcp-action",
      "action-without-vendor",
      "action-vendor-wildcard",
      "no-resource",
      "resource-not-arn",
      "resource-service",
      "resource-too-short",
      "bad-operand",
      "no-values",
      "key-in-two-cases",
      "broken-variable",
      "anyone",
      "account-principal",
      "allows-everything",
      "pass-role-on-everything",
      "allows-all-but-some",
      "session-policy-limits-nothing",
      "pass-role-on-all-but-some",
      "service-linked-role-for-any",
      "gives-itself-rights",
      "rewrites-trust-and-assumes",
      "deny-all-but-some-principals",
      "federated-not-here",
      "no-external-id",
      "service-for-anyone",
      "service-trust-for-anyone",
      "action-for-other-principal",
      "provider-for-anyone",
      "github-any-repository",
      "github-pull-requests",
      "github-branch-prefix",
      "action-needs-all-resources",
      "resource-region-form",
      "resource-account-form",
      "session-as-resource",
      "object-action-on-bucket",
      "bucket-action-on-objects",
      "tag-key-missing",
      "no-set-operator",
      "operator-for-other-type",
      "duration-key-in-trust",
      "username-of-role",
      "principal-arn-of-session",
      "key-needs-action",
      "star-asks-for-presence",
      "mfa-presence",
      "negation-allows",
      "source-ip-hits-services",
      "region-hits-global",
      "rcp-hits-services",
      "private-address",
      "both-booleans",
      "variable-not-here",
      "variable-too-early",
      "variable-of-several",
    ]
  `);
});
