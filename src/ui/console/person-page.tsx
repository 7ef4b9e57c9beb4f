import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { type Account, identityPoliciesOfUser, type Person, type User } from '#world';
import { PersonName } from '../kit/person-name.tsx';
import { type Desk } from './console-props.ts';
import { CredentialsTable } from './credentials-table.tsx';
import { identityOf } from './identity-of.ts';
import { isUnsaved, PolicyDraft, UnsavedMark } from './policy-draft.tsx';
import { PolicyTable } from './policy-table.tsx';
import { useOpenRefs } from './use-open-refs.ts';

/** Somebody: who IAM takes this person for, and the credentials that this person has a copy of. */
export function PersonPage({ desk, person }: { readonly desk: Desk; readonly person: Person }) {
  const identity = identityOf(desk.world, person);
  return (
    <>
      <Header variant="h2" description={`Calls from ${person.sourceIp}`}>
        <PersonName id={person.id} name={person.name} />
      </Header>
      {identity === undefined ? (
        <Container header={<Header variant="h3">Identity</Header>}>
          <p className="console-text">
            {`${person.name} has no identity in this account. AWS knows only the credentials with which a call is signed.`}
          </p>
        </Container>
      ) : (
        <>
          <Identity user={identity.user} />
          <Policies desk={desk} {...identity} />
        </>
      )}
      <CredentialsTable world={desk.world} person={person} />
    </>
  );
}

function Identity({ user }: { readonly user: User }) {
  const tags = Object.entries(user.tags).map(([key, value]) => `${key} = ${value}`);
  return (
    <Container header={<Header variant="h3">IAM user</Header>}>
      <KeyValuePairs
        columns={2}
        minColumnWidth={170}
        items={[
          { label: 'User name', value: <span translate="no">{user.name}</span> },
          { label: 'Unique ID', value: <code translate="no">{user.uniqueId}</code> },
          { label: 'ARN', value: <code translate="no">{user.arn}</code> },
          { label: 'Groups', value: user.groups.join(', ') || '-' },
          { label: 'Tags', value: tags.join(', ') || '-' },
          { label: 'Permissions boundary', value: user.boundary ?? 'Not set' },
        ]}
      />
    </Container>
  );
}

function Policies(props: { readonly desk: Desk; readonly account: Account; readonly user: User }) {
  const { desk, account, user } = props;
  const { open, toggle } = useOpenRefs(desk.litRef);
  const policies = identityPoliciesOfUser(account, user);
  return (
    <Container
      disableContentPaddings
      header={
        <Header
          variant="h3"
          counter={`(${policies.length})`}
          description="The user's own and those of the user's groups. They count for calls with the user's key, not for sessions of a role."
        >
          Permissions policies
        </Header>
      }
    >
      <PolicyTable
        caption={`Permissions policies of ${user.name}`}
        policies={policies}
        openRefs={open}
        onToggle={toggle}
        picking={undefined}
        mark={(policy) => isUnsaved(desk, policy) && <UnsavedMark />}
        text={(policy) => (
          <PolicyDraft
            desk={desk}
            policy={policy}
            label={`Policy ${policy.name}`}
            saveLabel="Save changes"
            done={`The policy ${policy.name} was saved.`}
          />
        )}
      />
    </Container>
  );
}
