import { describe, expect, test } from 'vitest';
import { type PolicyVersion } from '../syntax/document.ts';
import { type RequestContext } from './caller.ts';
import { compileResourcePattern } from './resources.ts';
import { readTemplate } from './variables.ts';

interface Setting {
  readonly version: PolicyVersion;
  readonly context: RequestContext;
}

const setting = (version: Setting['version'], context: Setting['context']): Setting => ({
  version,
  context,
});
const now = setting('2012-10-17', {
  'aws:username': 'alice',
  'aws:principaltag/dept': '*',
  'aws:principaltag/trick': 'x:y/z',
  'aws:tagkeys': ['dept'],
});
const fill = (pattern: string, { version, context }: Setting) => {
  const template = readTemplate(pattern, version);
  return template.kind === 'text' ? template.filled : template.fill(context);
};
const covers = (pattern: string, resource: string, where = now) =>
  compileResourcePattern(fill(pattern, where))(resource);

type Row = readonly [why: string, pattern: string, resource: string, matches: boolean];
describe('wildcards', () => {
  test.each<Row>([
    ['H5: a bucket is not its objects', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b', false],
    ['H6: a star after the name also takes objects', 'arn:aws:s3:::b*', 'arn:aws:s3:::b/k', true],
    ['H7', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1/2/test/3/x', true],
    ['H8', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/test/x', false],
    ['H9', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b//test/object.jpg', true],
    ['H10', 'arn:aws:iam::1:user/dev*', 'arn:aws:iam::1:user/development/x', true],
    ['H14: only * covers an action without resource', 'arn:aws:s3:::*', '*', false],
    ['* covers an action without resource', '*', '*', true],
    ['* covers every ARN', '*', 'arn:aws:s3:::b', true],
    [
      'A12: the path is part of the ARN',
      'arn:aws:iam::1:role/T',
      'arn:aws:iam::1:role/dev/T',
      false,
    ],
    ['a star crosses the path', 'arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/dev/T', true],
    ['a star stays in its field', 'arn:aws:sns:*:topic', 'arn:aws:sns:eu-west-1:1:topic', false],
    [
      'the resource may contain colons',
      'arn:aws:logs:*:1:log-group:a:*',
      'arn:aws:logs:e:1:log-group:a:b',
      true,
    ],
    [
      'fields left out count as stars',
      'arn:aws:cloudfront:*',
      'arn:aws:cloudfront::1:distribution/E',
      true,
    ],
    ['any partition', 'arn:*:s3:::b', 'arn:aws-cn:s3:::b', true],
    ['the case of letters counts', 'arn:aws:s3:::B', 'arn:aws:s3:::b', false],
    ['a text that is no ARN covers nothing', 'b', 'arn:aws:s3:::b', false],
  ])('%s', (_why, pattern, resource, matches) => expect(covers(pattern, resource)).toBe(matches));
});

describe('variables', () => {
  test.each<Row>([
    ['a value is filled in', 'arn:aws:s3:::b/${aws:username}/*', 'arn:aws:s3:::b/alice/x', true],
    ['names of keys have no case', 'arn:aws:s3:::b/${AWS:UserName}', 'arn:aws:s3:::b/alice', true],
    [
      'H15: without a value nothing matches',
      'arn:aws:s3:::b/${aws:userid}/*',
      'arn:aws:s3:::b/x/y',
      false,
    ],
    [
      'H16: the default stands in',
      "arn:aws:s3:::b/${aws:PrincipalTag/team, 'all'}/*",
      'arn:aws:s3:::b/all/x',
      true,
    ],
    [
      'the default gives way to a value',
      "arn:aws:s3:::b/${aws:username, 'all'}",
      'arn:aws:s3:::b/all',
      false,
    ],
    [
      'a default needs its space',
      "arn:aws:s3:::b/${aws:PrincipalTag/team,'all'}",
      'arn:aws:s3:::b/all',
      false,
    ],
    ['H18: ${*} is a star', 'arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*', true],
    ['H18: ${*} is only a star', 'arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x', false],
    ['${?} is only a question mark', 'arn:aws:s3:::b/${?}', 'arn:aws:s3:::b/x', false],
    ['${$} is a dollar', 'arn:aws:s3:::b/${$}{x}', 'arn:aws:s3:::b/${x}', true],
    [
      'a star in a value does not widen',
      'arn:aws:s3:::b/${aws:PrincipalTag/dept}/*',
      'arn:aws:s3:::b/x/y',
      false,
    ],
    [
      'a star in a value is itself',
      'arn:aws:s3:::b/${aws:PrincipalTag/dept}/*',
      'arn:aws:s3:::b/*/y',
      true,
    ],
    [
      'a colon in a value makes no field',
      'arn:aws:s3:::${aws:PrincipalTag/trick}',
      'arn:aws:s3:::x:y/z',
      true,
    ],
    [
      'a key with several values fills nothing',
      'arn:aws:s3:::${aws:TagKeys}',
      'arn:aws:s3:::dept',
      false,
    ],
    [
      'nothing is filled before the fifth colon',
      'arn:aws:s3::${aws:username}:b',
      'arn:aws:s3::alice:b',
      false,
    ],
    [
      'an unfinished variable matches nothing',
      'arn:aws:s3:::b/${aws:username',
      'arn:aws:s3:::b/${aws:username',
      false,
    ],
    ['an empty variable matches nothing', 'arn:aws:s3:::b/${}', 'arn:aws:s3:::b/', false],
    ['a nested variable matches nothing', 'arn:aws:s3:::b/${${}}', 'arn:aws:s3:::b/}', false],
  ])('%s', (_why, pattern, resource, matches) => expect(covers(pattern, resource)).toBe(matches));

  test('H17: version 2008-10-17 has no variables', () => {
    const before = setting('2008-10-17', now.context);
    expect(covers('arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/alice', before)).toBe(false);
    expect(covers('arn:aws:s3:::b/${aws:username}', 'arn:aws:s3:::b/${aws:username}', before)).toBe(
      true,
    );
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the key %s is absent like any other',
    (key) => {
      const filled = fill(`\${${key}}`, now);
      expect(filled).toMatchObject({ resolved: false, missing: [key.toLowerCase()] });
    },
  );

  test('what was filled in can be read, and escapes stay as written', () => {
    expect(fill('a/${aws:username}/${*}', now)).toMatchObject({
      shown: 'a/alice/${*}',
      resolved: true,
    });
  });

  test('stars that came from a value are shown as a policy would escape them', () => {
    expect(fill('b/${aws:principaltag/dept}/*', now).shown).toBe('b/${*}/*');
  });
});
