import { type AccountId } from './model.ts';

/**
 * The ARNs that the world gives out and reads.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export const rootArn = (account: AccountId): string => `arn:aws:iam::${account}:root`;
export const userArn = (account: AccountId, path: string, name: string): string =>
  `arn:aws:iam::${account}:user${path}${name}`;
export const groupArn = (account: AccountId, path: string, name: string): string =>
  `arn:aws:iam::${account}:group${path}${name}`;
export const roleArn = (account: AccountId, path: string, name: string): string =>
  `arn:aws:iam::${account}:role${path}${name}`;
export const policyArn = (account: AccountId, name: string): string =>
  `arn:aws:iam::${account}:policy/${name}`;
/** Without the role's path: that is how AWS writes sessions. */
export const sessionArn = (account: AccountId, role: string, session: string): string =>
  `arn:aws:sts::${account}:assumed-role/${role}/${session}`;
export const federatedUserArn = (account: AccountId, name: string): string =>
  `arn:aws:sts::${account}:federated-user/${name}`;
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
export const objectArn = (bucket: string, key: string): string => `arn:aws:s3:::${bucket}/${key}`;
export const tableArn = (region: string, account: AccountId, name: string): string =>
  `arn:aws:dynamodb:${region}:${account}:table/${name}`;

/** The six fields of an ARN; `undefined` when the text is not one. */
export function readArn(text: string): ArnFields | undefined {
  const [prefix, partition, service, region, account, ...rest] = text.split(':');
  if (prefix !== 'arn' || partition === undefined || service === undefined) return undefined;
  if (region === undefined || account === undefined || rest.length === 0) return undefined;
  return { partition, service, region, account, resource: rest.join(':') };
}

export interface ArnFields {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}
