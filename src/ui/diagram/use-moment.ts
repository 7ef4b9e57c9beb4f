import { useState } from 'react';
import { type Happening } from '#world';

export interface Moment {
  readonly happenings: readonly Happening[];
  readonly at: number;
  /** Reached by one step forward: the leg is played. Any other way shows its last frame. */
  readonly plays: boolean;
  /** Another number for every moment shown. */
  readonly serial: number;
}

/** Which moment is shown, and whether it was reached by a step forward. */
export function useMoment(happenings: readonly Happening[], at: number): Moment {
  const [moment, setMoment] = useState<Moment>({ happenings, at, plays: false, serial: 0 });
  if (moment.at === at && isSameRun(moment.happenings, happenings)) return moment;
  const plays = isNext(moment, happenings, at);
  const next = { happenings, at, plays, serial: moment.serial + 1 };
  setMoment(next);
  return next;
}

function isNext(last: Moment, happenings: readonly Happening[], at: number): boolean {
  if (isSameRun(last.happenings, happenings)) return at === last.at + 1;
  return at === 0 && (last.at < 0 || last.at === last.happenings.length - 1);
}

const isSameRun = (a: readonly Happening[], b: readonly Happening[]): boolean =>
  a === b || (a.length === b.length && a.every((happening, index) => happening === b[index]));
