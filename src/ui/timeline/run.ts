/** A command as a group of steps. */
export interface TimelineEntry {
  readonly id: string;
  readonly label: string;
  readonly tone: 'allowed' | 'denied' | 'silent' | 'neutral';
  readonly steps: readonly { readonly label: string }[];
}

/** `entry` -1: the start, before the first command. */
export interface TimelineCursor {
  readonly entry: number;
  readonly step: number;
}
