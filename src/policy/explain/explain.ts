import { evaluate } from '../decide/evaluate.ts';
import { type AccessRequest, type Policies } from '../decide/request.ts';
import { type Decision } from './decision.ts';

/** The same answer as `decide`, with everything that was looked at on the way. Total: it never throws. */
export const explain = (request: AccessRequest, policies: Policies): Decision =>
  evaluate(request, policies, true);
