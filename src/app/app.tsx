import { lazy, Suspense, useEffect } from 'react';
import { type Lesson, lessonById, lessons, sandbox } from '#course';
import { CourseMap } from '../ui/home/course-map.tsx';
import { NotFound } from '../ui/home/not-found.tsx';
import { Header } from './header.tsx';
import { lessonAddress, type Route, useRoute } from './routes.ts';
import { useTheme } from './theme.ts';
import './app.css';

const LabPage = lazy(() => import('./lab-page.tsx'));
const ProofPage = lazy(() => import('../ui/proof/proof-page.tsx'));

/** The whole app: one header, and the page that the address names. */
export function App() {
  const route = useRoute();
  const theme = useTheme();
  useTitle(route);
  return (
    <div className="app">
      <a className="skip" href="#main" onClick={skipToMain}>
        Skip to the content
      </a>
      <Header route={route} theme={theme} />
      <Suspense fallback={<main id="main" className="waiting" aria-busy="true" />}>
        <Page route={route} theme={theme} />
      </Suspense>
    </div>
  );
}

function Page({ route, theme }: { route: Route; theme: 'light' | 'dark' }) {
  switch (route.page) {
    case 'map':
      return <CourseMap lessons={lessons} sandbox={sandbox} addressOf={lessonAddress} />;
    case 'lesson': {
      const lesson = lessonAt(route.lesson);
      return lesson ? (
        <LabPage lesson={lesson} step={route.step} theme={theme} />
      ) : (
        <NotFound what={`a lesson called “${route.lesson}”`} />
      );
    }
    case 'sandbox':
      return <LabPage lesson={sandbox} step={undefined} theme={theme} />;
    case 'proof':
      return <ProofPage />;
    case 'unknown':
      return <NotFound what={`a page at “${route.address}”`} />;
  }
}

/** The sandbox has a page of its own. */
const lessonAt = (id: string): Lesson | undefined =>
  id === sandbox.id ? undefined : lessonById(id);

/** A link to `#main` would be read as an address. */
function skipToMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function useTitle(route: Route): void {
  const title = titleOf(route);
  useEffect(() => {
    document.title = title === undefined ? 'AssumeRole Lab' : `${title} · AssumeRole Lab`;
  }, [title]);
}

function titleOf(route: Route): string | undefined {
  switch (route.page) {
    case 'lesson':
      return lessonAt(route.lesson)?.title;
    case 'sandbox':
      return sandbox.title;
    case 'proof':
      return 'What is simulated';
    case 'map':
    case 'unknown':
      return undefined;
  }
}
