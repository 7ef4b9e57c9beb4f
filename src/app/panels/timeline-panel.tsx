import { type Speed, useLab } from '#store';
import { tell } from '../../ui/kit/narrate.ts';
import { Timeline } from '../../ui/timeline/timeline.tsx';

const speeds: readonly Speed[] = [0.5, 1, 2];

/** Transport and timeline of the run. Once it is there, a lesson can be played. */
export function TimelinePanel() {
  const entries = useLab((s) => s.run.entries);
  const cursor = useLab((s) => s.run.cursor);
  const lab = useLab.getState();
  return (
    <div className="lab-timeline" data-ready="player">
      <Timeline
        entries={tell(entries)}
        cursor={cursor}
        playing={useLab((s) => s.playing)}
        speed={useLab((s) => s.speed)}
        onGo={lab.goTo}
        onPlay={lab.play}
        onPause={lab.pause}
        onStep={(by) => (by > 0 ? lab.forward() : lab.back())}
        onSpeed={(speed) => lab.setSpeed(speeds.find((s) => s === speed) ?? 1)}
      />
    </div>
  );
}
