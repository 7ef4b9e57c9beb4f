import { emptyWorld, sampleWorld } from '../kit/sample-world.ts';
import { type TwinCursor, type TwinEntry } from './run-so-far.ts';
import { TextTwin } from './text-twin.tsx';

const entries: readonly TwinEntry[] = [
  {
    label: 'Bob calls sts:AssumeRole for DemoRole',
    tone: 'silent',
    steps: [
      { label: 'Bob sends the request to STS.' },
      { label: 'STS looks up the credentials: user/bob.' },
      { label: 'STS asks the trust policy of DemoRole: it says nothing of user/bob.' },
      { label: 'STS answers AccessDenied.' },
    ],
  },
  {
    label: 'Emy leaks her session on GitHub',
    tone: 'neutral',
    steps: [{ label: 'Emy commits ASIARTX3GSDS5EXAMPLE to emy/holiday-photos.' }],
  },
  {
    label: 'Woofy calls s3:GetObject with the copy',
    tone: 'allowed',
    steps: [
      { label: 'Woofy sends the request to S3, signed with Emy’s session.' },
      { label: 'S3 looks up the credentials: assumed-role/DemoRole/emy.' },
      { label: 'S3 asks the identity policies of DemoRole: AmazonS3ReadOnlyAccess allows.' },
      { label: 'S3 returns payroll.csv.' },
    ],
  },
];

const at = (cursor: TwinCursor) => (
  <TextTwin world={sampleWorld} entries={entries} cursor={cursor} />
);

export const inTheMiddleOfACall = () => at({ entry: 2, step: 1 });
export const atTheEnd = () => at({ entry: 2, step: 3 });
export const beforeAnything = () => (
  <TextTwin world={emptyWorld} entries={entries} cursor={{ entry: -1, step: -1 }} />
);
