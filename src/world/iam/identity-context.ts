import { type RequestContext } from '#policy';
import { type Role, type Tags, type User } from '../model.ts';

/** One key a tag; tag keys compare without regard to case, as condition keys do. */
export const tagContext = (prefix: string, tags: Tags): RequestContext =>
  Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`${prefix}/${key.toLowerCase()}`, value]),
  );

/**
 * The tags of the user or role that a call acts on. IAM and STS know them under two names.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#available-keys-for-iam
 */
export const resourceTags = (identity: User | Role | undefined): RequestContext => ({
  ...tagContext('aws:resourcetag', identity?.tags ?? {}),
  ...tagContext('iam:resourcetag', identity?.tags ?? {}),
});

/**
 * Its tags, and its permissions boundary: what calls that change its permissions bring.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const identityContext = (identity: User | Role | undefined): RequestContext => ({
  ...resourceTags(identity),
  ...(identity?.boundary === undefined ? {} : { 'iam:permissionsboundary': identity.boundary }),
});
