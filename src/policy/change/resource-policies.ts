/**
 * Services whose resources can have policies of their own.
 *
 * SIMPLIFIED: a policy for a resource is offered for the services where it is common; some of them give policies to some kinds of resource only.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const services: readonly string[] = [
  's3',
  'sqs',
  'sns',
  'kms',
  'secretsmanager',
  'lambda',
  'ecr',
  'dynamodb',
  'kinesis',
  'events',
  'backup',
  'es',
];

export const hasResourcePolicies = (resource: string): boolean =>
  services.includes(resource.split(':')[2] ?? '');
