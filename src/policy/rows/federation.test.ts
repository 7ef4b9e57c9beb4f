import { expect, test } from 'vitest';
import { type RequestContext } from '../decide/request.ts';
import {
  answer,
  type Asking,
  ask,
  deny,
  home,
  textOf,
  trusts,
  type Written,
} from '../explain/asking.examples.ts';
import { readPolicy } from '../validate/read-policy.ts';

const host = 'token.actions.githubusercontent.com';
const github = `arn:aws:iam::${home}:oidc-provider/${host}`;
const saml = `arn:aws:iam::${home}:saml-provider/idp`;
const cognito = 'cognito-identity.amazonaws.com';
const byToken = { Action: 'sts:AssumeRoleWithWebIdentity' };
const main = 'repo:o/r:ref:refs/heads/main';
const main2 = 'repo:o/r:ref:refs/heads/main-hotfix';

const audience = { [`${host}:aud`]: 'sts.amazonaws.com' };
const like = (sub: string): Written => ({
  StringEquals: audience,
  StringLike: { [`${host}:sub`]: sub },
});
const equals = (sub: string): Written => ({ StringEquals: { ...audience, [`${host}:sub`]: sub } });
const claims = (sub: string, aud = 'sts.amazonaws.com'): RequestContext => ({
  [`${host}:sub`]: sub,
  [`${host}:aud`]: aud,
});

/** A call of AssumeRoleWithWebIdentity or AssumeRoleWithSAML: the token is all there is of the caller. */
const call = (
  provider: string,
  action: string,
  trust: Written,
  context: RequestContext,
): Asking => ({
  by: { type: 'federated', provider },
  action,
  trust: [trust],
  context,
});
const fromGithub = (Condition: Written, context: RequestContext): Asking =>
  call(github, byToken.Action, trusts({ Federated: github }, { ...byToken, Condition }), context);

const yes = 'Allow by resource';
const no = 'ImplicitDeny at resource';
const trusted = 'trust policy 1 as federated';

type Row = readonly [id: string, asking: Asking, outcome: string, because: string];

/**
 * Table G: tokens of identity providers. Only the trust policy is asked.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
test.each<Row>([
  ['G1: a branch', fromGithub(like('repo:o/r:*'), claims(main)), yes, trusted],
  [
    'G2: pull requests too',
    fromGithub(like('repo:o/r:*'), claims('repo:o/r:pull_request')),
    yes,
    trusted,
  ],
  [
    'G3: every repository of the organization',
    fromGithub(like('repo:o/*'), claims('repo:o/other:pull_request')),
    yes,
    trusted,
  ],
  [
    'G4: a literal star',
    fromGithub(equals('repo:o/*'), claims(main)),
    no,
    `trust policy 1: StringEquals ${host}:sub repo:o/* / ${main}`,
  ],
  [
    'G5: exactly one branch',
    fromGithub(equals(main), claims(main2)),
    no,
    `trust policy 1: StringEquals ${host}:sub ${main} / ${main2}`,
  ],
  [
    'G6: a branch and whatever starts like it',
    fromGithub(like(`${main}*`), claims(main2)),
    yes,
    trusted,
  ],
  [
    'G7: another audience',
    fromGithub(like('repo:o/r:*'), claims(main, 'someone-else')),
    no,
    `trust policy 1: StringEquals ${host}:aud sts.amazonaws.com / someone-else`,
  ],
  [
    'G8: another case',
    fromGithub(like('repo:o/r:*'), claims('repo:O/r:pull_request')),
    no,
    `trust policy 1: StringLike ${host}:sub repo:o/r:* / repo:O/r:pull_request`,
  ],
  [
    'G9: trust in sts:AssumeRole is not asked for',
    call(
      github,
      byToken.Action,
      trusts({ Federated: github }, { Condition: like('repo:o/r:*') }),
      claims(main),
    ),
    no,
    'trust policy 1: Action sts:AssumeRole / sts:AssumeRoleWithWebIdentity',
  ],
  [
    'G10: the caller’s own policies are not asked',
    {
      ...fromGithub(like('repo:o/r:*'), claims(main)),
      identity: [deny('*')],
      boundary: [deny('*')],
      scps: [[deny('*')]],
    },
    yes,
    trusted,
  ],
  [
    'G13: ForAllValues fails open',
    fromGithub(
      { ...like('repo:o/r:*'), 'ForAllValues:StringEquals': { [`${host}:environment`]: 'prod' } },
      claims(main),
    ),
    yes,
    `${trusted} | without ${host}:environment`,
  ],
  [
    'G14: SAML for the console',
    call(
      saml,
      'sts:AssumeRoleWithSAML',
      trusts(
        { Federated: saml },
        {
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        },
      ),
      { 'saml:aud': 'https://signin.aws.amazon.com/saml' },
    ),
    yes,
    trusted,
  ],
  [
    'G14: SAML for another recipient',
    call(
      saml,
      'sts:AssumeRoleWithSAML',
      trusts(
        { Federated: saml },
        {
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        },
      ),
      { 'saml:aud': 'https://example.com/saml' },
    ),
    no,
    'trust policy 1: StringEquals SAML:aud https://signin.aws.amazon.com/saml / https://example.com/saml',
  ],
  [
    'G15: a guest of a Cognito pool',
    call(
      cognito,
      byToken.Action,
      trusts(
        { Federated: cognito },
        {
          ...byToken,
          Condition: {
            StringEquals: { [`${cognito}:aud`]: 'eu-west-1:pool' },
            'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'authenticated' },
          },
        },
      ),
      { [`${cognito}:aud`]: 'eu-west-1:pool', [`${cognito}:amr`]: ['unauthenticated'] },
    ),
    no,
    `trust policy 1: ForAnyValue:StringLike ${cognito}:amr authenticated / unauthenticated`,
  ],
  [
    'G16: the immutable subject',
    fromGithub(like('repo:o/r:*'), claims('repo:o@1/r@2:ref:refs/heads/main')),
    no,
    `trust policy 1: StringLike ${host}:sub repo:o/r:* / repo:o@1/r@2:ref:refs/heads/main`,
  ],
  [
    'a token of another provider',
    call(
      'accounts.google.com',
      byToken.Action,
      trusts({ Federated: github }, { ...byToken, Condition: like('repo:o/r:*') }),
      claims(main),
    ),
    no,
    `trust policy 1: Principal ${github} / accounts.google.com`,
  ],
])('%s', (_id, asking, ...expected) => {
  const decision = ask(asking);
  expect(answer(decision)).toEqual(expected);
  expect(decision.crossAccount).toBe(false); // a token belongs to no account
});

test('G11: Cognito without a condition cannot be saved (row T16)', () => {
  const text = textOf([trusts({ Federated: cognito }, byToken)]);
  expect(readPolicy(text, 'trust').refusal?.message).toBe(
    'A condition block must be present for the Cognito provider',
  );
});

test.each([
  ['no condition', {}],
  ['only an audience', { Condition: { StringEquals: audience } }],
  ['a subject of stars', { Condition: like('*') }],
])('G12: GitHub with %s cannot be saved (row T17)', (_why, more) => {
  const { refusal } = readPolicy(
    textOf([trusts({ Federated: github }, { ...byToken, ...more })]),
    'trust',
  );
  expect(refusal?.code).toBe('MalformedPolicyDocument');
  expect(refusal?.message).toContain(`${host}:sub`);
});
