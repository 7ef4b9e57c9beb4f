import { type Lesson } from './lesson.ts';
import { assumeRole } from './lessons/assume-role.ts';
import { leakedCredentials } from './lessons/leaked-credentials.ts';
import { sandbox } from './sandbox.ts';

/** The lessons in the order of the course map. */
export const lessons: readonly Lesson[] = [assumeRole, leakedCredentials];

/** `undefined` for an id that no lesson has. The sandbox counts as one. */
export const lessonById = (id: string): Lesson | undefined =>
  [...lessons, sandbox].find((lesson) => lesson.id === id);
