import { lessons, sandbox } from '#course';
import { CourseMap } from './course-map.tsx';
import { NotFound } from './not-found.tsx';

const addressOf = (lesson: string) => `#/to/${lesson}`;

export const wholeCourse = () => (
  <CourseMap lessons={lessons} sandbox={sandbox} addressOf={addressOf} />
);
export const sandboxOnly = () => <CourseMap lessons={[]} sandbox={sandbox} addressOf={addressOf} />;
export const notFound = () => <NotFound what="a lesson called “<b>constructor</b>”" />;
