import { expect, test } from 'vitest';
import { type PolicyKind, policyKinds } from '../syntax/document.ts';
import { advise } from './advice/advise.ts';
import { readPolicy } from './read-policy.ts';

const most = 131_072;
const statement = '{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}';
const list = (length: number, item: (index: number) => string): string =>
  `[${Array.from({ length }, (_, index) => item(index)).join(',')}]`;
const document = (statements: string): string =>
  `{"Version":"2012-10-17","Statement":${statements}}`;

/** As many of something as a document can hold. */
const filled = (open: string, item: string, close: string): string =>
  open + item.repeat(Math.floor((most - open.length - close.length) / item.length)) + close;

const opening = '{"Version":"2012-10-17","Statement":{"Effect":"Allow",';

test.each<readonly [why: string, text: string]>([
  ['five million brackets', '['.repeat(5_000_000)],
  ['five million braces with names', '{"a":'.repeat(1_000_000)],
  ['brackets up to the limit', '['.repeat(most)],
  ['ten megabytes of white space', ' '.repeat(10_000_000)],
  ['ten megabytes of text', `"${'a'.repeat(10_000_000)}"`],
  [
    '5,000 statements of 100 actions',
    document(
      list(
        5_000,
        () => `{"Effect":"Allow","Action":${list(100, (n) => `"s3:Get${n}"`)},"Resource":"*"}`,
      ),
    ),
  ],
  [
    'statements up to the limit',
    document(`${filled('[', `${statement},`, statement)}]`.slice(0, most - 40)),
  ],
  ['empty statements', document(filled('[', '{},', '{}]').slice(0, most - 50))],
  ['numbers in the place of statements', document(`[${'7,'.repeat(60_000)}7]`)],
  ['numbers and lines in the place of statements', document(`[${'7,\n'.repeat(40_000)}7]`)],
  [
    'numbers in the place of actions',
    `${opening}"Action":[${'7,\n'.repeat(40_000)}7],"Resource":"*"}}`,
  ],
  [
    'actions that are all stars',
    `${opening}"Action":${filled('[', '"*",', '"*"]').slice(0, most - 200)}],"Resource":"*"}}`,
  ],
  ['one action of stars', `${opening}"Action":"s3:${'*'.repeat(100_000)}","Resource":"*"}}`],
  ['one resource of colons', `${opening}"Action":"a:b","Resource":"${':'.repeat(100_000)}"}}`],
  [
    'one resource of variables',
    `${opening}"Action":"a:b","Resource":"arn:aws:s3:::${'${'.repeat(50_000)}"}}`,
  ],
  [
    'one key of many cases',
    `${opening}"Action":"a:b","Resource":"*","Condition":{"StringEquals":{${Array.from({ length: 3_000 }, (_, n) => `"aws:Tag${n}":"x"`).join(',')}}}}}`,
  ],
  [
    'operators that are nearly right',
    `${opening}"Action":"a:b","Resource":"*","Condition":{${Array.from({ length: 4_000 }, (_, n) => `"StringEqual${n}":{}`).join(',')}}}}`,
  ],
  [
    'a principal of stars',
    `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"${'*'.repeat(100_000)}"},"Action":"sts:AssumeRole"}}`,
  ],
  ['characters that none may hold', '\u{1F600}'.repeat(60_000)],
  ['lone surrogates', '\uD800'.repeat(100_000)],
  ['backslashes', `"${'\\'.repeat(100_001)}"`],
  ['quotes', '"'.repeat(100_001)],
  ['comments', '/*'.repeat(60_000)],
])('%s are read in little time, and nothing throws', (_why, text) => {
  const started = performance.now();
  for (const kind of policyKinds satisfies readonly PolicyKind[]) advise(readPolicy(text, kind));
  expect(performance.now() - started).toBeLessThan(8_000);
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  '%s is an ordinary text wherever a learner can write one',
  (name) => {
    const text = `{"Version":"2012-10-17","${name}":1,"Statement":{"Sid":"${name}","Effect":"${name}","Principal":{"${name}":"${name}"},"Action":"${name}","Resource":"${name}","Condition":{"${name}":{"${name}":"${name}"}},"${name}":{}}}`;
    for (const kind of policyKinds) {
      const reading = readPolicy(text, kind);
      expect(reading.refusal).toBeDefined();
      expect(advise(reading)).toBeInstanceOf(Array);
    }
    expect(Object.getOwnPropertyNames({})).toEqual([]);
  },
);
