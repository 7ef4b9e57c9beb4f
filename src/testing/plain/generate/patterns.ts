import { type RequestContext } from '#policy';
import { type Random } from './random.ts';

/** The actions that requests ask for, and a resource for each. `*`: the action has none. */
export const asks = {
  trust: ['sts:AssumeRole', 'sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
  kms: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  ordinary: [
    's3:GetObject',
    's3:PutObject',
    's3:ListBucket',
    's3:ListAllMyBuckets',
    'sqs:SendMessage',
    'iam:PassRole',
  ],
} as const;

export const federatedActions = [
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
] as const;
export const freeActions = ['sts:GetCallerIdentity', 'sts:GetSessionToken'] as const;

const objects = [
  'alice/a.txt',
  'bob/a.txt',
  'eng/2026/a.txt',
  'all/x',
  '*',
  'a?c',
  '1/2/test/3/x',
  '',
  '😀',
  'Alice/a.txt',
  'a:b:c',
  '$',
];

export function drawResourceFor(random: Random, action: string, account: string): string {
  switch (action.slice(0, action.indexOf(':'))) {
    case 's3':
      if (action === 's3:ListAllMyBuckets') return '*';
      if (action === 's3:ListBucket') return random.pick(['arn:aws:s3:::b', 'arn:aws:s3:::hr']);
      return `arn:aws:s3:::${random.pick(['b', 'b', 'hr'])}/${random.pick(objects)}`;
    case 'sqs':
      return `arn:aws:sqs:${random.pick(['eu-west-1', 'us-east-1'])}:${account}:${random.pick(['q', 'alice', 'a:b'])}`;
    case 'kms':
      return `arn:aws:kms:${random.pick(['eu-west-1', 'us-east-1'])}:${account}:key/${random.pick(['k1', 'k2'])}`;
    default:
      return `arn:aws:iam::${account}:role/${random.pick(['T', 'dev/T', 'alice', 'R'])}`;
  }
}

/** Documents hold Latin-1 alone; a wildcard stands for the rest. */
export const speakable = (text: string): string => text.replace(/[^\u0020-\u00FF]/gu, '?');

/** A pattern for an action: often one that matches, in any of the ways in which patterns can. */
export function drawActionPattern(random: Random, action: string): string {
  const colon = action.indexOf(':');
  const [vendor, name] = [action.slice(0, colon), action.slice(colon + 1)];
  const at = random.below(name.length);
  switch (random.below(14)) {
    case 0:
    case 1:
    case 2:
      return action;
    case 3:
    case 4:
      return `${vendor}:*`;
    case 5:
      return '*';
    case 6:
      return `${vendor}:${name.slice(0, at)}*`;
    case 7:
      return `${vendor}:*${name.slice(at)}`;
    case 8:
      return `${vendor}:${name.slice(0, at)}?${name.slice(at + 1)}`;
    case 9:
      return random.pick([action.toUpperCase(), action.toLowerCase()]);
    case 10:
      return `${vendor}:${name.slice(0, at)}**${name.slice(at + 1)}*`;
    case 11:
      return `${action}${random.pick(['?', ' ', 's', '*?', '?*'])}`;
    case 12:
      return `${vendor}:${random.pick(['', 'Get*', 'Put?bject', 'List*', '*Role', '*o*o*o*'])}`;
    default:
      return random.pick([
        's3:GetObject',
        's3:*',
        'ec2:*',
        'iam:Get*',
        'sts:*',
        'nosuch:Thing',
        'kms:De*t',
      ]);
  }
}

/** A pattern for a resource: often one that matches, with wildcards, fields left out and variables. */
export function drawResourcePattern(
  random: Random,
  resource: string,
  context: RequestContext,
): string {
  const pattern =
    resource === '*'
      ? random.pick(['*', '*', ...otherResources])
      : drawArnPattern(random, resource, context);
  // AWS saves only patterns that begin with a kind of IAM's for IAM's own resources.
  return pattern.replace(/^(arn:[^:]*:iam::[^:]*:)(?!role\/|user\/|\*$)/, '$1role/');
}

function drawArnPattern(random: Random, resource: string, context: RequestContext): string {
  const tail = resource.split(':').slice(5).join(':');
  const head = resource.slice(0, resource.length - tail.length);
  const at = random.below(tail.length + 1);
  switch (random.below(16)) {
    case 0:
    case 1:
    case 2:
      return resource;
    case 3:
    case 4:
      return '*';
    case 5:
      return `${head}${tail.slice(0, at)}*`;
    case 6:
      return `${head}${tail.slice(0, at)}?${tail.slice(at + 1)}`;
    case 7:
      return `${head}${tail.slice(0, tail.lastIndexOf('/') + 1)}*`;
    case 8:
    case 9:
      return `${head}${withVariable(random, tail, context)}`;
    case 10:
      return random.pick([
        resource.replace(':aws:', ':*:'),
        withFields(random, resource),
        shortened(resource),
      ]);
    case 11:
      return `${head}${random.pick(['*', '*/test/*', '${*}', '*${$}', 'b/${*}', 'b/a${?}c', 'b/**?', '*:*', '??'])}`;
    case 12:
      return random.pick(variableOutOfPlace).replace('TAIL', tail);
    case 13:
      return `${head}${random.pick([tail.toUpperCase(), `${tail}x`, `x${tail}`, tail.slice(1)])}`;
    default:
      return random.pick(otherResources);
  }
}

const otherResources = [
  'arn:aws:s3:::b',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b*',
  'arn:aws:s3:::hr/*',
  'arn:aws:s3:::b/*/test/*',
  'arn:aws:s3:*',
  'arn:aws:iam::111111111111:role/*',
  'arn:aws:iam::*:role/dev/*',
  'arn:aws:iam::222222222222:role/T',
  'arn:aws:sqs:*:*:q',
  'arn:aws:kms:*:222222222222:key/*',
  'arn:aws:ec2:*',
  'x:aws:sqs:*:*:*',
] as const;

/** Variables stand after the fifth colon only. AWS saves the others. */
const variableOutOfPlace = [
  'arn:aws:sqs:${aws:username}:111111111111:TAIL',
  'arn:aws:sqs:eu-west-1:${aws:PrincipalAccount}:TAIL',
  'arn:aws:kms:${*}:111111111111:TAIL',
  'arn:aws:sqs:*:${*}:TAIL',
  'arn:aws:sqs:${*',
] as const;

/** Other regions and accounts, wildcards in their fields, and letters of another case. */
function withFields(random: Random, resource: string): string {
  const [arn, partition = '', service = '', region = '', account = '', ...rest] =
    resource.split(':');
  const fields = [
    arn,
    partition,
    service,
    anyCase(random, region),
    anyField(random, account),
    ...rest,
  ];
  return fields.join(':');
}

const anyField = (random: Random, field: string): string =>
  field === ''
    ? field
    : random.pick([field, '*', field.replace(/\d/, '?'), `${field.slice(0, 3)}*`, '']);

const anyCase = (random: Random, field: string): string =>
  field === '' ? field : random.pick([field, '*', `${field.slice(0, 3)}*`, field.toUpperCase()]);

const shortened = (resource: string): string => `${resource.split(':').slice(0, 3).join(':')}:*`;

/** Puts a variable where its value stands, or anywhere. */
function withVariable(random: Random, tail: string, context: RequestContext): string {
  const found = Object.entries(context).filter(
    ([, value]) => typeof value === 'string' && value !== '' && tail.includes(value),
  );
  if (found.length === 0 || random.chance(0.3)) return drawVariableText(random);
  const [key, value] = random.pick(found);
  return tail.replace(String(value), `\${${key}}`);
}

export const drawVariableText = (random: Random): string =>
  random.pick([
    '${aws:username}',
    '${aws:username}/*',
    '*/${AWS:UserName}/*',
    '${aws:userid}',
    "${aws:PrincipalTag/team, 'all'}/x",
    "b/${aws:PrincipalTag/team, 'all'}/*",
    "b/${aws:username, '*'}/*",
    'b/${aws:username}/*',
    'b/*/${aws:username',
    '${aws:TagKeys}',
    '${}',
    'role/${aws:username}',
    "role/${aws:PrincipalTag/team,'all'}",
    '${aws:username}${aws:username}',
    "${aws:username, ''}*",
    '${${*}}',
    '$${*}',
    '${__proto__}',
    "${constructor, 'x'}",
    '${ aws:username}',
  ]);
