import { type Placed } from '../syntax/document.ts';
import { malformed } from './aws-words.ts';
import { finding } from './finding.ts';
import { type Diagnostic } from './diagnostic.ts';
import { type Refusal } from './report.ts';

export interface ResourceFault {
  readonly diagnostic: Diagnostic;
  readonly refusal: Refusal;
}

const fault = (diagnostic: Diagnostic, message: string): ResourceFault => ({
  diagnostic,
  refusal: malformed('resource-format', message),
});

/** SIMPLIFIED: every account is in the commercial partition. `*` matches any. */
const partitions: readonly string[] = ['aws', '*'];

/**
 * The first fault of one Resource, as AWS looks for them (AWS IAM, rows M13 to M19 and M3). The text before the
 * first colon is not looked at.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function findResourceFault(resource: Placed<string>): ResourceFault | undefined {
  const { value, at } = resource;
  if (value === '*') return undefined;
  if (!value.includes(':')) {
    return fault(
      finding('resource-not-arn', at, { resource: value }),
      `Resource ${value} must be in ARN format or "*".`,
    ); // M13
  }
  const parts = splitArn(value);
  return (
    findShortArn(resource, parts) ?? findPartition(resource, parts) ?? findInFields(resource, parts)
  );
}

/** At most six fields: the sixth is everything after the fifth colon. */
function splitArn(arn: string): readonly string[] {
  const fields = arn.split(':');
  return fields.length <= 6 ? fields : [...fields.slice(0, 5), fields.slice(5).join(':')];
}

/**
 * Too few fields are "legacy parsing" (row M3), with three exceptions: `arn:aws` alone (M15), text that does not
 * begin with `arn:` (M14), and ARNs that end in a wildcard with no field left empty, which AWS fills up with `*`
 * (`arn:aws:cloudfront:*`).
 *
 * SIMPLIFIED: for `arn:aws:s3:bucket` the answers "legacy parsing" and "can not contain region information" were
 * both seen; the first is given.
 */
function findShortArn({ value, at }: Placed<string>, parts: readonly string[]) {
  const [first, partition = ''] = parts;
  if (parts.length >= 6 || (first !== 'arn' && !partitions.includes(partition))) return undefined;
  if (value === 'arn:aws') return unqualified(value, at);
  if (value.endsWith('*') && !value.includes('::')) return undefined;
  const refusal = malformed('legacy-parsing', 'The policy failed legacy parsing');
  return { diagnostic: finding('resource-too-short', at, { resource: value }), refusal };
}

const unqualified = (value: string, at: Placed<string>['at']): ResourceFault =>
  fault(
    finding('resource-service', at, { resource: value }),
    'Resource vendor must be fully qualified and cannot contain regexes.', // M15
  );

function findPartition({ at }: Placed<string>, parts: readonly string[]) {
  const [, partition = '', service = '*', region = '*', account = '*', rest = '*'] = parts;
  if (partitions.includes(partition)) return undefined;
  const arn = `arn:${partition}:${service}:${region}:${account}:${rest}`;
  return fault(
    finding('resource-partition', at, { partition }),
    `Partition "${partition}" is not valid for resource "${arn}".`, // M14
  );
}

function findInFields({ value, at }: Placed<string>, parts: readonly string[]) {
  const [, , service = '', region = '', account = '', rest = ''] = parts;
  if (service === '' || /[*?]/.test(service)) return unqualified(value, at);
  if (parts.length < 6) return undefined; // AWS fills it up
  if (service === 'iam') return findInIam({ value, at }, region, rest);
  const global = globalServices.find(({ name }) => name === service);
  if (global === undefined || global.regional.test(rest)) return undefined;
  if (region !== '') {
    const message = `Resource ${value} can not contain region information.`; // M16
    return fault(finding('resource-region', at, { service: global.title }), message);
  }
  if (account !== '') {
    const message = `Resource ${value} cannot contain an account id.`; // M17
    return fault(finding('resource-account', at, { service: global.title }), message);
  }
  return undefined;
}

/** Services whose ARNs have neither region nor account, but for the resources that `regional` names. */
const globalServices = [
  {
    name: 's3',
    title: 'S3 buckets',
    regional: /^(?:\*|accesspoint\/|access-grants\/|async-request\/|job\/|storage-lens)/,
  },
  { name: 'route53', title: 'Route 53', regional: /^\*/ },
] as const;

const iamKinds = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
] as const;

function findInIam({ value, at }: Placed<string>, region: string, path: string) {
  if (region !== '') {
    const message = `IAM resource ${value} cannot contain region information.`; // M18
    return fault(finding('resource-region', at, { service: 'IAM' }), message);
  }
  if (path === '*' || iamKinds.some((kind) => path.startsWith(kind))) return undefined;
  const message = `IAM resource path must either be "*" or start with ${iamKinds.join(', ')}.`; // M19
  return fault(finding('resource-iam-path', at, { path }), message);
}
