import { type Gate, type ResourcePolicyType } from '../decide/request.ts';
import { callerName, policiesOf } from '../explain/naming.ts';
import { type Change, type PolicyEdit, type StatementPlace, type Step } from './change.ts';
import { type ChangeQuestion } from './question.ts';
import { sayRequestEdit } from './request-words.ts';
import { type Json } from './text-edit.ts';

/** A change as instructions, one sentence a step, in the order in which they are to be done. */
export const sayChange = ({ steps }: Change, question: ChangeQuestion): readonly string[] =>
  steps.map((step) => sayStep(step, question));

/** One step of a change as an instruction. */
export function sayStep(step: Step, question: ChangeQuestion): string {
  const { type } = question.policies.resource;
  switch (step.kind) {
    case 'edit': {
      const policy = nameOfPolicy(step.gate, step.policyName, type);
      const told = `${sayEdit(step.what, policy)}.`;
      return step.gate === 'session' ? `In a new session: ${lowerFirst(told)}` : told;
    }
    case 'attach':
      return `${sayAttaching(step, question)} that ${doing(step.effect, step.statement)}.`;
    case 'detach':
      return `${sayDetaching(step, question)}.`;
    case 'request':
      return `${sayRequestEdit(step.what, question.request)}.`;
  }
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** The policy as a learner finds it: by its name, except where there is but one. */
function nameOfPolicy(gate: Gate, name: string, type: ResourcePolicyType): string {
  switch (gate) {
    case 'resource':
      return policiesOf(gate, type, '');
    case 'session':
      return 'the session policy';
    case 'boundary':
      return `the permissions boundary \`${name}\``;
    case 'scp':
      return `the service control policy \`${name}\``;
    case 'rcp':
      return `the resource control policy \`${name}\``;
    case 'identity':
      return `the policy \`${name}\``;
  }
}

const statementName = ({ index, sid }: StatementPlace): string =>
  sid === undefined || sid === ''
    ? `statement ${index + 1}`
    : `statement ${index + 1} (\`${sid}\`)`;

function sayEdit(what: PolicyEdit, policy: string): string {
  if (what.kind === 'add-statement') {
    return `Add a statement to ${policy} that ${doing(what.effect, what.statement)}`;
  }
  const where = `${statementName(what.statement)} of ${policy}`;
  switch (what.kind) {
    case 'drop-statement':
      return `Remove ${statementName(what.statement)} from ${policy}`;
    case 'add-principal':
    case 'add-action':
    case 'add-resource':
      return `Add \`${what.value}\` to the ${what.element} of ${where}`;
    case 'drop-principal':
    case 'drop-action':
    case 'drop-resource':
      return `Remove \`${what.value}\` from the ${what.element} of ${where}`;
    case 'add-condition-value':
      return `Add \`${what.value}\` to the values of ${keyOf(what)} in ${where}`;
    case 'drop-condition-value':
      return `Remove \`${what.value}\` from the values of ${keyOf(what)} in ${where}`;
    case 'drop-condition':
      return `Remove the condition on ${keyOf(what)} from ${where}`;
    case 'except-caller':
      return `Except \`${what.value}\` from ${where}, by a condition on ${keyOf(what)}`;
  }
}

const keyOf = ({ operator, key }: { readonly operator: string; readonly key: string }): string =>
  `\`${key}\` under \`${operator}\``;

/** What a new statement does: `allows sts:AssumeRole on arn:… for arn:…:user/bob`. */
function doing(effect: 'Allow' | 'Deny', statement: Json): string {
  const action = textAt(statement, 'Action') ?? '';
  const resource = textAt(statement, 'Resource');
  const on = resource === undefined || resource === '*' ? '' : ` on \`${resource}\``;
  const verb = effect === 'Allow' ? 'allows' : 'denies';
  return `${verb} \`${action}\`${on}${whomOf(statement)}`;
}

const memberOf = (value: Json, name: string): Json | undefined =>
  typeof value === 'object' && !isList(value) && Object.hasOwn(value, name)
    ? value[name]
    : undefined;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function textAt(value: Json, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : undefined;
}

/** Named by the condition on `aws:PrincipalArn`, or by Principal and what its conditions ask for. */
function whomOf(statement: Json): string {
  const principal = memberOf(statement, 'Principal') ?? '';
  const conditions = conditionsOf(statement);
  const arn = conditions.find(([key]) => key === 'aws:PrincipalArn')?.[1];
  const named = ['AWS', 'Service', 'Federated'].map((type) => textAt(principal, type));
  const name = [arn, ...named].find((one) => one !== undefined);
  const asked = conditions
    .filter(([key]) => key !== 'aws:PrincipalArn')
    .map(([key, value]) => `\`${key}\` is \`${value}\``);
  const where = asked.length === 0 ? '' : ` where ${asked.join(' and ')}`;
  return name === undefined ? '' : ` for \`${name}\`${where}`;
}

/** Every key of a statement's conditions with its value: the ones written here all ask for equality. */
function conditionsOf(statement: Json): readonly (readonly [key: string, value: string])[] {
  const blocks = Object.values(memberOf(statement, 'Condition') ?? {});
  return blocks.flatMap((keys: Json) =>
    Object.entries(keys).flatMap(([key, value]: [string, Json]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  );
}

type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

function sayAttaching({ gate, level }: StepOf<'attach'>, { request }: ChangeQuestion): string {
  switch (gate) {
    case 'identity':
    case 'boundary':
      return `Attach a new policy to ${callerName(request.principal)}`;
    case 'resource':
      return 'Give the resource a policy';
    case 'scp':
      return `Attach a new service control policy at ${levelName(level)}`;
    case 'rcp':
      return `Attach a new resource control policy at ${levelName(level)}`;
    case 'session':
      return 'Ask for a new session with a session policy';
  }
}

const levelName = (level: number | undefined): string =>
  level === undefined || level === 0
    ? 'the root of the organization'
    : `level ${level + 1} of the organization`;

function sayDetaching(step: StepOf<'detach'>, question: ChangeQuestion): string {
  const { gate, level, policyName } = step;
  const policy = nameOfPolicy(gate, policyName, question.policies.resource.type);
  switch (gate) {
    case 'identity':
    case 'boundary':
      return `Detach ${policy} from ${callerName(question.request.principal)}`;
    case 'resource':
      return `Delete ${policy}`;
    case 'scp':
    case 'rcp':
      return `Detach ${policy} from ${levelName(level)}`;
    case 'session':
      return 'Ask for a new session without the session policy';
  }
}
