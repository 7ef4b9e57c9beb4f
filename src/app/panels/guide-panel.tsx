import { lazy, Suspense, useMemo } from 'react';
import { check, lessons } from '#course';
import { canUndo, takenOption, useLab, worldAtEnd } from '#store';
import { LessonPanel } from '../../ui/lesson/lesson-panel.tsx';
import { lessonAddress } from '../routes.ts';

const SandboxPanel = lazy(() => import('./sandbox-panel.tsx'));

/** The lesson's text and task or, in the sandbox, the form for calls. */
export function GuidePanel() {
  const isSandbox = useLab((s) => s.run.lesson.id === 'sandbox');
  return (
    <Suspense fallback={<section className="lesson guide-waiting" aria-busy="true" />}>
      {isSandbox ? <SandboxPanel /> : <StoryPanel />}
    </Suspense>
  );
}

function StoryPanel() {
  const lesson = useLab((s) => s.run.lesson);
  const stepIndex = useLab((s) => s.run.step);
  const world = useLab(worldAtEnd);
  const taken = useLab((s) => takenOption(s.run));
  const undoable = useLab((s) => canUndo(s.run));
  const lab = useLab.getState();
  const step = lesson.steps[stepIndex];
  const goals = useMemo(() => check(world, step?.goals ?? []), [world, step]);
  if (!step) return null;
  return (
    <LessonPanel
      lesson={lesson}
      step={step}
      stepIndex={stepIndex}
      goals={goals}
      taken={taken}
      next={nextAfter(lesson.id)}
      canUndo={undoable}
      onStep={lab.openStep}
      onOption={lab.takeOption}
      onUndo={lab.undo}
      onStartOver={lab.startOver}
    />
  );
}

function nextAfter(id: string): { title: string; address: string } | undefined {
  const next = lessons[lessons.findIndex((l) => l.id === id) + 1];
  return next
    ? { title: next.title, address: lessonAddress(next.id) }
    : { title: 'Sandbox', address: lessonAddress('sandbox') };
}
