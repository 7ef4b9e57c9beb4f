import { type CompiledPolicies } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { type AccessRequest, type Verdict } from './request.ts';

/** Whether AWS would allow the request, without the reasons. Total: it never throws and always answers. */
export const decide = (request: AccessRequest, { policies }: CompiledPolicies): Verdict =>
  evaluate(request, policies, false).verdict;
