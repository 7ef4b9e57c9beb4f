import { type TimelineEntry } from './run.ts';

const call = (words: readonly string[]) => words.map((label) => ({ label }));

export const sampleEntries: readonly TimelineEntry[] = [
  {
    id: 'bob',
    label: 'Bob asks STS for DemoRole',
    tone: 'denied',
    steps: call([
      'Bob sends sts:AssumeRole to STS',
      'his key is valid',
      'STS asks the trust policy of DemoRole',
      'nothing in the trust policy allows Bob',
      'STS answers AccessDenied',
    ]),
  },
  {
    id: 'julie',
    label: 'Julie asks STS for DemoRole',
    tone: 'allowed',
    steps: call([
      'Julie sends sts:AssumeRole to STS',
      'her key is valid',
      'the trust policy allows',
      'the permissions policies are not read now',
      'STS issues temporary credentials',
      'STS answers',
    ]),
  },
  { id: 'wait', label: 'An hour passes', tone: 'neutral', steps: call(['it is 18:04:10']) },
  {
    id: 'late',
    label: 'Julie reads payroll.csv',
    tone: 'denied',
    steps: call(['Julie sends s3:GetObject', 'her session has expired', 'S3 answers ExpiredToken']),
  },
];
