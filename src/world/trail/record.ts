import { type Target } from '../access/authorize.ts';
import { regionOf } from '../access/context.ts';
import { formatSecond } from '../clock.ts';
import { type Outcome } from '../happening.ts';
import { drawUuid } from '../identifiers.ts';
import {
  type Json,
  type Person,
  type SessionCredentials,
  type TrailRecord,
  type World,
} from '../model.ts';
import { type Operation } from '../operation.ts';
import { type Caller } from '../sts/authenticate.ts';
import { sourceIdentityOf } from '../sts/source-identity.ts';

interface Recorded {
  readonly operation: Operation;
  readonly action: string;
  readonly caller: Caller | undefined;
  readonly target: Target;
  readonly by: Person;
  readonly recipient: string;
  readonly outcome: Outcome;
  readonly responseElements: Json;
}

/**
 * Appends the record that CloudTrail would write.
 * SIMPLIFIED: records are there at once, and the trail has data events switched on; AWS delivers records
 * within minutes and leaves data events off until they are asked for. `tlsDetails`, `additionalEventData` and
 * `sessionCredentialFromConsole` are left out, and so is the second record that a call across accounts makes.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function record(world: World, call: Recorded): World {
  const request = drawUuid(world);
  const event = drawUuid(request.world);
  const written = recordOf(world, call, request.value, event.value);
  return { ...event.world, trail: [...world.trail, written] };
}

function recordOf(world: World, call: Recorded, requestID: string, eventID: string): TrailRecord {
  const { operation, outcome } = call;
  return {
    eventVersion: operation.data ? '1.11' : '1.08',
    userIdentity: userIdentity(call.caller),
    eventTime: formatSecond(world.now),
    eventSource: `${operation.service}.amazonaws.com`,
    eventName: operation.eventName,
    awsRegion: regionOf(world, call.action),
    sourceIPAddress: call.by.sourceIp,
    userAgent: call.by.userAgent,
    ...errorOf(outcome),
    // A refused AssumeRole is recorded without its parameters.
    requestParameters:
      !outcome.ok && operation.service === 'sts' ? null : operation.requestParameters,
    responseElements: call.responseElements,
    requestID,
    eventID,
    readOnly: operation.readOnly,
    ...resourcesOf(call),
    eventType: 'AwsApiCall',
    managementEvent: !operation.data,
    recipientAccountId: call.recipient,
    eventCategory: operation.data ? 'Data' : 'Management',
  };
}

const errorOf = (outcome: Outcome) =>
  outcome.ok ? {} : { errorCode: outcome.error.code, errorMessage: outcome.error.message };

/** What the call touched. A refused AssumeRole does not say, and IAM's records never do. */
function resourcesOf({ operation, outcome, target }: Recorded): { readonly resources?: Json } {
  const { account: accountId, resource: ARN } = target;
  if (ARN === '*') return {};
  switch (operation.service) {
    case 'iam':
      return {};
    case 'sts':
      return outcome.ok && target.type === 'trust'
        ? { resources: [{ accountId, type: 'AWS::IAM::Role', ARN }] }
        : {};
    case 'dynamodb':
      return { resources: [{ accountId, type: 'AWS::DynamoDB::Table', ARN }] };
    case 's3':
      return { resources: bucketAndObject(accountId, ARN) };
  }
}

function bucketAndObject(accountId: string, arn: string): Json {
  const slash = arn.indexOf('/');
  if (slash < 0) return [{ accountId, type: 'AWS::S3::Bucket', ARN: arn }];
  return [
    { type: 'AWS::S3::Object', ARN: arn },
    { accountId, type: 'AWS::S3::Bucket', ARN: arn.slice(0, slash) },
  ];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
function userIdentity(caller: Caller | undefined): TrailRecord['userIdentity'] {
  if (!caller) return { type: 'AWSAccount', principalId: '', accountId: 'anonymous' };
  return {
    type: identityType(caller),
    principalId: caller.userId,
    arn: caller.arn,
    accountId: caller.account,
    accessKeyId: caller.accessKeyId,
    ...(caller.principal.type === 'user' && caller.identity.type === 'user'
      ? { userName: caller.identity.user.name }
      : {}),
    ...(caller.session ? { sessionContext: sessionContext(caller, caller.session) } : {}),
  };
}

function identityType(caller: Caller): string {
  switch (caller.principal.type) {
    case 'root':
      return 'Root';
    case 'user':
      return 'IAMUser';
    case 'role-session':
      return 'AssumedRole';
    case 'federated-user':
      return 'FederatedUser';
    case 'service':
    case 'federated':
    case 'anonymous':
      return 'Unknown';
  }
}

function sessionContext(caller: Caller, session: SessionCredentials): Json {
  const attributes = { creationDate: formatSecond(session.issuedAt), mfaAuthenticated: 'false' };
  if (caller.identity.type !== 'role') return { attributes };
  const { role } = caller.identity;
  const sessionIssuer = {
    type: 'Role',
    principalId: role.uniqueId,
    arn: role.arn,
    accountId: caller.account,
    userName: role.name,
  };
  const identity = sourceIdentityOf(caller);
  return {
    sessionIssuer,
    attributes,
    ...(identity === undefined ? {} : { sourceIdentity: identity }),
  };
}
