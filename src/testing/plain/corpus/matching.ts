import { a, alice, allow, deny, object, policy, session } from './cast.ts';
import { row, type CorpusCase, type Question } from './question.ts';
import { type SourceName } from './sources.ts';

const asks = (
  action: string,
  resource: string,
  identity: Readonly<Record<string, unknown>>,
): Question => ({
  caller: alice,
  action,
  resource,
  owner: a,
  identity: [identity],
});
const may = (action: unknown, resource: unknown = '*') => policy(allow(action, resource));

const yes = 'allowed at identity';
const no = 'no-allow at identity';
const noDeny = (condition: unknown) => policy(allow('*'), deny('*', '*', condition));

const forTeam = (version: string) => ({
  Version: version,
  Statement: [allow('s3:GetObject', "arn:aws:s3:::b/${aws:PrincipalTag/team, 'all'}/*")],
});
const literalStar = may('s3:GetObject', 'arn:aws:s3:::b/${*}');
const butHr = policy(allow('*'), {
  Effect: 'Deny',
  Action: 's3:*',
  NotResource: 'arn:aws:s3:::hr/*',
});
const deep = 'arn:aws:s3:::b/*/test/*';
const lookAlike = 'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d';
const finance = (operator: string) =>
  policy(
    allow('s3:GetObject', '*', {
      [operator]: { 'aws:SourceArn': 'arn:aws:x:*:111122223333:finance/*' },
    }),
  );
const elsewhere = policy(
  allow('*'),
  deny('iam:*', '*', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
);
const toEc2 = policy(
  allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }),
);
const homes = may('s3:GetObject', 'arn:aws:s3:::b/${aws:username}/*');

