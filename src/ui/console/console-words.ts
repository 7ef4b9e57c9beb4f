import { formatSecond, type Role, type SessionCredentials, type SimTime, type World } from '#world';

/** `2026-11-23 17:12:40 UTC`, on the simulated clock. */
export function showInstant(time: SimTime): string {
  return `${formatSecond(time).slice(0, 19).replace('T', ' ')} UTC`;
}

const serviceNames: Readonly<Record<string, string>> = {
  dynamodb: 'Amazon DynamoDB',
  iam: 'AWS Identity and Access Management',
  s3: 'Amazon S3',
  sts: 'AWS Security Token Service',
};

/** A service by its prefix in actions, as the console names it; an unknown one by the prefix. */
export const serviceName = (prefix: string): string =>
  Object.hasOwn(serviceNames, prefix) ? (serviceNames[prefix] ?? prefix) : prefix;

/** Sessions of this very role that have not expired, oldest first. */
export function liveSessionsOf(world: World, role: Role): readonly SessionCredentials[] {
  return Object.values(world.credentials)
    .filter((known) => known.type === 'session')
    .filter(({ session }) => session.type === 'assumed-role' && session.roleId === role.uniqueId)
    .filter(({ expiresAt }) => expiresAt > world.now);
}
