/** What the world knows and the text does not say. Everything may be left out. */
export interface ReadOptions {
  /**
   * CreatePolicy and CreatePolicyVersion insist on Version 2012-10-17; the inline Put…Policy calls do not (AWS
   * IAM, row M2). A boundary is always a managed policy.
   */
  readonly managed?: boolean | undefined;
  /**
   * Whether a principal exists, asked with its text as written: user and role ARNs, session ARNs
   * (`arn:aws:sts::…:assumed-role/Role/session`: does the role exist?) and unique ids (`AIDA…`, `AROA…`).
   * Without it everything of good form is taken to exist. Account ids and root ARNs are never asked for.
   */
  readonly principalExists?: ((principal: string) => boolean) | undefined;
  /** Whether AWS has such a service principal. Without it every `name.amazonaws.com` does. */
  readonly serviceExists?: ((service: string) => boolean) | undefined;
  /** The account's quota for a trust policy, in characters; `policyQuotas.trustPolicy` if left out. */
  readonly trustPolicySize?: number | undefined;
  /** The API parameter that carries the text, as AWS's messages name it; `policy` for session policies and
   * `policyDocument` for others if left out. */
  readonly parameter?: string | undefined;
  /** AWS wrote it: `RCPFullAWSAccess` is an RCP that allows, which no customer may write. */
  readonly awsOwn?: boolean | undefined;
}
