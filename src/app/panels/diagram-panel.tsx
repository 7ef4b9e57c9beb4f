import { entryAtCursor, useLab, worldAtCursor } from '#store';
import { type Happening } from '#world';
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
  const layout = useLab((s) => s.run.lesson.layout);
  const selected = useLab((s) => s.selected);
  const select = useLab((s) => s.select);
  const speed = useLab((s) => s.speed);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  return (
    <section className="lab-diagram" aria-label="Diagram">
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
    </section>
  );
}
