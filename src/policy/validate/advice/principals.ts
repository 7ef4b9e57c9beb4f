import { type PrincipalEntry, type Statement } from '../../syntax/document.ts';
import { accountOf } from '../principal-format.ts';
import { allows, isNegated, type Check, type Subject, testsOf } from './subject.ts';

/** Whom a statement lets in or shuts out. */
export const checkPrincipals: Check = (subject) => {
  const { principal, effect } = subject.statement;
  if (principal === undefined || subject.kind === 'rcp') return;
  if (principal.negated) {
    if (effect.value === 'Deny') subject.add('deny-all-but-some-principals', principal.at, {});
    return;
  }
  for (const entry of principal.entries) checkEntry(subject, entry);
  checkRepeated(subject, principal.entries);
  if (subject.kind === 'trust') checkActions(subject, principal.entries);
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous */
const isAnyone = ({ type, value }: PrincipalEntry): boolean =>
  type === 'Anyone' || (type === 'AWS' && value === '*');

function checkEntry(subject: Subject, entry: PrincipalEntry): void {
  const { kind, statement, add } = subject;
  if (entry.type === 'AWS' && /^\d[\d-]*-\d+$/.test(entry.value)) {
    add('account-dashes', entry.at, { principal: entry.value });
  }
  if (entry.type === 'Federated' && kind === 'resource') add('federated-not-here', entry.at, {});
  if (!allows(statement)) return;
  if (isAnyone(entry)) {
    if (!namesCaller(statement)) add('anyone', entry.at, {});
  } else if (entry.type === 'Service') {
    checkService(subject, entry);
  } else if (entry.type === 'AWS') {
    checkAccount(subject, entry);
  }
}

/** Keys that say who calls, or for whom; the caller cannot choose them. */
const callerKeys: readonly string[] = [
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
  'aws:userid',
  'kms:calleraccount',
];

const namesCaller = (statement: Statement): boolean =>
  testsOf(statement).some(
    (test) =>
      callerKeys.includes(test.key) &&
      !isNegated(test) &&
      !test.ifExists &&
      test.name !== 'Null' &&
      !test.values.some(({ value }) => /^[*?]+$/.test(value)),
  );

function checkAccount({ kind, statement, options, add }: Subject, { value, at }: PrincipalEntry) {
  const account = accountOf(value);
  if (account !== undefined) add('account-principal', at, {});
  const owner = account ?? /^arn:aws:(?:iam|sts)::(\d{12}):/.exec(value)?.[1];
  const foreign = options.account !== undefined && owner !== undefined && owner !== options.account;
  if (kind !== 'trust' || !foreign) return;
  const guarded = testsOf(statement).some(({ key }) => outsiderKeys.includes(key));
  if (!guarded) add('no-external-id', at, { account: owner });
}

/** What tells one outsider, or one errand of theirs, from another. */
const outsiderKeys: readonly string[] = [
  'sts:externalid',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalarn',
];

/** Keys that say for whose resource a service acts. */
const sourceKeys: readonly string[] = [
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
];

/**
 * Services that become a role for a machine or a function of the role's own account, in whose trust policies
 * AWS's own examples have no such condition.
 */
const ownMachines: readonly string[] = ['ec2.amazonaws.com', 'lambda.amazonaws.com'];

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
function checkService({ kind, statement, add }: Subject, { value, at }: PrincipalEntry): void {
  if (testsOf(statement).some(({ key }) => sourceKeys.includes(key))) return;
  if (kind === 'resource') add('service-for-anyone', at, { service: value });
  else if (!ownMachines.includes(value)) add('service-trust-for-anyone', at, { service: value });
}

/**
 * A principal that stands there twice, or beside everyone; in a trust policy also a session whose role does. Elsewhere
 * a session says more than its role: it is let in whatever its session policy and boundary leave out.
 */
function checkRepeated({ kind, add }: Subject, entries: readonly PrincipalEntry[]): void {
  const everyone = entries.find(isAnyone);
  const seen = new Set<string>();
  const roles = new Set(
    kind === 'trust' ? entries.flatMap(({ value }) => roleOf(value, roleArn)) : [],
  );
  for (const entry of entries) {
    const text = `${entry.type} ${entry.value}`;
    const inEveryone = everyone !== undefined && entry !== everyone && entry.type === 'AWS';
    const session = roleOf(entry.value, sessionArn);
    if (seen.has(text) || inEveryone || session.some((role) => roles.has(role))) {
      add('redundant-principal', entry.at, { principal: entry.value });
    }
    seen.add(text);
  }
}

const roleArn = /^arn:aws:iam::(\d+):role\/(?:.*\/)?([^/]+)$/;
const sessionArn = /^arn:aws:sts::(\d+):assumed-role\/([^/]+)\//;

/** A role's account and name, as the two forms of ARN agree on them. */
function roleOf(arn: string, form: RegExp): readonly string[] {
  const found = form.exec(arn);
  return found === null ? [] : [`${found[1] ?? ''} ${found[2] ?? ''}`];
}

/** Each way to become a role has its own sort of principal (row G9). */
const wayOf: Readonly<Record<string, readonly string[]>> = {
  'sts:AssumeRole': ['AWS', 'Service'],
  'sts:AssumeRoleWithSAML': ['saml'],
  'sts:AssumeRoleWithWebIdentity': ['oidc'],
};

const sortOf = ({ type, value }: PrincipalEntry): string => {
  if (type !== 'Federated') return type;
  return value.includes(':saml-provider/') ? 'saml' : 'oidc';
};

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
function checkActions({ statement, add }: Subject, entries: readonly PrincipalEntry[]): void {
  if (statement.action.negated) return;
  const sorts = new Set(entries.map(sortOf));
  for (const { value, at } of statement.action.patterns) {
    const fitting = Object.hasOwn(wayOf, value) ? wayOf[value] : undefined;
    if (fitting !== undefined && !fitting.some((sort) => sorts.has(sort))) {
      add('action-for-other-principal', at, { action: value, fitting: wayFor(sorts) });
    }
  }
}

const wayFor = (sorts: ReadonlySet<string>): string =>
  Object.entries(wayOf).find(([, fitting]) => fitting.some((sort) => sorts.has(sort)))?.[0] ?? '';
