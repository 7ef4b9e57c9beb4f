import { type AwsCall, type Command, type Place, type WorldSpec } from '#world';

/** A walkthrough: short texts, and what the world plays beside them. Data only. */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** One sentence for the course map. */
  readonly summary: string;
  readonly minutes: number;
  readonly sources: readonly string[];
  readonly world: WorldSpec;
  /** Where the diagram draws what. */
  readonly layout: Layout;
  /** What the console shows when the lesson opens. */
  readonly open: Place;
  /** What the impact matrix asks of this world; lessons without one have no matrix. */
  readonly impact: ImpactProbe | undefined;
  readonly steps: readonly LessonStep[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export type Layout = Readonly<Record<string, Point>>;

/** Text with `code` and **strong** words in it. */
export type Prose = readonly string[];

export interface LessonStep {
  readonly id: string;
  readonly title: string;
  readonly say: Prose;
  /** What happens when the step is entered. */
  readonly do: readonly Played[];
  /** What the learner is asked to bring about; the lights follow the world. */
  readonly goals: readonly Goal[];
  /** Ways to go on, each from the world as it stands before any of them. */
  readonly options: readonly Option[];
  /** The options' impact matrices are laid side by side. */
  readonly compares: boolean;
  /** What the old story says and AWS does differently. */
  readonly truth: Prose;
  /** What the console turns to when the step is entered. */
  readonly open: Place | undefined;
  readonly tab: RoleTab | undefined;
}

/** The tabs of a role's page in the console. */
export type RoleTab = 'permissions' | 'trust' | 'tags' | 'last-accessed' | 'revoke';

/** A command of a lesson, and what AWS must answer: the tests replay every lesson and hold it to this. */
export interface Played {
  readonly command: Command;
  readonly expect: Expected;
}

/** `allowed`, or the code of the error that AWS answers; `done` for what is no call. */
type Expected = 'allowed' | 'done' | { readonly error: string };

export interface Option {
  readonly id: string;
  readonly title: string;
  readonly say: Prose;
  /** The containment itself; the matrix shows the world right after it. */
  readonly act: readonly Played[];
  /** What people then find. */
  readonly then: readonly Played[];
  readonly after: Prose;
}

/** Something that must be so: who, tried now, gets which verdict. */
export interface Goal {
  readonly id: string;
  readonly say: string;
  /** Played on a copy of the world; the answer to the last one counts. */
  readonly attempt: readonly Command[];
  readonly wanted: 'allowed' | 'refused';
}

/** Who is asked about, and which call stands for using the role. */
export interface ImpactProbe {
  readonly people: readonly string[];
  readonly roleArn: string;
  readonly call: AwsCall;
}

type Optional = 'do' | 'goals' | 'options' | 'compares' | 'truth' | 'open' | 'tab';

/** A step with what it leaves out filled in. */
export const step = (
  given: Omit<LessonStep, Optional> & Partial<Pick<LessonStep, Optional>>,
): LessonStep => ({
  do: [],
  goals: [],
  options: [],
  compares: false,
  truth: [],
  open: undefined,
  tab: undefined,
  ...given,
});
