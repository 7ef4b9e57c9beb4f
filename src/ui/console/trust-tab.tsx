import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { type Account, type Role, trustPolicyOf } from '#world';
import { type Desk } from './console-props.ts';
import { PolicyDraft } from './policy-draft.tsx';

/** Who may assume the role. */
export function TrustTab(props: {
  readonly desk: Desk;
  readonly account: Account;
  readonly role: Role;
}) {
  const { desk, account, role } = props;
  return (
    <Container
      header={
        <Header
          variant="h3"
          description="Who may assume this role, and under which conditions. Asked when the role is assumed, not afterwards."
        >
          Trusted entities
        </Header>
      }
    >
      <PolicyDraft
        desk={desk}
        policy={trustPolicyOf(account, role)}
        label={`Trust policy of the role ${role.name}`}
        saveLabel="Update policy"
        done="Trust policy updated. It is asked at the next AssumeRole; sessions that exist go on."
      />
    </Container>
  );
}
