import { type Option } from '#course';
import { Prose } from '../kit/prose.tsx';

interface OptionsProps {
  readonly options: readonly Option[];
  readonly taken: string | undefined;
  readonly onTake: (id: string) => void;
}

/** Ways to go on, one click each. Each starts from the same moment. */
export function Options({ options, taken, onTake }: OptionsProps) {
  if (options.length === 0) return null;
  return (
    <ul className="options">
      {options.map((option) => (
        <li key={option.id} className={option.id === taken ? 'option option-taken' : 'option'}>
          <h3>{option.title}</h3>
          <Prose text={option.say} />
          {option.id === taken && (
            <div className="option-after">
              <Prose text={option.after} />
            </div>
          )}
          <TakeButton option={option} taken={option.id === taken} onTake={onTake} />
        </li>
      ))}
    </ul>
  );
}

interface TakeButtonProps {
  readonly option: Option;
  readonly taken: boolean;
  readonly onTake: (id: string) => void;
}

function TakeButton({ option, taken, onTake }: TakeButtonProps) {
  const word = taken ? 'Play it again' : 'Try this';
  return (
    <button
      type="button"
      className="button"
      aria-label={`${word}: ${option.title}`}
      onClick={() => onTake(option.id)}
    >
      {word}
    </button>
  );
}
