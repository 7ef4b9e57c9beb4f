import { type AccessKeyId, type SessionCredentials, type World } from '#world';
import { Arn } from '../kit/arn.tsx';
import { credentialsName, type CredentialsName } from '../kit/credentials-name.ts';
import { DataTable } from '../kit/data-table.tsx';
import { holdersOf, type Holder } from '../kit/holders.ts';
import { sayDistance, timeOfDay } from '../kit/instant.ts';
import { PersonName } from '../kit/person-name.tsx';
import { VerdictBadge, type Tone } from '../kit/verdict-badge.tsx';
import './sessions.css';

/** `revoked`: issued before the cut-off of the role's `AWSRevokeOlderSessions` policy. */
export type SessionState = 'valid' | 'expired' | 'revoked';

export interface SessionsProps {
  readonly world: World;
  readonly stateOf: (accessKeyId: AccessKeyId) => SessionState;
}

/** All sessions that STS has issued, newest first: until when they live, and who holds a copy. */
export function Sessions({ world, stateOf }: SessionsProps) {
  const sessions = newestFirst(world);
  if (sessions.length === 0) {
    return <p className="sessions-empty">No session yet: nobody has assumed a role.</p>;
  }
  return (
    <section className="sessions" aria-label="Sessions">
      <DataTable caption="Session credentials, newest first; times in UTC">
        <SessionsHead />
        <tbody>
          {sessions.map((credentials) => (
            <SessionRow
              key={credentials.accessKeyId}
              credentials={credentials}
              name={credentialsName(world, credentials)}
              holders={holdersOf(world, credentials.accessKeyId)}
              now={world.now}
              state={stateOf(credentials.accessKeyId)}
            />
          ))}
        </tbody>
      </DataTable>
      <p className="sessions-note">
        Who holds a copy is known here, not to AWS: to AWS every copy is the same session.
      </p>
    </section>
  );
}

function newestFirst(world: World): readonly SessionCredentials[] {
  return Object.values(world.credentials)
    .filter((credentials) => credentials.type === 'session')
    .sort((one, other) => other.issuedAt - one.issuedAt);
}

function SessionsHead() {
  return (
    <thead>
      <tr>
        <th scope="col">session</th>
        <th scope="col">state</th>
        <th scope="col">held by</th>
        <th scope="col">expires</th>
        <th scope="col">issued</th>
        <th scope="col">access key id</th>
      </tr>
    </thead>
  );
}

interface SessionRowProps {
  readonly credentials: SessionCredentials;
  readonly name: CredentialsName;
  readonly holders: readonly Holder[];
  readonly now: World['now'];
  readonly state: SessionState;
}

function SessionRow({ credentials, name, holders, now, state }: SessionRowProps) {
  const { accessKeyId, issuedAt, expiresAt, issuedTo } = credentials;
  return (
    <tr>
      <th scope="row" className="sessions-name">
        <Arn>{name.identity}</Arn>
        <span className="sessions-soft">{name.kind}</span>
      </th>
      <td>
        <StateBadge state={state} />
      </td>
      <td>
        <Holders holders={holders} />
      </td>
      <td className="sessions-time">
        {timeOfDay(expiresAt)}
        <span className="sessions-soft">{sayDistance(now, expiresAt)}</span>
      </td>
      <td className="sessions-time">
        {timeOfDay(issuedAt)}
        <span className="sessions-soft">{sayDistance(now, issuedAt)}</span>
      </td>
      <td>
        <code translate="no">{accessKeyId}</code>
        <span className="sessions-soft">
          asked for with <code translate="no">{issuedTo}</code>
        </span>
      </td>
    </tr>
  );
}

const states: Record<
  SessionState,
  { readonly tone: Tone; readonly word: string; readonly note: string }
> = {
  valid: { tone: 'allowed', word: 'valid', note: '' },
  expired: { tone: 'silent', word: 'expired', note: 'refused before any policy' },
  revoked: { tone: 'denied', word: 'revoked', note: 'issued before the cut-off' },
};

function StateBadge({ state }: { state: SessionState }) {
  const { tone, word, note } = states[state];
  return (
    <>
      <VerdictBadge tone={tone}>{word}</VerdictBadge>
      {note !== '' && <span className="sessions-soft">{note}</span>}
    </>
  );
}

function Holders({ holders }: { holders: readonly Holder[] }) {
  if (holders.length === 0) return 'nobody';
  return (
    <ul className="sessions-holders">
      {holders.map((holder) =>
        holder.type === 'person' ? (
          <li key={holder.id}>
            <PersonName id={holder.id} name={holder.name} />
          </li>
        ) : (
          <li key={`repository ${holder.repository}`} className="sessions-public">
            <span aria-hidden="true">⚠</span> GitHub, public:{' '}
            <span translate="no">{holder.repository}</span>
          </li>
        ),
      )}
    </ul>
  );
}
