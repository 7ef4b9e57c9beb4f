import { type AccessRequest, type Decision, type Gate } from '#policy';
import { type AwsCall } from './command.ts';
import { type AccessKeyId, type Json, type PersonId, type SimTime } from './model.ts';

/** An error as AWS answers it. */
export interface AwsError {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly message: string;
}

/** What a call came to. `result` has AWS's field names. */
export type Outcome =
  | { readonly ok: true; readonly result: Readonly<Record<string, Json>> }
  | { readonly ok: false; readonly error: AwsError };

/** Which AWS service a request goes to. */
export type Service = 'sts' | 's3' | 'dynamodb' | 'iam';

/** What happened to the credentials when AWS looked them up, before any policy. */
export type CredentialsState =
  'valid' | 'expired' | 'missing' | 'unknown' | 'inactive' | 'role-deleted';

/**
 * One fact of a run, in order. A call makes: request-sent, credentials-checked, a gate-asked for each gate
 * that has a policy, decided, then what the call does, answered and recorded. The gates and the decision come
 * once for each permission that the call needs; the call's own comes last.
 */
export type Happening =
  | {
      readonly type: 'request-sent';
      readonly by: PersonId;
      readonly accessKeyId: AccessKeyId | undefined;
      readonly service: Service;
      readonly call: AwsCall;
      /** ARN of what is acted on; `*` where the action has none. */
      readonly resource: string;
    }
  | {
      readonly type: 'credentials-checked';
      readonly state: CredentialsState;
      /** As GetCallerIdentity would say it. */
      readonly callerArn: string | undefined;
    }
  /** AWS asks the policies of one type. Its answer is in the decision that follows. */
  | {
      readonly type: 'gate-asked';
      readonly gate: Gate;
      readonly request: AccessRequest;
      readonly decision: Decision;
    }
  | { readonly type: 'decided'; readonly request: AccessRequest; readonly decision: Decision }
  /** AssumeRole only: STS does not read the role's permissions policies when it issues credentials. */
  | { readonly type: 'permissions-not-asked'; readonly roleArn: string }
  | {
      readonly type: 'credentials-issued';
      readonly to: PersonId;
      readonly accessKeyId: AccessKeyId;
      readonly sessionArn: string;
      readonly issuedAt: SimTime;
      readonly expiresAt: SimTime;
    }
  /** IAM or a resource was changed; `what` is the ARN. */
  | { readonly type: 'changed'; readonly what: string }
  | { readonly type: 'answered'; readonly to: PersonId; readonly outcome: Outcome }
  /** CloudTrail wrote the record with this position in `world.trail`. */
  | { readonly type: 'recorded'; readonly index: number }
  | {
      readonly type: 'leaked';
      readonly by: PersonId;
      readonly accessKeyId: AccessKeyId;
      readonly repository: string;
    }
  | {
      readonly type: 'copied';
      readonly by: PersonId;
      readonly accessKeyId: AccessKeyId;
      readonly from: { readonly person: PersonId } | { readonly repository: string };
    }
  /** A person wanted to use or copy what is not there. */
  | { readonly type: 'impossible'; readonly by: PersonId; readonly why: string }
  | { readonly type: 'waited'; readonly from: SimTime; readonly until: SimTime }
  | { readonly type: 'credentials-expired'; readonly accessKeyId: AccessKeyId };
