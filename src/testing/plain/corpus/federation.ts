import { a, policy, roleT, trusts } from './cast.ts';
import { row, type Question } from './question.ts';

const host = 'token.actions.githubusercontent.com';
const gitHub = `arn:aws:iam::${a}:oidc-provider/${host}`;
const corp = `arn:aws:iam::${a}:saml-provider/Corp`;
const cognito = 'cognito-identity.amazonaws.com';
const withToken = 'sts:AssumeRoleWithWebIdentity';

const asks = (provider: string, action = withToken) =>
  ({ caller: { type: 'federated', provider }, action, resource: roleT(a), owner: a }) as const;
const audience = { [`${host}:aud`]: 'sts.amazonaws.com' };
const token = (sub: string, more: Readonly<Record<string, string>> = {}) => ({
  ...audience,
  [`${host}:sub`]: sub,
  ...more,
});
const fromGitHub = (condition: unknown, action = withToken) =>
  policy(trusts({ Federated: gitHub }, condition, action));
const whose = (operator: string, sub: string) =>
  fromGitHub(
    operator === 'StringEquals'
      ? { StringEquals: { ...audience, [`${host}:sub`]: sub } }
      : { StringEquals: audience, [operator]: { [`${host}:sub`]: sub } },
  );
const run = (trust: Question['trust'], context: Question['context']): Question => ({
  ...asks(gitHub),
  ...(trust && { trust }),
  ...(context && { context }),
});

const anyOfRepository = whose('StringLike', 'repo:o/r:*');
const main = 'repo:o/r:ref:refs/heads/main';
const environment = { [`${host}:environment`]: 'prod' };
const fails = fromGitHub({
  StringEquals: { [`${host}:sub`]: main },
  'ForAllValues:StringEquals': environment,
});
const signIn = 'https://signin.aws.amazon.com/saml';
const authenticated = policy(
  trusts(
    { Federated: cognito },
    {
      StringEquals: { [`${cognito}:aud`]: 'eu-west-1:pool' },
      'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'authenticated' },
    },
    withToken,
  ),
);
const mismatch = policy(trusts({ Federated: gitHub }, { StringEquals: { [`${host}:sub`]: main } }));

/** Roles for identities of other providers: table G. */
export const federation = [
  row(
    'G1',
    'a branch of the repository',
    'allowed at resource',
    'subvectors',
    run(anyOfRepository, token(main)),
  ),
  row(
    'G2',
    'its pull requests too: a trap',
    'allowed at resource',
    'subvectors',
    run(anyOfRepository, token('repo:o/r:pull_request')),
  ),
  row(
    'G3',
    'any repository of the organization: dangerous',
    'allowed at resource',
    'subvectors',
    run(whose('StringLike', 'repo:o/*'), token('repo:o/other:ref:refs/heads/main')),
  ),
  row(
    'G4',
    'StringEquals takes a star for a star',
    'no-allow at resource',
    'subvectors',
    run(whose('StringEquals', 'repo:o/*'), token(main)),
  ),
  row(
    'G5',
    'another branch',
    'no-allow at resource',
    'subvectors',
    run(whose('StringEquals', main), token(`${main}-hotfix`)),
  ),
  row(
    'G6',
    'a star lets in branches that begin alike: a trap',
    'allowed at resource',
    'subvectors',
    run(whose('StringLike', `${main}*`), token(`${main}-hotfix`)),
  ),
  row(
    'G7',
    'the wrong audience',
    'no-allow at resource',
    'subvectors',
    run(anyOfRepository, token(main, { [`${host}:aud`]: 'other' })),
  ),
  row(
    'G8',
    'letters of another case',
    'no-allow at resource',
    'subvectors',
    run(whose('StringLike', 'repo:O/r:*'), token(main)),
  ),
  row(
    'G9',
    'the action does not fit the principal',
    'no-allow at resource',
    'accessAnalyzer',
    run(mismatch, token(main)),
  ),
  row(
    'G13',
    'ForAllValues lets in tokens without the claim',
    'allowed at resource',
    'multivalued',
    run(fails, token(main)),
  ),
  row(
    'G13 test',
    'and keeps out those with another value',
    'no-allow at resource',
    'multivalued',
    run(fails, token(main, { [`${host}:environment`]: 'test' })),
  ),
  row('G14', 'a SAML assertion for AWS’s sign-in page', 'allowed at resource', 'saml', {
    ...asks(corp, 'sts:AssumeRoleWithSAML'),
    trust: policy(
      trusts(
        { Federated: corp },
        { StringEquals: { 'SAML:aud': signIn } },
        'sts:AssumeRoleWithSAML',
      ),
    ),
    context: { 'saml:aud': signIn },
  }),
  row('G15', 'an identity that did not sign in', 'no-allow at resource', 'oidc', {
    ...asks(cognito),
    trust: authenticated,
    context: { [`${cognito}:aud`]: 'eu-west-1:pool', [`${cognito}:amr`]: ['unauthenticated'] },
  }),
  row(
    'G16',
    'an immutable subject against the pattern of old',
    'no-allow at resource',
    'subvectors',
    run(anyOfRepository, token('repo:o@1/r@2:ref:refs/heads/main')),
  ),
  row(
    '8.7',
    'the subject does not fit',
    'no-allow at resource',
    'cli10314',
    run(whose('StringEquals', main), token('repo:o/r:environment:prod')),
  ),
];