/** What patterns match: table H but for its rows on buckets and keys. */
const rows: readonly CorpusCase[] = [
  row(
    'H1',
    'actions are compared in any case',
    yes,
    'action',
    asks('s3:getobject', object, may('s3:Get*')),
  ),
  row(
    'H2',
    'a question mark is one character',
    yes,
    'action',
    asks('s3:GetObject', object, may('s3:Get?bject')),
  ),
  row('H3', 'no name after the colon', no, 'iamSimulate', asks('s3:GetObject', object, may('s3:'))),
  row(
    'H4',
    'a space after the name',
    no,
    'iamSimulate',
    asks('s3:GetObject', object, may('S3:GetObject ')),
  ),
  row(
    'H5',
    'a bucket is none of its objects',
    no,
    'resource',
    asks('s3:ListBucket', 'arn:aws:s3:::b', may('s3:*', 'arn:aws:s3:::b/*')),
  ),
  row(
    'H6',
    'a star takes slashes',
    yes,
    'resource',
    asks('s3:GetObject', 'arn:aws:s3:::b/k', may('s3:*', 'arn:aws:s3:::b*')),
  ),
  row(
    'H7',
    'two stars',
    yes,
    'resource',
    asks('s3:GetObject', 'arn:aws:s3:::b/1/2/test/3/x', may('s3:*', deep)),
  ),
  row(
    'H8',
    'nothing between two slashes is still two slashes',
    no,
    'resource',
    asks('s3:GetObject', 'arn:aws:s3:::b/test/x', may('s3:*', deep)),
  ),
  row(
    'H9',
    'a star may be empty',
    yes,
    'resource',
    asks('s3:GetObject', 'arn:aws:s3:::b//test/object.jpg', may('s3:*', deep)),
  ),
  row(
    'H10',
    'part of a path',
    yes,
    'identifiers',
    asks(
      'iam:GetUser',
      `arn:aws:iam::${a}:user/development/x`,
      may('iam:*', `arn:aws:iam::${a}:user/dev*`),
    ),
  ),
  row(
    'H11',
    'NotResource spares what it lists',
    yes,
    'notResource',
    asks('s3:GetObject', 'arn:aws:s3:::hr/x', butHr),
  ),
  row(
    'H12',
    'and hits all else',
    'explicit-deny at identity',
    'notResource',
    asks('s3:GetObject', 'arn:aws:s3:::other/x', butHr),
  ),
  row(
    'H13',
    'of the actions that it names',
    yes,
    'notResource',
    asks('ec2:RunInstances', '*', butHr),
  ),
  row(
    'H14',
    'an action without a resource needs `*`',
    no,
    'notAction',
    asks(
      's3:ListAllMyBuckets',
      '*',
      policy({ Effect: 'Allow', NotAction: 's3:DeleteBucket', Resource: 'arn:aws:s3:::*' }),
    ),
  ),
  row('H15', 'a session of a role has no user name', no, 'variables', {
    ...asks('s3:GetObject', 'arn:aws:s3:::b/alice/x', homes),
    caller: session,
  }),
  row(
    'H16',
    'a variable’s default',
    yes,
    'variables',
    asks('s3:GetObject', 'arn:aws:s3:::b/all/x', forTeam('2012-10-17')),
  ),
  row(
    'H17',
    'in the version of 2008 it is text',
    no,
    'version',
    asks('s3:GetObject', 'arn:aws:s3:::b/all/x', forTeam('2008-10-17')),
  ),
  row(
    'H18',
    'an escaped star',
    yes,
    'variables',
    asks('s3:GetObject', 'arn:aws:s3:::b/*', literalStar),
  ),
  row(
    'H18 x',
    'an escaped star is no wildcard',
    no,
    'variables',
    asks('s3:GetObject', 'arn:aws:s3:::b/x', literalStar),
  ),
  row('H19', 'a star of an ARN operator stays in its field', no, 'operators', {
    ...asks('s3:GetObject', object, finance('ArnLike')),
    context: { 'aws:sourcearn': lookAlike },
  }),
  row('H19 text', 'a star of StringLike does not', yes, 'operators', {
    ...asks('s3:GetObject', object, finance('StringLike')),
    context: { 'aws:sourcearn': lookAlike },
  }),
  row('H20', 'StringEquals takes a star for a star', no, 'operators', {
    ...asks(
      's3:ListBucket',
      'arn:aws:s3:::b',
      policy(allow('s3:ListBucket', '*', { StringEquals: { 's3:prefix': 'home/*' } })),
    ),
    context: { 's3:prefix': 'home/a' },
  }),
  row('H21', 'IAM is in us-east-1', 'explicit-deny at identity', 'conditionKeys', {
    ...asks('iam:ListUsers', '*', elsewhere),
    context: { 'aws:requestedregion': 'us-east-1' },
  }),
  row(
    'H22',
    'all but the reports',
    'explicit-deny at identity',
    'action',
    asks('iam:GenerateCredentialReport', '*', policy(allow('*'), deny('iam:*Report'))),
  ),
  row('H23', 'a key that is misspelt is missing', yes, 'operators', {
    ...asks('s3:GetObject', object, noDeny({ StringEquals: { 'aws:PrincipalTags/team': 'x' } })),
    context: { 'aws:principaltag/team': 'x' },
  }),
  row('H32', 'a role passed to another service', no, 'iamConditionKeys', {
    ...asks('iam:PassRole', `arn:aws:iam::${a}:role/R`, toEc2),
    context: { 'iam:passedtoservice': 'lambda.amazonaws.com' },
  }),
];

interface Pattern {
  readonly element: 'Action' | 'Resource';
  readonly pattern: string;
  readonly matching: readonly string[];
  readonly others: readonly string[];
  readonly source: SourceName;
}

const q = `arn:aws:sqs:eu-west-1:${a}:q`;

