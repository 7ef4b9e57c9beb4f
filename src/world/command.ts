import { type AccessKeyId, type PersonId } from './model.ts';

/** Everything that can be done in the world. */
export type Command =
  | CallCommand
  /** Commits a copy of credentials to a public repository. */
  | {
      readonly type: 'leak';
      readonly by: PersonId;
      readonly accessKeyId: AccessKeyId;
      readonly repository: string;
    }
  /** The same with the newest session that the person holds. */
  | {
      readonly type: 'leak-latest-session';
      readonly by: PersonId;
      readonly repository: string;
    }
  /** Takes a copy of credentials that somebody else holds, or that lie in the open. */
  | {
      readonly type: 'copy';
      readonly by: PersonId;
      readonly accessKeyId: AccessKeyId;
      readonly from: { readonly person: PersonId } | { readonly repository: string };
    }
  /** Copies whatever was published last in a repository. */
  | { readonly type: 'copy-published'; readonly by: PersonId; readonly repository: string }
  | { readonly type: 'wait'; readonly seconds: number }
  /** The console's *Revoke active sessions*: the call that its button makes at that moment. */
  | { readonly type: 'revoke-sessions'; readonly by: PersonId; readonly roleName: string };

/** Calls an AWS API with credentials; which person makes it matters to AWS only as a source address. */
export interface CallCommand {
  readonly type: 'call';
  readonly by: PersonId;
  /** Which credentials sign the request. */
  readonly with: CredentialsChoice;
  readonly call: AwsCall;
}

/**
 * `key`: this very key. `own`: the person's long-term key. `latest-session`: the newest session that the
 * person holds of the role with this ARN (any role, when not given). A choice that names nothing gives a
 * call without credentials.
 */
export type CredentialsChoice =
  | { readonly type: 'key'; readonly accessKeyId: AccessKeyId }
  | { readonly type: 'own' }
  | { readonly type: 'latest-session'; readonly roleArn?: string };

/** `action` is both the API operation and the permission that it asks for. Policy documents are text, as sent. */
export type AwsCall =
  | {
      readonly action: 'sts:AssumeRole';
      readonly roleArn: string;
      readonly roleSessionName: string;
      /** Seconds; 3,600 when not given. */
      readonly durationSeconds?: number;
      /** Agreed with whoever owns the role; nothing but a condition of its trust policy looks at it. */
      readonly externalId?: string;
      /** Who stands behind the session: later calls carry it, also through further roles. */
      readonly sourceIdentity?: string;
    }
  | { readonly action: 'sts:GetCallerIdentity' }
  | { readonly action: 'sts:GetSessionToken'; readonly durationSeconds?: number }
  | {
      readonly action: 'sts:GetFederationToken';
      readonly name: string;
      readonly durationSeconds?: number;
    }
  | { readonly action: 's3:ListAllMyBuckets' }
  | { readonly action: 's3:ListBucket'; readonly bucket: string }
  | { readonly action: 's3:GetObject'; readonly bucket: string; readonly key: string }
  | {
      readonly action: 's3:PutObject';
      readonly bucket: string;
      readonly key: string;
      readonly body: string;
    }
  | { readonly action: 's3:DeleteObject'; readonly bucket: string; readonly key: string }
  | {
      readonly action: 's3:PutBucketPolicy';
      readonly bucket: string;
      readonly policyDocument: string;
    }
  | { readonly action: 's3:DeleteBucketPolicy'; readonly bucket: string }
  | { readonly action: 'dynamodb:GetItem'; readonly table: string; readonly key: string }
  | {
      readonly action: 'dynamodb:PutItem';
      readonly table: string;
      readonly key: string;
      readonly item: string;
    }
  | { readonly action: 'dynamodb:Scan'; readonly table: string }
  | {
      readonly action: 'iam:UpdateAssumeRolePolicy';
      readonly roleName: string;
      readonly policyDocument: string;
    }
  | {
      readonly action: 'iam:PutRolePolicy';
      readonly roleName: string;
      readonly policyName: string;
      readonly policyDocument: string;
    }
  | {
      readonly action: 'iam:DeleteRolePolicy';
      readonly roleName: string;
      readonly policyName: string;
    }
  | {
      readonly action: 'iam:AttachRolePolicy';
      readonly roleName: string;
      readonly policyArn: string;
    }
  | {
      readonly action: 'iam:DetachRolePolicy';
      readonly roleName: string;
      readonly policyArn: string;
    }
  /** Saves a new default version of a customer managed policy. */
  | {
      readonly action: 'iam:CreatePolicyVersion';
      readonly policyArn: string;
      readonly policyDocument: string;
    }
  | {
      readonly action: 'iam:CreateRole';
      readonly roleName: string;
      readonly path?: string;
      readonly assumeRolePolicyDocument: string;
      readonly maxSessionDuration?: number;
    }
  | { readonly action: 'iam:DeleteRole'; readonly roleName: string }
  | { readonly action: 'iam:CreateUser'; readonly userName: string; readonly path?: string }
  | { readonly action: 'iam:DeleteUser'; readonly userName: string }
  | { readonly action: 'iam:CreateAccessKey'; readonly userName: string }
  | { readonly action: 'iam:DeleteAccessKey'; readonly accessKeyId: string }
  | {
      readonly action: 'iam:PutUserPolicy';
      readonly userName: string;
      readonly policyName: string;
      readonly policyDocument: string;
    }
  | {
      readonly action: 'iam:PutGroupPolicy';
      readonly groupName: string;
      readonly policyName: string;
      readonly policyDocument: string;
    }
  | {
      readonly action: 'iam:DeleteUserPolicy';
      readonly userName: string;
      readonly policyName: string;
    };

export type AwsAction = AwsCall['action'];
