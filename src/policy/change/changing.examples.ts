import { type Asking, requestOf, type Statements, textOf } from '../explain/asking.examples.ts';
import { type PolicyKind } from '../syntax/document.ts';
import { type Change } from './change.ts';
import { type ChangeQuestion, type EditablePolicy } from './question.ts';
import { sayChange } from './words.ts';

/** Questions for the tests of changes, in the short form that the tests of decisions use. Tests only. */
export function editable(kind: PolicyKind, name: string, written: Statements): EditablePolicy {
  return textual(kind, name, textOf(written));
}

/** The same with the text as its author laid it out. */
export const textual = (kind: PolicyKind, name: string, text: string): EditablePolicy => ({
  ref: `${kind}/${name}`,
  name,
  kind,
  text,
  editable: true,
  options: { awsOwn: true },
});

const one = (kind: PolicyKind, name: string, written: Statements | undefined) =>
  written === undefined ? undefined : editable(kind, name, written);

export function changing(asking: Asking): ChangeQuestion {
  const given = one('session', 'session policy', asking.session);
  return {
    request: requestOf(asking),
    policies: {
      identity: asking.identity === undefined ? [] : [editable('identity', 'Own', asking.identity)],
      boundary: one('boundary', 'Boundary', asking.boundary),
      session: given === undefined ? undefined : [given],
      resource: resourceOf(asking),
      scps: (asking.scps ?? []).map((level, i) => [editable('scp', `Scp${i}`, level)]),
      rcps: (asking.rcps ?? []).map((level, i) => [editable('rcp', `Rcp${i}`, level)]),
    },
  };
}

function resourceOf({ trust, key, bucket }: Asking): ChangeQuestion['policies']['resource'] {
  if (trust !== undefined)
    return { type: 'trust', policy: editable('trust', 'trust policy', trust) };
  if (key !== undefined) return { type: 'kms', policy: editable('resource', 'key policy', key) };
  return { type: 'ordinary', policy: one('resource', 'bucket policy', bucket) };
}

/** What a change says and leaves behind, as tables write it. */
export const told = (question: ChangeQuestion, changes: readonly Change[]) =>
  changes.map((change) => sayChange(change, question).join(' '));
