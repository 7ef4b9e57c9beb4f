import { lazy } from 'react';
import { decisionAtCursor, entryAtCursor, happeningAtCursor, useLab } from '#store';
import { type CredentialsState, type Happening, type Outcome } from '#world';
import { sayHappening } from '../../ui/kit/narrate.ts';

const Trace = lazy(async () => ({ default: (await import('../../ui/trace/trace.tsx')).Trace }));

/** Why the call at the cursor was allowed or refused. */
export function WhyPanel() {
  const entry = useLab(entryAtCursor);
  const happening = useLab(happeningAtCursor);
  const step = useLab((s) => s.run.cursor.step);
  const ruling = useLab(decisionAtCursor);
  const revealed = useLab((s) => s.revealed);
  const reveal = useLab((s) => s.reveal);
  if (!entry) return <Resting />;
  const outcome = outcomeOf(entry.happenings.slice(0, step + 1));
  const failed = failedBefore(entry.happenings);
  if (failed && outcome && !outcome.ok) {
    const failedBefore = { state: failed, awsMessage: sayOutcome(outcome) };
    return <Trace decision={undefined} failedBefore={failedBefore} />;
  }
  if (!ruling) return <NotYet words={happening && sayHappening(happening, entry.before)} />;
  return (
    <Trace
      request={ruling.request}
      decision={ruling.decision}
      awsMessage={outcome && sayOutcome(outcome)}
      revealed={revealed}
      onReveal={(policyRef, at) => reveal({ policyRef, at })}
    />
  );
}

function Resting() {
  return (
    <p className="why-resting">
      Nothing has been asked yet. When a request reaches a policy, this is where you read what was
      decided, by which statement, and why.
    </p>
  );
}

function NotYet({ words }: { words: string | undefined }) {
  return (
    <p className="why-resting">
      {words === undefined ? '' : `${words}. `}No policy has been asked at this moment.
    </p>
  );
}

const outcomeOf = (happenings: readonly Happening[]): Outcome | undefined =>
  happenings.find((h) => h.type === 'answered')?.outcome;

/** AWS's answer in its own form: the error's code and message, or what it returns. */
function sayOutcome(outcome: Outcome): string {
  return outcome.ok
    ? JSON.stringify(outcome.result, null, 2)
    : `${outcome.error.code} (HTTP ${outcome.error.status}): ${outcome.error.message}`;
}

/** What AWS found of the credentials of a call that no policy was asked about; `valid`: the request was at fault. */
function failedBefore(happenings: readonly Happening[]): CredentialsState | undefined {
  const decided = happenings.some((h) => h.type === 'decided');
  return decided ? undefined : happenings.find((h) => h.type === 'credentials-checked')?.state;
}
