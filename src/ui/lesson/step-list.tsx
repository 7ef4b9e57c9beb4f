import { type LessonStep } from '#course';

interface StepListProps {
  readonly steps: readonly LessonStep[];
  readonly current: number;
  readonly onStep: (index: number) => void;
}

/** Every step of the lesson, to go to any of them. */
export function StepList({ steps, current, onStep }: StepListProps) {
  return (
    <ol className="step-list" aria-label="Steps of this lesson">
      {steps.map((step, index) => (
        <li key={step.id}>
          <button
            type="button"
            className={index < current ? 'step-dot step-dot-done' : 'step-dot'}
            aria-current={index === current ? 'step' : undefined}
            aria-label={`Step ${index + 1}: ${step.title}`}
            title={step.title}
            onClick={() => onStep(index)}
          >
            <span aria-hidden="true">{index + 1}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
