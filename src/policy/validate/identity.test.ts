import { expect, test } from 'vitest';
import { readMarks } from '../syntax/marked-text.ts';
import { readPolicy } from './read-policy.ts';
import { validPolicies } from './policies.examples.ts';

const syntaxErrors = 'Syntax errors in policy.';
const legacy = 'The policy failed legacy parsing';
const noActions = 'Policy statement must contain actions.';
const noResources = 'Policy statement must contain resources.';
const sidTwice = 'Statement IDs (SID) in a single policy must be unique.';
const sidCharacters =
  'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*';
const principal = 'Policy document should not specify a principal.';
const vendor = 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
const colons = 'Actions/Condition can contain only one colon.';
const vendorWildcard = 'Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.';
const unqualified = 'Resource vendor must be fully qualified and cannot contain regexes.';
const iamPath =
  'IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.';

/** A whole document around what the rows are about. */
const document = (statements: string): string =>
  `{"Version":"2012-10-17","Statement":[${statements}]}`;
const statement = (rest: string): string => document(`{"Effect":"Allow",${rest}}`);
const action = (value: string): string => statement(`"Action":${value},"Resource":"*"`);
const resource = (value: string): string => statement(`"Action":"a:b","Resource":${value}`);
const condition = (value: string): string =>
  statement(`"Action":"a:b","Resource":"*","Condition":${value}`);
const operand = (operator: string, value: string): string =>
  condition(`{"${operator}":{"a:b":${value}}}`);

type Row = readonly [why: string, marked: string, code: string, refusal: string];

function expectRefused([, marked, code, refusal]: Row, managed = false): void {
  const { text, at } = readMarks(marked);
  const result = readPolicy(text, 'identity', { managed });
  expect(result.refusal).toEqual({
    code: 'MalformedPolicyDocument',
    status: 400,
    message: refusal,
  });
  expect(result.document).toBeUndefined();
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([{ code, at }]);
}

