import { type Json, type TrailRecord } from '#world';

/** What follows the account in an ARN: `user/bob`, `assumed-role/DemoRole/emy`. */
function withoutAccount(arn: string): string {
  return arn.split(':').slice(5).join(':');
}

/** Who made the call, as short as it stays unambiguous; the whole identity is in the record. */
export function whoOf({ userIdentity }: TrailRecord): string {
  const arn = textOf(userIdentity.arn);
  if (arn !== undefined) return withoutAccount(arn);
  return (
    textOf(userIdentity.invokedBy) ??
    textOf(userIdentity.userName) ??
    textOf(userIdentity.principalId) ??
    textOf(userIdentity.type) ??
    'unknown'
  );
}

export function accessKeyOf({ userIdentity }: TrailRecord): string | undefined {
  return textOf(userIdentity.accessKeyId);
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `sts` of `sts.amazonaws.com`. */
export function serviceOf({ eventSource }: TrailRecord): string {
  return eventSource.replace('.amazonaws.com', '');
}

/** The time of day of an `eventTime` in UTC; the date is in the record. */
export function timeOf({ eventTime }: TrailRecord): string {
  return eventTime.slice(11, 19);
}

/** The record as CloudTrail would deliver it. */
export function recordText(record: TrailRecord): string {
  return JSON.stringify(record, null, 2);
}
