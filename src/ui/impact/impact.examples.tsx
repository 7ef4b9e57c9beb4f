import { ImpactComparison } from './impact-comparison.tsx';
import { ImpactMatrix } from './impact-matrix.tsx';
import {
  type ImpactCell,
  type ImpactColumn,
  type ImpactOutcome,
  type ImpactRow,
} from './impact.ts';

const columns: readonly ImpactColumn[] = [
  { id: 'now', title: 'right now', note: 'with what they hold' },
  { id: 'again', title: 'if they asked again', note: 'a new AssumeRole' },
];

const people = ['Bob', 'Julie', 'Emy', 'Woofy'].map((name) => ({ id: name.toLowerCase(), name }));

type Sketch = readonly [outcome: ImpactOutcome, before: ImpactOutcome | undefined];

const says: Record<ImpactOutcome, string> = {
  works: 'A statement of AmazonS3ReadOnlyAccess allows it.',
  refused: 'AWSRevokeOlderSessions denies what was issued before 17:12:40.',
  later: 'Credentials are issued, but count only after the cut-off.',
  'nothing-to-use': 'Holds no session of DemoRole.',
};

function rowsOf(sketches: readonly (readonly [Sketch, Sketch])[], onOpen?: () => void) {
  const cell = ([outcome, before]: Sketch): ImpactCell => ({
    outcome,
    before,
    say: says[outcome],
    onOpen,
  });
  return people.map((person, at): ImpactRow => ({ person, cells: sketches[at]?.map(cell) ?? [] }));
}

/** Nothing was edited. */
export const before = () => (
  <ImpactMatrix
    title="Who can read payroll.csv"
    caption="GetObject on demo-bucket/payroll.csv"
    columns={columns}
    rows={rowsOf([
      [
        ['nothing-to-use', undefined],
        ['refused', undefined],
      ],
      [
        ['works', undefined],
        ['works', undefined],
      ],
      [
        ['works', undefined],
        ['works', undefined],
      ],
      [
        ['works', undefined],
        ['refused', undefined],
      ],
    ])}
  />
);

export const afterRevoking = (onOpen: () => void = () => undefined) => (
  <ImpactMatrix
    title="Who can read payroll.csv"
    caption="GetObject on demo-bucket/payroll.csv, after revoking the active sessions"
    columns={columns}
    rows={rowsOf(
      [
        [
          ['nothing-to-use', 'nothing-to-use'],
          ['works', 'refused'],
        ],
        [
          ['refused', 'works'],
          ['later', 'works'],
        ],
        [
          ['refused', 'works'],
          ['works', 'works'],
        ],
        [
          ['refused', 'works'],
          ['refused', 'refused'],
        ],
      ],
      onOpen,
    )}
  />
);

export const nobodyLoses = () => (
  <ImpactMatrix
    title="Who can read payroll.csv"
    caption="GetObject on demo-bucket/payroll.csv, after editing the trust policy"
    columns={columns}
    rows={rowsOf([
      [
        ['nothing-to-use', 'nothing-to-use'],
        ['refused', 'refused'],
      ],
      [
        ['works', 'works'],
        ['works', 'works'],
      ],
      [
        ['works', 'works'],
        ['works', 'works'],
      ],
      [
        ['works', 'works'],
        ['refused', 'refused'],
      ],
    ])}
  />
);

export const threeContainments = () => (
  <ImpactComparison
    title="Three ways to contain the leak"
    containments={[
      {
        id: 'trust',
        title: 'Take Emy out of the trust policy',
        verdict: 'does not stop Woofy',
        columns,
        say: 'Trust is asked only when the role is assumed: Woofy goes on until the session expires.',
        rows: rowsOf([
          [
            ['nothing-to-use', 'nothing-to-use'],
            ['refused', 'refused'],
          ],
          [
            ['works', 'works'],
            ['works', 'works'],
          ],
          [
            ['works', 'works'],
            ['refused', 'works'],
          ],
          [
            ['works', 'works'],
            ['refused', 'refused'],
          ],
        ]),
      },
      {
        id: 'delete',
        title: 'Remove the role’s permissions',
        verdict: 'stops Woofy, and everybody',
        columns,
        say: 'Permissions are asked at every request: all sessions lose them at once, new ones too.',
        rows: rowsOf([
          [
            ['nothing-to-use', 'nothing-to-use'],
            ['refused', 'refused'],
          ],
          [
            ['refused', 'works'],
            ['refused', 'works'],
          ],
          [
            ['refused', 'works'],
            ['refused', 'works'],
          ],
          [
            ['refused', 'works'],
            ['refused', 'refused'],
          ],
        ]),
      },
      {
        id: 'revoke',
        title: 'Revoke active sessions',
        verdict: 'stops Woofy; the others ask again',
        columns,
        say: 'Sessions issued before the cut-off are denied; Julie and Emy assume the role again.',
        rows: rowsOf([
          [
            ['nothing-to-use', 'nothing-to-use'],
            ['refused', 'refused'],
          ],
          [
            ['refused', 'works'],
            ['works', 'works'],
          ],
          [
            ['refused', 'works'],
            ['works', 'works'],
          ],
          [
            ['refused', 'works'],
            ['refused', 'refused'],
          ],
        ]),
      },
    ]}
  />
);
