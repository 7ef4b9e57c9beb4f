import { type GoalResult, type Lesson, type LessonStep } from '#course';
import { Prose } from '../kit/prose.tsx';
import { Goals } from './goals.tsx';
import { Options } from './options.tsx';
import { StepList } from './step-list.tsx';
import '../kit/button.css';
import './lesson-panel.css';

export interface LessonPanelProps {
  readonly lesson: Lesson;
  readonly step: LessonStep;
  /** From 0. */
  readonly stepIndex: number;
  readonly goals: readonly GoalResult[];
  /** The option that is being played. */
  readonly taken: string | undefined;
  /** Where the course goes on after the last step. */
  readonly next: { readonly title: string; readonly address: string } | undefined;
  readonly canUndo: boolean;
  readonly onStep: (index: number, then: 'play' | 'rest') => void;
  readonly onOption: (id: string) => void;
  readonly onUndo: () => void;
  readonly onStartOver: () => void;
}

/** The story and the task: what is going on, what to look at, what to do. */
export function LessonPanel(props: LessonPanelProps) {
  const { lesson, step, stepIndex } = props;
  const played = step.do.length > 0;
  return (
    <section className="lesson" aria-label="Lesson">
      <header className="lesson-head">
        <h1>{lesson.title}</h1>
        <StepList
          steps={lesson.steps}
          current={stepIndex}
          onStep={(i) => props.onStep(i, 'rest')}
        />
      </header>
      <div className="lesson-body">
        <h2 className="lesson-step-title" aria-live="polite">
          <span className="lesson-number">
            {stepIndex + 1}
            <span className="lesson-of"> of {lesson.steps.length}</span>
          </span>
          {step.title}
        </h2>
        <Prose text={step.say} />
        {played && (
          <button
            type="button"
            className="button lesson-replay"
            onClick={() => props.onStep(stepIndex, 'play')}
          >
            <span aria-hidden="true">▶</span> Play this step
          </button>
        )}
        <Goals results={props.goals} />
        <Options options={step.options} taken={props.taken} onTake={props.onOption} />
        <Truth text={step.truth} />
      </div>
      <Foot {...props} />
    </section>
  );
}

function Truth({ text }: { text: readonly string[] }) {
  if (text.length === 0) return null;
  return (
    <aside className="lesson-truth" aria-label="What AWS really does">
      <h3>What AWS really does</h3>
      <Prose text={text} />
    </aside>
  );
}

function Foot(props: LessonPanelProps) {
  const { stepIndex, lesson, next } = props;
  const last = stepIndex === lesson.steps.length - 1;
  return (
    <footer className="lesson-foot">
      <div className="lesson-ways">
        <button
          type="button"
          className="button"
          disabled={stepIndex === 0}
          onClick={() => props.onStep(stepIndex - 1, 'rest')}
        >
          Back
        </button>
        {last ? (
          next && (
            <a className="button button-main" href={next.address}>
              Next lesson: {next.title}
            </a>
          )
        ) : (
          <button
            type="button"
            className="button button-main"
            onClick={() => props.onStep(stepIndex + 1, 'play')}
          >
            Next
          </button>
        )}
      </div>
      <div className="lesson-resets">
        {props.canUndo && (
          <button type="button" className="link-button" onClick={props.onUndo}>
            Undo my last change
          </button>
        )}
        <button type="button" className="link-button" onClick={props.onStartOver}>
          Start over
        </button>
      </div>
    </footer>
  );
}
