import { readArn, sessionArn } from '../arn.ts';
import { type AwsCall } from '../command.ts';
import {
  exceedsChainingLimit,
  exceedsRoleMaximum,
  rootMayNotAssume,
  validationError,
} from '../aws-errors.ts';
import { brokenConstraint, invalidDuration } from '../constraints.ts';
import { type AwsError } from '../happening.ts';
import { resourceTags } from '../iam/identity-context.ts';
import { accountOf, roleByArn } from '../iam/lookup.ts';
import { trustPolicyOf } from '../iam/stored-policies.ts';
import { accountId, type Json, type Role } from '../model.ts';
import { type Effect, type Operation, refused, type Situation } from '../operation.ts';
import { type Caller } from './authenticate.ts';
import { issue } from './issue.ts';
import {
  changesSourceIdentity,
  newSourceIdentity,
  sourceIdentityContext,
} from './source-identity.ts';

type AssumeRole = Extract<AwsCall, { action: 'sts:AssumeRole' }>;

const defaultDuration = 3600;
const chainingLimit = 3600;

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const assumeRole = (call: AssumeRole): Operation => ({
  service: 'sts',
  eventName: 'AssumeRole',
  readOnly: true,
  data: false,
  requestParameters: {
    roleArn: call.roleArn,
    roleSessionName: call.roleSessionName,
    ...given(call, 'durationSeconds'),
    ...given(call, 'externalId'),
    ...given(call, 'sourceIdentity'),
  },
  target: (world, home, caller) => {
    const role = roleByArn(world, call.roleArn);
    const account = accountOf(world, readArn(call.roleArn)?.account ?? '');
    return {
      resource: call.roleArn,
      account: account?.id ?? accountId(readArn(call.roleArn)?.account ?? home),
      type: 'trust',
      policy: account && role && trustPolicyOf(account, role),
      context: {
        'sts:rolesessionname': call.roleSessionName,
        ...(call.externalId === undefined ? {} : { 'sts:externalid': call.externalId }),
        ...sourceIdentityContext(call, caller),
        ...resourceTags(role),
      },
    };
  },
  // SIMPLIFIED: AWS doesn't say which it asks first; a source identity that the trust policy doesn't want is
  // refused by this name (row F22), which it would not be after sts:AssumeRole.
  alsoNeeds: (caller) =>
    newSourceIdentity(call, caller) === undefined ? [] : ['sts:SetSourceIdentity'],
  invalid: (_world, caller) =>
    invalidValue(call) ?? invalidCaller(caller) ?? changesSourceIdentity(call, caller),
  perform: (situation) => perform(call, situation),
});

type Optional = 'durationSeconds' | 'externalId' | 'sourceIdentity';

/** A parameter that was not passed is not in the record either. */
function given(call: AssumeRole, name: Optional): Readonly<Record<string, Json>> {
  const value = call[name];
  return value === undefined ? {} : { [name]: value };
}

function invalidValue(call: AssumeRole): AwsError | undefined {
  return (
    brokenConstraint('roleArn', call.roleArn) ??
    (readArn(call.roleArn) ? undefined : validationError(`${call.roleArn} is invalid`)) ??
    brokenConstraint('roleSessionName', call.roleSessionName) ??
    invalidDuration(call.durationSeconds ?? defaultDuration, 43200) ??
    brokenIfGiven('externalId', call.externalId) ??
    brokenIfGiven('sourceIdentity', call.sourceIdentity)
  );
}

const brokenIfGiven = (
  field: 'externalId' | 'sourceIdentity',
  value: string | undefined,
): AwsError | undefined => (value === undefined ? undefined : brokenConstraint(field, value));

const invalidCaller = (caller: Caller): AwsError | undefined =>
  caller.principal.type === 'root' ? rootMayNotAssume() : undefined;

function perform(call: AssumeRole, situation: Situation): Effect {
  const { world, caller } = situation;
  const role = roleByArn(world, call.roleArn);
  if (!role || !caller) throw new Error('a role that does not exist can admit nobody');
  const tooLong = beyondLimits(call.durationSeconds ?? defaultDuration, role, caller);
  return tooLong ? refused(tooLong) : admit(call, role, caller, situation);
}

/** Observed order: the API's range, then the role's maximum, then the one hour of role chaining (rows E7–E9). */
function beyondLimits(seconds: number, role: Role, caller: Caller): AwsError | undefined {
  if (seconds > role.maxSessionDuration) return exceedsRoleMaximum();
  const chained = caller.principal.type === 'role-session';
  return chained && seconds > chainingLimit ? exceedsChainingLimit() : undefined;
}

function admit(call: AssumeRole, role: Role, caller: Caller, situation: Situation): Effect {
  const account = accountId(readArn(role.arn)?.account ?? '');
  const arn = sessionArn(account, role.name, call.roleSessionName);
  const sourceIdentity = newSourceIdentity(call, caller);
  const issued = issue(situation.world, {
    session: {
      type: 'assumed-role',
      account,
      roleName: role.name,
      roleId: role.uniqueId,
      sessionName: call.roleSessionName,
      arn,
      sourceIdentity,
    },
    sessionArn: arn,
    seconds: call.durationSeconds ?? defaultDuration,
    to: situation.by,
    issuedTo: caller.accessKeyId,
  });
  const assumedRoleUser = { AssumedRoleId: `${role.uniqueId}:${call.roleSessionName}`, Arn: arn };
  return {
    ok: true,
    world: issued.world,
    result: {
      Credentials: issued.result,
      AssumedRoleUser: assumedRoleUser,
      ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
    },
    responseElements: {
      credentials: issued.recorded,
      assumedRoleUser: { assumedRoleId: assumedRoleUser.AssumedRoleId, arn },
      ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    },
    happenings: [{ type: 'permissions-not-asked', roleArn: role.arn }, issued.happening],
  };
}
