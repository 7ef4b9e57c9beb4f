import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import {
  formatInstant,
  revocationCutOff,
  revocationPolicyName,
  revokeCall,
  type Role,
  type SimTime,
} from '#world';
import { sayDistance } from '../kit/instant.ts';
import { type Desk } from './console-props.ts';
import { liveSessionsOf } from './console-words.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** The panic button: every session issued so far is denied everything. */
export function RevokeTab({ desk, role }: { readonly desk: Desk; readonly role: Role }) {
  const [asking, setAsking] = useState(false);
  const cutOff = revocationCutOff(role);
  const live = liveSessionsOf(desk.world, role);
  const revoke = () => {
    setAsking(false);
    desk.tell(
      desk.onCall(revokeCall(desk.world, role.name)),
      `Sessions of ${role.name} issued before the cut-off are denied from now on. The Permissions tab lists ${revocationPolicyName}.`,
    );
  };
  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={
            <Button variant="primary" onClick={() => setAsking(true)}>
              Revoke active sessions
            </Button>
          }
        >
          Deny every session that is active now
        </Header>
      }
    >
      <SpaceBetween size="m">
        {cutOff !== undefined && <Revoked desk={desk} role={role} cutOff={cutOff} />}
        <p className="console-text">
          {sessionsNow(live.length)} Revoking writes an inline policy named{' '}
          <code translate="no">{revocationPolicyName}</code> into the role. It denies everything to
          whoever holds credentials that were issued before a cut-off. The credentials stay valid as
          such, and whoever the trust policy admits can assume the role again after the cut-off.
        </p>
      </SpaceBetween>
      {asking && (
        <RevokeDialog desk={desk} role={role} onRevoke={revoke} onCancel={() => setAsking(false)} />
      )}
    </Container>
  );
}

function Revoked(props: { readonly desk: Desk; readonly role: Role; readonly cutOff: SimTime }) {
  const { desk, role, cutOff } = props;
  const undo = () =>
    desk.tell(
      desk.onCall({
        action: 'iam:DeleteRolePolicy',
        roleName: role.name,
        policyName: revocationPolicyName,
      }),
      `${revocationPolicyName} deleted: sessions that have not expired can act again.`,
    );
  return (
    <Alert
      type="info"
      header="Sessions of this role are revoked"
      action={<Button onClick={undo}>Delete {revocationPolicyName}</Button>}
      i18nStrings={{ infoIconAriaLabel: 'Info' }}
    >
      Credentials issued before <strong translate="no">{formatInstant(cutOff)}</strong> (
      {sayDistance(desk.world.now, cutOff)}) are denied everything. To undo this, delete the inline
      policy.
    </Alert>
  );
}

function sessionsNow(live: number): string {
  if (live === 0) return 'No session of this role is active now.';
  return live === 1
    ? 'One session of this role is active now.'
    : `${live} sessions of this role are active now.`;
}
