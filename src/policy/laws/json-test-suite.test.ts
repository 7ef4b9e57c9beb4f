import { describe, expect, test } from 'vitest';
import { type JsonCase, jsonCases } from '../../testing/json-test-suite/cases.ts';
import { readJson } from '../syntax/json-tree.ts';
import { readPolicy } from '../validate/read-policy.ts';

const causes = (text: string): readonly string[] =>
  readJson(text).problems.map(({ cause }) => cause);

/** The texts that are read without a complaint, by name. */
const untroubled = (cases: readonly JsonCase[]): readonly string[] =>
  cases.filter(([, text]) => causes(text).length === 0).map(([name]) => name);

test('there are 318 texts', () => {
  const { accept, refuse, free } = jsonCases;
  expect([accept.length, refuse.length, free.length]).toEqual([95, 188, 35]);
});

/**
 * SIMPLIFIED: JSON lets a name be repeated; IAM does not, and neither does this reader.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
const repeated = ['y_object_duplicated_key', 'y_object_duplicated_key_and_value'];

test('what every parser must accept is read, except names that are repeated', () => {
  const refused = jsonCases.accept.filter(([, text]) => causes(text).length > 0);
  expect(refused.map(([name, text]) => [name, causes(text)])).toEqual(
    repeated.map((name) => [name, ['repeated-name']]),
  );
});

test('what every parser must refuse is refused', () => {
  expect(untroubled(jsonCases.refuse)).toEqual([]);
});

/**
 * Where the standard leaves the choice, texts are read as `JSON.parse` reads them: numbers of any size, because they
 * are kept as written; lone halves of surrogate pairs; and what was no UTF-8, because it is U+FFFD by now.
 */
const free: Readonly<Record<string, readonly string[]>> = {
  // Nobody nests a policy this deep: the limit keeps readers of trees from running out of stack.
  i_structure_500_nested_arrays: ['too-deep'],
  // UTF-16 that was decoded as UTF-8 is U+FFFD and NUL.
  'i_string_UTF-16LE_with_BOM': ['unquoted'],
  i_string_utf16BE_no_BOM: ['unquoted'],
  i_string_utf16LE_no_BOM: ['unquoted'],
};

test('where parsers are free, texts are read, except these', () => {
  const refused = jsonCases.free.filter(([, text]) => causes(text).length > 0);
  expect(Object.fromEntries(refused.map(([name, text]) => [name, causes(text)]))).toEqual(free);
});

const everything = Object.values(jsonCases).flat();

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('otherwise the reader takes what JSON.parse takes', () => {
  // A byte order mark is read over; JSON.parse refuses it.
  const ours = [...repeated, ...Object.keys(free), 'i_structure_UTF-8_BOM_empty_object'];
  const differing = everything
    .filter(([name, text]) => !ours.includes(name) && parses(text) !== (causes(text).length === 0))
    .map(([name]) => name);
  expect(differing).toEqual([]);
});

describe('as policies', () => {
  test('none of them is one, and the first finding has its place in the text', () => {
    const wrong = everything.filter(([, text]) => {
      const { document, diagnostics } = readPolicy(text, 'identity');
      const inside = diagnostics.every(
        ({ at }) => 0 <= at.start && at.start <= at.end && at.end <= text.length,
      );
      return document !== undefined || diagnostics.length === 0 || !inside;
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('as trust policies, they get the words of row T1, or those about their characters', () => {
    const said = (text: string) => readPolicy(text, 'trust').refusal?.message ?? 'saved';
    // The API takes these characters alone, and looks at them before anybody reads JSON (row M30). Tools take
    // a byte order mark off before they send.
    const ofApi = (text: string) => /^\uFEFF?[\t\n\r\u0020-\u00ff]*$/.test(text);
    const short = jsonCases.refuse.filter(([, text]) => text.length > 0 && text.length < 2_000);
    const messages = (cases: readonly JsonCase[]) => [
      ...new Set(cases.map(([, text]) => said(text))),
    ];
    expect(messages(short.filter(([, text]) => ofApi(text)))).toEqual([
      'This policy contains invalid Json',
    ]);
    expect(messages(short.filter(([, text]) => !ofApi(text)))).toEqual([
      'The specified value for policyDocument is invalid. It must contain only printable ASCII characters.',
    ]);
  });
});
