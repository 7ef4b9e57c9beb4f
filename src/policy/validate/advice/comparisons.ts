import { conditionKey } from '../../syntax/condition-keys.ts';
import { type Placed } from '../../syntax/document.ts';
import { improveRange, isPrivateRange } from './address-ranges.ts';
import { repetitions } from './covers.ts';
import {
  allows,
  isFalse,
  isNegated,
  isRequired,
  isTrue,
  type Check,
  type Subject,
  type Test,
  testsOf,
} from './subject.ts';

/** Comparisons that are met, or never met, where one would not expect it. */
export const checkComparisons: Check = (subject) => {
  const tests = testsOf(subject.statement);
  for (const test of tests) {
    checkStars(subject, test);
    checkSets(subject, test, tests);
    checkMfa(subject, test);
    checkMissing(subject, test, tests);
    checkAddresses(subject, test, tests);
    checkValues(subject, test);
  }
};

const isArnKey = ({ entry }: Test): boolean => conditionKey(entry.key.value)?.type === 'arn';

/** Trap 9 and its kin: only the Like operators know wildcards, and only the Arn ones know where an ARN's parts end. */
function checkStars({ add }: Subject, test: Test): void {
  const { name, values, entry, set, ifExists } = test;
  const operator = entry.operator.value;
  const key = entry.key.value;
  const wild = values.filter(isWild);
  if (/^String(?:Not)?Equals/.test(name)) {
    const better = patternOperator(operator, isArnKey(test));
    for (const { value, at } of wild) add('literal-star', at, { operator, value, better });
  } else if (/^String(?:Not)?Like$/.test(name) && isArnKey(test)) {
    const better = operator.replace('String', 'Arn');
    if (wild.some(({ value }) => value !== '*')) {
      add('text-pattern-for-arn', entry.operator.at, { operator, key, better });
    }
  }
  const star = values.find(({ value }) => value === '*');
  if (star !== undefined && name === 'StringLike' && set === undefined && !ifExists) {
    add('star-asks-for-presence', star.at, { key });
  }
}

const isWild = ({ value }: Placed<string>): boolean =>
  /[*?]/.test(value.replace(/\$\{[*?]\}/g, ''));

const patternOperator = (operator: string, arn: boolean): string =>
  operator
    .replace('IgnoreCase', '')
    .replace('NotEquals', 'NotLike')
    .replace('StringEquals', 'StringLike')
    .replace('String', arn ? 'Arn' : 'String');

/**
 * ForAllValues is true of an absent key, unless `Null` says that the key must be there (row L12); with `Null` itself
 * it is always true, and ForAnyValue never (L22).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function checkSets({ statement, add }: Subject, test: Test, tests: readonly Test[]): void {
  const { set, name, entry } = test;
  if (set === undefined) return;
  const { at, value: operator } = entry.operator;
  if (name === 'Null') add('null-with-set', at, { operator });
  else if (set === 'ForAllValues' && allows(statement) && !isRequired(tests, test.key)) {
    add('for-all-values-allows', at, { key: entry.key.value });
  }
}

const mfa = 'aws:multifactorauthpresent';

/**
 * Trap 10: the key is absent from requests with long-term keys.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function checkMfa({ statement, add }: Subject, test: Test): void {
  if (test.key !== mfa) return;
  const { at } = test.entry.operator;
  const grants = allows(statement);
  if (test.name === 'Null') {
    if (grants && isFalse(test)) add('mfa-presence', at, {});
  } else if (test.name === 'Bool') {
    if (!grants && isFalse(test) && !test.ifExists) add('mfa-deny-misses-keys', at, {});
    if (grants && isTrue(test) && test.ifExists) add('mfa-allows-keys', at, {});
  }
}

/** Keys that every signed request carries: their absence is no trap. */
const always: readonly string[] = [
  'aws:currenttime',
  'aws:epochtime',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principaltype',
  'aws:requestedregion',
  'aws:securetransport',
  'aws:userid',
  'aws:viaawsservice',
];

function checkMissing({ statement, add }: Subject, test: Test, tests: readonly Test[]): void {
  const { entry, key } = test;
  const { at, value: operator } = entry.operator;
  if (key === 'aws:tokenissuetime' && test.ifExists && !allows(statement)) {
    add('token-time-if-exists', at, { operator });
  }
  const opens = allows(statement) && isNegated(test) && test.set === undefined;
  if (opens && !always.includes(key) && !isRequired(tests, key)) {
    add('negation-allows', at, { operator, key: entry.key.value });
  }
}

/** Traps 25 and H21: calls that services make for you come from elsewhere. */
function checkAddresses(
  { kind, statement, add }: Subject,
  test: Test,
  tests: readonly Test[],
): void {
  const { at } = test.entry.operator;
  const aside = (...keys: readonly string[]) => tests.some(({ key }) => keys.includes(key));
  if (test.name.endsWith('IpAddress')) {
    for (const value of test.values) checkRange(add, test.key, value);
  }
  if (allows(statement) || !isNegated(test)) return;
  const services = aside('aws:viaawsservice', 'aws:principalisawsservice', 'aws:calledvia');
  if (test.key === 'aws:sourceip' && !services && kind !== 'trust') {
    add('source-ip-hits-services', at, {});
  }
  if (test.key === 'aws:requestedregion' && hitsGlobal(statement))
    add('region-hits-global', at, {});
  const organization = test.key === 'aws:principalorgid' && kind === 'rcp';
  if (organization && !services && !aside('aws:sourceorgid', 'aws:sourceaccount')) {
    add('rcp-hits-services', at, {});
  }
}

const hitsGlobal = ({ action }: Subject['statement']): boolean =>
  !action.negated && action.patterns.some(({ value }) => /^(?:\*|iam:.*|sts:\*)$/i.test(value));

function checkRange(add: Subject['add'], key: string, { value, at }: Placed<string>): void {
  if (key === 'aws:sourceip' && isPrivateRange(value)) add('private-address', at, { value });
  const better = improveRange(value);
  if (better !== undefined) add('address-with-host-part', at, { value, better });
}

function checkValues({ add }: Subject, test: Test): void {
  const { key } = test.entry;
  if (test.name === 'Bool' && isTrue(test) && isFalse(test)) {
    add('both-booleans', key.at, { key: key.value });
    return;
  }
  if (test.values.length < 2) return;
  const wild = /^(?:StringLike|StringNotLike|Arn)/.test(test.name);
  const literal = (text: string) => (wild ? text : text.replace(/[*?]/g, '\u0000'));
  for (const { again, within } of repetitions(test.values, literal)) {
    add('redundant-value', again.at, { value: again.value, within: within.value });
  }
}
