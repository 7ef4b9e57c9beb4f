import { expect, test } from 'vitest';
import { type PolicyKind } from '../../syntax/document.ts';
import { readPolicy } from '../read-policy.ts';
import { advise } from './advise.ts';

const policy = (rest: string, effect = 'Allow'): string =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"${effect}",${rest}}]}`;
const under = (condition: string, effect?: string): string =>
  policy(`"Action":"a:b","Resource":"*","Condition":${condition}`, effect);
const mfa = '"Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}';

test.each<readonly [why: string, kind: PolicyKind, text: string, codes: readonly string[]]>([
  ['everyone', 'trust', policy('"Principal":{"AWS":"*"},"Action":"sts:AssumeRole"'), ['anyone']],
  [
    'everyone with MFA, in any account',
    'trust',
    policy(`"Principal":{"AWS":"*"},"Action":"sts:AssumeRole",${mfa}`),
    ['anyone'],
  ],
  [
    'everyone of an organization',
    'trust',
    policy(
      '"Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}',
    ),
    [],
  ],
  [
    'everyone who does not say otherwise',
    'trust',
    policy(
      '"Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-1"}}',
    ),
    ['anyone'],
  ],
  [
    'everyone of any organization',
    'trust',
    policy(
      '"Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"ArnLike":{"aws:PrincipalArn":"*"}}',
    ),
    ['anyone'],
  ],
  [
    'everyone is denied',
    'trust',
    policy('"Principal":{"AWS":"*"},"Action":"sts:AssumeRole"', 'Deny'),
    [],
  ],
  [
    'everyone, the bare star',
    'resource',
    policy('"Principal":"*","Action":"a:b","Resource":"*"'),
    ['anyone'],
  ],
  [
    'all but one',
    'resource',
    policy('"NotPrincipal":{"AWS":"111111111111"},"Action":"a:b","Resource":"*"', 'Deny'),
    ['deny-all-but-some-principals'],
  ],
  [
    'two accounts',
    'trust',
    policy(
      '"Principal":{"AWS":["111111111111","arn:aws:iam::222222222222:root"]},"Action":"sts:AssumeRole"',
    ),
    ['account-principal', 'account-principal'],
  ],
  [
    'a user',
    'trust',
    policy('"Principal":{"AWS":"arn:aws:iam::111111111111:user/a"},"Action":"sts:AssumeRole"'),
    [],
  ],
  ['everything', 'identity', policy('"Action":["*"],"Resource":["*"]'), ['allows-everything']],
  [
    'everything of one resource',
    'identity',
    policy('"Action":"*","Resource":"arn:aws:s3:::b"'),
    [],
  ],
  ['everything under a condition', 'identity', policy(`"Action":"*","Resource":"*",${mfa}`), []],
  ['everything is denied', 'identity', policy('"Action":"*","Resource":"*"', 'Deny'), []],
  ['a boundary grants nothing', 'boundary', policy('"Action":"*","Resource":"*"'), []],
  [
    'every role, by all of IAM',
    'identity',
    policy('"Action":"IAM:*","Resource":"*"'),
    ['pass-role-on-everything'],
  ],
  [
    'some roles',
    'identity',
    policy('"Action":"iam:PassRole","Resource":"arn:aws:iam::111111111111:role/a"'),
    [],
  ],
  [
    'every role to one service',
    'identity',
    policy(
      '"Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}',
    ),
    [],
  ],
  [
    'all other actions',
    'identity',
    policy('"NotAction":"iam:*","Resource":"*"'),
    ['allows-all-but-some'],
  ],
  [
    'all other actions are denied',
    'identity',
    policy('"NotAction":"iam:*","Resource":"*"', 'Deny'),
    [],
  ],
  [
    'a literal star',
    'identity',
    under('{"StringEqualsIfExists":{"a:b":["x","x*"]}}'),
    ['literal-star'],
  ],
  [
    'a literal star in a Deny',
    'identity',
    under('{"StringNotEquals":{"a:b":"x*"}}', 'Deny'),
    ['literal-star'],
  ],
  ['an escaped star', 'identity', under('{"StringEquals":{"a:b":"x${*}"}}'), []],
  ['a star where it is one', 'identity', under('{"StringLike":{"a:b":"x*"}}'), []],
  [
    'ForAllValues',
    'identity',
    under('{"ForAllValues:StringLike":{"aws:TagKeys":"a"}}'),
    ['for-all-values-allows'],
  ],
  [
    'ForAllValues in a Deny',
    'identity',
    under('{"ForAllValues:StringLike":{"aws:TagKeys":"a"}}', 'Deny'),
    [],
  ],
  [
    'ForAllValues of a key that must be there',
    'identity',
    under('{"ForAllValues:StringLike":{"aws:TagKeys":"a"},"Null":{"aws:tagkeys":"false"}}'),
    [],
  ],
  [
    'ForAllValues beside another key that must be there',
    'identity',
    under('{"ForAllValues:StringLike":{"aws:TagKeys":"a"},"Null":{"a:x":"false"}}'),
    ['for-all-values-allows'],
  ],
  [
    'ForAllValues of a key that must be absent',
    'identity',
    under('{"ForAllValues:StringLike":{"aws:TagKeys":"a"},"Null":{"aws:TagKeys":"true"}}'),
    ['for-all-values-allows'],
  ],
  [
    'good variables',
    'identity',
    policy(
      '"Action":"a:b","Resource":"arn:aws:s3:::${aws:username}/${aws:PrincipalTag/team, \'all of us\'}/${*}${?}${$}"',
    ),
    [],
  ],
  [
    'an empty variable',
    'identity',
    policy('"Action":"a:b","Resource":"arn:aws:s3:::${}"'),
    ['broken-variable'],
  ],
  [
    'a variable in a variable',
    'identity',
    policy('"Action":"a:b","Resource":"arn:aws:s3:::${${aws:username}}"'),
    ['broken-variable'],
  ],
  [
    'a variable with a space',
    'identity',
    under('{"StringLike":{"a:b":"${aws: username}"}}'),
    ['broken-variable'],
  ],
  [
    'a default without quotes',
    'identity',
    under('{"StringLike":{"a:b":"${aws:username, all}"}}'),
    ['broken-variable'],
  ],
  [
    'no variables where there are none',
    'identity',
    under('{"Bool":{"a:b":"${aws:x}"}}'),
    ['operand-never-matches'],
  ],
  [
    'a no-break space in an ARN',
    'identity',
    policy('"Action":"a:b","Resource":"arn:aws:s3:::b\u00A0"'),
    ['look-alike'],
  ],
  [
    'a Cyrillic letter behind an escape',
    'identity',
    policy('"Action":"a:b","Resource":"arn:aws:s3:::b\\u0430"'),
    ['look-alike'],
  ],
  [
    'plain escapes',
    'identity',
    policy('"Action":"s3:Get\\u004fbject","Resource":"arn:aws:s3:::b\\/x"'),
    [],
  ],
  [
    'an action that nothing bears',
    'identity',
    policy('"Action":["s3:","s3:a, s3:b"],"Resource":"arn:aws:s3:::b"'),
    ['action-never-matches', 'action-with-colons'],
  ],
  [
    'an unknown action is fine',
    'identity',
    policy('"Action":["sts:NoSuchThing","nosuch:*"],"Resource":"*"'),
    [],
  ],
  [
    'values that Bool can compare',
    'identity',
    under('{"Bool":{"a:b":["True"]},"BoolIfExists":{"a:b":false},"Null":{"c:d":"true"}}'),
    [],
  ],
  ['a key of another vendor', 'identity', under('{"StringEquals":{"nosuch:key":"x"}}'), []],
])('%s', (_why, kind, text, codes) => {
  const reading = readPolicy(text, kind);
  const found = [...reading.diagnostics, ...advise(reading)];
  expect(found.map(({ code }) => code)).toEqual(codes);
});

test('every strange character of a text is shown, up to twenty', () => {
  const text = policy(`"Sid":"${'ы'.repeat(30)}","Action":"a:b","Resource":"*"`);
  const { diagnostics } = readPolicy(text, 'identity');
  const shown = diagnostics.filter(({ code }) => code === 'character-not-allowed');
  const second = text.indexOf('ы') + 1;
  expect(shown).toHaveLength(20);
  expect(shown[1]?.at).toEqual({ start: second, end: second + 1 });
});
