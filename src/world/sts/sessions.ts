import { federatedUserArn } from '../arn.ts';
import { type AwsCall } from '../command.ts';
import { notWithSessionCredentials } from '../aws-errors.ts';
import { brokenConstraint, invalidDuration } from '../constraints.ts';
import { type AwsError } from '../happening.ts';
import { type Session } from '../model.ts';
import {
  alwaysValid,
  done,
  type Effect,
  noResource,
  type Operation,
  type Situation,
} from '../operation.ts';
import { plainTarget } from '../operation.ts';
import { type Caller } from './authenticate.ts';
import { issue } from './issue.ts';

type GetSessionToken = Extract<AwsCall, { action: 'sts:GetSessionToken' }>;
type GetFederationToken = Extract<AwsCall, { action: 'sts:GetFederationToken' }>;

const defaultDuration = 43200;
const maximumDuration = 129600;
/** What the root user asks for beyond this is cut to it, and not refused. */
const rootMaximum = 3600;

/**
 * Needs no permission, and no policy can refuse it: it tells who the credentials belong to.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const getCallerIdentity = (): Operation => ({
  service: 'sts',
  eventName: 'GetCallerIdentity',
  readOnly: true,
  data: false,
  requestParameters: null,
  target: noResource,
  invalid: alwaysValid,
  perform: ({ world, caller }) =>
    done(world, {
      UserId: caller?.userId ?? '',
      Account: caller?.account ?? '',
      Arn: caller?.arn ?? '',
    }),
});

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
export const getSessionToken = (call: GetSessionToken): Operation => ({
  service: 'sts',
  eventName: 'GetSessionToken',
  readOnly: false,
  data: false,
  requestParameters: { durationSeconds: call.durationSeconds ?? defaultDuration },
  target: noResource,
  invalid: (_world, caller) =>
    invalidDuration(call.durationSeconds ?? defaultDuration, maximumDuration) ??
    onlyWithLongTermKeys(caller, 'GetSessionToken'),
  perform: (situation) =>
    hand(situation, call.durationSeconds, (caller, userId) => ({
      type: 'session-token',
      account: caller.account,
      userId,
    })),
});

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html */
export const getFederationToken = (call: GetFederationToken): Operation => ({
  service: 'sts',
  eventName: 'GetFederationToken',
  readOnly: false,
  data: false,
  requestParameters: { name: call.name, durationSeconds: call.durationSeconds ?? defaultDuration },
  target: plainTarget((home) => federatedUserArn(home, call.name)),
  invalid: (_world, caller) =>
    brokenConstraint('name', call.name) ??
    invalidDuration(call.durationSeconds ?? defaultDuration, maximumDuration) ??
    onlyWithLongTermKeys(caller, 'GetFederationToken'),
  perform: (situation) =>
    hand(situation, call.durationSeconds, (caller, userId) => ({
      type: 'federated-user',
      account: caller.account,
      userId,
      name: call.name,
    })),
});

/** Credentials that AssumeRole gave may call neither (row E-27). */
const onlyWithLongTermKeys = (caller: Caller, operation: string): AwsError | undefined =>
  caller.session ? notWithSessionCredentials(operation) : undefined;

function hand(
  { world, caller, by }: Situation,
  seconds = defaultDuration,
  sessionOf: (caller: Caller, userId: string) => Session,
): Effect {
  if (!caller || caller.identity.type === 'role') {
    throw new Error('only long-term keys get this far');
  }
  const isRoot = caller.identity.type === 'none';
  const issued = issue(world, {
    session: sessionOf(caller, caller.userId),
    sessionArn: caller.arn,
    seconds: isRoot ? Math.min(seconds, rootMaximum) : seconds,
    to: by,
    issuedTo: caller.accessKeyId,
  });
  return {
    ok: true,
    world: issued.world,
    result: { Credentials: issued.result },
    responseElements: { credentials: issued.recorded },
    happenings: [issued.happening],
  };
}
