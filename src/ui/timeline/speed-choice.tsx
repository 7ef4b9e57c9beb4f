import { VisuallyHidden } from '../kit/visually-hidden.tsx';

const speeds = [
  { speed: 0.5, text: '½×', name: 'half speed' },
  { speed: 1, text: '1×', name: 'normal speed' },
  { speed: 2, text: '2×', name: 'double speed' },
] as const;

interface SpeedChoiceProps {
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
}

/** Native radio buttons: one tab stop, arrow keys between them. */
export function SpeedChoice({ speed, onSpeed }: SpeedChoiceProps) {
  return (
    <fieldset className="speeds">
      <legend>
        <VisuallyHidden>Speed</VisuallyHidden>
      </legend>
      {speeds.map((choice) => (
        <label key={choice.speed} className="speed" title={choice.name}>
          <input
            type="radio"
            name="timeline-speed"
            className="speed-input"
            checked={choice.speed === speed}
            onChange={() => onSpeed(choice.speed)}
          />
          <span className="speed-face">{choice.text}</span>
          <VisuallyHidden> {choice.name}</VisuallyHidden>
        </label>
      ))}
    </fieldset>
  );
}