/** One pattern a line, with what it matches and what it does not. */
const patterns: readonly Pattern[] = [
  {
    element: 'Action',
    pattern: '*',
    matching: ['s3:GetObject', 'sqs:SendMessage'],
    others: [],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 's3:*',
    matching: ['s3:GetObject', 's3:PutObject'],
    others: ['sqs:SendMessage', 's3express:CreateSession'],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 's3:*Object',
    matching: ['s3:GetObject', 's3:PutObject'],
    others: ['s3:GetObjectAcl', 's3:ListBucket'],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 's3:*Object*',
    matching: ['s3:GetObject', 's3:GetObjectAcl'],
    others: ['s3:ListBucket'],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 's3:Get*Acl',
    matching: ['s3:GetObjectAcl', 's3:GetBucketAcl', 's3:GetAcl'],
    others: ['s3:GetObject', 's3:PutObjectAcl'],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 's3:?etObject',
    matching: ['s3:GetObject'],
    others: ['s3:PutObject', 's3:etObject', 's3:DeleteObject'],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 's3:GetObject?',
    matching: ['s3:GetObjects'],
    others: ['s3:GetObject', 's3:GetObjectAcl'],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 'S3:GETOBJECT',
    matching: ['s3:GetObject'],
    others: ['s3:PutObject'],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 's3:**',
    matching: ['s3:GetObject'],
    others: ['sqs:SendMessage'],
    source: 'action',
  },
  {
    element: 'Action',
    pattern: 's3:G*t*b*t',
    matching: ['s3:GetObject', 's3:GetBucket'],
    others: ['s3:GetObjectAcl', 's3:Get'],
    source: 'action',
  },
  { element: 'Resource', pattern: '*', matching: [object, q, '*'], others: [], source: 'resource' },
  {
    element: 'Resource',
    pattern: 'arn:aws:s3:::b/?',
    matching: [object],
    others: ['arn:aws:s3:::b/', 'arn:aws:s3:::b/xy'],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:s3:::b/x*',
    matching: [object, 'arn:aws:s3:::b/x/y/z'],
    others: ['arn:aws:s3:::b/y'],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:s3:::*',
    matching: [object, 'arn:aws:s3:::b'],
    others: [q, '*'],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:*:s3:::b/x',
    matching: [object],
    others: ['arn:aws:s3:::b/y'],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:s3:::b/X',
    matching: ['arn:aws:s3:::b/X'],
    others: [object],
    source: 'principal',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:sqs:*:*:q',
    matching: [q, 'arn:aws:sqs:us-east-1:222222222222:q'],
    others: ['arn:aws:sqs:us-east-1:222222222222:r'],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:sqs:eu-*:111111111111:q',
    matching: [q],
    others: ['arn:aws:sqs:us-east-1:111111111111:q'],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:sqs:*:1?1111111111:q',
    matching: [q],
    others: ['arn:aws:sqs:eu-west-1:222222222222:q'],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:sqs:*',
    matching: [q, 'arn:aws:sqs:us-east-1:222222222222:r'],
    others: [object],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:iam::111111111111:role/*',
    matching: [`arn:aws:iam::${a}:role/R`, `arn:aws:iam::${a}:role/dev/R`],
    others: [`arn:aws:iam::${a}:user/R`, 'arn:aws:iam::222222222222:role/R'],
    source: 'identifiers',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:iam::*:role/*/R',
    matching: [`arn:aws:iam::${a}:role/dev/R`],
    others: [`arn:aws:iam::${a}:role/R`],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:logs:*:*:log-group:*',
    matching: ['arn:aws:logs:eu-west-1:111111111111:log-group:g:log-stream:s'],
    others: ['arn:aws:logs:eu-west-1:111111111111:destination:d'],
    source: 'resource',
  },
  {
    element: 'Resource',
    pattern: 'arn:aws:s3:::b/a*a*a*a*a*a*a*a*c',
    matching: [`arn:aws:s3:::b/${'a'.repeat(40)}c`],
    others: [`arn:aws:s3:::b/${'a'.repeat(40)}b`],
    source: 'resource',
  },
];

const casesOf = (
  { element, pattern, matching, others, source }: Pattern,
  i: number,
): readonly CorpusCase[] =>
  (['', 'Not'] as const).flatMap((not) => {
    const ask = (matches: boolean) => (value: string, j: number) =>
      row(
        `${not}${element} ${i + 1}${matches ? '+' : '-'}${j + 1}`,
        `${not}${element} ${pattern} and ${value}`,
        matches === (not === '') ? yes : no,
        source,
        asks(
          ...requestWith(element, value),
          policy({ Effect: 'Allow', ...theOther(element), [`${not}${element}`]: pattern }),
        ),
      );
    return [...matching.map(ask(true)), ...others.map(ask(false))];
  });

const requestWith = (
  element: Pattern['element'],
  value: string,
): [action: string, resource: string] =>
  element === 'Action' ? [value, object] : ['s3:GetObject', value];

/** The element that is not looked at. */
const theOther = (element: Pattern['element']) =>
  element === 'Action' ? { Resource: '*' } : { Action: '*' };

export const matching: readonly CorpusCase[] = [...rows, ...patterns.flatMap(casesOf)];
