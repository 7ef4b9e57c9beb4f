import { expect, test } from 'vitest';
import { legDuration } from './leg-duration.ts';
import { story } from './sample-story.ts';

test('a leg takes between half a second and 1.2 seconds', () => {
  for (const { happenings } of Object.values(story))
    for (const happening of happenings) {
      expect(legDuration(happening)).toBeGreaterThanOrEqual(500);
      expect(legDuration(happening)).toBeLessThanOrEqual(1200);
    }
});
