import { type ReactNode } from 'react';

interface TransportProps {
  readonly playing: boolean;
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly position: number;
  readonly last: number;
  readonly onGoTo: (position: number) => void;
}

/** First, back, play or pause, forward, last. At an end a button is dimmed but keeps the focus. */
export function Transport(props: TransportProps) {
  const { playing, position, last, onGoTo, onStep } = props;
  const atStart = position === 0;
  const atEnd = position === last;
  return (
    <div className="transport" role="group" aria-label="Player">
      <TransportButton name="First" keys="Home" off={atStart} onPress={() => onGoTo(0)}>
        <path d="M5 4.5v11M15.5 4.5 7.5 10l8 5.5z" />
      </TransportButton>
      <TransportButton name="Back" keys="←" off={atStart} onPress={() => onStep(-1)}>
        <path d="M14 4.5 6 10l8 5.5z" />
      </TransportButton>
      {playing ? (
        <TransportButton name="Pause" keys="Space" main onPress={props.onPause}>
          <path d="M6.5 4.5v11M13.5 4.5v11" strokeWidth="3.5" />
        </TransportButton>
      ) : (
        <TransportButton name="Play" keys="Space" main off={atEnd} onPress={props.onPlay}>
          <path d="M6.5 4 15.5 10l-9 6z" />
        </TransportButton>
      )}
      <TransportButton name="Forward" keys="→" off={atEnd} onPress={() => onStep(1)}>
        <path d="M6 4.5 14 10l-8 5.5z" />
      </TransportButton>
      <TransportButton name="Last" keys="End" off={atEnd} onPress={() => onGoTo(last)}>
        <path d="M15 4.5v11M4.5 4.5 12.5 10l-8 5.5z" />
      </TransportButton>
    </div>
  );
}

interface TransportButtonProps {
  readonly name: string;
  readonly keys: string;
  readonly main?: boolean;
  readonly off?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function TransportButton({
  name,
  keys,
  main,
  off = false,
  onPress,
  children,
}: TransportButtonProps) {
  return (
    <button
      type="button"
      className={main ? 'transport-button transport-main' : 'transport-button'}
      aria-label={name}
      aria-disabled={off}
      title={`${name} (${keys})`}
      onClick={off ? undefined : onPress}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
