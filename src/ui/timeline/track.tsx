import { type TimelineEntry } from './run.ts';

interface TrackProps {
  readonly entries: readonly TimelineEntry[];
  readonly position: number;
  readonly last: number;
  readonly onGoTo: (position: number) => void;
  /** The position in words. */
  readonly valueText: string;
}

/** All steps in groups, drawn; and over them one native range, which hand, keyboard and assistive technology use. */
export function Track({ entries, position, last, onGoTo, valueText }: TrackProps) {
  const firsts = entries.map((_, index) => 1 + countSteps(entries.slice(0, index)));
  return (
    <div className="track">
      <div className="track-groups" aria-hidden="true">
        <Step state={position === 0 ? 'track-here' : 'track-past'} start />
        {entries.map((entry, index) => (
          <Group key={entry.id} entry={entry} first={firsts[index] ?? 1} position={position} />
        ))}
      </div>
      <input
        type="range"
        className="track-range"
        aria-label="Moment"
        aria-valuetext={valueText}
        min={0}
        max={last}
        step={1}
        value={position}
        onChange={(event) => onGoTo(Number(event.currentTarget.value))}
      />
    </div>
  );
}

const countSteps = (entries: readonly TimelineEntry[]): number =>
  entries.reduce((sum, entry) => sum + entry.steps.length, 0);

interface GroupProps {
  readonly entry: TimelineEntry;
  /** The position of its first step. */
  readonly first: number;
  readonly position: number;
}

const shapes = { allowed: '✓', denied: '✕', silent: '○', neutral: '' } as const;

function Group({ entry, first, position }: GroupProps) {
  const here = position >= first && position < first + entry.steps.length;
  return (
    <span
      className={`track-group track-${entry.tone} ${here ? 'track-group-here' : ''}`}
      style={{ flexGrow: entry.steps.length }}
    >
      <span className="track-label">
        <b>{shapes[entry.tone]}</b>
        {entry.label}
      </span>
      <span className="track-dots">
        {entry.steps.map((_, index) => (
          <Step key={index} state={stateOf(first + index, position)} />
        ))}
      </span>
    </span>
  );
}

function Step({ state, start = false }: { state: string; start?: boolean }) {
  return (
    <span className={start ? 'track-cell track-start' : 'track-cell'}>
      <span className={`track-dot ${state}`} />
    </span>
  );
}

function stateOf(step: number, position: number): string {
  if (step === position) return 'track-here';
  return step < position ? 'track-past' : '';
}
