import { type GoalResult } from '#course';
import { VerdictBadge } from '../kit/verdict-badge.tsx';

/** What is asked for, each with a light that says whether it is so now. */
export function Goals({ results }: { results: readonly GoalResult[] }) {
  if (results.length === 0) return null;
  const met = results.filter((result) => result.met).length;
  return (
    <section className="goals" aria-label="Goals">
      <h3>Goals</h3>
      <ul>
        {results.map((result) => (
          <li key={result.goal.id}>
            <VerdictBadge tone={result.met ? 'allowed' : 'denied'}>
              {result.met ? 'met' : 'not yet'}
            </VerdictBadge>
            <span>{result.goal.say}</span>
            {!result.met && <WhatHappens result={result} />}
          </li>
        ))}
      </ul>
      <p role="status" className="goals-status">
        {met === results.length
          ? 'All goals are met. Any policy that does this is right.'
          : `${met} of ${results.length} goals are met.`}
      </p>
    </section>
  );
}

function WhatHappens({ result: { outcome } }: { result: GoalResult }) {
  if (!outcome) return null;
  return (
    <p className="goals-why">
      {outcome.ok
        ? 'AWS would let that call through.'
        : `AWS would answer: ${outcome.error.message}`}
    </p>
  );
}
