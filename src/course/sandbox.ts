import { rolePlace } from '#world';
import { type Lesson, step } from './lesson.ts';
import { acme, bucket, dataRole, leakLayout, report } from './scenarios/acme.ts';

/** The same world with nothing told: everything can be edited, and anybody can call anything. */
export const sandbox: Lesson = {
  id: 'sandbox',
  title: 'Sandbox',
  summary: 'The same world with nothing told: edit every policy, and let anybody make any call.',
  minutes: 0,
  sources: [],
  world: acme(['julie']),
  layout: leakLayout,
  open: rolePlace(dataRole),
  impact: {
    people: ['bob', 'julie', 'emy', 'woofy'],
    roleArn: dataRole,
    call: { action: 's3:GetObject', bucket, key: report },
  },
  steps: [step({ id: 'play', title: 'Sandbox', say: [] })],
};
