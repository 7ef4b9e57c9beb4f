import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { type Credentials, type Person, type Session, type SimTime, type World } from '#world';
import { holdersOf } from '../kit/holders.ts';
import { sayDistance } from '../kit/instant.ts';
import { showInstant } from './console-words.ts';

/** The credentials that a person has a copy of. A copy is the same key: AWS cannot tell them apart. */
export function CredentialsTable({
  world,
  person,
}: {
  readonly world: World;
  readonly person: Person;
}) {
  const items = person.holds.flatMap((id) => world.credentials[id] ?? []);
  return (
    <Table
      header={
        <Header
          variant="h3"
          counter={`(${items.length})`}
          description="What this person can sign calls with. AWS does not know who holds a copy."
        >
          Credentials held
        </Header>
      }
      items={items}
      trackBy="accessKeyId"
      wrapLines
      ariaLabels={{ tableLabel: `Credentials that ${person.name} holds` }}
      columnDefinitions={[
        {
          id: 'key',
          header: 'Access key ID',
          isRowHeader: true,
          cell: (held) => (
            <span translate="no">
              <code>{held.accessKeyId}</code>
              <br />
              <small>{kindOf(held)}</small>
            </span>
          ),
        },
        { id: 'secret', header: 'Secret', cell: masked },
        {
          id: 'state',
          header: 'State',
          cell: (held) => <State held={held} now={world.now} />,
        },
        {
          id: 'times',
          header: 'Issued, expires',
          cell: (held) =>
            held.type === 'session' ? (
              <>
                {showInstant(held.issuedAt)}
                <br />
                {showInstant(held.expiresAt)}
              </>
            ) : (
              'Does not expire'
            ),
        },
        { id: 'copies', header: 'Copies', cell: (held) => copiesOf(world, held, person) },
      ]}
      empty={<Box color="text-body-secondary">{person.name} holds no credentials.</Box>}
    />
  );
}

/** As AWS shows it after the first time: not at all. */
function masked({ secretAccessKey }: Credentials) {
  return (
    <span aria-label="hidden" title="Hidden, as in the console">
      {'•'.repeat(Math.min(8, secretAccessKey.length))}
    </span>
  );
}

function kindOf(held: Credentials): string {
  if (held.type === 'session') return sessionName(held.session);
  return held.owner.type === 'root' ? 'Long-term key of root' : 'Long-term key';
}

function sessionName(session: Session): string {
  switch (session.type) {
    case 'assumed-role':
      return `Session ${session.roleName}/${session.sessionName}`;
    case 'session-token':
      return 'Session of the user';
    case 'federated-user':
      return `Federated user ${session.name}`;
  }
}

function State({ held, now }: { readonly held: Credentials; readonly now: SimTime }) {
  if (held.type === 'long-term') {
    return held.status === 'Active' ? (
      <StatusIndicator type="success">Active</StatusIndicator>
    ) : (
      <StatusIndicator type="stopped">Inactive</StatusIndicator>
    );
  }
  return held.expiresAt > now ? (
    <StatusIndicator type="success">{`Expires ${sayDistance(now, held.expiresAt)}`}</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">{`Expired ${sayDistance(now, held.expiresAt)}`}</StatusIndicator>
  );
}

function copiesOf(world: World, held: Credentials, person: Person): string {
  const others = holdersOf(world, held.accessKeyId)
    .filter((holder) => holder.type === 'repository' || holder.id !== person.id)
    .map((holder) => (holder.type === 'person' ? holder.name : holder.repository));
  return others.length > 0 ? `Also: ${others.join(', ')}` : '-';
}
