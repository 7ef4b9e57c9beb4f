import { readPolicy } from '#policy';
import { after, formatInstant } from './clock.ts';
import { type AwsCall } from './command.ts';
import { own } from './iam/lookup.ts';
import { type Role, type SimTime, simTime, type World } from './model.ts';

/**
 * What the console's *Revoke active sessions* writes into a role.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */
export const revocationPolicyName = 'AWSRevokeOlderSessions';

/** The console sets the cut-off about so many seconds ahead of the click, to cover propagation. */
export const revocationLeadSeconds = 30;

/** Denies everything to whoever holds credentials that were issued before the cut-off. */
export function revocationPolicy(cutOff: SimTime): string {
  const statement = {
    Effect: 'Deny',
    Action: ['*'],
    Resource: ['*'],
    Condition: { DateLessThan: { 'aws:TokenIssueTime': formatInstant(cutOff) } },
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

/** The call that the console's button makes at this moment. */
export function revokeCall(world: World, roleName: string): AwsCall {
  return {
    action: 'iam:PutRolePolicy',
    roleName,
    policyName: revocationPolicyName,
    policyDocument: revocationPolicy(after(world.now, revocationLeadSeconds)),
  };
}

/** The cut-off that is in force on a role; `undefined` when it was not revoked, or by other words. */
export function revocationCutOff(role: Role): SimTime | undefined {
  const policy = own(role.inline, revocationPolicyName);
  const document = policy && readPolicy(policy.text, 'identity').document;
  const condition = document?.statements
    .filter((statement) => statement.effect.value === 'Deny')
    .flatMap((statement) => statement.conditions)
    .find((c) => c.key.value.toLowerCase() === 'aws:tokenissuetime');
  const time = Date.parse(condition?.values[0]?.value ?? '');
  return Number.isNaN(time) ? undefined : simTime(time);
}
