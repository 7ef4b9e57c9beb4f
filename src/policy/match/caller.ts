/** Who makes a request, as AWS sees it: credentials were looked up already. Unique ids are `AIDA…`, `AROA…`. */
export type Principal =
  | { readonly type: 'root'; readonly account: string; readonly arn: string }
  | {
      readonly type: 'user';
      readonly account: string;
      readonly arn: string;
      readonly uniqueId: string;
    }
  | {
      readonly type: 'role-session';
      readonly account: string;
      /** `arn:aws:sts::<account>:assumed-role/<role name>/<session name>`, without the role's path. */
      readonly arn: string;
      /** The role's own ARN, with its path. */
      readonly roleArn: string;
      /** `AROA…` of the role. */
      readonly uniqueId: string;
      /** Sessions of a service-linked role are not capped by SCPs. */
      readonly serviceLinked: boolean;
    }
  | {
      readonly type: 'federated-user';
      readonly account: string;
      readonly arn: string;
      /** The user whose keys called GetFederationToken. */
      readonly userArn: string;
      readonly userUniqueId: string;
    }
  | { readonly type: 'service'; readonly service: string }
  | { readonly type: 'federated'; readonly provider: string }
  | { readonly type: 'anonymous' };

/** Condition keys in lower case. A single value for single-valued keys, an array for multivalued ones. Absent = not in the request. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** What the request carries under a key, given in lower case; `undefined` when it does not carry the key. */
export function carried(
  context: RequestContext,
  keyInLowerCase: string,
): string | readonly string[] | undefined {
  const found: unknown = context[keyInLowerCase];
  if (typeof found === 'string') return found;
  return Array.isArray(found) ? context[keyInLowerCase] : undefined; // not what every object inherits
}
