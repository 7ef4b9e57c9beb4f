import { type GateState, type GateView } from './scene-parts.ts';

const shapes: Record<GateState, string> = {
  idle: '',
  allows: '✓',
  delegates: '↷',
  denies: '✕',
  silent: '○',
  absent: '–',
  'not-read': '⊘',
};

/** What a gate says, as shape and word. An answer that is being given waits for the request to arrive. */
export function GateMark({ gate, short = false }: { gate: GateView; short?: boolean }) {
  const classes = [
    'gate',
    `gate-${gate.state}`,
    gate.now && 'gate-now',
    gate.decisive && 'gate-decisive',
  ];
  return (
    <span className={classes.filter(Boolean).join(' ')}>
      {shapes[gate.state] && <span className="gate-shape">{shapes[gate.state]}</span>}
      {short ? undefined : gate.word}
    </span>
  );
}
