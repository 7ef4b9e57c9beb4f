import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { revocationLeadSeconds, revocationPolicyName, revokeCall, type Role } from '#world';
import { type Desk } from './console-props.ts';
import { showInstant } from './console-words.ts';

/** Asks once more, and shows what will be written. */
export function RevokeDialog(props: {
  readonly desk: Desk;
  readonly role: Role;
  readonly onRevoke: () => void;
  readonly onCancel: () => void;
}) {
  const { desk, role, onRevoke, onCancel } = props;
  const [acknowledged, setAcknowledged] = useState(false);
  const call = revokeCall(desk.world, role.name);
  return (
    <Modal
      visible
      header={`Revoke the active sessions of ${role.name}`}
      closeAriaLabel="Close without revoking"
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onCancel}>
              Cancel
            </Button>
            <Button variant="primary" disabled={!acknowledged} onClick={onRevoke}>
              Revoke active sessions
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <p className="console-text">
          This will be written as <code translate="no">{revocationPolicyName}</code>:
        </p>
        <pre className="console-code" translate="no" tabIndex={0} aria-label="Policy to be written">
          {call.action === 'iam:PutRolePolicy' && call.policyDocument}
        </pre>
        <p className="console-text">
          {`The cut-off is the moment of the click, now ${showInstant(desk.world.now)}, and ${revocationLeadSeconds} seconds more, so that sessions issued while IAM spreads the change are caught as well.`}
        </p>
        <Checkbox checked={acknowledged} onChange={({ detail }) => setAcknowledged(detail.checked)}>
          I acknowledge that I am revoking all active sessions for this role.
        </Checkbox>
      </SpaceBetween>
    </Modal>
  );
}
