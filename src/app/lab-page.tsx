import { lazy, Suspense, useEffect, useRef } from 'react';
import { type Lesson } from '#course';
import { useLab } from '#store';
import { onKey } from './actions.ts';
import { DiagramPanel } from './panels/diagram-panel.tsx';
import { ConsolePanel } from './panels/console-panel.tsx';
import { DetailsPanel } from './panels/details-panel.tsx';
import { GuidePanel } from './panels/guide-panel.tsx';
import { TimelinePanel } from './panels/timeline-panel.tsx';
import { lessonAddress } from './routes.ts';
import { type Theme, useMedia } from './theme.ts';
import { usePlayer } from './use-player.ts';
import './lab-page.css';

const ComparisonPanel = lazy(() => import('./panels/comparison-panel.tsx'));

interface LabPageProps {
  readonly lesson: Lesson;
  /** From the address; `undefined`: where the learner was. */
  readonly step: string | undefined;
  readonly theme: Theme;
}

const wide = '(min-width: 1180px)';

/** A lesson or the sandbox: story, diagram, explanation, console and timeline. */
export default function LabPage({ lesson, step, theme }: LabPageProps) {
  const ready = useAddress(lesson, step);
  usePlayer();
  useKeys();
  if (!ready) return <main id="main" className="waiting" aria-busy="true" />;
  return (
    <main id="main" className="lab" tabIndex={-1}>
      <GuidePanel />
      <Stage theme={theme} />
      <TimelinePanel />
    </main>
  );
}

/** What the lesson is about: the picture and what is behind it or, where ways are compared, their outcomes. */
function Stage({ theme }: { theme: Theme }) {
  const isWide = useMedia(wide);
  const compares = useLab((s) => s.run.lesson.steps[s.run.step]?.compares ?? false);
  if (compares) {
    return (
      <div className="lab-comparison">
        <Suspense fallback={<p role="status">Comparing …</p>}>
          <ComparisonPanel />
        </Suspense>
      </div>
    );
  }
  return (
    <>
      <div className="lab-middle">
        <Notice />
        <DiagramPanel />
        <DetailsPanel theme={theme} withConsole={!isWide} />
      </div>
      {isWide && (
        <div className="lab-console">
          <ConsolePanel theme={theme} />
        </div>
      )}
    </>
  );
}

/**
 * Keeps the address and the open step the same: an address opens its step, and a step that is opened gets an
 * address. Whether the lesson of the address is the one that is open.
 */
function useAddress(lesson: Lesson, step: string | undefined): boolean {
  const open = useLab((s) => s.openLesson);
  const running = useLab((s) => s.run.lesson);
  const current = useLab((s) => s.run.lesson.steps[s.run.step]?.id);
  const asked = useRef<string | undefined>(undefined);
  useEffect(() => {
    asked.current = step;
    open(lesson, step);
  }, [open, lesson, step]);
  useEffect(() => {
    if (running !== lesson || current === undefined || current === asked.current) return;
    const first = asked.current === undefined;
    asked.current = current;
    const address = lessonAddress(lesson.id, current);
    if (address === window.location.hash) return;
    if (first) window.history.replaceState(null, '', address);
    else window.location.hash = address;
  }, [running, lesson, current]);
  return running === lesson;
}

function useKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function Notice() {
  const notice = useLab((s) => s.notice);
  const dismiss = useLab((s) => s.dismissNotice);
  if (notice === undefined) return null;
  return (
    <div className="notice" role="alert">
      <p>{notice}</p>
      <button type="button" className="link-button" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  );
}
