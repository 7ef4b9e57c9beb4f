import { type PatternElement, type Placed, type Statement } from '../../syntax/document.ts';
import { covers } from './covers.ts';
import { allows, isNegated, type Check, type Subject, testsOf } from './subject.ts';

/** What a policy of an identity gives away. */
export const checkGrants: Check = (subject) => {
  const { kind, statement } = subject;
  if (!allows(statement) || (kind !== 'identity' && kind !== 'session')) return;
  if (kind === 'session') checkSession(subject);
  else checkIdentity(subject);
};

const isStar = ({ value }: Placed<string>): boolean => value === '*';

/** `*`, or a pattern that leaves the name open: `arn:aws:iam::*:role/*`. */
const isWide = ({ value }: Placed<string>): boolean =>
  value === '*' || /^arn:[^:]*:iam:[^:]*:[^:]*:(?:\*|role\/\*|user\/\*|policy\/\*)$/.test(value);

/** Trap 16: a session policy only narrows, and this narrows nothing. */
function checkSession({ statement, add }: Subject): void {
  const { action, resource, conditions } = statement;
  const star = action.negated ? undefined : action.patterns.find(isStar);
  const everywhere = resource?.negated === false && resource.patterns.some(isStar);
  if (star !== undefined && everywhere && conditions.length === 0) {
    add('session-policy-limits-nothing', star.at, {});
  }
}

function checkIdentity(subject: Subject): void {
  const { statement, add } = subject;
  const { action, resource } = statement;
  if (action.negated) add('allows-all-but-some', action.at, {});
  if (action.negated || resource === undefined) return;
  const wide = resource.negated || resource.patterns.some(isWide);
  for (const pattern of action.patterns) {
    if (!wide) continue;
    if (isStar(pattern)) checkEverything(subject, pattern, resource);
    else checkAction(subject, pattern, resource);
  }
}

function checkEverything(
  { statement, add }: Subject,
  { at }: Placed<string>,
  resource: PatternElement,
) {
  if (!resource.negated && resource.patterns.some(isStar) && statement.conditions.length === 0) {
    add('allows-everything', at, {});
  }
}

function checkAction(subject: Subject, pattern: Placed<string>, resource: PatternElement): void {
  const { statement, add } = subject;
  const { value, at } = pattern;
  const isAllOfIam = value.toLowerCase() === 'iam:*';
  if (reaches(value, 'iam:PassRole') && !limits(statement, ['iam:passedtoservice'])) {
    if (resource.negated) add('pass-role-on-all-but-some', at, {});
    else add('pass-role-on-everything', at, {});
  }
  if (reaches(value, 'iam:CreateServiceLinkedRole') && !isAllOfIam) {
    if (!limits(statement, ['iam:awsservicename'])) add('service-linked-role-for-any', at, {});
  }
  const power = powers.find((action) => reaches(value, action));
  if (power !== undefined && !isAllOfIam && statement.conditions.length === 0) {
    add('gives-itself-rights', at, { action: power });
  }
}

/** Actions by which their holder can get any rights of the account. */
const powers = [
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:AddUserToGroup',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
] as const;

const reaches = (pattern: string, action: string): boolean =>
  covers(pattern.toLowerCase(), action.toLowerCase());

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
const limits = (statement: Statement, keys: readonly string[]): boolean =>
  testsOf(statement).some((test) => keys.includes(test.key) && !isNegated(test));

/**
 * Who may rewrite trust policies and assume roles becomes any role: trap 30. The two may stand in different
 * statements.
 */
export function checkTrustAndAssume(subjects: readonly Subject[]): void {
  const grants = subjects.filter(
    ({ kind, statement }) => kind === 'identity' && allows(statement) && !statement.action.negated,
  );
  const assumes = grants.some(({ statement }) => names(statement, 'sts:AssumeRole') !== undefined);
  if (!assumes) return;
  for (const { statement, add } of grants) {
    const rewrites = names(statement, 'iam:UpdateAssumeRolePolicy');
    const wide = statement.resource?.negated === true || statement.resource?.patterns.some(isWide);
    if (rewrites !== undefined && wide === true) add('rewrites-trust-and-assumes', rewrites.at, {});
  }
}

/** The pattern that reaches an action; the whole of a service or of AWS has findings of its own. */
const names = ({ action }: Statement, wanted: string): Placed<string> | undefined =>
  action.patterns.find(({ value }) => !/^(?:\*|iam:\*)$/i.test(value) && reaches(value, wanted));
