import { type AwsAction, type AwsCall } from '#world';

/** One field of a call's form. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: 'text' | 'seconds' | 'document';
  readonly optional: boolean;
}

const text = (name: string, title: string): Field => ({
  name,
  title,
  type: 'text',
  optional: false,
});
const seconds = (name: string, title: string): Field => ({
  name,
  title,
  type: 'seconds',
  optional: true,
});
const document = (name: string): Field => ({
  name,
  title: 'Policy document',
  type: 'document',
  optional: false,
});

const optional = (field: Field): Field => ({ ...field, optional: true });

const bucket = text('bucket', 'Bucket');
const objectKey = text('key', 'Key');
const table = text('table', 'Table');
const itemKey = text('key', 'Item id');
const roleName = text('roleName', 'Role name');
const userName = text('userName', 'User name');
const policyName = text('policyName', 'Policy name');
const policyArn = text('policyArn', 'Policy ARN');

/** What each API operation asks for, in the order of the form. */
export const callFields: Record<AwsAction, readonly Field[]> = {
  'sts:AssumeRole': [
    text('roleArn', 'Role ARN'),
    text('roleSessionName', 'Role session name'),
    seconds('durationSeconds', 'Duration in seconds'),
    optional(text('externalId', 'External ID')),
    optional(text('sourceIdentity', 'Source identity')),
  ],
  'sts:GetCallerIdentity': [],
  'sts:GetSessionToken': [seconds('durationSeconds', 'Duration in seconds')],
  'sts:GetFederationToken': [
    text('name', 'Name of the federated user'),
    seconds('durationSeconds', 'Duration in seconds'),
  ],
  's3:ListAllMyBuckets': [],
  's3:ListBucket': [bucket],
  's3:GetObject': [bucket, objectKey],
  's3:PutObject': [bucket, objectKey, text('body', 'Content')],
  's3:DeleteObject': [bucket, objectKey],
  's3:PutBucketPolicy': [bucket, document('policyDocument')],
  's3:DeleteBucketPolicy': [bucket],
  'dynamodb:GetItem': [table, itemKey],
  'dynamodb:PutItem': [table, itemKey, text('item', 'Item')],
  'dynamodb:Scan': [table],
  'iam:UpdateAssumeRolePolicy': [roleName, document('policyDocument')],
  'iam:PutRolePolicy': [roleName, policyName, document('policyDocument')],
  'iam:DeleteRolePolicy': [roleName, policyName],
  'iam:AttachRolePolicy': [roleName, policyArn],
  'iam:DetachRolePolicy': [roleName, policyArn],
  'iam:CreatePolicyVersion': [policyArn, document('policyDocument')],
  'iam:CreateRole': [
    roleName,
    document('assumeRolePolicyDocument'),
    seconds('maxSessionDuration', 'Maximum session duration in seconds'),
  ],
  'iam:DeleteRole': [roleName],
  'iam:CreateUser': [userName],
  'iam:DeleteUser': [userName],
  'iam:CreateAccessKey': [userName],
  'iam:DeleteAccessKey': [text('accessKeyId', 'Access key id')],
  'iam:PutUserPolicy': [userName, policyName, document('policyDocument')],
  'iam:PutGroupPolicy': [text('groupName', 'Group name'), policyName, document('policyDocument')],
  'iam:DeleteUserPolicy': [userName, policyName],
};

export const isAction = (name: string): name is AwsAction => Object.hasOwn(callFields, name);

/** The call that a filled form stands for. Empty optional fields are left out. */
export function callOf(action: AwsAction, values: Readonly<Record<string, string>>): AwsCall {
  const filled = callFields[action].flatMap((field) => {
    const value = values[field.name] ?? '';
    if (value === '' && field.optional) return [];
    return [[field.name, field.type === 'seconds' ? Number(value) : value] as const];
  });
  // The table above names exactly the parameters of each action; the types cannot follow a table.
  return { action, ...Object.fromEntries(filled) } as AwsCall;
}
