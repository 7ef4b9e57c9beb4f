import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAsking } from '../../testing/any-asking.ts';
import { type PolicyKind, type Span } from '../syntax/document.ts';
import { readPolicy } from '../validate/read-policy.ts';
import { validPolicies } from './valid-policies.examples.ts';

/** A busy machine takes many times as long. */
const patient = { timeout: 120_000 };

/** Nobody types a policy in one stroke: each of its beginnings is read, and answered with a place. */
const policies = validPolicies(fc.sample(anyAsking, { seed: 3, numRuns: 400 }), 500);

/** 0 to the length: whatever is cut off, the rest is no policy. */
const beginnings = (text: string): readonly string[] =>
  Array.from({ length: text.trimEnd().length }, (_, end) => text.slice(0, end));

test('there are 500 policies of every kind, and 150,000 beginnings of them', () => {
  expect(policies).toHaveLength(500);
  expect(new Set(policies.map(([kind]) => kind)).size).toBe(7);
  const cuts = policies.reduce((sum, [, text]) => sum + beginnings(text).length, 0);
  expect(cuts).toBeGreaterThan(150_000);
});

test('each of them is valid as a whole', () => {
  expect(policies.filter(([kind, text]) => readPolicy(text, kind).document === undefined)).toEqual(
    [],
  );
});

/** What holds of every reading: a document, or a refusal that a finding explains; and places inside the text. */
function isSound(text: string, kind: PolicyKind): boolean {
  const { document, refusal, diagnostics } = readPolicy(text, kind);
  const inside = ({ start, end }: Span) => 0 <= start && start <= end && end <= text.length;
  const told = diagnostics.some(({ severity }) => severity === 'error');
  return (
    (document === undefined) === told &&
    (refusal === undefined) === (document !== undefined) &&
    diagnostics.every(({ at }) => inside(at))
  );
}

test('every beginning of a policy is refused, with a finding that lies in it', patient, () => {
  const wrong = policies.flatMap(([kind, text]) =>
    beginnings(text).filter(
      (cut) => !isSound(cut, kind) || readPolicy(cut, kind).document !== undefined,
    ),
  );
  expect(wrong).toEqual([]);
});

/** The beginning with whatever closes its texts, lists and objects. */
function closed(cut: string): string {
  const open: string[] = [];
  let inText = false;
  for (let i = 0; i < cut.length; i++) {
    const mark = cut.charAt(i);
    if (inText && mark === '\\') i++;
    else if (mark === '"') inText = !inText;
    else if (!inText && (mark === '{' || mark === '[')) open.push(mark === '{' ? '}' : ']');
    else if (!inText && (mark === '}' || mark === ']')) open.pop();
  }
  return `${cut}${inText ? '"' : ''}${open.toReversed().join('')}`;
}

test(
  'every beginning that an editor closed by itself is read, and its findings lie in it',
  patient,
  () => {
    const wrong = policies.slice(0, 200).flatMap(([kind, text]) =>
      beginnings(text)
        .map(closed)
        .filter((cut) => !isSound(cut, kind)),
    );
    expect(wrong).toEqual([]);
  },
);
