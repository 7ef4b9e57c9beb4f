import {
  type AccessRequest,
  type AttachedPolicy,
  type Policies,
  type Principal,
  type RequestContext,
} from '../decide/request.ts';

/** Somebody who may ask for roles, with the policies of their own side: see `Policies`. */
export interface Assumer {
  /**
   * A role asks through a session, and a trust policy may name one by its session's name: a session that does not
   * exist yet is a `role-session` with the ARN that it would have.
   */
  readonly principal: Principal;
  readonly identity: readonly AttachedPolicy[];
  readonly boundary: AttachedPolicy | undefined;
  readonly session: readonly AttachedPolicy[] | undefined;
  readonly scps: Policies['scps'];
}

/** A role that may be asked for, with the policies of its own side. */
export interface AssumableRole {
  /** With its path. */
  readonly arn: string;
  readonly account: string;
  readonly trust: AttachedPolicy;
  readonly rcps: Policies['rcps'];
}

/** What `decide` and `explain` are asked about one caller and one role. */
export interface Assumption {
  readonly request: AccessRequest;
  readonly policies: Policies;
}

/** The action that trust policies are about: their statements and the callers' own are indexed by it. */
export const assumeRole = 'sts:AssumeRole';

/**
 * The request by which a caller asks for a role. Tags and a source identity are requests of their own
 * (`sts:TagSession`, `sts:SetSourceIdentity`) and are not asked here.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function assumptionOf(
  caller: Assumer,
  role: AssumableRole,
  context: RequestContext,
): Assumption {
  const { principal, identity, boundary, session, scps } = caller;
  const { arn, account, trust, rcps } = role;
  return {
    request: {
      principal,
      action: assumeRole,
      resource: arn,
      resourceAccount: account,
      context,
    },
    policies: {
      identity,
      boundary,
      session,
      resource: { type: 'trust', policy: trust },
      scps,
      rcps,
    },
  };
}
