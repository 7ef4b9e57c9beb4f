import { type AwsError } from './happening.ts';

/**
 * Every error that the world answers, by what went wrong: codes, HTTP statuses and texts are AWS's.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
const error = (code: string, status: number, message: string): AwsError => ({
  code,
  status,
  message,
});

export const validationError = (message: string): AwsError =>
  error('ValidationError', 400, message);

/** A value that breaks a constraint of the API model, in the words of AWS's validation. */
export const constraintError = (value: string, field: string, constraint: string): AwsError =>
  validationError(
    `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${constraint}`,
  );

export const rootMayNotAssume = (): AwsError =>
  error('AccessDenied', 403, 'Roles may not be assumed by root accounts.');

export const exceedsRoleMaximum = (): AwsError =>
  validationError(
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  );

export const exceedsChainingLimit = (): AwsError =>
  validationError(
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  );

export const sourceIdentityIsSet = (): AwsError =>
  validationError('The source identity is already set for this assume role session');

export const notWithSessionCredentials = (operation: string): AwsError =>
  error('AccessDenied', 403, `Cannot call ${operation} with session credentials`);

export const noSuchRole = (name: string): AwsError =>
  error('NoSuchEntity', 404, `The role with name ${name} cannot be found.`);
export const noSuchUser = (name: string): AwsError =>
  error('NoSuchEntity', 404, `The user with name ${name} cannot be found.`);
export const noSuchGroup = (name: string): AwsError =>
  error('NoSuchEntity', 404, `The group with name ${name} cannot be found.`);
export const noSuchRolePolicy = (name: string): AwsError =>
  error('NoSuchEntity', 404, `The role policy with name ${name} cannot be found.`);
export const noSuchUserPolicy = (name: string): AwsError =>
  error('NoSuchEntity', 404, `The user policy with name ${name} cannot be found.`);
export const noSuchPolicy = (arn: string): AwsError =>
  error('NoSuchEntity', 404, `Policy ${arn} was not found.`);
export const notAttachable = (arn: string): AwsError =>
  error('NoSuchEntity', 404, `Policy ${arn} does not exist or is not attachable.`);
export const noSuchAccessKey = (id: string): AwsError =>
  error('NoSuchEntity', 404, `The Access Key with id ${id} cannot be found.`);
export const unparsableArn = (): AwsError => validationError('Invalid ARN:  Could not be parsed!');

export const roleExists = (name: string): AwsError =>
  error('EntityAlreadyExists', 409, `Role with name ${name} already exists.`);
export const userExists = (name: string): AwsError =>
  error('EntityAlreadyExists', 409, `User with name ${name} already exists.`);

/** `what`: `delete policies`, `detach all policies`, `delete access keys`. */
export const deleteConflict = (what: string): AwsError =>
  error('DeleteConflict', 409, `Cannot delete entity, must ${what} first.`);

export const quotaExceeded = (quota: string, limit: number): AwsError =>
  error('LimitExceeded', 409, `Cannot exceed quota for ${quota}: ${limit}`);
export const inlineSizeExceeded = (limit: number, kind: string, name: string): AwsError =>
  error('LimitExceeded', 409, `Maximum policy size of ${limit} bytes exceeded for ${kind} ${name}`);

export const onlyModifiableByAws = (name: string): AwsError =>
  error(
    'UnmodifiableEntity',
    400,
    `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`,
  );
export const awsManagedIsReadOnly = (arn: string): AwsError =>
  error('AccessDenied', 403, `Policy ${arn} is outside your own account.`);

export const noSuchBucket = (): AwsError =>
  error('NoSuchBucket', 404, 'The specified bucket does not exist');
export const noSuchKey = (): AwsError =>
  error('NoSuchKey', 404, 'The specified key does not exist.');
export const noSuchTable = (): AwsError =>
  error('ResourceNotFoundException', 400, 'Requested resource not found');

/** How a family of services says that the credentials themselves are no good. */
export interface CredentialErrors {
  readonly expired: AwsError;
  readonly unknown: AwsError;
  readonly missing: AwsError;
  readonly deniedCode: string;
  readonly deniedStatus: number;
}

const query: CredentialErrors = {
  expired: error('ExpiredToken', 403, 'The security token included in the request is expired'),
  unknown: error(
    'InvalidClientTokenId',
    403,
    'The security token included in the request is invalid.',
  ),
  missing: error('MissingAuthenticationToken', 403, 'Request is missing Authentication Token'),
  deniedCode: 'AccessDenied',
  deniedStatus: 403,
};

export const credentialErrors = {
  sts: query,
  iam: query,
  s3: {
    expired: error('ExpiredToken', 400, 'The provided token has expired.'),
    unknown: error(
      'InvalidAccessKeyId',
      403,
      'The AWS Access Key Id you provided does not exist in our records.',
    ),
    missing: error('AccessDenied', 403, 'Access Denied'),
    deniedCode: 'AccessDenied',
    deniedStatus: 403,
  },
  dynamodb: {
    expired: error(
      'ExpiredTokenException',
      400,
      'The security token included in the request is expired',
    ),
    unknown: error(
      'UnrecognizedClientException',
      400,
      'The security token included in the request is invalid.',
    ),
    missing: error(
      'MissingAuthenticationTokenException',
      400,
      'Request is missing Authentication Token',
    ),
    deniedCode: 'AccessDeniedException',
    deniedStatus: 400,
  },
} as const satisfies Record<string, CredentialErrors>;

export const accessDenied = (code: string, status: number, message: string): AwsError =>
  error(code, status, message);
