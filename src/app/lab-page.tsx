import { lazy, Suspense, useEffect, useRef } from 'react';
import { type Lesson } from '#course';
import { type LabState, useLab } from '#store';
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
  useKeys();
  if (!ready) return <main id="main" className="waiting" aria-busy="true" />;
  return (
    <main id="main" className="lab" tabIndex={-1}>
      <GuidePanel />
      <Stage theme={theme} />
      <TimelinePanel />
      <Player />
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
  const current = useLab(openStepId);
  const asked = useRef<string | undefined>(undefined);
  useEffect(() => {
    asked.current = step;
    open(lesson, step);
  }, [open, lesson, step]);
  useEffect(() => {
    // Not `current`: the address may just have opened another step than the one that was shown.
    const now = openStepId(useLab.getState());
    if (running !== lesson || now === undefined || now === asked.current) return;
    const named = lesson.steps.some(({ id }) => id === asked.current);
    asked.current = now;
    const address = lessonAddress(lesson.id, now);
    if (address === window.location.hash) return;
    // Going back must not lead to an address that leads forward again.
    if (named) window.location.hash = address;
    else window.history.replaceState(null, '', address);
  }, [running, lesson, current]);
  return running === lesson;
}

const openStepId = ({ run }: LabState): string | undefined => run.lesson.steps[run.step]?.id;

/** Plays the run. It draws nothing: a step must not redraw the page. */
function Player() {
  usePlayer();
  return null;
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
