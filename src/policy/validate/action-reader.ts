import { type PatternElement, type Placed } from '../syntax/document.ts';
import { type JsonObject } from '../syntax/json-tree.ts';
import { malformed } from './aws-words.ts';
import { finding } from './finding.ts';
import { didYouMean } from './did-you-mean.ts';
import { type Reading } from './json-objects.ts';
import { checkLookAlikes } from './look-alikes.ts';
import { readPair, type Members } from './pattern-pair.ts';

/** The actions that a trust policy may name, in this case exactly (AWS IAM, row T12, seen live). */
const trustActions = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
] as const;

export type ActionRule = 'any' | 'sts' | 'one-service';

/**
 * `Action` or `NotAction`. Names of services and actions that do not exist are accepted and never match.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function readActions(
  reading: Reading,
  statement: JsonObject,
  members: Members,
  rule: ActionRule,
): PatternElement | undefined {
  const element = readPair(reading, statement, members, ['Action', 'NotAction'], {
    missing: (at) => finding('no-action', at, {}),
    refusal: reading.words.noAction,
  });
  if (element === undefined) return undefined;
  for (const pattern of element.patterns) {
    checkLookAlikes(reading.report, pattern);
    if (rule === 'sts') checkTrustAction(reading, pattern);
    else checkAction(reading, pattern);
  }
  if (rule === 'one-service') checkRcpActions(reading, element);
  return element;
}

function checkTrustAction({ report }: Reading, { value, at }: Placed<string>): void {
  if (trustActions.some((action) => action === value)) return;
  const message = 'AssumeRole policy may only specify STS AssumeRole actions.';
  const near = didYouMean(value, trustActions) ?? '';
  report.add(
    finding('trust-action', at, { action: value, near }),
    malformed('statements', message),
  );
}

/** Rows M9 to M12, in the order in which they are checked. */
function checkAction({ report }: Reading, { value, at }: Placed<string>): void {
  const [vendor = '', name, ...rest] = value.split(':');
  const refuse = (message: string) => malformed('action-format', message);
  if (value === '*') return;
  if (name === undefined) {
    const message = 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
    report.add(finding('action-without-vendor', at, { action: value }), refuse(message));
  } else if (rest.length > 0) {
    const message = 'Actions/Condition can contain only one colon.';
    report.add(finding('action-with-colons', at, { action: value }), refuse(message));
  } else if (/[*?]/.test(vendor)) {
    const message = 'Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.';
    report.add(finding('action-vendor-wildcard', at, { action: value }), refuse(message));
  } else if (!/^[A-Za-z0-9-]+$/.test(vendor)) {
    report.add(finding('action-vendor', at, { vendor }), refuse(`Vendor ${vendor} is not valid`));
  } else if (!/^[A-Za-z0-9*?]+$/.test(name)) {
    report.add(finding('action-never-matches', at, { action: value })); // `s3:`, `s3:Get Object`: row H3, H4
  }
}

/**
 * An RCP names services, and has no NotAction.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
function checkRcpActions({ report, words }: Reading, element: PatternElement): void {
  const refusal = words.wrongType(element.at);
  if (element.negated) report.add(finding('not-action-forbidden', element.at, {}), refusal);
  for (const { value, at } of element.patterns) {
    if (value === '*') report.add(finding('rcp-action', at, {}), refusal);
  }
}
