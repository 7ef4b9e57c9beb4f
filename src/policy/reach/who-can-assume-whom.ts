import { compile } from '../decide/compile.ts';
import { decide } from '../decide/decide.ts';
import { type RequestContext, type Verdict } from '../decide/request.ts';
import { type AssumableRole, type Assumer, assumptionOf } from './assumption.ts';
import { type Directory, directoryOf } from './directory.ts';
import { accountIn, trustOf } from './trust.ts';

/** A caller and a role, as they were given, and what `decide` says. */
export interface Settled<C extends Assumer, R extends AssumableRole> {
  readonly caller: C;
  readonly role: R;
  readonly verdict: Verdict;
}

/**
 * Who can assume whom. The answer holds every pair that `decide` allows, and those that some trust policy and, where
 * needed, some identity policy speaks for and that are refused all the same, by a condition, a cap or an explicit
 * deny. A pair that is not there is not allowed. Pairs stand in the order of the roles, then of the callers.
 *
 * `decide` settles every pair that is there, and no other: trust policies are indexed by whom they name, and identity
 * policies by the roles that they name or the ends of their patterns. So the work grows with the policies' length
 * and with the number of pairs in the answer. That number is callers × roles where everyone is trusted
 * (`"AWS": "*"`, within each account) or where every role trusts its account and every caller is an administrator.
 *
 * `contextOf` says what the request between two of them would carry: an external id, whether MFA was used, who asks.
 * It is asked once for each pair in the answer. Without it requests carry nothing, and a condition that wants a key
 * does not hold.
 *
 * Whether the caller may ask at all is not looked at: AWS refuses roles to root users whatever policies say. Nor
 * are ways over a third role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function whoCanAssumeWhom<C extends Assumer, R extends AssumableRole>(
  callers: readonly C[],
  roles: readonly R[],
  contextOf: (caller: C, role: R) => RequestContext = carriesNothing,
): readonly Settled<C, R>[] {
  const directory = directoryOf(callers);
  const settled: Settled<C, R>[] = [];
  for (const role of roles) {
    for (const place of candidatesFor(role, directory)) {
      const caller = callers[place];
      if (caller !== undefined) settled.push(settle(caller, role, contextOf(caller, role)));
    }
  }
  return settled;
}

const nothing: RequestContext = {};
const carriesNothing = (): RequestContext => nothing;

function settle<C extends Assumer, R extends AssumableRole>(
  caller: C,
  role: R,
  context: RequestContext,
): Settled<C, R> {
  const { request, policies } = assumptionOf(caller, role, context);
  return { caller, role, verdict: decide(request, compile(policies)) };
}

/**
 * The places of all callers that the role could be given to. Being named is enough in the same account and rare
 * enough elsewhere; an account's trust gives to those whom an identity policy allows; everyone's trust gives to all
 * of the role's own account and to those from elsewhere whom an identity policy allows.
 */
function candidatesFor(role: AssumableRole, directory: Directory): Iterable<number> {
  const { names, anyone } = trustOf(role.trust.document);
  const places = new Set<number>();
  const addAll = (more: Iterable<number> = []): void => {
    for (const place of more) places.add(place);
  };
  for (const name of names) {
    addAll(directory.named.get(name));
    addAll(directory.allowedIn.get(accountIn(name))?.find(role.arn));
  }
  if (anyone) {
    addAll(directory.living.get(role.account));
    addAll(directory.allowedAnywhere().find(role.arn));
    addAll(directory.homeless);
  }
  return places.size < 2 ? places : [...places].sort((one, other) => one - other);
}