test.each<Row>([
  ['M1 not JSON', '«{»"Version"', 'json-unclosed-bracket', syntaxErrors],
  [
    'M1 not JSON: a comma missing',
    '{"Version":"2012-10-17" «"Statement"»:[]}',
    'json-missing-comma',
    syntaxErrors,
  ],
  ['M1 nothing but spaces', '«  »', 'empty-policy', syntaxErrors],
  ['M1 a list', '«[]»', 'not-an-object', syntaxErrors],
  ['M1 a text', '«"policy"»', 'not-an-object', syntaxErrors],
  [
    'M1 a key twice',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny",«"Effect"»:"Allow","Action":"*","Resource":"*"}]}',
    'duplicate-key',
    syntaxErrors,
  ],
  [
    'M1 an unknown element of the document',
    '{«"Description"»:"x","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    'unknown-element',
    syntaxErrors,
  ],
  [
    'M1 element names have their case',
    '{«"version"»:"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    'unknown-element',
    syntaxErrors,
  ],
  ['M1 no Statement', '«{»"Version":"2012-10-17"}', 'no-statement', syntaxErrors],
  ['M1 an empty Statement', '{"Statement":«[]»}', 'no-statement', syntaxErrors],
  ['M1 a null Statement', '{"Statement":«null»}', 'wrong-type', syntaxErrors],
  ['M1 a text as Statement', '{"Statement":«"hello"»}', 'wrong-type', syntaxErrors],
  ['M1 a list in Statement', document('«[]»'), 'wrong-type', syntaxErrors],
  [
    'M1 an unknown Version',
    '{"Version":«"2012-10-18"»,"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    'bad-version',
    syntaxErrors,
  ],
  [
    'M1 a Version that is no text',
    '{"Version":«20121017»,"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    'wrong-type',
    syntaxErrors,
  ],
  [
    'M1 an Id that is no text',
    '{"Id":«1»,"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    'wrong-type',
    syntaxErrors,
  ],
  [
    'M1 an unknown element of a statement',
    statement('«"Effects"»:"Allow","Action":"*","Resource":"*"'),
    'unknown-element',
    syntaxErrors,
  ],
  [
    'M1 Version in a statement',
    statement('«"Version"»:"2012-10-17","Action":"*","Resource":"*"'),
    'unknown-element',
    syntaxErrors,
  ],
  ['M1 no Effect', document('«{»"Action":"*","Resource":"*"}'), 'no-effect', syntaxErrors],
  [
    'M1 another Effect',
    document('{"Effect":«"Maybe"»,"Action":"*","Resource":"*"}'),
    'unknown-effect',
    syntaxErrors,
  ],
  [
    'M1 an Effect that is no text',
    document('{"Effect":«["Allow"]»,"Action":"*","Resource":"*"}'),
    'wrong-type',
    syntaxErrors,
  ],
  [
    'M1 Action with NotAction',
    statement('"Action":"a:b",«"NotAction"»:"a:b","Resource":"*"'),
    'both-of-a-pair',
    syntaxErrors,
  ],
  [
    'M1 Action with an empty NotAction',
    statement('"NotAction":[],«"Action"»:"a:b","Resource":"*"'),
    'both-of-a-pair',
    syntaxErrors,
  ],
  [
    'M1 Resource with NotResource',
    statement('"Action":"a:b","Resource":"*",«"NotResource"»:"foo"'),
    'both-of-a-pair',
    syntaxErrors,
  ],
  ['M1 a number as Action', action('«123»'), 'wrong-type', syntaxErrors],
  ['M1 an object as Action', action('«{}»'), 'wrong-type', syntaxErrors],
  ['M1 null among Actions', action('["a:b",«null»]'), 'wrong-type', syntaxErrors],
  ['M1 a boolean as Resource', resource('«true»'), 'wrong-type', syntaxErrors],
  [
    'M1 a Sid that is no text',
    statement('"Sid":«7»,"Action":"*","Resource":"*"'),
    'wrong-type',
    syntaxErrors,
  ],
  ['M1 a list as Condition', condition('«[]»'), 'wrong-type', syntaxErrors],
  [
    'M1 an unknown operator',
    condition('{«"StringEqualz"»:{"a:b":"c"}}'),
    'unknown-operator',
    syntaxErrors,
  ],
  [
    'M1 NullIfExists',
    condition('{«"NullIfExists"»:{"a:b":"true"}}'),
    'unknown-operator',
    syntaxErrors,
  ],
  [
    'M1 a doubled colon',
    condition('{«"ForAnyValue::StringEquals"»:{"a:b":"c"}}'),
    'unknown-operator',
    syntaxErrors,
  ],
  ['M1 an operator with a text', condition('{"StringEquals":«"a:b"»}'), 'wrong-type', syntaxErrors],
  [
    'M1 a nested condition value',
    operand('StringEquals', '«{"a":"b"}»'),
    'wrong-type',
    syntaxErrors,
  ],
  ['M1 a list in a list', operand('StringEquals', '["a",«["b"]»]'), 'wrong-type', syntaxErrors],
  ['M1 null as condition value', operand('StringEquals', '«null»'), 'wrong-type', syntaxErrors],
  ['M1 bad base64', operand('BinaryEquals', '«"!!!"»'), 'bad-operand', syntaxErrors],
  [
    'M1 base64 of three characters',
    operand('BinaryEquals', '«"abc"»'),
    'bad-operand',
    syntaxErrors,
  ],
  [
    'M1 base64 with too much padding',
    operand('BinaryEquals', '«"YWJj=="»'),
    'bad-operand',
    syntaxErrors,
  ],

  [
    'M3 an Effect in lower case',
    document('{"Effect":«"allow"»,"Action":"*","Resource":"*"}'),
    'effect-case',
    legacy,
  ],
  [
    'M3 an Effect in mixed case',
    document('{"Effect":«"denY"»,"Action":"*","Resource":"*"}'),
    'effect-case',
    legacy,
  ],
  ['M3 a word as date', operand('DateGreaterThan', '«"tomorrow"»'), 'bad-operand', legacy],
  [
    'M3 the second date of two',
    operand('DateGreaterThanIfExists', '["2026",«"2026/01/01"»]'),
    'bad-operand',
    legacy,
  ],
  ['M3 a word as number', operand('NumericLessThan', '«"abc"»'), 'bad-operand', legacy],
  ['M3 a number with a space', operand('NumericLessThan', '«" 10"»'), 'bad-operand', legacy],
  ['M3 a boolean as number', operand('NumericLessThan', '«true»'), 'bad-operand', legacy],
  [
    'M3 an address out of range',
    operand('IpAddress', '«"203.0.113.999/24"»'),
    'bad-operand',
    legacy,
  ],
  ['M3 a prefix of 33', operand('NotIpAddress', '«"10.0.0.0/33"»'), 'bad-operand', legacy],
  ['M3 a host name', operand('ForAnyValue:IpAddress', '«"example.com"»'), 'bad-operand', legacy],
  ['M3 a word as ARN', operand('ArnLike', '«"nope"»'), 'bad-operand', legacy],
  ['M3 an ARN of four fields', operand('ArnEquals', '«"arn:aws:s3:b"»'), 'bad-operand', legacy],
  [
    'M3 a variable alone as ARN',
    operand('ArnLike', '«"${aws:PrincipalArn}"»'),
    'bad-operand',
    legacy,
  ],
  ['M3 a Resource of four fields', resource('«"arn:aws:s3:b"»'), 'resource-too-short', legacy],
  [
    'M3 a Resource with a field run together',
    resource('«"arn:awss3::example-bucket/*"»'),
    'resource-too-short',
    legacy,
  ],

  [
    'M4 a Sid twice',
    document(
      '{"Sid":"Dup","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":«"Dup"»,"Effect":"Deny","Action":"*","Resource":"*"}',
    ),
    'sid-twice',
    sidTwice,
  ],
  [
    'M5 a hyphen in a Sid',
    statement('"Sid":«"allow-s3-read"»,"Action":"*","Resource":"*"'),
    'sid-characters',
    sidCharacters,
  ],
  [
    'M5 a space in a Sid',
    statement('"Sid":«"allow s3 read"»,"Action":"*","Resource":"*"'),
    'sid-characters',
    sidCharacters,
  ],
  ['M6 no Action', document('«{»"Effect":"Allow","Resource":"*"}'), 'no-action', noActions],
  ['M6 an empty Action', action('«[]»'), 'no-action', noActions],
  ['M7 no Resource', document('«{»"Effect":"Allow","Action":"a:b"}'), 'no-resource', noResources],
  ['M7 an empty Resource', resource('«[]»'), 'no-resource', noResources],
  [
    'M8 a Principal',
    statement('«"Principal"»:"*","Action":"a:b","Resource":"*"'),
    'principal-forbidden',
    principal,
  ],
  [
    'M8 a NotPrincipal',
    statement('«"NotPrincipal"»:{"AWS":"*"},"Action":"a:b","Resource":"*"'),
    'principal-forbidden',
    principal,
  ],
  ['M9 no vendor', action('«"GetObject"»'), 'action-without-vendor', vendor],
  ['M9 an empty action', action('«""»'), 'action-without-vendor', vendor],
  [
    'M9 in NotAction too',
    statement('"NotAction":["a:b",«"invalid"»],"Resource":"*"'),
    'action-without-vendor',
    vendor,
  ],
  ['M10 two colons', action('«"s3:Get:Object"»'), 'action-with-colons', colons],
  [
    'M11 a space in the vendor',
    action('«"iam :Get"»'),
    'action-vendor',
    'Vendor iam  is not valid',
  ],
  ['M11 an empty vendor', action('«":GetObject"»'), 'action-vendor', 'Vendor  is not valid'],
  ['M12 any vendor', action('«"*:GetObject"»'), 'action-vendor-wildcard', vendorWildcard],
  [
    'M12 a star in the vendor',
    action('«"s3*:GetObject"»'),
    'action-vendor-wildcard',
    vendorWildcard,
  ],
  [
    'M12 a question mark in the vendor',
    action('«"s3?:Get"»'),
    'action-vendor-wildcard',
    vendorWildcard,
  ],
  [
    'M13 no colon',
    resource('«"invalid"»'),
    'resource-not-arn',
    'Resource invalid must be in ARN format or "*".',
  ],
  ['M13 nothing', resource('«""»'), 'resource-not-arn', 'Resource  must be in ARN format or "*".'],
  [
    'M13 in NotResource too',
    statement('"Action":"a:b","NotResource":«"invalid"»'),
    'resource-not-arn',
    'Resource invalid must be in ARN format or "*".',
  ],
  [
    'M14 another partition',
    resource('«"arn:aws2:s3:::example-bucket/*"»'),
    'resource-partition',
    'Partition "aws2" is not valid for resource "arn:aws2:s3:::example-bucket/*".',
  ],
  [
    'M14 China',
    resource('«"arn:aws-cn:s3:::b"»'),
    'resource-partition',
    'Partition "aws-cn" is not valid for resource "arn:aws-cn:s3:::b".',
  ],
  [
    'M14 upper case',
    resource('«"arn:AWS:s3:::b:c"»'),
    'resource-partition',
    'Partition "AWS" is not valid for resource "arn:AWS:s3:::b:c".',
  ],
  [
    'M14 no partition',
    resource('«"arn::s3:::b"»'),
    'resource-partition',
    'Partition "" is not valid for resource "arn::s3:::b".',
  ],
  [
    'M14 not beginning with arn',
    resource('«"s3::example-bucket/*"»'),
    'resource-partition',
    'Partition "" is not valid for resource "arn::example-bucket/*:*:*:*".',
  ],
  [
    'M14 the first field is not looked at',
    resource('«"a:b:c"»'),
    'resource-partition',
    'Partition "b" is not valid for resource "arn:b:c:*:*:*".',
  ],
  ['M15 any service', resource('«"arn:aws:*:::b"»'), 'resource-service', unqualified],
  ['M15 a star in the service', resource('«"arn:aws:s3*:::b"»'), 'resource-service', unqualified],
  ['M15 arn:aws alone', resource('«"arn:aws"»'), 'resource-service', unqualified],
  ['M15 a wildcard for all services', resource('«"arn:aws:*"»'), 'resource-service', unqualified],
  [
    'M16 a region on a bucket',
    resource('«"arn:aws:s3:us-east-1::b"»'),
    'resource-region',
    'Resource arn:aws:s3:us-east-1::b can not contain region information.',
  ],
  [
    'M16 a region on a hosted zone',
    resource('«"arn:aws:route53:us-east-1::hostedzone/z"»'),
    'resource-region',
    'Resource arn:aws:route53:us-east-1::hostedzone/z can not contain region information.',
  ],
  [
    'M17 an account on a bucket',
    resource('«"arn:aws:s3::111122223333:b"»'),
    'resource-account',
    'Resource arn:aws:s3::111122223333:b cannot contain an account id.',
  ],
  [
    'M18 a region on a role',
    resource('«"arn:aws:iam:us-east-1:111122223333:role/r"»'),
    'resource-region',
    'IAM resource arn:aws:iam:us-east-1:111122223333:role/r cannot contain region information.',
  ],
  [
    'M19 half a kind of IAM resource',
    resource('«"arn:aws:iam::111122223333:u*"»'),
    'resource-iam-path',
    iamPath,
  ],
  [
    'M19 the root user',
    resource('«"arn:aws:iam::111122223333:root"»'),
    'resource-iam-path',
    iamPath,
  ],
])('$0', (...row) => expectRefused(row));

