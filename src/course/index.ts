/** Lessons as data, and what can be asked of a world: impact and goals. */
export {
  type Goal,
  type ImpactProbe,
  type Layout,
  type Lesson,
  type LessonStep,
  type Option,
  type Played,
  type Prose,
  type RoleTab,
} from './lesson.ts';
export { check, type GoalResult } from './goals.ts';
export { answerIn, type Finding, type Impact, impactOf } from './impact.ts';
export { lessonById, lessons } from './curriculum.ts';
export { sandbox } from './sandbox.ts';
