import { describe, expect, test } from 'vitest';
import { type RequestContext } from './caller.ts';
import { readTemplate, textOf } from './variables.ts';

const fill = (text: string, context: RequestContext) => {
  const template = readTemplate(text, '2012-10-17');
  return template.kind === 'text' ? template.filled : template.fill(context);
};

test('a text without variables is filled once and for all', () => {
  expect(readTemplate('home/*', '2012-10-17')).toEqual({
    kind: 'text',
    filled: {
      pieces: [{ text: 'home/*', fixed: false }],
      shown: 'home/*',
      missing: [],
      resolved: true,
    },
  });
  expect(readTemplate('home/${aws:username}', '2012-10-17').kind).toBe('variables');
  expect(readTemplate('home/${aws:username}', '2008-10-17').kind).toBe('text'); // row V1
});

describe('defaults', () => {
  test.each<[variable: string, filled: string]>([
    ["${team, 'all'}", 'all'],
    ["${team, ''}", ''],
    ["${team, 'x'}", 'x'],
    ["${team, 'it's'}", "it's"],
    ["${team, 'one, two'}", 'one, two'],
    ["${team, 'one\ntwo'}", 'one\ntwo'],
  ])('%s: %s', (variable, filled) => {
    const found = fill(`a/${variable}/b`, {});
    expect(found).toMatchObject({ resolved: true, shown: `a/${filled}/b`, missing: [] });
    expect(textOf(found)).toBe(`a/${filled}/b`);
  });
});

describe('what is no variable has no value', () => {
  const everything = {
    '': 'x',
    ',': 'x',
    user: 'x',
    name: 'x',
    'user name': 'x',
    "'user'": 'x',
    "user, 'all": 'x',
    $user: 'x',
    '{user': 'x',
    undefined: 'x',
  };

  test.each([
    '${}',
    '${,}',
    "${, 'all'}",
    '${user name}',
    '${ user}',
    '${user }',
    "${'user'}",
    "${user,'all'}",
    "${user,  'all'}",
    "${user, 'all}",
    "${user, all'}",
    "${user, '}",
    "${user, 'all' }",
    '${user, all}',
    '${user,}',
    '${$user}',
    '${{user}',
    '${user',
  ])('%s', (variable) => {
    // It has no name either that could be reported as missing.
    expect(fill(`a/${variable}`, everything)).toMatchObject({
      resolved: false,
      shown: `a/${variable}`,
      missing: [],
    });
  });
});
