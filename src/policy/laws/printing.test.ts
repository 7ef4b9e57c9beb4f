import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAsking } from '../../testing/any-asking.ts';
import {
  type Placed,
  type PolicyDocument,
  type PrincipalElement,
  type Statement,
} from '../syntax/document.ts';
import { readPolicy } from '../validate/read-policy.ts';
import { validPolicies } from './valid-policies.examples.ts';

/** A document as text again: in the order in which AWS writes its elements, every list as a list. */
const print = ({ version, statements }: PolicyDocument, indent?: number): string =>
  JSON.stringify({ Version: version, Statement: statements.map(element) }, undefined, indent);

function element({ sid, effect, principal, action, resource, conditions }: Statement) {
  const not = (negated: boolean, name: string) => (negated ? `Not${name}` : name);
  return {
    Sid: sid?.value,
    Effect: effect.value,
    ...(principal && { [not(principal.negated, 'Principal')]: names(principal) }),
    [not(action.negated, 'Action')]: values(action.patterns),
    ...(resource && { [not(resource.negated, 'Resource')]: values(resource.patterns) }),
    Condition: grouped(
      conditions.map((entry) => [entry.operator.value, entry] as const),
      (entries) =>
        Object.fromEntries(entries.map(({ key, values: all }) => [key.value, values(all)])),
    ),
  };
}

const values = (all: readonly Placed<string>[]): readonly string[] => all.map(({ value }) => value);

function names({ entries }: PrincipalElement): unknown {
  if (entries.some(({ type }) => type === 'Anyone')) return '*';
  return grouped(
    entries.map(({ type, value }) => [type, value]),
    (all) => all,
  );
}

/** What stands under the same name, in the order of the names. */
function grouped<T, U>(pairs: readonly (readonly [string, T])[], gather: (all: readonly T[]) => U) {
  const groups = new Map<string, readonly T[]>();
  for (const [name, one] of pairs) groups.set(name, [...(groups.get(name) ?? []), one]);
  return Object.fromEntries([...groups].map(([name, all]) => [name, gather(all)]));
}

/** A document without its places: what it says. */
const meaning = (document: PolicyDocument | undefined): unknown =>
  JSON.parse(
    JSON.stringify(document, (name, value: unknown) => (name === 'at' ? undefined : value)),
  );

const policies = validPolicies(fc.sample(anyAsking, { seed: 7, numRuns: 400 }), 500);

test('reading what was printed gives the same document, however it is indented', () => {
  const read = policies.map(([kind, text]) => [kind, readPolicy(text, kind).document] as const);
  const again = (indent?: number) =>
    read.map(([kind, document]) =>
      meaning(document && readPolicy(print(document, indent), kind).document),
    );
  const before = read.map(([, document]) => meaning(document));
  expect(before).not.toContain(undefined);
  expect(again()).toEqual(before);
  expect(again(2)).toEqual(before);
});

test('printing what was read again gives the same text', () => {
  const texts = policies.flatMap(([kind, text]) => {
    const { document } = readPolicy(text, kind);
    return document === undefined ? [] : [[kind, print(document)] as const];
  });
  const again = texts.map(([kind, text]) => {
    const { document } = readPolicy(text, kind);
    return document && print(document);
  });
  expect(again).toEqual(texts.map(([, text]) => text));
});
