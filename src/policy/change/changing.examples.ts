import { type Asking, requestOf, type Statements, textOf } from '../explain/asking.examples.ts';
import { type PolicyKind } from '../syntax/document.ts';
import { gates } from '../decide/request.ts';
import { type Change, type Step } from './change.ts';
import { type ChangeQuestion, type EditablePolicy, policiesAt } from './question.ts';
import { applyChange } from './steps.ts';
import { whatWouldChange } from './what-would-change.ts';
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

/** A change as tables write it: its words, and in each text what goes as `[-…-]` and what comes as `{+…+}`. */
function shown(question: ChangeQuestion, change: Change): readonly string[] {
  const sentences = sayChange(change, question);
  return change.steps.map((step, i) => {
    const before = applyChange(question, { steps: change.steps.slice(0, i) });
    return [sentences[i] ?? '', ...marksOf(step, before)].join(' ');
  });
}

function marksOf(step: Step, question: ChangeQuestion): readonly string[] {
  if (step.kind === 'attach') return [`{+${squeezed(step.text)}+}`];
  if (step.kind !== 'edit') return [];
  const policy = gates
    .flatMap((gate) => policiesAt(gate, question.policies))
    .find((placed) => placed.policy.ref === step.policy);
  return step.edits.map(({ at, text }) => {
    const gone = policy?.policy.text.slice(at.start, at.end) ?? '';
    return `${gone === '' ? '' : `[-${squeezed(gone)}-]`}${text === '' ? '' : `{+${squeezed(text)}+}`}`;
  });
}

/** JSON on one line, as it is told apart by its signs alone. */
const squeezed = (text: string): string => text.replaceAll(/\s*\n\s*/g, '');

/** Every change of a question, the first to be proposed first; steps that belong together in one list. */
export const shownAll = (question: ChangeQuestion): readonly (readonly string[])[] =>
  whatWouldChange(question).map((change) => shown(question, change));
