import { expect, test } from 'vitest';
import { readMarks } from '../syntax/marked-text.ts';
import { readPolicy } from './read-policy.ts';

const document = (statements: string): string =>
  `{"Version":"2012-10-17","Statement":[${statements}]}`;
const statement = (rest: string): string => document(`{"Effect":"Allow",${rest}}`);
const principal = (value: string): string =>
  statement(`"Principal":${value},"Action":"sts:AssumeRole"`);
const action = (value: string): string => statement(`"Principal":{"AWS":"*"},"Action":${value}`);
const federated = (provider: string, rest = ''): string =>
  statement(
    `"Principal":{"Federated":${provider}},"Action":"sts:AssumeRoleWithWebIdentity"${rest}`,
  );
const condition = (value: string): string => `,"Condition":${value}`;

const invalid = (type: string, value: string): string =>
  `Invalid principal in policy: "${type}":"${value}"`;
const onlySts = 'AssumeRole policy may only specify STS AssumeRole actions.';
const cognito = 'A condition block must be present for the Cognito provider';
const provider = 'arn:aws:iam::111111111111:oidc-provider/';
const github = `${provider}token.actions.githubusercontent.com`;
const gitlab = `${provider}gitlab.com`;
const githubNeeds = `Trust policy with trusted principal ${github} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, token.actions.githubusercontent.com:sub or token.actions.githubusercontent.com:job_workflow_ref which is not scoped to all.`;
const gitlabNeeds = `Trust policy with trusted principal ${gitlab} must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, gitlab.com:sub which is not scoped to all.`;

/** The world of these tests. */
const known = new Set([
  'arn:aws:iam::111111111111:user/alice',
  'arn:aws:iam::111111111111:role/path/R',
  'arn:aws:sts::111111111111:assumed-role/R/s1',
  'AIDAEXAMPLEID0000000',
]);
const options = {
  principalExists: (arn: string) => known.has(arn),
  serviceExists: (service: string) => !service.startsWith('nosuch.'),
};

