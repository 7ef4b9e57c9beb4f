import { sampleEntries } from './sample-entries.ts';
import { Timeline, type TimelineProps } from './timeline.tsx';

const nothing = () => undefined;

function timeline(props: Partial<TimelineProps>) {
  return (
    <Timeline
      entries={sampleEntries}
      cursor={{ entry: 1, step: 2 }}
      playing={false}
      speed={1}
      onGo={nothing}
      onPlay={nothing}
      onPause={nothing}
      onStep={nothing}
      onSpeed={nothing}
      {...props}
    />
  );
}

export const inTheMiddle = (props: Partial<TimelineProps> = {}) => timeline(props);
export const playing = (props: Partial<TimelineProps> = {}) =>
  timeline({ playing: true, ...props });
export const atTheStart = (props: Partial<TimelineProps> = {}) =>
  timeline({ cursor: { entry: -1, step: 0 }, ...props });
export const atTheEnd = (props: Partial<TimelineProps> = {}) =>
  timeline({ cursor: { entry: 3, step: 2 }, ...props });
export const nothingDoneYet = (props: Partial<TimelineProps> = {}) =>
  timeline({ entries: [], cursor: { entry: -1, step: 0 }, ...props });
