import { caption, lastPosition, positionOf, sayPosition, stepsBefore } from './positions.ts';
import { type TimelineCursor, type TimelineEntry } from './run.ts';
import { SpeedChoice } from './speed-choice.tsx';
import { Track } from './track.tsx';
import { Transport } from './transport.tsx';
import './timeline.css';

export interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly cursor: TimelineCursor;
  readonly playing: boolean;
  /** 0.5, 1 or 2. */
  readonly speed: number;
  readonly onGo: (cursor: TimelineCursor) => void;
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onSpeed: (speed: number) => void;
}

/** The run as steps: plays, steps and goes to any moment of it. */
export function Timeline(props: TimelineProps) {
  const { entries, cursor, onGo } = props;
  const position = stepsBefore(entries, cursor);
  const last = lastPosition(entries);
  const said = caption(entries, cursor);
  const go = (to: number) => onGo(positionOf(entries, to));
  return (
    <section className="timeline" aria-label="Timeline">
      <Transport {...props} position={position} last={last} onGoTo={go} />
      <div className="timeline-middle">
        <Track
          entries={entries}
          position={position}
          last={last}
          onGoTo={go}
          valueText={sayPosition(entries, cursor)}
        />
        <p className="timeline-caption" aria-live="polite">
          <span className="timeline-count" aria-hidden="true">
            {position} / {last}
          </span>
          <strong>{said.title}</strong>
          <span>{said.step}</span>
        </p>
      </div>
      <SpeedChoice speed={props.speed} onSpeed={props.onSpeed} />
    </section>
  );
}
