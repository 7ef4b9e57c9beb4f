import { type PolicyKind } from '../syntax/document.ts';
import { type Severity } from './diagnostic.ts';
import { type DiagnosticCode } from './facts.ts';
import { type AdviceOptions } from './advice/advice-options.ts';
import { type ReadOptions } from './read-options.ts';

const allow = (rest: string): string =>
  `{"Version":"2012-10-17","Statement":{"Effect":"Allow",${rest}}}`;
const trusts = (principal: string): string =>
  allow(`"Principal":${principal},"Action":"sts:AssumeRole"`);
const under = (condition: string): string =>
  allow(`"Action":"a:b","Resource":"*","Condition":${condition}`);

/** For tests: a policy that a finding is made of; `«»` mark its place. */
export type Sample = readonly [
  code: DiagnosticCode,
  kind: PolicyKind,
  severity: Severity,
  marked: string,
];

/** What the samples take to exist. */
export const sampleOptions: ReadOptions = {
  principalExists: (principal) => !principal.includes('nobody'),
  serviceExists: (service) => !service.startsWith('nosuch'),
};

export const sampleAdvice: AdviceOptions = {
  actionExists: (action) => action !== 's3:GetObjekt',
  similarAction: () => 's3:GetObject',
};

/** One sample of every code. */
export const samples: readonly Sample[] = [
  ['empty-policy', 'identity', 'error', '« »'],
  ['json-too-deep', 'identity', 'error', `${'['.repeat(64)}«[»`],
  [
    'json-comment',
    'identity',
    'error',
    '{"Version":"2012-10-17",«/* why */»"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  [
    'json-trailing-comma',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}«,»}',
  ],
  [
    'json-extra-comma',
    'identity',
    'error',
    '{"Version":"2012-10-17",«,»"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  [
    'json-missing-comma',
    'identity',
    'error',
    '{"Version":"2012-10-17"«"Statement"»:{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  [
    'json-missing-colon',
    'identity',
    'error',
    '{"Version"«"2012-10-17"»,"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  ['json-colon-in-list', 'identity', 'error', '{"Statement":["Effect"«:»"Allow"]}'],
  ['json-missing-value', 'identity', 'error', '{"Version":«}»'],
  ['json-missing-name', 'identity', 'error', '{«{»}}'],
  ['json-unclosed-text', 'identity', 'error', '{"Version":«"2012-10-17»\n}'],
  ['json-unclosed-bracket', 'identity', 'error', '{"Statement":«[»'],
  ['json-wrong-bracket', 'identity', 'error', '{"Statement":[«}»'],
  [
    'json-unquoted',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":«Deny»,"Action":"*","Resource":"*"}}',
  ],
  [
    'json-wrong-quote',
    'identity',
    'error',
    `{«'Version'»:"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}`,
  ],
  ['json-bad-number', 'identity', 'error', '{"Version":«-»}'],
  [
    'json-bad-escape',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"a:b«\\d»","Resource":"*"}}',
  ],
  [
    'json-control-character',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":{"Sid":"a«\t»b","Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  [
    'json-after-the-end',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}«}»',
  ],
  [
    'duplicate-key',
    'identity',
    'error',
    '{"Version":"2012-10-17",«"Version"»:"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  ['document-too-long', 'identity', 'error', `«${'{}'.padEnd(131_073)}»`],
  [
    'character-not-allowed',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::b«а»"}}',
  ],
  [
    'policy-too-long',
    'trust',
    'error',
    `«${allow(`"Sid":"${'x'.repeat(2048)}","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"`)}»`,
  ],
  ['not-an-object', 'identity', 'error', '«[]»'],
  ['wrong-type', 'identity', 'error', allow('"Action":«{}»,"Resource":"*"')],
  ['unknown-element', 'identity', 'error', allow('"Action":"*",«"Resources"»:"*","Resource":"*"')],
  [
    'bad-version',
    'identity',
    'error',
    '{"Version":«"2026-01-31"»,"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  [
    'old-version',
    'boundary',
    'error',
    '{"Version":«"2008-10-17"»,"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  [
    'version-missing',
    'identity',
    'suggestion',
    '«{»"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  [
    'version-2008',
    'identity',
    'suggestion',
    '{"Version":«"2008-10-17"»,"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  [
    'id-not-used',
    'identity',
    'warning',
    '{"Version":"2012-10-17",«"Id"»:"x","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  ],
  ['no-statement', 'identity', 'error', '«{»"Version":"2012-10-17"}'],
  ['both-of-a-pair', 'identity', 'error', allow('"Action":"*",«"NotAction"»:"*","Resource":"*"')],
  ['sid-characters', 'identity', 'error', allow('"Sid":«"my sid"»,"Action":"a:b","Resource":"*"')],
  [
    'sid-characters-unusual',
    'trust',
    'warning',
    allow('"Sid":«"my sid"»,"Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"'),
  ],
  [
    'sid-twice',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"},{"Sid":«"A"»,"Effect":"Deny","Action":"*","Resource":"*"}]}',
  ],
  [
    'no-effect',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":«{»"Action":"*","Resource":"*"}}',
  ],
  [
    'unknown-effect',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":«"Alow"»,"Action":"*","Resource":"*"}}',
  ],
  [
    'effect-case',
    'identity',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":«"DENY"»,"Action":"*","Resource":"*"}}',
  ],
  [
    'rcp-only-denies',
    'rcp',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":«"Allow"»,"Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}}',
  ],
  [
    'principal-forbidden',
    'identity',
    'error',
    allow('«"Principal"»:"*","Action":"a:b","Resource":"*"'),
  ],
  [
    'not-principal-forbidden',
    'trust',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny",«"NotPrincipal"»:{"AWS":"111111111111"},"Action":"sts:AssumeRole"}}',
  ],
  [
    'not-principal-allow',
    'resource',
    'error',
    allow('«"NotPrincipal"»:{"AWS":"111111111111"},"Action":"a:b","Resource":"*"'),
  ],
  [
    'no-principal',
    'trust',
    'error',
    '{"Version":"2012-10-17","Statement":«{»"Effect":"Allow","Action":"sts:AssumeRole"}}',
  ],
  ['empty-principal', 'trust', 'error', trusts('«{}»')],
  ['principal-bare-star', 'trust', 'error', trusts('«"*"»')],
  ['principal-not-an-object', 'trust', 'error', trusts('«"alice"»')],
  [
    'rcp-principal',
    'rcp',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":«{"AWS":"*"}»,"Action":"s3:*","Resource":"*"}}',
  ],
  ['unknown-principal-type', 'trust', 'error', trusts('{«"Services"»:"ec2.amazonaws.com"}')],
  ['principal-form', 'trust', 'error', trusts('{"AWS":«"alice"»}')],
  ['principal-wildcard', 'trust', 'error', trusts('{"AWS":«"arn:aws:iam::111111111111:user/*"»}')],
  ['principal-space', 'trust', 'error', trusts('{"AWS":«" arn:aws:iam::111111111111:user/a"»}')],
  ['principal-group', 'trust', 'error', trusts('{"AWS":«"arn:aws:iam::111111111111:group/g"»}')],
  [
    'principal-unknown',
    'trust',
    'error',
    trusts('{"AWS":«"arn:aws:iam::111111111111:user/nobody"»}'),
  ],
  ['service-form', 'trust', 'error', trusts('{"Service":«"ec2"»}')],
  ['service-unknown', 'trust', 'error', trusts('{"Service":«"nosuch.amazonaws.com"»}')],
  ['federated-form', 'trust', 'error', trusts('{"Federated":«"x"»}')],
  ['federated-unknown', 'trust', 'warning', trusts('{"Federated":«"idp.example.com"»}')],
  [
    'cognito-needs-condition',
    'trust',
    'error',
    trusts('{"Federated":«"cognito-identity.amazonaws.com"»}'),
  ],
  [
    'shared-provider-needs-condition',
    'trust',
    'error',
    trusts(
      '{"Federated":«"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"»}',
    ),
  ],
  ['no-action', 'identity', 'error', allow('"Action":«[]»,"Resource":"*"')],
  [
    'trust-action',
    'trust',
    'error',
    allow('"Principal":{"Service":"ec2.amazonaws.com"},"Action":«"sts:AssumeRoleWithSaml"»'),
  ],
  [
    'not-action-forbidden',
    'rcp',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*",«"NotAction":"s3:*"»,"Resource":"*"}}',
  ],
  [
    'rcp-action',
    'rcp',
    'error',
    '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":«"*"»,"Resource":"*"}}',
  ],
  ['action-without-vendor', 'identity', 'error', allow('"Action":«"GetObject"»,"Resource":"*"')],
  ['action-with-colons', 'identity', 'error', allow('"Action":«"s3::GetObject"»,"Resource":"*"')],
  ['action-vendor-wildcard', 'identity', 'error', allow('"Action":«"*:Get*"»,"Resource":"*"')],
  ['action-vendor', 'identity', 'error', allow('"Action":«" s3:GetObject"»,"Resource":"*"')],
  [
    'action-never-matches',
    'identity',
    'warning',
    allow('"Action":«"s3:GetObject "»,"Resource":"*"'),
  ],
  ['unknown-action', 'identity', 'error', allow('"Action":«"s3:GetObjekt"»,"Resource":"*"')],
  ['no-resource', 'identity', 'error', allow('"Action":"a:b","Resource":«[]»')],
  [
    'resource-forbidden',
    'trust',
    'error',
    allow('"Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole",«"Resource"»:"*"'),
  ],
  ['resource-not-arn', 'identity', 'error', allow('"Action":"a:b","Resource":«"my-bucket"»')],
  [
    'resource-partition',
    'identity',
    'error',
    allow('"Action":"a:b","Resource":«"arn:was:s3:::b"»'),
  ],
  ['resource-service', 'identity', 'error', allow('"Action":"a:b","Resource":«"arn:aws:*:::b"»')],
  ['resource-too-short', 'identity', 'error', allow('"Action":"a:b","Resource":«"arn:aws:s3::b"»')],
  [
    'resource-region',
    'identity',
    'error',
    allow('"Action":"a:b","Resource":«"arn:aws:s3:eu-west-1::b"»'),
  ],
  [
    'resource-account',
    'identity',
    'error',
    allow('"Action":"a:b","Resource":«"arn:aws:s3::111111111111:b"»'),
  ],
  [
    'resource-iam-path',
    'identity',
    'error',
    allow('"Action":"a:b","Resource":«"arn:aws:iam::111111111111:roles/x"»'),
  ],
  [
    'resource-arn-prefix',
    'identity',
    'warning',
    allow('"Action":"a:b","Resource":«"ran:aws:s3:::b"»'),
  ],
  [
    'unknown-operator',
    'identity',
    'error',
    under('{«"ForAllValues:StringLikesIfExists"»:{"a:b":"c"}}'),
  ],
  ['bad-operand', 'identity', 'error', under('{"DateLessThan":{"aws:CurrentTime":«"soon"»}}')],
  [
    'operand-never-matches',
    'identity',
    'warning',
    under('{"Bool":{"aws:SecureTransport":«"yes"»}}'),
  ],
  ['no-values', 'identity', 'warning', under('{"StringLike":{"a:b":«[]»}}')],
  [
    'key-in-two-cases',
    'identity',
    'warning',
    under('{"StringLike":{"aws:userid":"x",«"aws:UserId"»:"y"}}'),
  ],
  [
    'key-without-prefix',
    'identity',
    'warning',
    under('{"IpAddress":{«"SourceIp"»:"203.0.113.5"}}'),
  ],
  [
    'broken-variable',
    'identity',
    'warning',
    allow('"Action":"a:b","Resource":«"arn:aws:s3:::b/${aws:username"»'),
  ],
  [
    'variable-in-2008',
    'identity',
    'warning',
    '{"Version":"2008-10-17","Statement":{"Effect":"Deny","Action":"a:b","Resource":«"arn:aws:s3:::b/${aws:username}"»}}',
  ],
  ['look-alike', 'identity', 'warning', allow('"Action":«"s3:GetObject\\u200b"»,"Resource":"*"')],
  ['anyone', 'trust', 'security-warning', trusts('{"AWS":«"*"»}')],
  [
    'account-principal',
    'trust',
    'suggestion',
    trusts('{"AWS":«"arn:aws:iam::111111111111:root"»}'),
  ],
  ['allows-everything', 'identity', 'security-warning', allow('"Action":«"*"»,"Resource":"*"')],
  [
    'pass-role-on-everything',
    'identity',
    'security-warning',
    allow('"Action":«"iam:PassRole"»,"Resource":"*"'),
  ],
  [
    'allows-all-but-some',
    'identity',
    'security-warning',
    allow('«"NotAction":"iam:*"»,"Resource":"*"'),
  ],
  [
    'literal-star',
    'identity',
    'warning',
    under('{"ForAnyValue:StringNotEquals":{"a:b":«"home/*"»}}'),
  ],
  [
    'for-all-values-allows',
    'identity',
    'security-warning',
    under('{«"ForAllValues:StringEquals"»:{"aws:TagKeys":"a"}}'),
  ],
];
