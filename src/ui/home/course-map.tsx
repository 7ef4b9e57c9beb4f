import { type Lesson } from '#course';
import '../kit/button.css';
import './course-map.css';

interface CourseMapProps {
  readonly lessons: readonly Lesson[];
  readonly sandbox: Lesson;
  readonly addressOf: (lesson: string) => string;
}

/** The first page: what this is, and where to begin. */
export function CourseMap({ lessons, sandbox, addressOf }: CourseMapProps) {
  const [first] = lessons;
  return (
    <main id="main" className="home" tabIndex={-1}>
      <section className="home-hero">
        <h1>See who gets in, and why</h1>
        <p className="home-lead">
          A playground for AWS IAM roles. Write real trust and permissions policies, press play, and
          watch each request travel to the policy that lets it through, or stops it.
        </p>
        <div className="home-ways">
          {first && (
            <a className="button button-main" href={addressOf(first.id)}>
              Start: {first.title}
            </a>
          )}
          <a className="button" href={addressOf(sandbox.id)}>
            Open the sandbox
          </a>
        </div>
        <p className="home-promise">
          No AWS account, no sign-up, no server. What you write stays in this browser tab.
        </p>
      </section>
      <section aria-labelledby="map-title">
        <h2 id="map-title">Lessons</h2>
        <ol className="home-cards">
          {lessons.map((lesson, index) => (
            <li key={lesson.id} className="home-card">
              <span className="home-card-number" aria-hidden="true">
                {index + 1}
              </span>
              <h3>
                <a href={addressOf(lesson.id)}>{lesson.title}</a>
              </h3>
              <p>{lesson.summary}</p>
              <p className="home-card-facts">
                {lesson.steps.length} steps · about {lesson.minutes} minutes
              </p>
            </li>
          ))}
          <li className="home-card home-card-free">
            <span className="home-card-number" aria-hidden="true">
              ∞
            </span>
            <h3>
              <a href={addressOf(sandbox.id)}>{sandbox.title}</a>
            </h3>
            <p>{sandbox.summary}</p>
            <p className="home-card-facts">No steps</p>
          </li>
        </ol>
      </section>
      <footer className="home-foot">
        <p>
          Every verdict comes from an evaluator of the policy language, never from a script.{' '}
          <a href="#/proof">What is simulated, and what is simplified</a>
        </p>
        <p>
          AssumeRole Lab is free software under the Apache License 2.0. It is not affiliated with
          Amazon Web Services. What it is built with has <a href="licences.md">licences</a> and{' '}
          <a href="notices.txt">notices</a> of its own.
        </p>
      </footer>
    </main>
  );
}