test.each<readonly [why: string, marked: string, code: string, refusal: string]>([
  ['T1 not JSON', '{«invalid» json', 'json-unquoted', 'This policy contains invalid Json'],
  [
    'T1 a trailing comma',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"«,»}]}',
    'json-trailing-comma',
    'This policy contains invalid Json',
  ],
  [
    'T1 a key twice',
    statement('"Principal":{"AWS":"*",«"AWS"»:"111111111111"},"Action":"sts:AssumeRole"'),
    'duplicate-key',
    'This policy contains invalid Json',
  ],
  ['T1 a list', '«[]»', 'not-an-object', 'This policy contains invalid Json'],
  [
    'an unknown element of the document',
    '{«"probe"»:1,"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}',
    'unknown-element',
    'Unknown field probe',
  ],
  [
    'an unknown element of a statement',
    principal('{"AWS":"*"},«"Conditions"»:{}'),
    'unknown-element',
    'Unknown field Conditions',
  ],
  ['a wrong type', principal('{"AWS":«null»}'), 'wrong-type', 'Syntax error at position (1,75)'],
  [
    'a wrong type on a later line',
    '{\n"Version":"2012-10-17",\r\n "Statement":«7»}',
    'wrong-type',
    'Syntax error at position (3,14)',
  ],
  [
    'T2 a bad Version',
    '{"Version":«"2020-01-01"»,"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}',
    'bad-version',
    'The policy must contain a valid version string',
  ],
  [
    'T3 no Statement',
    '«{»"Version":"2012-10-17"}',
    'no-statement',
    'Could not parse the policy: Statement is empty!',
  ],
  [
    'T3 an empty Statement',
    '{"Statement":«[]»}',
    'no-statement',
    'Could not parse the policy: Statement is empty!',
  ],
  [
    'T4 no Effect',
    document('«{»"Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}'),
    'no-effect',
    'Missing required field Effect',
  ],
  [
    'T4 another Effect',
    document('{"Effect":«"Maybe"»,"Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}'),
    'unknown-effect',
    'Invalid effect: Maybe',
  ],
  [
    'T4 an Effect in lower case',
    document('{"Effect":«"allow"»,"Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}'),
    'effect-case',
    'Invalid effect: allow',
  ],
  [
    'T5 no Principal',
    document('«{»"Effect":"Allow","Action":"sts:AssumeRole"}'),
    'no-principal',
    'Missing required field Principal',
  ],
  [
    'T5 an empty Principal',
    principal('«{}»'),
    'empty-principal',
    'Missing required field Principal cannot be empty!',
  ],
  [
    'T5 a Principal of empty lists',
    principal('«{"AWS":[]}»'),
    'empty-principal',
    'Missing required field Principal cannot be empty!',
  ],
  [
    'T6 the bare star',
    principal('«"*"»'),
    'principal-bare-star',
    'AssumeRolepolicy contained an invalid principal: "STAR":"*".',
  ],
  [
    'a text as Principal',
    principal('«"111111111111"»'),
    'principal-not-an-object',
    'Principal must be a JSON object.',
  ],
  [
    'a list as Principal',
    principal('«["111111111111"]»'),
    'wrong-type',
    'Syntax error at position (1,68)',
  ],
  ['T7 five digits', principal('{"AWS":«"12345"»}'), 'principal-form', invalid('AWS', '12345')],
  ['T7 a word', principal('{"AWS":«"alice"»}'), 'principal-form', invalid('AWS', 'alice')],
  [
    'T7 a user that does not exist',
    principal('{"AWS":["*",«"arn:aws:iam::111111111111:user/nobody"»]}'),
    'principal-unknown',
    invalid('AWS', 'arn:aws:iam::111111111111:user/nobody'),
  ],
  [
    'T7 an existing user in other case',
    principal('{"AWS":«"arn:aws:iam::111111111111:user/Alice"»}'),
    'principal-unknown',
    invalid('AWS', 'arn:aws:iam::111111111111:user/Alice'),
  ],
  [
    'T7 an existing role without its path',
    principal('{"AWS":«"arn:aws:iam::111111111111:role/R"»}'),
    'principal-unknown',
    invalid('AWS', 'arn:aws:iam::111111111111:role/R'),
  ],
  [
    'T7 a session of no role',
    principal('{"AWS":«"arn:aws:sts::111111111111:assumed-role/X/s1"»}'),
    'principal-unknown',
    invalid('AWS', 'arn:aws:sts::111111111111:assumed-role/X/s1'),
  ],
  [
    'T7 the id of a user that was never stored',
    principal('{"AWS":«"AIDAEXAMPLEID0000001"»}'),
    'principal-unknown',
    invalid('AWS', 'AIDAEXAMPLEID0000001'),
  ],
  [
    'T7 every user',
    principal('{"AWS":«"arn:aws:iam::111111111111:user/*"»}'),
    'principal-wildcard',
    invalid('AWS', 'arn:aws:iam::111111111111:user/*'),
  ],
  [
    'T7 everything of an account',
    principal('{"AWS":«"arn:aws:iam::111111111111:*"»}'),
    'principal-wildcard',
    invalid('AWS', 'arn:aws:iam::111111111111:*'),
  ],
  [
    'T7 every session',
    principal('{"AWS":«"arn:aws:sts::111111111111:assumed-role/R/*"»}'),
    'principal-wildcard',
    invalid('AWS', 'arn:aws:sts::111111111111:assumed-role/R/*'),
  ],
  [
    'T7 a space behind',
    principal('{"AWS":«"arn:aws:iam::111111111111:root "»}'),
    'principal-space',
    invalid('AWS', 'arn:aws:iam::111111111111:root '),
  ],
  [
    'T7 a group',
    principal('{"AWS":«"arn:aws:iam::111111111111:group/g"»}'),
    'principal-group',
    invalid('AWS', 'arn:aws:iam::111111111111:group/g'),
  ],
  [
    'T7 another partition',
    principal('{"AWS":«"arn:aws-cn:iam::111111111111:root"»}'),
    'principal-form',
    invalid('AWS', 'arn:aws-cn:iam::111111111111:root'),
  ],
  [
    'T8 another domain',
    principal('{"Service":«"lambda.example.com"»}'),
    'service-form',
    invalid('SERVICE', 'lambda.example.com'),
  ],
  ['T8 every service', principal('{"Service":«"*"»}'), 'service-form', invalid('SERVICE', '*')],
  [
    'T8 a service that AWS has not',
    principal('{"Service":«"nosuch.amazonaws.com"»}'),
    'service-unknown',
    invalid('SERVICE', 'nosuch.amazonaws.com'),
  ],
  [
    'a Federated that is neither',
    federated('«"my idp"»'),
    'federated-form',
    'Federated principals must be valid domain names or SAML metadata ARNs',
  ],
  [
    'T9 CanonicalUser',
    principal('{«"CanonicalUser"»:"abc"}'),
    'unknown-principal-type',
    'Invalid principal in policy: "CanonicalUser"',
  ],
  [
    'T9 a type in lower case',
    principal('{«"aws"»:"111111111111"}'),
    'unknown-principal-type',
    'Invalid principal in policy: "aws"',
  ],
  [
    'T10 NotPrincipal with Allow',
    statement('«"NotPrincipal"»:{"AWS":"*"},"Action":"sts:AssumeRole"'),
    'not-principal-forbidden',
    'Allow with NotPrincipal is not allowed.',
  ],
  [
    'T10 NotPrincipal with Deny',
    document('{"Effect":"Deny",«"NotPrincipal"»:{"AWS":"*"},"Action":"sts:AssumeRole"}'),
    'not-principal-forbidden',
    'AssumeRole policy must not contain NotPrincipal field.',
  ],
  [
    'T11 no Action',
    document('«{»"Effect":"Allow","Principal":{"AWS":"*"}}'),
    'no-action',
    'Missing required field Action',
  ],
  ['T11 an empty Action', action('«[]»'), 'no-action', 'Missing required field Action'],
  ['T12 every action', action('«"*"»'), 'trust-action', onlySts],
  ['T12 every STS action', action('«"sts:*"»'), 'trust-action', onlySts],
  ['T12 AssumeRoot', action('«"sts:AssumeRoot"»'), 'trust-action', onlySts],
  [
    'T12 GetCallerIdentity',
    action('["sts:AssumeRole",«"sts:GetCallerIdentity"»]'),
    'trust-action',
    onlySts,
  ],
  ['T12 GetSessionToken', action('«"sts:GetSessionToken"»'), 'trust-action', onlySts],
  ['T12 lower case', action('«"sts:assumerole"»'), 'trust-action', onlySts],
  ['T12 another service', action('«"s3:GetObject"»'), 'trust-action', onlySts],
  [
    'T12 in NotAction too',
    document('{"Effect":"Deny","Principal":{"AWS":"*"},"NotAction":«"s3:GetObject"»}'),
    'trust-action',
    onlySts,
  ],
  [
    'T13 Resource',
    action('"sts:AssumeRole",«"Resource"»:"*"'),
    'resource-forbidden',
    'Has prohibited field Resource',
  ],
  [
    'T14 NotResource',
    action('"sts:AssumeRole",«"NotResource"»:"*"'),
    'resource-forbidden',
    'AssumeRole policy must not contain resources.',
  ],
  [
    'T15 a Sid twice',
    document(
      '{"Sid":"D","Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"},{"Sid":«"D"»,"Effect":"Deny","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}',
    ),
    'sid-twice',
    'The Statement Ids in the policy are not unique',
  ],
  [
    'T16 Cognito without a condition',
    federated('«"cognito-identity.amazonaws.com"»'),
    'cognito-needs-condition',
    cognito,
  ],
  [
    'T16 Cognito with another condition',
    federated(
      '«"cognito-identity.amazonaws.com"»',
      condition('{"Bool":{"aws:MultiFactorAuthPresent":"true"}}'),
    ),
    'cognito-needs-condition',
    cognito,
  ],
  [
    'T16 Cognito with any pool',
    federated(
      '«"cognito-identity.amazonaws.com"»',
      condition('{"StringLike":{"cognito-identity.amazonaws.com:aud":"*"}}'),
    ),
    'cognito-needs-condition',
    cognito,
  ],
  [
    'T17 GitHub without a condition',
    federated(`«"${github}"»`),
    'shared-provider-needs-condition',
    githubNeeds,
  ],
  [
    'T17 GitHub with aud only',
    federated(
      `«"${github}"»`,
      condition('{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}'),
    ),
    'shared-provider-needs-condition',
    githubNeeds,
  ],
  [
    'T17 GitHub with any sub',
    federated(
      `«"${github}"»`,
      condition('{"StringLike":{"token.actions.githubusercontent.com:sub":"*"}}'),
    ),
    'shared-provider-needs-condition',
    githubNeeds,
  ],
  [
    'T17 GitHub with any sub among others',
    federated(
      `«"${github}"»`,
      condition('{"StringLike":{"token.actions.githubusercontent.com:sub":["repo:o/r:*","*?*"]}}'),
    ),
    'shared-provider-needs-condition',
    githubNeeds,
  ],
  [
    'T17 GitHub with a negated sub',
    federated(
      `«"${github}"»`,
      condition('{"StringNotLike":{"token.actions.githubusercontent.com:sub":"repo:o/r:*"}}'),
    ),
    'shared-provider-needs-condition',
    githubNeeds,
  ],
  [
    'T17 GitHub with an optional sub',
    federated(
      `«"${github}"»`,
      condition('{"StringLikeIfExists":{"token.actions.githubusercontent.com:sub":"repo:o/r:*"}}'),
    ),
    'shared-provider-needs-condition',
    githubNeeds,
  ],
  ['T17 GitLab', federated(`«"${gitlab}"»`), 'shared-provider-needs-condition', gitlabNeeds],
  [
    'an unknown operator',
    action(`"sts:AssumeRole"${condition('{«"StringEqual"»:{"a:b":"c"}}')}`),
    'unknown-operator',
    'Invalid Condition type : StringEqual',
  ],
])('$0', (_why, marked, code, message) => {
  const { text, at } = readMarks(marked);
  const result = readPolicy(text, 'trust', options);
  expect(result.refusal).toEqual({ code: 'MalformedPolicyDocument', status: 400, message });
  expect(result.document).toBeUndefined();
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors[0]).toMatchObject({ code, at });
});

