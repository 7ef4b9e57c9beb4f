import { type Policies } from './request.ts';

/** Policies made ready to be asked many times. Opaque: only `decide` and `explain` look inside. */
export interface CompiledPolicies {
  readonly policies: Policies;
}

/** Total: any policies that `readPolicy` gave can be compiled. */
export const compile = (policies: Policies): CompiledPolicies => ({ policies });
