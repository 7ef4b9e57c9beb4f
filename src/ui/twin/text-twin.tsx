import { type World } from '#world';
import { Arn } from '../kit/arn.tsx';
import { CopyButton } from '../kit/copy-button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { PersonName } from '../kit/person-name.tsx';
import { Played } from './played.tsx';
import { momentsAhead, runSoFar, type TwinCursor, type TwinEntry } from './run-so-far.ts';
import { readScene, type SceneAccount, type SceneHolder } from './scene.ts';
import { twinText } from './twin-text.ts';
import './text-twin.css';

export interface TextTwinProps {
  /** The world at the cursor. */
  readonly world: World;
  readonly entries: readonly TwinEntry[];
  readonly cursor: TwinCursor;
}

/** The diagram and its run as words: all that it shows, for whoever does not see or does not want a picture. */
export function TextTwin({ world, entries, cursor }: TextTwinProps) {
  const scene = readScene(world);
  const played = runSoFar(entries, cursor);
  return (
    <article className="twin" aria-label="The scene as text">
      <div className="twin-head">
        <h3>The scene as text</h3>
        <CopyButton label="Copy as text" text={twinText(scene, played)} />
      </div>
      <p>
        It is <time>{scene.now}</time> UTC.
      </p>
      <h4>Who holds what</h4>
      <HoldersTable holders={scene.holders} />
      {scene.accounts.map((account) => (
        <AccountList key={account.title} account={account} />
      ))}
      <h4>Played so far</h4>
      <Played played={played} ahead={momentsAhead(entries, cursor)} />
    </article>
  );
}

function HoldersTable({ holders }: { holders: readonly SceneHolder[] }) {
  return (
    <DataTable caption="Who holds which credentials" captionHidden>
      <thead>
        <tr>
          <th scope="col">who</th>
          <th scope="col">holds</th>
        </tr>
      </thead>
      <tbody>
        {holders.map((holder) => (
          <tr key={holder.name}>
            <th scope="row">
              <HolderName holder={holder} />
              <span className="twin-about">{holder.about}</span>
            </th>
            <td>
              <Held holds={holder.holds} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function HolderName({ holder: { person, name } }: { holder: SceneHolder }) {
  return person === undefined ? name : <PersonName id={person} name={name} />;
}

function Held({ holds }: Pick<SceneHolder, 'holds'>) {
  if (holds.length === 0) return 'nothing';
  return (
    <ul className="twin-held">
      {holds.map(({ kind, accessKeyId, identity, state }) => (
        <li key={accessKeyId}>
          {kind} <code translate="no">{accessKeyId}</code>, <Arn>{identity}</Arn>
          {state !== '' && `, ${state}`}
        </li>
      ))}
    </ul>
  );
}

function AccountList({ account: { title, things } }: { account: SceneAccount }) {
  return (
    <>
      <h4>{title}</h4>
      <dl className="twin-things">
        {things.map(({ kind, names }) => (
          <div key={kind}>
            <dt>{kind}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
