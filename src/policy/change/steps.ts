import { type RequestContext, gates } from '../decide/request.ts';
import { type Change, type RequestEdit, type Step } from './change.ts';
import { type Intent, newPolicyKind } from './intent.ts';
import { editsOf, type ReadTree } from './policy-edits.ts';
import {
  type ChangeQuestion,
  type EditablePolicies,
  type EditablePolicy,
  type Place,
  mapPolicies,
  policiesAt,
} from './question.ts';
import { applyEdits } from './text-edit.ts';

/** What an intent means in this question's texts; `undefined` where it has no hold. */
export function stepOf(
  { policies }: ChangeQuestion,
  intent: Intent,
  treeOf?: ReadTree,
): Step | undefined {
  switch (intent.kind) {
    case 'edit': {
      const { gate, policy: ref, what } = intent;
      const policy = policyByRef(policies, ref);
      const edits = policy?.editable === true ? editsOf(what, policy.text, treeOf) : undefined;
      if (policy === undefined || edits === undefined) return undefined;
      return { kind: 'edit', gate, policy: ref, policyName: policy.name, edits, what };
    }
    case 'attach': {
      const { kind, gate, level, effect, statement } = intent;
      if (gate === 'boundary') return undefined;
      const document = { Version: '2012-10-17', Statement: [statement] };
      const text = JSON.stringify(document, undefined, 2);
      return { kind, gate, level, policyKind: newPolicyKind[gate], text, effect, statement };
    }
    case 'detach': {
      const policy = policyByRef(policies, intent.policy);
      return policy && { ...intent, policyName: policy.name };
    }
    case 'request':
      return intent;
  }
}

const policyByRef = (policies: EditablePolicies, ref: string): EditablePolicy | undefined =>
  gates
    .flatMap((gate) => policiesAt(gate, policies))
    .map(({ policy }) => policy)
    .find((policy) => policy.ref === ref);

/** The question after all steps of a change, for instance to show the new texts. */
export const applyChange = (question: ChangeQuestion, { steps }: Pick<Change, 'steps'>) =>
  steps.reduce(applyStep, question);

export function applyStep(question: ChangeQuestion, step: Step): ChangeQuestion {
  switch (step.kind) {
    case 'edit':
    case 'attach':
    case 'detach':
      return { ...question, policies: changePolicies(question.policies, step) };
    case 'request':
      return changeRequest(question, step.what);
  }
}

/** A policy that is attached at several places changes at all of them, and is taken off at one. */
function changePolicies(
  policies: EditablePolicies,
  step: Exclude<Step, { readonly kind: 'request' }>,
): EditablePolicies {
  switch (step.kind) {
    case 'edit':
      return mapPolicies(policies, ({ policy }) =>
        policy.ref === step.policy
          ? { ...policy, text: applyEdits(policy.text, step.edits) }
          : policy,
      );
    case 'attach': {
      const { policyKind: kind, text } = step;
      return put(policies, step, {
        ref: refOfNew(step),
        name: 'new policy',
        kind,
        text,
        editable: true,
      });
    }
    case 'detach':
      return mapPolicies(policies, ({ gate, level, policy }) =>
        gate === step.gate && level === step.level && policy.ref === step.policy
          ? undefined
          : policy,
      );
  }
}

/** No name of the world's has such a form: its own start with a letter. */
export const refOfNew = ({ gate, level }: Place): string =>
  level === undefined ? `+${gate}` : `+${gate}/${level}`;

function put(
  policies: EditablePolicies,
  { gate, level }: Place,
  policy: EditablePolicy,
): EditablePolicies {
  const atLevel = (levels: EditablePolicies['scps']) =>
    levels.map((list, i) => (i === level ? [...list, policy] : list));
  switch (gate) {
    case 'rcp':
      return { ...policies, rcps: atLevel(policies.rcps) };
    case 'scp':
      return { ...policies, scps: atLevel(policies.scps) };
    case 'resource':
      return { ...policies, resource: { ...policies.resource, policy } };
    case 'identity':
      return { ...policies, identity: [...policies.identity, policy] };
    case 'session':
      return { ...policies, session: [...(policies.session ?? []), policy] };
    case 'boundary':
      return policies;
  }
}

function changeRequest(question: ChangeQuestion, what: RequestEdit): ChangeQuestion {
  const { request } = question;
  if (what.kind === 'other-caller') {
    const other = question.others?.[what.caller];
    if (other === undefined) return question;
    const { principal, context } = other;
    const policies = { ...question.policies, ...other.policies };
    return { ...question, request: { ...request, principal, context }, policies };
  }
  const carried = what.kind === 'carry' ? what.context : {};
  const context = { ...omitting(request.context, what.without), ...carried };
  return { ...question, request: { ...request, context } };
}

const omitting = (context: RequestContext, keys: readonly string[]): RequestContext =>
  Object.fromEntries(Object.entries(context).filter(([key]) => !keys.includes(key)));
