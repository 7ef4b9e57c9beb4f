import { type AwsCall } from './command.ts';
import { readPolicyRef } from './policy-ref.ts';

/** The API call that saves a text as the policy with this `ref`; `undefined` for what can't be saved by one. */
export function saveCall(refText: string, policyDocument: string): AwsCall | undefined {
  const ref = readPolicyRef(refText);
  switch (ref?.type) {
    case 'trust':
      return { action: 'iam:UpdateAssumeRolePolicy', roleName: ref.role, policyDocument };
    case 'inline':
      return saveInline(ref.of, ref.owner, ref.name, policyDocument);
    case 'managed':
      return { action: 'iam:CreatePolicyVersion', policyArn: ref.arn, policyDocument };
    case 'bucket':
      return { action: 's3:PutBucketPolicy', bucket: ref.bucket, policyDocument };
    case 'scp':
    case undefined:
      return undefined;
  }
}

function saveInline(
  of: 'role' | 'user' | 'group',
  owner: string,
  policyName: string,
  policyDocument: string,
): AwsCall {
  switch (of) {
    case 'role':
      return { action: 'iam:PutRolePolicy', roleName: owner, policyName, policyDocument };
    case 'user':
      return { action: 'iam:PutUserPolicy', userName: owner, policyName, policyDocument };
    case 'group':
      return { action: 'iam:PutGroupPolicy', groupName: owner, policyName, policyDocument };
  }
}
