import { conditionKey } from '../../syntax/condition-keys.ts';
import { type Placed, type Statement } from '../../syntax/document.ts';
import { parseOperator } from '../../syntax/operators.ts';
import { checkUnknown } from './keys.ts';
import { type Check, type Subject } from './subject.ts';

/**
 * `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters themselves. IAM saves a broken one
 * and never matches it (rows V1 to V10).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export const checkVariables: Check = (subject) => {
  const { statement } = subject;
  for (const text of statement.resource?.patterns ?? []) checkResource(subject, text);
  for (const { operator, values } of statement.conditions) {
    const takes = /^(?:String|Arn)/.test(parseOperator(operator.value)?.name ?? '');
    if (takes) for (const text of values) checkText(subject, text);
  }
  for (const text of placesWithout(statement)) {
    const [variable] = variablesIn(text.value);
    if (variable !== undefined) subject.add('variable-not-here', text.at, { variable });
  }
};

/** Where a dollar sign is nothing but itself. */
const placesWithout = ({ action, principal }: Statement): readonly Placed<string>[] => [
  ...action.patterns,
  ...(principal?.entries ?? []),
];

const variables = /\$\{[^}]*\}?/g;

const variablesIn = (text: string): readonly string[] => text.match(variables) ?? [];

/** Only behind the fifth colon: before it AWS reads no variables (row V3). */
function checkResource(subject: Subject, text: Placed<string>): void {
  const early = text.value.startsWith('arn:') ? earlyVariable(text.value) : undefined;
  if (early !== undefined && subject.version !== '2008-10-17') {
    subject.add('variable-too-early', text.at, { variable: early });
  } else {
    checkText(subject, text);
  }
}

/** The first variable, if it begins before the fifth colon; colons inside of variables part nothing. */
function earlyVariable(arn: string): string | undefined {
  const found = arn.search(variables);
  const colons = arn.slice(0, found).split(':').length - 1;
  return found >= 0 && colons < 5 ? arn.match(variables)?.[0] : undefined;
}

function checkText(subject: Subject, { value, at }: Placed<string>): void {
  for (const variable of variablesIn(value)) {
    if (subject.version === '2008-10-17') {
      subject.add('variable-in-2008', at, { variable });
      continue;
    }
    if (/^\$\{[*?$]\}$/.test(variable)) continue;
    const key = /^\$\{([^\s${},']+)(?:, '[^']*')?\}$/.exec(variable)?.[1];
    if (key === undefined) subject.add('broken-variable', at, { variable });
    else checkKey(subject, variable, key, at);
  }
}

function checkKey(subject: Subject, variable: string, key: string, at: Placed<string>['at']): void {
  const known = conditionKey(key);
  if (known === undefined) checkUnknown(subject, key, at);
  else if (known.multivalued) subject.add('variable-of-several', at, { variable });
  if (key.toLowerCase() === 'aws:username' && subject.options.attachedTo === 'role') {
    subject.add('username-of-role', at, { text: variable });
  }
}
