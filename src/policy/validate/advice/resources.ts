import { type Placed } from '../../syntax/document.ts';
import { allows, type Check, type Subject } from './subject.ts';

/** Resources that cannot be what was meant. */
export const checkResources: Check = (subject) => {
  const { statement, add } = subject;
  const patterns = statement.resource?.patterns ?? [];
  for (const pattern of patterns) checkArn(subject, pattern);
  if (statement.resource?.negated !== false || statement.action.negated) return;
  for (const action of statement.action.patterns) {
    checkBuckets(subject, action, patterns);
    if (!allows(statement) || patterns.some(({ value }) => value === '*')) continue;
    if (subject.options.onlyOnAll?.(action.value) === true) {
      add('action-needs-all-resources', action.at, { action: action.value });
    }
  }
};

function checkArn({ statement, add }: Subject, { value, at }: Placed<string>): void {
  const [, , service = '', region = '', account = '', ...rest] = value.split(':');
  if (value === '*' || rest.length === 0) return;
  if (service !== service.toLowerCase()) add('resource-service-case', at, { service });
  if (isPlain(region) && !/^[a-z]{2,3}(?:-[a-z]+)+-\d{1,2}$/.test(region)) {
    add('resource-region-form', at, { region });
  }
  if (isPlain(account) && !/^(?:\d{12}|aws(?:-[a-z]+)*|amazon|third-party)$/.test(account)) {
    add('resource-account-form', at, { account });
  }
  const assumes = statement.action.patterns.some(({ value: action }) =>
    /^sts:AssumeRole$/i.test(action),
  );
  if (assumes && !statement.action.negated && service.toLowerCase() === 'sts') {
    add('session-as-resource', at, { resource: value });
  }
}

/** Neither empty, nor a pattern, nor a variable. */
const isPlain = (part: string): boolean => part !== '' && !/[*?$]/.test(part);

/** A literal action of S3 on objects, or on buckets: trap 27. */
const objectAction =
  /^s3:(?:(?:Get|Put|Delete|Restore|Replicate|List)Object(?!Lock)[A-Za-z]*|AbortMultipartUpload|ListMultipartUploadParts|BypassGovernanceRetention)$/i;
const bucketAction =
  /^s3:(?:(?:Get|Put|Delete|Create|List)Bucket[A-Za-z]*|ListBucketVersions|ListBucketMultipartUploads|(?:Get|Put)(?:Lifecycle|Encryption|Replication|Accelerate|Inventory|Metrics|Analytics)Configuration)$/i;

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
function checkBuckets(
  { add }: Subject,
  { value: action, at }: Placed<string>,
  patterns: readonly Placed<string>[],
): void {
  const names = patterns.map(({ value }) => /^arn:[^:]*:s3:::(.+)$/i.exec(value)?.[1]);
  if (names.length === 0 || names.includes(undefined)) return;
  const texts = names.map((name) => name ?? '');
  if (objectAction.test(action) && texts.every((name) => !/[/*$]/.test(name))) {
    add('object-action-on-bucket', at, { action, resource: patterns[0]?.value ?? '' });
  }
  if (bucketAction.test(action) && texts.every((name) => name.includes('/'))) {
    add('bucket-action-on-objects', at, { action, resource: patterns[0]?.value ?? '' });
  }
}