test.each([
  ['T6 everyone, in an object', '{"AWS":"*"}'],
  ['an account', '{"AWS":"111111111111"}'],
  ['an account with dashes, seen live', '{"AWS":"1111-1111-1111"}'],
  ['an account that nobody knows: by its form only', '{"AWS":"arn:aws:iam::999999999999:root"}'],
  ['an existing user', '{"AWS":"arn:aws:iam::111111111111:user/alice"}'],
  ['an existing role', '{"AWS":["arn:aws:iam::111111111111:role/path/R"]}'],
  ['a session of an existing role', '{"AWS":"arn:aws:sts::111111111111:assumed-role/R/s1"}'],
  ['the id of a deleted user, as it was stored', '{"AWS":"AIDAEXAMPLEID0000000"}'],
  ['a federated user', '{"AWS":"arn:aws:sts::111111111111:federated-user/bob"}'],
  ['a service', '{"Service":"ec2.amazonaws.com"}'],
  ['a service of a region', '{"Service":"s3.eu-west-1.amazonaws.com"}'],
  [
    'several types',
    '{"AWS":"111111111111","Service":["ec2.amazonaws.com"],"Federated":"accounts.google.com"}',
  ],
  ['a provider of one’s own needs no condition', `{"Federated":"${provider}idp.example.com"}`],
  ['a SAML provider', '{"Federated":"arn:aws:iam::111111111111:saml-provider/idp"}'],
])('%s may be trusted', (_why, value) => {
  expect(readPolicy(principal(value), 'trust', options).refusal).toBeUndefined();
});

