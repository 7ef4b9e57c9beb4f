import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { type ReactNode } from 'react';
import { type SessionCredentials, type World } from '#world';
import { sayDistance } from '../kit/instant.ts';
import { showInstant } from './console-words.ts';

/** What STS has handed out. */
export function StsPage({ world }: { readonly world: World }) {
  const sessions = Object.values(world.credentials).filter((known) => known.type === 'session');
  return (
    <ServicePage
      title="AWS STS"
      text="The Security Token Service hands out temporary credentials. For AssumeRole it asks the role's trust policy, and in most cases the caller's own policies as well. It has no console page in AWS; this is what it has issued here."
    >
      <Table
        header={
          <Header variant="h3" counter={`(${sessions.length})`}>
            Issued credentials
          </Header>
        }
        items={sessions}
        trackBy="accessKeyId"
        wrapLines
        ariaLabels={{ tableLabel: 'Credentials that STS has issued' }}
        columnDefinitions={[
          {
            id: 'key',
            header: 'Session',
            isRowHeader: true,
            cell: (known) => (
              <div className="console-wrap" translate="no">
                {ofWhom(known)}
                <div>
                  <code>{known.accessKeyId}</code>
                </div>
              </div>
            ),
          },
          { id: 'issued', header: 'Issued', cell: ({ issuedAt }) => showInstant(issuedAt) },
          {
            id: 'expires',
            header: 'Expires',
            cell: ({ expiresAt }) =>
              expiresAt > world.now ? sayDistance(world.now, expiresAt) : 'Expired',
          },
        ]}
        empty={<Box color="text-body-secondary">STS has issued nothing yet.</Box>}
      />
    </ServicePage>
  );
}

function ofWhom({ session }: SessionCredentials): string {
  switch (session.type) {
    case 'assumed-role':
      return `${session.roleName}/${session.sessionName}`;
    case 'session-token':
      return session.userId;
    case 'federated-user':
      return session.name;
  }
}

interface IamRow {
  readonly type: string;
  readonly name: string;
  readonly arn: string;
}

/** Who and what is known to IAM. */
export function IamPage({ world }: { readonly world: World }) {
  const rows = Object.values(world.accounts).flatMap((account): readonly IamRow[] => [
    ...Object.values(account.users).map((user) => ({ type: 'User', ...user })),
    ...Object.values(account.groups).map((group) => ({ type: 'Group', ...group })),
    ...Object.values(account.roles).map((role) => ({ type: 'Role', ...role })),
    ...Object.values(account.policies).map((policy) => ({ ...policy, type: policy.type })),
  ]);
  return (
    <ServicePage
      title="AWS IAM"
      text="Identity and Access Management keeps users, groups, roles and policies. Select a role or a person in the diagram to open its page."
    >
      <Table
        header={
          <Header variant="h3" counter={`(${rows.length})`}>
            Identities and policies
          </Header>
        }
        items={rows}
        trackBy="arn"
        wrapLines
        ariaLabels={{ tableLabel: 'Identities and managed policies' }}
        columnDefinitions={[
          { id: 'type', header: 'Type', minWidth: 110, cell: ({ type }) => type },
          {
            id: 'name',
            header: 'Name and ARN',
            isRowHeader: true,
            cell: ({ name, arn }) => (
              <div className="console-wrap" translate="no">
                {name}
                <div>
                  <code>{arn}</code>
                </div>
              </div>
            ),
          },
        ]}
        empty={<Box color="text-body-secondary">IAM knows nobody here.</Box>}
      />
    </ServicePage>
  );
}

/** What lies in the open. */
export function GitHubPage({ world }: { readonly world: World }) {
  return (
    <ServicePage
      title="Public repositories"
      text="Whatever is committed to a public repository can be read and copied by anybody, and stays in its history when it is removed."
    >
      <Table
        header={
          <Header variant="h3" counter={`(${world.published.length})`}>
            Published credentials
          </Header>
        }
        items={world.published}
        wrapLines
        ariaLabels={{ tableLabel: 'Credentials in public repositories' }}
        columnDefinitions={[
          {
            id: 'key',
            header: 'Access key ID',
            isRowHeader: true,
            cell: ({ accessKeyId }) => <code translate="no">{accessKeyId}</code>,
          },
          { id: 'repository', header: 'Repository', cell: ({ repository }) => repository },
          { id: 'by', header: 'Committed by', cell: ({ by }) => world.people[by]?.name ?? by },
          { id: 'at', header: 'When', cell: ({ at }) => sayDistance(world.now, at) },
        ]}
        empty={<Box color="text-body-secondary">No credentials have been published.</Box>}
      />
    </ServicePage>
  );
}

function ServicePage(props: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <Header variant="h2">{props.title}</Header>
      <p className="console-text">{props.text}</p>
      {props.children}
    </>
  );
}
