import { type Placed } from '../../syntax/document.ts';
import { covers } from './covers.ts';
import { allows, isNegated, type Check, type Subject, type Test, testsOf } from './subject.ts';

const github = 'token.actions.githubusercontent.com';

/** What a trust in an identity provider leaves open. */
export const checkFederated: Check = (subject) => {
  const { statement } = subject;
  if (subject.kind !== 'trust' || !allows(statement)) return;
  const tests = testsOf(statement);
  for (const { type, value, at } of statement.principal?.entries ?? []) {
    const host = /^arn:aws:iam::\d{12}:oidc-provider\/(.+)$/.exec(value)?.[1]?.toLowerCase();
    if (type !== 'Federated' || host === undefined) continue;
    const claims = tests.filter(({ key }) => key.startsWith(`${host}:`));
    if (claims.length === 0) subject.add('provider-for-anyone', at, { provider: host });
    if (host === github) checkGithub(subject, claims);
  }
};

function checkGithub(subject: Subject, claims: readonly Test[]): void {
  const subs = claims.filter((test) => test.key === `${github}:sub` && !isNegated(test));
  const patterns = subs.filter(({ name }) => name === 'StringLike');
  for (const value of patterns.flatMap(({ values }) => values)) checkSub(subject, value);
}

/**
 * GitHub's subject is `repo:<owner>/<repository>:<what runs>`.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
function checkSub({ add }: Subject, { value, at }: Placed<string>): void {
  const [, repository = '', ...rest] = value.split(':');
  const run = rest.join(':');
  if (/[*?]/.test(repository)) add('github-any-repository', at, { sub: value });
  else if (covers(run, 'pull_request')) add('github-pull-requests', at, { sub: value });
  else if (/^ref:refs\/heads\/[^*?]+[^/*?]\*$/.test(run)) {
    add('github-branch-prefix', at, { sub: value });
  }
}
