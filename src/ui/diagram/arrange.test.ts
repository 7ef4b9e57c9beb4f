import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';
import { story, start } from './sample-story.ts';
import { sceneOf } from './scene.ts';

const shapes = ['wide', 'tall'] as const;

test.each(shapes)('%s: no place covers another, with all that happens', (shape) => {
  for (const { after } of Object.values(story)) {
    const { places } = sceneOf(after, [], -1, arrange(start, shape));
    for (const { box: a, place } of places)
      for (const { box: b, place: other } of places)
        if (place !== other)
          expect(
            a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y,
            `${place} and ${other}`,
          ).toBe(true);
  }
});

test.each(shapes)('%s: fits a panel', (shape) => {
  const { bounds } = sceneOf(start, [], -1, arrange(start, shape));
  expect(bounds.width).toBeLessThanOrEqual(shape === 'wide' ? 760 : 410);
});

test('the public repository is there only where a stranger is', () => {
  const people = Object.fromEntries(
    Object.entries(start.people).filter(([, person]) => person.role !== 'outsider'),
  );
  expect(arrange({ ...start, people }, 'wide')).not.toHaveProperty('github');
  expect(arrange(start, 'wide')).toHaveProperty('github');
});