test.each([
  [
    'by sub',
    '{"StringEquals":{"token.actions.githubusercontent.com:sub":"repo:o/r:ref:refs/heads/main"}}',
  ],
  [
    'by job_workflow_ref',
    '{"StringLike":{"token.actions.githubusercontent.com:job_workflow_ref":"o/r/*"}}',
  ],
  [
    'by a sub that narrows nothing, seen in the field',
    '{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:*"}}',
  ],
  [
    'by a key in other case',
    '{"ForAnyValue:StringLike":{"Token.Actions.GitHubUserContent.com:SUB":"repo:o/*"}}',
  ],
])('T17 GitHub may be trusted when narrowed %s', (_why, conditions) => {
  expect(
    readPolicy(federated(`"${github}"`, condition(conditions)), 'trust').refusal,
  ).toBeUndefined();
});

test('T17 who is denied need not be narrowed', () => {
  const text = document(
    `{"Effect":"Deny","Principal":{"Federated":"${github}"},"Action":"sts:AssumeRoleWithWebIdentity"}`,
  );
  expect(readPolicy(text, 'trust').refusal).toBeUndefined();
});

test('T7 without a world everything of good form exists', () => {
  expect(
    readPolicy(principal('{"AWS":"arn:aws:iam::111111111111:user/nobody"}'), 'trust').refusal,
  ).toBeUndefined();
});

