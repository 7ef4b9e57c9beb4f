import { VerdictBadge } from '../kit/verdict-badge.tsx';
import { type PlayedEntry } from './run-so-far.ts';
import { toneWords } from './tone-words.ts';

interface PlayedProps {
  readonly played: readonly PlayedEntry[];
  /** Moments that were recorded after the one shown. */
  readonly ahead: number;
}

/** The run up to the moment that is shown, which is marked. */
export function Played({ played, ahead }: PlayedProps) {
  return (
    <>
      {played.length === 0 ? <p>Nothing yet.</p> : <Entries played={played} />}
      {ahead > 0 && <p className="twin-ahead">{sayAhead(ahead)}</p>}
    </>
  );
}

function Entries({ played }: { played: readonly PlayedEntry[] }) {
  return (
    <ol className="twin-played">
      {played.map((entry, position) => (
        <li key={position} aria-current={entry.current ? 'step' : undefined}>
          <span className="twin-entry">{entry.label}</span> <Ending tone={entry.tone} />
          {entry.steps.length > 0 && <Steps steps={entry.steps} />}
        </li>
      ))}
    </ol>
  );
}

function Steps({ steps }: Pick<PlayedEntry, 'steps'>) {
  return (
    <ol>
      {steps.map((step, position) => (
        <li key={position} aria-current={step.current ? 'step' : undefined}>
          {step.label}
        </li>
      ))}
    </ol>
  );
}

function Ending({ tone }: Pick<PlayedEntry, 'tone'>) {
  if (tone === undefined || tone === 'neutral') return null;
  return <VerdictBadge tone={tone}>{toneWords[tone]}</VerdictBadge>;
}

function sayAhead(ahead: number): string {
  return ahead === 1
    ? 'One more moment is recorded after this one.'
    : `${String(ahead)} more moments are recorded after this one.`;
}
