import { type Span } from '#policy';

/** Lights a place in a policy's text. `policyRef` is the `ref` of the policy in the trace. */
export type OnReveal = (policyRef: string, at: Span) => void;

/** The place that is lit now. */
export interface Revealed {
  readonly policyRef: string;
  readonly at: Span;
}

/** What every part of a trace needs to light its own text and to know whether it is lit. */
export interface Revealing {
  readonly onReveal: OnReveal;
  readonly revealed: Revealed | undefined;
}

export function isRevealed(revealed: Revealed | undefined, policyRef: string, at: Span): boolean {
  return (
    revealed?.policyRef === policyRef &&
    revealed.at.start === at.start &&
    revealed.at.end === at.end
  );
}
