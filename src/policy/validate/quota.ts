import { type PolicyKind } from '../syntax/document.ts';
import { type AwsRefusal } from './diagnostic.ts';
import { finding } from './finding.ts';
import { policyQuotas, policySize } from './policy-size.ts';
import { type ReadOptions } from './read-options.ts';
import { type Report } from './report.ts';

interface Quota {
  readonly limit: number;
  readonly size: number;
  readonly error: AwsRefusal;
}

/**
 * The quotas that hang on one text alone; those for policies of identities count what else is there, see
 * `policyQuotas`.
 */
export function checkQuota(
  report: Report,
  text: string,
  kind: PolicyKind,
  options: ReadOptions,
): void {
  const quota = quotaOf(text, kind, options);
  if (quota === undefined || quota.size <= quota.limit) return;
  const { size, limit, error } = quota;
  const at = { start: 0, end: text.length };
  report.add(finding('policy-too-long', at, { kind, size, limit }), { pass: 'quota', error });
}

function quotaOf(text: string, kind: PolicyKind, options: ReadOptions): Quota | undefined {
  switch (kind) {
    case 'trust':
      return trustQuota(text, options.trustPolicySize ?? policyQuotas.trustPolicy);
    case 'session':
      return sessionQuota(text);
    case 'scp':
    case 'rcp':
      return organizationsQuota(text);
    case 'identity':
    case 'boundary':
    case 'resource': // each service its own
      return undefined;
  }
}

/** Row T18. */
const trustQuota = (text: string, limit: number): Quota => ({
  limit,
  size: policySize(text),
  error: {
    code: 'LimitExceeded',
    status: 409,
    message: `Cannot exceed quota for ACLSizePerRole: ${limit}`,
  },
});

/**
 * SIMPLIFIED: the words are those of IAM's other limits on parameters; what STS says is not documented, and its
 * second limit, on the packed form, is not checked here.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
function sessionQuota(text: string): Quota {
  const limit = policyQuotas.sessionPolicy;
  const message = `1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to ${limit}`;
  return { limit, size: text.length, error: { code: 'ValidationError', status: 400, message } };
}

/**
 * White space counts; the console takes it out before it saves. The words were seen in the field.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const organizationsQuota = (text: string): Quota => ({
  limit: policyQuotas.serviceControlPolicy,
  size: text.length,
  error: {
    code: 'ConstraintViolationException',
    status: 400,
    message: 'You have exceeded the maximum policy size.',
  },
});
