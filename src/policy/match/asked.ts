import { type Principal, type RequestContext } from './caller.ts';

/** A request as statements are asked about it. */
export interface Asked {
  /** From 1 on; no two requests have the same. */
  readonly turn: number;
  readonly principal: Principal;
  /** As the caller wrote it. */
  readonly action: string;
  /** Actions compare without regard to case. */
  readonly actionInLowerCase: string;
  readonly resource: string;
  readonly context: RequestContext;
  /** NotPrincipal with Deny spares no caller who has a permissions boundary. */
  readonly hasBoundary: boolean;
}
