import { type ConditionKey, conditionKey, conditionKeys } from '../../syntax/condition-keys.ts';
import { type Operator } from '../../syntax/operators.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type Check, isNegated, type Subject, type Test, testsOf } from './subject.ts';

/** Whether each key is one, and asked as its sort is asked. */
export const checkKeys: Check = (subject) => {
  for (const test of testsOf(subject.statement)) {
    const { at, value } = test.entry.key;
    const known = conditionKey(value);
    if (known === undefined) checkUnknown(subject, value, at);
    else if (known.name.startsWith('*:')) checkClaim(subject, test, known);
    else checkKnown(subject, test, known);
    checkPlace(subject, test);
  }
};

/** Families of keys that end in what the policy's author names. */
const families: readonly string[] = ['aws:principaltag', 'aws:requesttag', 'aws:resourcetag'];

/** Prefixes whose keys are all known; other services' keys are not. */
const wholePrefixes = /^(?:aws|sts):/i;

/** A key of SNS's own that its default policies carry, although it begins as the global keys do. */
const ofOneService: readonly string[] = ['aws:sourceowner'];

/** What the table does not have and the documentation of old did, with what took its place. */
const replaced: ReadonlyMap<string, string> = new Map([['aws:arn', 'aws:PrincipalArn']]);

export function checkUnknown({ add }: Pick<Subject, 'add'>, key: string, at: Test['entry']['at']) {
  const lower = key.toLowerCase();
  if (families.includes(lower.replace(/\/$/, ''))) {
    add('tag-key-missing', at, { key });
  } else if (wholePrefixes.test(key) && !ofOneService.includes(lower)) {
    const near = replaced.get(lower) ?? didYouMean(key, keyNames) ?? '';
    add('unknown-global-key', at, { key, near });
  }
}

const keyNames = conditionKeys.map(({ name }) => name).filter((name) => !name.includes('*'));

function checkKnown({ add }: Subject, test: Test, known: ConditionKey): void {
  const { operator, key } = test.entry;
  if (test.name === 'Null') return;
  checkSetOperator(add, test, known);
  if (!known.multivalued && test.set !== undefined) {
    add('set-on-one-value', operator.at, { operator: operator.value, key: key.value });
  }
  if (!takes(known, test)) {
    add('operator-for-other-type', operator.at, {
      operator: operator.value,
      key: key.value,
      type: known.type,
    });
  }
}

/** Of a provider's claim no more is known than that it may have several values. */
function checkClaim({ add }: Subject, test: Test, known: ConditionKey): void {
  if (test.name !== 'Null') checkSetOperator(add, test, known);
}

function checkSetOperator(add: Subject['add'], { set, entry }: Test, known: ConditionKey): void {
  const { operator, key } = entry;
  if (known.multivalued && set === undefined) {
    add('no-set-operator', operator.at, { operator: operator.value, key: key.value });
  }
}

/**
 * The operators that a key of each type takes. Text operators read ARNs and booleans as text, which works.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
function takes({ type }: ConditionKey, { name }: Operator): boolean {
  switch (type) {
    case 'string':
      return name.startsWith('String') || name.startsWith('Binary');
    case 'arn':
      return /^(?:Arn|String)/.test(name);
    case 'bool':
      return name === 'Bool' || name.startsWith('String');
    case 'date':
      return name.startsWith('Date');
    case 'date or numeric':
      return /^(?:Date|Numeric)/.test(name);
    case 'numeric':
      return name.startsWith('Numeric');
    case 'ip':
      return name.endsWith('IpAddress');
  }
}

/** Keys that no request of this policy's carries, or that carry something else than is expected. */
function checkPlace({ kind, options, add }: Subject, { key, entry, values }: Test): void {
  const { at, value } = entry.key;
  if (kind === 'trust' && key === 'sts:durationseconds') add('duration-key-in-trust', at, {});
  if (key === 'aws:username' && options.attachedTo === 'role') {
    add('username-of-role', at, { text: value });
  }
  const caller = values.find(({ value: arn }) =>
    /^arn:aws:(?:iam::[^:]*:(?:user|role)\/|sts::[^:]*:assumed-role\/)/.test(arn),
  );
  if (key === 'aws:sourcearn' && caller !== undefined) {
    add('source-arn-for-caller', at, { value: caller.value });
  }
  if (key === 'aws:principalarn') {
    const session = values.find(({ value: arn }) => /^arn:[^:]*:sts:.*assumed-role/.test(arn));
    if (session !== undefined)
      add('principal-arn-of-session', session.at, { value: session.value });
  }
}

/** Keys of parameters, and the action that a trust policy must allow for them (rows F17, F22). */
const actionOfKey = [
  [/^aws:requesttag\/|^aws:tagkeys$|^sts:transitivetagkeys$/, 'sts:TagSession'],
  [/^sts:sourceidentity$/, 'sts:SetSourceIdentity'],
] as const;

/** A trust policy that asks about tags or a source identity must also let them be passed. */
export function checkKeyActions(subjects: readonly Subject[]): void {
  const named = new Set(
    subjects.flatMap(({ statement: { action } }) =>
      action.negated ? [] : action.patterns.map(({ value }) => value),
    ),
  );
  for (const { kind, statement, add } of subjects) {
    if (kind !== 'trust' || statement.effect.value !== 'Allow') continue;
    for (const test of testsOf(statement)) {
      const [, action] = actionOfKey.find(([keys]) => keys.test(test.key)) ?? [];
      const { at, value } = test.entry.key;
      const demanded = !isNegated(test) && !test.ifExists && test.set !== 'ForAllValues';
      if (action !== undefined && demanded && !named.has(action)) {
        add('key-needs-action', at, { key: value, action });
      }
    }
  }
}
