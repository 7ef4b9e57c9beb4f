import { type Placed } from '../syntax/document.ts';
import { type JsonMember } from '../syntax/json-tree.ts';
import { finding } from './finding.ts';
import { checkLookAlikes } from './look-alikes.ts';
import { type Report } from './report.ts';

/**
 * Keys do not differ by case, so that one would hide the other. IAM Access Analyzer calls it an error; whether
 * IAM saves it is not known.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function checkKeyCase(report: Report, keys: readonly JsonMember[]): void {
  const seen = new Map<string, string>();
  for (const { name } of keys) {
    const first = seen.get(name.value.toLowerCase());
    if (first !== undefined && first !== name.value)
      report.add(finding('key-in-two-cases', name.at, { key: name.value }));
    else seen.set(name.value.toLowerCase(), name.value);
  }
}

/** The global keys, to complete a name without its prefix. */
const commonKeys = [
  'aws:CurrentTime',
  'aws:MultiFactorAuthPresent',
  'aws:MultiFactorAuthAge',
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:PrincipalOrgID',
  'aws:PrincipalType',
  'aws:RequestedRegion',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIdentity',
  'aws:SourceIp',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:TokenIssueTime',
  'aws:UserAgent',
  'aws:userid',
  'aws:username',
  'sts:ExternalId',
  'sts:RoleSessionName',
  'sts:SourceIdentity',
  'iam:PassedToService',
] as const;

export function checkKey(report: Report, key: Placed<string>): void {
  checkLookAlikes(report, key);
  if (key.value.includes(':')) return;
  const wanted = key.value.toLowerCase();
  const near = commonKeys.find((known) => known.toLowerCase().endsWith(`:${wanted}`)) ?? '';
  report.add(finding('key-without-prefix', key.at, { key: key.value, near }));
}
