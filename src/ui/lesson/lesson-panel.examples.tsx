import { type Goal, type GoalResult, type Lesson, lessonById, type LessonStep } from '#course';
import { LessonPanel, type LessonPanelProps } from './lesson-panel.tsx';

/** Steps of the real lessons, by their ids. */
function at(
  lessonId: string,
  stepId: string,
): Pick<LessonPanelProps, 'lesson' | 'step' | 'stepIndex'> {
  const lesson = found(lessonById(lessonId));
  const stepIndex = lesson.steps.findIndex((step) => step.id === stepId);
  return { lesson, stepIndex, step: found(lesson.steps[stepIndex]) };
}

function found<T extends Lesson | LessonStep>(value: T | undefined): T {
  if (!value) throw new Error('the course has no such lesson or step');
  return value;
}

const resting: Omit<LessonPanelProps, 'lesson' | 'step' | 'stepIndex'> = {
  goals: [],
  taken: undefined,
  next: { title: 'Leaked credentials', address: '#/lesson/leaked-credentials' },
  canUndo: false,
  onStep: () => undefined,
  onOption: () => undefined,
  onUndo: () => undefined,
  onStartOver: () => undefined,
};

type Given = Partial<LessonPanelProps>;

export const firstStep = (given?: Given) => (
  <LessonPanel {...resting} {...at('assume-role', 'two-policies')} {...given} />
);

export const playedStepWithTruth = (given?: Given) => (
  <LessonPanel {...resting} {...at('assume-role', 'julie-asks')} {...given} />
);

const refusal =
  'User: arn:aws:iam::111122223333:user/bob is not authorized to perform: sts:AssumeRole';

/** Bob is refused, Julie gets in; nobody could tell about Emy. */
const answers: readonly Pick<GoalResult, 'met' | 'outcome'>[] = [
  {
    met: false,
    outcome: { ok: false, error: { code: 'AccessDenied', status: 403, message: refusal } },
  },
  { met: true, outcome: { ok: true, result: {} } },
  { met: false, outcome: { ok: true, result: {} } },
];
const letBobIn = at('assume-role', 'let-bob-in');
const goals = (judge: (goal: Goal, at: number) => GoalResult) => letBobIn.step.goals.map(judge);

export const goalsNotMet = (given?: Given) => (
  <LessonPanel
    {...resting}
    {...letBobIn}
    goals={goals((goal, index) => ({ goal, met: false, outcome: undefined, ...answers[index] }))}
    canUndo
    {...given}
  />
);

export const goalsMet = (given?: Given) => (
  <LessonPanel
    {...resting}
    {...letBobIn}
    goals={goals((goal) => ({ goal, met: true, outcome: { ok: true, result: {} } }))}
    canUndo
    {...given}
  />
);

export const options = (given?: Given) => (
  <LessonPanel {...resting} {...at('leaked-credentials', 'contain')} {...given} />
);

export const optionTaken = (given?: Given) => options({ taken: 'edit-trust', ...given });

export const lastStep = (given?: Given) => (
  <LessonPanel {...resting} {...at('assume-role', 'what-you-saw')} {...given} />
);

export const lastStepOfTheCourse = (given?: Given) => (
  <LessonPanel
    {...resting}
    {...at('leaked-credentials', 'small-print')}
    next={undefined}
    {...given}
  />
);
