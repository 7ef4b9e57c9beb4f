import { apply, type Command, type Outcome, type World } from '#world';
import { answerIn } from './impact.ts';
import { type Goal } from './lesson.ts';

export interface GoalResult {
  readonly goal: Goal;
  readonly met: boolean;
  /** What AWS answered; plays as `goal.attempt`. */
  readonly outcome: Outcome | undefined;
}

/** Tries every goal on a copy of the world. */
export function check(world: World, goals: readonly Goal[]): readonly GoalResult[] {
  return goals.map((goal) => {
    const outcome = tryOut(world, goal.attempt);
    return { goal, met: outcome?.ok === (goal.wanted === 'allowed'), outcome };
  });
}

/** The answer to the last call. */
function tryOut(world: World, commands: readonly Command[]): Outcome | undefined {
  const { outcome } = commands.reduce<{ world: World; outcome: Outcome | undefined }>(
    (at, command) => {
      const applied = apply(at.world, command);
      return { world: applied.world, outcome: answerIn(applied.happenings) ?? at.outcome };
    },
    { world, outcome: undefined },
  );
  return outcome;
}
