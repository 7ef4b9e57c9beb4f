import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import {
  type AccessRequest,
  type AttachedPolicy,
  type Gate,
  type Policies,
  type Verdict,
  gates,
} from '../decide/request.ts';
import { type Decision } from '../explain/decision.ts';
import { explain } from '../explain/explain.ts';
import { type PolicyDocument } from '../syntax/document.ts';
import { advise } from '../validate/advice/advise.ts';
import { type ReadResult, type Severity } from '../validate/diagnostic.ts';
import { readPolicy } from '../validate/read-policy.ts';
import { type Step } from './change.ts';
import { type Intent, inOrder } from './intent.ts';
import { type ReadTree, readingOnce } from './policy-edits.ts';
import { type ChangeQuestion, type EditablePolicy, policiesAt } from './question.ts';
import { fits } from './room.ts';
import { applyStep, refOfNew, stepOf } from './steps.ts';

/** A question with some changes made to it, and what the evaluator then says. */
export interface Attempt {
  readonly question: ChangeQuestion;
  readonly intents: readonly Intent[];
  readonly steps: readonly Step[];
  readonly decision: Decision;
  /** A policy's document as the attempt left it. */
  readonly document: (policy: EditablePolicy) => PolicyDocument | undefined;
  readonly ask: (request: AccessRequest) => Decision;
  readonly verdict: (action: string) => Verdict;
}

/** Makes the changes and asks the evaluator; `undefined` when a step has no hold or AWS would not save a text. */
export type Try = (intents: readonly Intent[]) => Attempt | undefined;

/** Looking for changes ends here, whatever the policies: so many attempts take some tens of milliseconds. */
const mostAttempts = 160;

export interface Tries {
  /** For looking around: gives up after `mostAttempts`. */
  readonly search: Try;
  /** For what was found: always answers. */
  readonly prove: Try;
}

/** Everything is tried on the question as it was, never on top of another attempt. */
export function tryOn(original: ChangeQuestion): Tries {
  const readings = new Map<string, ReadResult>();
  const treeOf = readingOnce();
  let left = mostAttempts;
  const read = (policy: EditablePolicy, saving: boolean): ReadResult => {
    const key = `${policy.ref}|${policy.kind}|${saving}|${policy.text}`;
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading = readPolicy(policy.text, policy.kind, saving ? policy.options : stored(policy));
    readings.set(key, reading);
    return reading;
  };
  const attempt = (intents: readonly Intent[]): Attempt | undefined => {
    const applied = applyAll(original, intents, treeOf);
    return applied !== undefined && saved(original, applied, read)
      ? asked(applied, intents, read)
      : undefined;
  };
  const known = new Map<string, Attempt | undefined>();
  const prove = (intents: readonly Intent[]): Attempt | undefined => {
    const ordered = inOrder(intents);
    const key = JSON.stringify(ordered);
    if (!known.has(key)) known.set(key, attempt(ordered));
    return known.get(key);
  };
  const search = (intents: readonly Intent[]) => (left-- > 0 ? prove(intents) : undefined);
  return { search, prove };
}

type Applied = Pick<Attempt, 'question' | 'steps'>;

function applyAll(
  original: ChangeQuestion,
  intents: readonly Intent[],
  treeOf: ReadTree,
): Applied | undefined {
  const steps: Step[] = [];
  let question = original;
  for (const intent of intents) {
    const step = stepOf(question, intent, treeOf);
    if (step === undefined) return undefined;
    steps.push(step);
    question = applyStep(question, step);
  }
  return { question, steps };
}

/** What is stored was accepted once: whether the principals in it still exist is not asked again. */
const stored = ({ options }: EditablePolicy) => ({
  ...options,
  principalExists: undefined,
  serviceExists: undefined,
});

type Read = (policy: EditablePolicy, saving: boolean) => ReadResult;

function asked({ question, steps }: Applied, intents: readonly Intent[], read: Read): Attempt {
  const document = (policy: EditablePolicy) => read(policy, false).document;
  const compiled = compile(policiesOf(question, document));
  const { request } = question;
  return {
    question,
    intents,
    steps,
    document,
    decision: explain(request, compiled),
    ask: (other) => explain(other, compiled),
    verdict: (action) => decide({ ...request, action }, compiled),
  };
}

function policiesOf(
  { policies }: ChangeQuestion,
  document: (policy: EditablePolicy) => PolicyDocument | undefined,
): Policies {
  const attached = (list: readonly EditablePolicy[]): readonly AttachedPolicy[] =>
    list.flatMap((policy) => {
      const { ref, name } = policy;
      const read = document(policy);
      return read === undefined ? [] : [{ ref, name, document: read }];
    });
  const one = (policy: EditablePolicy | undefined) =>
    policy === undefined ? undefined : attached([policy])[0];
  const { type, policy } = policies.resource;
  return {
    identity: attached(policies.identity),
    boundary: one(policies.boundary),
    session: policies.session && attached(policies.session),
    resource: { type, policy: one(policy) },
    scps: policies.scps.map(attached),
    rcps: policies.rcps.map(attached),
  };
}

/** Whether AWS would save every text that is new, and nobody would find more wrong with it than before. */
function saved(before: ChangeQuestion, after: Applied, read: Read): boolean {
  const written = after.steps.filter(writes);
  if (written.length === 0) return true;
  const old = everyPolicy(before);
  return everyPolicy(after.question)
    .map((policy) => ({ policy, steps: written.filter((step) => refOf(step) === policy.ref) }))
    .filter(({ steps }) => steps.length > 0)
    .every(({ policy, steps }) => {
      const was = old.find(({ ref, kind }) => ref === policy.ref && kind === policy.kind);
      const found = read(policy, true);
      return (
        found.document !== undefined &&
        fits(policy, was, before.request.principal) &&
        noWorse(was && read(was, false), found, steps.every(addsOnly) ? ['error'] : grave)
      );
    });
}

type Writing = Extract<Step, { readonly kind: 'edit' | 'attach' }>;

const writes = (step: Step): step is Writing => step.kind === 'edit' || step.kind === 'attach';

const refOf = (step: Writing): string => (step.kind === 'edit' ? step.policy : refOfNew(step));

/** A statement for exactly this request: what is to be warned of in it, nobody could write more carefully. */
const addsOnly = (step: Writing): boolean =>
  step.kind === 'attach' || step.what.kind === 'add-statement';

const everyPolicy = ({ policies }: ChangeQuestion): readonly EditablePolicy[] =>
  gates.flatMap((gate: Gate) => policiesAt(gate, policies).map(({ policy }) => policy));

const grave: readonly Severity[] = ['error', 'security-warning'];

/** A change never adds an error to a text, nor a security warning that could be avoided. */
function noWorse(
  before: ReadResult | undefined,
  after: ReadResult,
  severities: readonly Severity[],
): boolean {
  const codesOf = (reading: ReadResult): readonly string[] =>
    [...reading.diagnostics, ...advise(reading)]
      .filter(({ severity }) => severities.includes(severity))
      .map(({ code }) => code);
  const old = before === undefined ? [] : codesOf(before);
  const now = codesOf(after);
  const count = (codes: readonly string[], code: string) =>
    codes.filter((other) => other === code).length;
  return now.every((code) => count(now, code) <= count(old, code));
}