test.each<Row>([
  [
    'M2 no Version',
    '«{»"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
    'old-version',
    'Policy document must be version 2012-10-17 or greater.',
  ],
  [
    'M2 the old Version',
    '{"Version":«"2008-10-17"»,"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
    'old-version',
    'Policy document must be version 2012-10-17 or greater.',
  ],
])('$0 in a managed policy', (...row) => expectRefused(row, true));

test('M2 inline policies may leave the Version out or use the old one', () => {
  const policy = '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}';
  expect(readPolicy(policy, 'identity').document?.version).toBe('2008-10-17');
  expect(readPolicy(policy, 'boundary').refusal?.message).toBe(
    'Policy document must be version 2012-10-17 or greater.',
  );
});

test('M30 a character above U+00FF comes before everything else', () => {
  const { text, at } = readMarks('{"Statement":«😀» "Effect"');
  const { refusal, diagnostics } = readPolicy(text, 'identity');
  expect(refusal).toEqual({
    code: 'ValidationError',
    status: 400,
    message:
      'The specified value for policyDocument is invalid. It must contain only printable ASCII characters.',
  });
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ code: 'character-not-allowed', at }),
  );
});

test('the text may have 131,072 characters and no more', () => {
  const policy =
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}';
  expect(readPolicy(policy.padEnd(131_072), 'identity').refusal).toBeUndefined();
  const { refusal, diagnostics } = readPolicy(policy.padEnd(131_073), 'identity', {
    parameter: 'policy',
  });
  expect(refusal?.message).toBe(
    "1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to 131072",
  );
  expect(diagnostics).toMatchObject([
    { code: 'document-too-long', at: { start: 0, end: 131_073 } },
  ]);
});

