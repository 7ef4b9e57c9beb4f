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
          minWidth: 190,
          isRowHeader: true,
          cell: (held) => <Key held={held} />,
        },
        {
          id: 'state',
          header: 'State',
          minWidth: 190,
          cell: (held) => <State held={held} now={world.now} />,
        },
        { id: 'copies', header: 'Copies', cell: (held) => copiesOf(world, held, person) },
      ]}
      empty={<Box color="text-body-secondary">{person.name} holds no credentials.</Box>}
    />
  );
}

/** AWS shows a secret once, when the key is made. */
function Key({ held }: { readonly held: Credentials }) {
  return (
    <div translate="no">
      <code>{held.accessKeyId}</code>
      <div>
        <small>{kindOf(held)}</small>
      </div>
      <small>Secret ••••••••</small>
    </div>
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
  const expired = held.expiresAt <= now;
  return (
    <>
      <StatusIndicator type={expired ? 'stopped' : 'success'}>
        {`${expired ? 'Expired' : 'Expires'} ${sayDistance(now, held.expiresAt)}`}
      </StatusIndicator>
      <div>
        <small>{`Issued ${showInstant(held.issuedAt)}`}</small>
      </div>
      <small>{`Expires ${showInstant(held.expiresAt)}`}</small>
    </>
  );
}

function copiesOf(world: World, held: Credentials, person: Person): string {
  const others = holdersOf(world, held.accessKeyId)
    .filter((holder) => holder.type === 'repository' || holder.id !== person.id)
    .map((holder) => (holder.type === 'person' ? holder.name : holder.repository));
  return others.length > 0 ? `Also: ${others.join(', ')}` : '-';
}
