import { useMemo } from 'react';
import { type Layout, type Lesson } from '#course';
import { entryAtCursor, useLab, worldAtCursor } from '#store';
import { type Happening, type World } from '#world';
import { arrange } from '../../ui/diagram/arrange.ts';
import { Diagram } from '../../ui/diagram/diagram.tsx';
import { timeOfDay } from '../../ui/kit/instant.ts';
import '../../ui/kit/visually-hidden.css';
import { useMedia } from '../theme.ts';

const nothing: readonly Happening[] = [];

/** The diagram at the cursor. */
export function DiagramPanel() {
  const world = useLab(worldAtCursor);
  const happenings = useLab((s) => entryAtCursor(s)?.happenings ?? nothing);
  const at = useLab((s) => s.run.cursor.step);
  const layout = useLayout(world);
  const selected = useLab((s) => s.selected);
  const select = useLab((s) => s.select);
  const speed = useLab((s) => s.speed);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  return (
    <div className="lab-diagram">
      <p className="lab-clock">
        <span className="visually-hidden">Simulated time: </span>
        <time>{timeOfDay(world.now)}</time> UTC
      </p>
      <Diagram
        world={world}
        happenings={happenings}
        at={at}
        layout={layout}
        selected={selected}
        onSelect={select}
        speed={speed}
        motion={!still}
        labels
      />
    </div>
  );
}

/**
 * A lesson places its things itself. In the sandbox, where things come and go, and on a narrow screen they are
 * arranged; the arrangement stays as long as the same things are there.
 */
function useLayout(world: World): Layout {
  const lesson = useLab((s) => s.run.lesson);
  const narrow = useMedia('(max-width: 640px)');
  const placed = !narrow && lesson.id !== 'sandbox';
  const things = placed ? '' : thingsIn(world);
  return useMemo(
    () => (placed ? lesson.layout : arranged(world, lesson, narrow)),
    // The world changes with every command; only its things matter here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [placed, lesson, narrow, things],
  );
}

function thingsIn({ accounts, people, published }: World): string {
  const names = Object.values(accounts).map((account) => [
    Object.keys(account.roles),
    Object.keys(account.buckets),
    Object.keys(account.tables),
  ]);
  return JSON.stringify([names, Object.keys(people), published.length > 0]);
}

function arranged(world: World, lesson: Lesson, narrow: boolean): Layout {
  const layout = arrange(world, narrow ? 'tall' : 'wide');
  if (lesson.id === 'sandbox') return layout;
  return Object.fromEntries(Object.entries(layout).filter(([place]) => place in lesson.layout));
}
