import { type AccessRequest, type Decision } from '#policy';
import { AwsAnswer } from './aws-answer.tsx';
import { DecidingRule } from './deciding-rule.tsx';
import { FailedBefore, type EarlyFailure } from './failed-before.tsx';
import { Gates } from './gates.tsx';
import { type OnReveal, type Revealed } from './reveal.ts';
import './trace.css';

/** A call about which AWS asked the policies, or one that failed before any policy was asked. */
export type TraceProps =
  DecidedTraceProps | { readonly decision: undefined; readonly failedBefore: EarlyFailure };

interface DecidedTraceProps {
  readonly request: AccessRequest;
  readonly decision: Decision;
  /** The error as AWS words it or, when allowed, what AWS returns; `undefined`: it has not answered yet. */
  readonly awsMessage: string | undefined;
  readonly onReveal: OnReveal;
  /** The place in a policy that is lit now. */
  readonly revealed: Revealed | undefined;
}

/** Why a call was allowed or refused: the rule that decided, what AWS answers, and all that was looked at. */
export function Trace(props: TraceProps) {
  return props.decision === undefined ? (
    <FailedBefore failure={props.failedBefore} />
  ) : (
    <DecidedTrace {...props} />
  );
}

function DecidedTrace({ request, decision, awsMessage, onReveal, revealed }: DecidedTraceProps) {
  return (
    <section className="trace" aria-label="Why">
      <div className="trace-front">
        <DecidingRule request={request} decision={decision} />
        {awsMessage !== undefined && (
          <AwsAnswer allowed={decision.verdict === 'Allow'} message={awsMessage} />
        )}
      </div>
      <Gates decision={decision} onReveal={onReveal} revealed={revealed} />
    </section>
  );
}
