import { type AwsCall } from './command.ts';
import { putGroupPolicy } from './iam/group-calls.ts';
import {
  attachRolePolicy,
  createPolicyVersion,
  createRole,
  deleteRole,
  deleteRolePolicy,
  detachRolePolicy,
  putRolePolicy,
  updateAssumeRolePolicy,
} from './iam/role-calls.ts';
import {
  createAccessKey,
  createUser,
  deleteAccessKey,
  deleteUser,
  deleteUserPolicy,
  putUserPolicy,
} from './iam/user-calls.ts';
import { type Operation } from './operation.ts';
import { getItem, putItem, scan } from './resources/dynamodb.ts';
import {
  deleteBucketPolicy,
  deleteObject,
  getObject,
  listAllMyBuckets,
  listBucket,
  putBucketPolicy,
  putObject,
} from './resources/s3.ts';
import { assumeRole } from './sts/assume-role.ts';
import { getCallerIdentity, getFederationToken, getSessionToken } from './sts/sessions.ts';

/** Every API operation that the simulated AWS knows. */
export function operationOf(call: AwsCall): Operation {
  switch (call.action) {
    case 'sts:AssumeRole':
      return assumeRole(call);
    case 'sts:GetCallerIdentity':
      return getCallerIdentity();
    case 'sts:GetSessionToken':
      return getSessionToken(call);
    case 'sts:GetFederationToken':
      return getFederationToken(call);
    case 's3:ListAllMyBuckets':
      return listAllMyBuckets();
    case 's3:ListBucket':
      return listBucket(call);
    case 's3:GetObject':
      return getObject(call);
    case 's3:PutObject':
      return putObject(call);
    case 's3:DeleteObject':
      return deleteObject(call);
    case 's3:PutBucketPolicy':
      return putBucketPolicy(call);
    case 's3:DeleteBucketPolicy':
      return deleteBucketPolicy(call);
    case 'dynamodb:GetItem':
      return getItem(call);
    case 'dynamodb:PutItem':
      return putItem(call);
    case 'dynamodb:Scan':
      return scan(call);
    case 'iam:UpdateAssumeRolePolicy':
      return updateAssumeRolePolicy(call);
    case 'iam:PutRolePolicy':
      return putRolePolicy(call);
    case 'iam:DeleteRolePolicy':
      return deleteRolePolicy(call);
    case 'iam:AttachRolePolicy':
      return attachRolePolicy(call);
    case 'iam:DetachRolePolicy':
      return detachRolePolicy(call);
    case 'iam:CreatePolicyVersion':
      return createPolicyVersion(call);
    case 'iam:CreateRole':
      return createRole(call);
    case 'iam:DeleteRole':
      return deleteRole(call);
    case 'iam:CreateUser':
      return createUser(call);
    case 'iam:DeleteUser':
      return deleteUser(call);
    case 'iam:CreateAccessKey':
      return createAccessKey(call);
    case 'iam:DeleteAccessKey':
      return deleteAccessKey(call);
    case 'iam:PutUserPolicy':
      return putUserPolicy(call);
    case 'iam:PutGroupPolicy':
      return putGroupPolicy(call);
    case 'iam:DeleteUserPolicy':
      return deleteUserPolicy(call);
  }
}
