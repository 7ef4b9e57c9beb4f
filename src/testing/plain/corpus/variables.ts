import { type RequestContext } from '#policy';
import { a, alice, allow, policy } from './cast.ts';
import { derived } from './derived.ts';
import { type CorpusCase } from './question.ts';

const texts = [
  '${aws:username}',
  '${AWS:UserName}',
  'x${aws:username}y',
  '${aws:username}/*',
  "${aws:username, 'all'}",
  "${aws:username,'all'}",
  "${aws:username, '*'}",
  "${aws:username, ''}",
  '${aws:PrincipalTag/team}',
  '${aws:TagKeys}',
  '${*}',
  '${?}',
  '${$}{x}',
  'a${*}b*',
  '${aws:username',
  '${ aws:username}',
  '${constructor}',
];

const contexts: readonly (readonly [string, RequestContext])[] = [
  ['alice', { 'aws:username': 'alice', 'aws:principaltag/team': 'blue', 'aws:tagkeys': ['alice'] }],
  ['a star', { 'aws:username': '*', 'aws:principaltag/team': '*' }],
  ['nobody', {}],
];

const objects = ['alice', 'all', '*', '?', 'blue', 'a*b', 'alice/x', '${aws:username}', 'xalicey'];

const ask = (
  id: string,
  resource: string,
  context: RequestContext,
  statement: Readonly<Record<string, unknown>>,
): CorpusCase =>
  derived(id, id, 'variables', {
    caller: alice,
    action: 's3:GetObject',
    resource,
    owner: a,
    context,
    identity: [policy(statement)],
  });

/** Variables in resources, where the version has them. */
const inResources = texts.flatMap((text) =>
  contexts.flatMap(([who, context]) => {
    const statement = allow('s3:GetObject', `arn:aws:s3:::b/${text}`);
    return objects.map((key) =>
      ask(`Resource ${text} for ${who}: ${key}`, `arn:aws:s3:::b/${key}`, context, statement),
    );
  }),
);

/** The same in values of conditions. */
const inConditions = texts.flatMap((text) =>
  contexts.flatMap(([who, context]) =>
    ['StringEquals', 'StringNotEquals', 'StringLike'].map((operator) => {
      const asked = { ...context, 's3:prefix': 'alice' };
      const statement = allow('s3:GetObject', '*', { [operator]: { 's3:prefix': text } });
      return ask(`${operator} ${text} for ${who}`, 'arn:aws:s3:::b/x', asked, statement);
    }),
  ),
);

export const variables: readonly CorpusCase[] = [...inResources, ...inConditions];