test('T7 the world is asked with the text as written, and never for accounts', () => {
  const asked: string[] = [];
  const principalExists = (arn: string) => asked.push(arn) > 0;
  const values = ['*', '111111111111', 'arn:aws:iam::111111111111:root', ...known];
  readPolicy(principal(JSON.stringify({ AWS: values })), 'trust', { principalExists });
  expect(asked).toEqual([...known]);
});

test.each([
  [
    'T7 whether a principal exists is asked after T13',
    action('"sts:AssumeRole","Resource":"*"').replace('"*"', '"arn:aws:iam::111111111111:user/x"'),
    'Has prohibited field Resource',
  ],
  ['an unknown field before T2', '{"x":1,"Version":"1","Statement":[]}', 'Unknown field x'],
  [
    'T2 before T3',
    '{"Version":"1","Statement":[]}',
    'The policy must contain a valid version string',
  ],
  ['T4 before T5', document('{"Action":"sts:AssumeRole"}'), 'Missing required field Effect'],
  ['T5 before T11', document('{"Effect":"Allow"}'), 'Missing required field Principal'],
  ['T12 before T13', action('"*","Resource":"*"'), onlySts],
  [
    'T13 before T14',
    action('"sts:AssumeRole","NotResource":"*","Resource":"*"'),
    'Has prohibited field Resource',
  ],
  [
    'the first statement before the second',
    document('{"Effect":"Allow","Principal":{"AWS":"*"}},{"Principal":{}}'),
    'Missing required field Action',
  ],
])('order: %s', (_why, text, message) => {
  expect(readPolicy(text, 'trust', options).refusal?.message).toBe(message);
});

const ofSize = (size: number): string => {
  const text = action('"sts:AssumeRole"');
  return text.replace('"Effect"', `"Sid":"${'x'.repeat(size - text.length - 9)}","Effect"`);
};

test.each([
  ['2,048 characters are not too many', ofSize(2048), {}, undefined],
  ['white space does not count', ofSize(2048).replaceAll(',', ' ,\n\t'), {}, undefined],
  ['T18 2,049 are', ofSize(2049), {}, 2048],
  ['a raised quota', ofSize(4096), { trustPolicySize: 4096 }, undefined],
  ['T18 more than a raised quota', ofSize(4097), { trustPolicySize: 4096 }, 4096],
])('%s', (_why, text, quota, limit) => {
  const { refusal } = readPolicy(text, 'trust', quota);
  expect(refusal).toEqual(
    limit && {
      code: 'LimitExceeded',
      status: 409,
      message: `Cannot exceed quota for ACLSizePerRole: ${limit}`,
    },
  );
});

test('T18 is the last thing that AWS looks at', () => {
  expect(readPolicy(ofSize(3000).replace('AssumeRole', 'X'), 'trust').refusal?.message).toBe(
    onlySts,
  );
});

test('the trust parser saves operands that never match, and unusual Sids', () => {
  const text = action(
    `"sts:AssumeRole","Sid":"my sid"${condition('{"DateLessThan":{"aws:CurrentTime":"soon"}}')}`,
  );
  const { document: read, diagnostics } = readPolicy(text, 'trust');
  expect(read?.statements).toHaveLength(1);
  expect(diagnostics.map(({ code }) => code)).toEqual([
    'sid-characters-unusual',
    'operand-never-matches',
  ]);
});

test('a trust policy is read with the types of its principals', () => {
  const { document: read } = readPolicy(
    principal('{"AWS":["*","111111111111"],"Service":"ec2.amazonaws.com"}'),
    'trust',
  );
  expect(read?.statements[0]).toMatchObject({
    resource: undefined,
    principal: {
      negated: false,
      entries: [
        { type: 'AWS', value: '*' },
        { type: 'AWS', value: '111111111111' },
        { type: 'Service', value: 'ec2.amazonaws.com' },
      ],
    },
  });
});
