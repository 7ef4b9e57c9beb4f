import { type CompiledPolicies } from '../decide/compile.ts';
import { evaluate } from '../decide/evaluate.ts';
import { type AccessRequest } from '../decide/request.ts';
import { type Decision } from './decision.ts';

/** The same answer as `decide`, with everything that was looked at on the way. Total: it never throws. */
export const explain = (request: AccessRequest, { policies }: CompiledPolicies): Decision =>
  evaluate(request, policies, true);
