import { useMemo } from 'react';
import { impactOf, type Lesson, type Option } from '#course';
import { beforeOptions, latestWorld, useLab } from '#store';
import { apply, type World } from '#world';
import { type Containment, ImpactComparison } from '../../ui/impact/impact-comparison.tsx';
import { impactColumns, impactRows, sumUp } from '../impact-rows.ts';

/** Every option of the lesson, tried on the moment before any of them. */
export default function ComparisonPanel() {
  const run = useLab((s) => s.run);
  const base = latestWorld(beforeOptions(run));
  const containments = useMemo(() => compare(run.lesson, base), [run.lesson, base]);
  return <ImpactComparison title="Three ways, side by side" containments={containments} />;
}

function compare(lesson: Lesson, base: World): readonly Containment[] {
  return lesson.steps.flatMap((step) => step.options).flatMap((o) => rehearse(lesson, base, o));
}

function rehearse(lesson: Lesson, base: World, option: Option): readonly Containment[] {
  if (!lesson.impact) return [];
  const world = option.act.reduce((at, { command }) => apply(at, command).world, base);
  return [
    {
      id: option.id,
      title: option.title,
      columns: impactColumns,
      rows: impactRows(world, base, lesson.impact),
      ...sumUp(world, impactOf(world, lesson.impact)),
    },
  ];
}