test('five million brackets are refused, by length and at once', () => {
  const started = performance.now();
  const { refusal } = readPolicy('['.repeat(5_000_000), 'identity');
  expect(refusal?.code).toBe('ValidationError');
  expect(readPolicy('['.repeat(100_000), 'identity').refusal?.message).toBe(syntaxErrors);
  expect(performance.now() - started).toBeLessThan(4_000);
});

test.each(validPolicies)('%s: AWS saves %s', (kind, text) => {
  const { diagnostics, refusal } = readPolicy(text, kind, { managed: false });
  expect(refusal).toBeUndefined();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

/** AWS IAM, "Order in which identity checks fire": the first of two defects is the one that is reported. */
test.each<readonly [why: string, text: string, refusal: string]>([
  [
    'syntax before version',
    '{"Statement":{"Effect":"Maybe","Action":"*","Resource":"*"}}',
    syntaxErrors,
  ],
  [
    'version before legacy parsing',
    '{"Statement":{"Effect":"denY","Action":"*","Resource":"*"}}',
    'Policy document must be version 2012-10-17 or greater.',
  ],
  [
    'legacy parsing before a bad partition',
    statement(
      '"Action":"a:b","Resource":"arn:aws2:s3:::b","Condition":{"DateLessThan":{"a:b":"x"}}',
    ),
    legacy,
  ],
  [
    'legacy parsing before Sids',
    document(
      '{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"A","Effect":"allow","Action":"*","Resource":"*"}',
    ),
    legacy,
  ],
  [
    'Sids before actions',
    document(
      '{"Sid":"A","Effect":"Allow","Action":[],"Resource":"*"},{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"}',
    ),
    sidTwice,
  ],
  [
    'principals before actions',
    document('{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/bob"}}'),
    principal,
  ],
  ['actions before resources’ form', statement('"Action":[],"Resource":"invalid"'), noActions],
  [
    'resources’ form before actions’ form',
    statement('"Action":"s:3:ListBucket","Resource":"sdfsadf"'),
    'Resource sdfsadf must be in ARN format or "*".',
  ],
  ['actions’ form before no resource', document('{"Effect":"Allow","Action":"invalid"}'), vendor],
  [
    'a later statement with an earlier pass',
    document(
      '{"Effect":"Allow","Action":"a:b"},{"Effect":"Allow","Action":"invalid","Resource":"*"}',
    ),
    vendor,
  ],
  [
    'of two of a kind the first',
    resource('["arn:aws:s3:x::b","invalid"]'),
    'Resource arn:aws:s3:x::b can not contain region information.',
  ],
])('%s', (_why, text, refusal) => {
  expect(readPolicy(text, 'identity', { managed: true }).refusal?.message).toBe(refusal);
});

test('all defects are found, in the order of the text', () => {
  const text =
    '{"Verson":1,"Statement":[{"Effect":"allow","Action":["Get","a:b:c"],"Resource":["x","arn:aws:s3:::b"]},7]}';
  const codes = readPolicy(text, 'identity').diagnostics.map(({ code }) => code);
  expect(codes).toEqual([
    'version-missing',
    'unknown-element',
    'effect-case',
    'action-without-vendor',
    'action-with-colons',
    'resource-not-arn',
    'wrong-type',
  ]);
});

test('comments and trailing commas do not hide the other defects', () => {
  const text =
    '{"Version":"2012-10-17", // v\n"Statement":{"Effect":"Allow","Action":"Get","Resource":"*",}}';
  const codes = readPolicy(text, 'identity').diagnostics.map(({ code }) => code);
  expect(codes).toEqual(['json-comment', 'action-without-vendor', 'json-trailing-comma']);
});

test('a document has the places of its parts', () => {
  const text = statement(
    '"Sid":"S","NotAction":["a:b","c:d"],"Resource":"*","Condition":{"NumericEquals":{"e:f":[1.50,"2"]}}',
  );
  const { document: read } = readPolicy(text, 'identity');
  const slice = ({ at }: { at: { start: number; end: number } }) => text.slice(at.start, at.end);
  const [first] = read?.statements ?? [];
  expect(
    first &&
      [first.sid, first.effect, first.action, first.resource].map((part) => part && slice(part)),
  ).toEqual(['"S"', '"Allow"', '"NotAction":["a:b","c:d"]', '"Resource":"*"']);
  expect(first?.action).toMatchObject({
    negated: true,
    patterns: [{ value: 'a:b' }, { value: 'c:d' }],
  });
  expect(first?.conditions).toMatchObject([
    {
      operator: { value: 'NumericEquals' },
      key: { value: 'e:f' },
      values: [{ value: '1.50' }, { value: '2' }],
    },
  ]);
  expect(first?.conditions.map(slice)).toEqual(['"e:f":[1.50,"2"]']);
  expect(read && slice(read)).toBe(text);
});

test('a scalar is a list of one, and a lone statement too', () => {
  const { document: read } = readPolicy(
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"a:b","Resource":"*"}}',
    'identity',
  );
  expect(read?.statements).toMatchObject([
    {
      index: 0,
      effect: { value: 'Allow' },
      action: { patterns: [{ value: 'a:b' }] },
      conditions: [],
    },
  ]);
});
