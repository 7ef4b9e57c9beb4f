/** The simulated AWS and the people at its door: apply(world, command) → world and happenings. */
export {
  type Account,
  accessKeyId,
  type AccessKeyId,
  accountId,
  type AccountId,
  type Bucket,
  type Credentials,
  type Group,
  type Json,
  type LongTermCredentials,
  type ManagedPolicy,
  type NamedPolicy,
  type Person,
  type PersonId,
  type PolicyText,
  type Publication,
  type Role,
  type Session,
  type SessionCredentials,
  simTime,
  type SimTime,
  type Table,
  type Tags,
  type TrailRecord,
  type User,
  type World,
} from './model.ts';
export {
  type AwsAction,
  type AwsCall,
  type CallCommand,
  type Command,
  type CredentialsChoice,
} from './command.ts';
export {
  type AwsError,
  type CredentialsState,
  type Happening,
  type Outcome,
  type Service,
} from './happening.ts';
export { bucketPlace, personPlace, type Place, readPlace, rolePlace, tablePlace } from './place.ts';
export { apply } from './apply.ts';
export { buildWorld, type PolicySource, type WorldSpec } from './build.ts';
export { formatInstant, formatSecond } from './clock.ts';
export { bucketByName, roleByArn } from './iam/lookup.ts';
export {
  bucketPolicyOf,
  identityPoliciesOfUser,
  permissionPoliciesOf,
  storedPolicy,
  type StoredPolicy,
  trustPolicyOf,
} from './iam/stored-policies.ts';
export { readToSave } from './iam/write-policy.ts';
export { choose } from './people/choose.ts';
export { policyRefText, readPolicyRef } from './policy-ref.ts';
export {
  revocationCutOff,
  revocationLeadSeconds,
  revocationPolicy,
  revocationPolicyName,
  revokeCall,
} from './revocation.ts';
export { saveCall } from './save-call.ts';
export { authenticate } from './sts/authenticate.ts';
