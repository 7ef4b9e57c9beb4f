import { type Entries } from './entry.ts';
import { pages } from './pages.ts';
import { meant, q } from './quoting.ts';
import { formWords } from './shapes.ts';

const emptyList = (operator: string): string => {
  if (operator.startsWith('ForAnyValue:')) return 'which is never met';
  const absent = operator.startsWith('ForAllValues:') || operator.endsWith('IfExists');
  return absent ? 'which is met by requests without it alone' : 'which restricts nothing';
};

/** When: `Condition`. */
export const conditionEntries: Entries<
  | 'unknown-operator'
  | 'bad-operand'
  | 'operand-never-matches'
  | 'no-values'
  | 'empty-condition'
  | 'key-in-two-cases'
  | 'key-without-prefix'
  | 'broken-variable'
  | 'variable-in-2008'
  | 'literal-star'
  | 'for-all-values-allows'
> = {
  'unknown-operator': {
    message: ({ operator }) => `${q(operator)} is not a condition operator`,
    fix: ({ near }) => meant(near),
    help: 'A condition begins with an operator, such as `StringEquals`, and under it stand the keys and their values. The names are compared with regard to case. `IfExists` can be added to each of them but `Null`, and `ForAnyValue:` or `ForAllValues:` put in front.',
    source: pages.operators,
  },
  'bad-operand': {
    message: ({ operator, value, form }) =>
      `${q(operator)} compares ${formWords[form]}, and ${q(value)} is none`,
    help: 'The operator decides how a value is read. IAM tries to read numbers, dates, addresses and ARNs when it saves the policy, and refuses what it cannot read. If you mean plain text, use one of the `String` operators.',
    source: pages.operators,
  },
  'operand-never-matches': {
    message: ({ operator, value, form }) =>
      `${q(operator)} compares ${formWords[form]}; ${q(value)} is saved and never matches`,
    help: 'AWS saves this value without reading it. When a request comes it cannot be compared, so that the condition is never met, and nobody is told why.',
    source: pages.operators,
  },
  'no-values': {
    message: ({ operator, key }) =>
      `${q(key)} is compared with an empty list of values, ${emptyList(operator)}`,
    fix: () => 'name a value, or remove the key',
    help: 'What AWS does with an empty list depends on the operator, and is easily the opposite of what was meant: with `ForAnyValue` nothing is ever met, with `ForAllValues` or `IfExists` the key must be absent, and otherwise the line restricts nothing. Name a value, or take the key out.',
    source: pages.checks,
  },
  'empty-condition': {
    message: () => 'this is empty and restricts nothing',
    fix: () => 'remove it',
    help: 'An empty `Condition`, or an operator without keys, is met by every request. Whoever reads the policy may think that something is still checked here.',
    source: pages.condition,
  },
  'key-in-two-cases': {
    message: ({ key }) => `${q(key)} stands here a second time: keys do not differ by case`,
    fix: () => 'join the two into one',
    help: 'Condition keys are compared without regard to case, so that both lines are about the same key. Which of the two counts is not documented. Put all values into one list.',
    source: pages.checks,
  },
  'key-without-prefix': {
    message: ({ key }) => `no request carries a key ${q(key)}`,
    fix: ({ near }) => meant(near),
    help: 'A condition key has the prefix of its service and a colon in front: `aws:` for those that every service knows, `s3:`, `sts:` and so on for the others. AWS saves any name, and a key that no request carries counts as missing: most conditions on it are then never met, and negated ones always.',
    source: pages.globalKeys,
  },
  'broken-variable': {
    message: ({ variable }) =>
      `${q(variable)} is not a policy variable such as \`\${aws:username}\``,
    help: "A policy variable is a dollar sign and a condition key in curly brackets, without spaces: `${aws:username}`. A default for requests without the key follows after a comma and a space, in single quotes: `${aws:PrincipalTag/team, 'none'}`. A broken one is saved as it is and matches nothing.",
    source: pages.variables,
  },
  'variable-in-2008': {
    message: ({ variable }) => `${q(variable)} is plain text here, not a variable`,
    fix: () => 'add `"Version": "2012-10-17"`',
    help: 'Policy variables came with the language of 2012. In a policy with the older `Version`, or without any, the dollar sign and the brackets are ordinary characters, and the statement waits for a resource with such a name.',
    source: pages.variables,
  },
  'literal-star': {
    message: ({ operator, value }) =>
      `${q(operator)} takes the ${value.includes('*') ? '`*`' : '`?`'} in ${q(value)} literally`,
    fix: ({ better }) => meant(better),
    help: '`StringEquals` compares character by character, so that a star stands for a star and a question mark for a question mark. An `Allow` with it never matches, and a `Deny` with `StringNotEquals` hits everyone. Patterns need `StringLike` or, for ARNs, `ArnLike`. Write `${*}` if the star itself is meant.',
    source: pages.operators,
  },
  'for-all-values-allows': {
    message: () =>
      '`ForAllValues` is also true when the request does not carry the key, and this allows',
    fix: ({ key }) => `add ${q(`"Null": { "${key}": "false" }`)}, or use \`ForAnyValue\``,
    help: '`ForAllValues` asks whether all values of the request are in your list. Of no values at all this is true, so that whoever leaves the key out gets in. Require the key with `Null` and `"false"` beside it, or ask with `ForAnyValue` whether one value is in the list.',
    source: pages.setOperators,
  },
};
