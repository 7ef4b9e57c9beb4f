import { type RequestContext } from '#policy';
import { sourceIdentityIsSet } from '../aws-errors.ts';
import { type AwsCall } from '../command.ts';
import { type AwsError } from '../happening.ts';
import { type Caller } from './authenticate.ts';

type AssumeRole = Extract<AwsCall, { action: 'sts:AssumeRole' }>;

/**
 * Who stands behind the caller's session. Once set it can't be changed: whatever is chained from the session
 * has it too.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export function sourceIdentityOf(caller: Caller | undefined): string | undefined {
  const session = caller?.session?.session;
  return session?.type === 'assumed-role' ? session.sourceIdentity : undefined;
}

/** What the new session will have. */
export const newSourceIdentity = (
  call: AssumeRole,
  caller: Caller | undefined,
): string | undefined => call.sourceIdentity ?? sourceIdentityOf(caller);

/** Saying again what is already set is no change. */
export function changesSourceIdentity(call: AssumeRole, caller: Caller): AwsError | undefined {
  const set = sourceIdentityOf(caller);
  if (set === undefined || call.sourceIdentity === undefined) return undefined;
  return call.sourceIdentity === set ? undefined : sourceIdentityIsSet();
}

export function sourceIdentityContext(
  call: AssumeRole,
  caller: Caller | undefined,
): RequestContext {
  const identity = newSourceIdentity(call, caller);
  return identity === undefined ? {} : { 'sts:sourceidentity': identity };
}
