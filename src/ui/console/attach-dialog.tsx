import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { type Account, type ManagedPolicy, type Role } from '#world';
import { type Desk } from './console-props.ts';

/** Managed policies of the account that the role has not got yet, to be ticked. */
export function AttachDialog(props: {
  readonly desk: Desk;
  readonly account: Account;
  readonly role: Role;
  readonly onClose: () => void;
}) {
  const { desk, account, role, onClose } = props;
  const [picked, setPicked] = useState<readonly ManagedPolicy[]>([]);
  const policies = Object.values(account.policies).filter(
    ({ arn }) => !role.attached.includes(arn),
  );
  const attach = () => {
    attachAll(desk, role, picked);
    onClose();
  };
  return (
    <Modal
      visible
      size="medium"
      header={`Attach policies to ${role.name}`}
      closeAriaLabel="Close without attaching"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" disabled={picked.length === 0} onClick={attach}>
              Add permissions
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <Table
        variant="embedded"
        items={policies}
        trackBy="arn"
        wrapLines
        selectionType="multi"
        selectedItems={picked}
        onSelectionChange={({ detail }) => setPicked(detail.selectedItems)}
        ariaLabels={{
          tableLabel: 'Managed policies of this account',
          selectionGroupLabel: 'Policies to attach',
          allItemsSelectionLabel: ({ selectedItems }) =>
            `Select all; ${selectedItems.length} selected`,
          itemSelectionLabel: (_, { name }) => name,
        }}
        columnDefinitions={[
          { id: 'name', header: 'Policy name', cell: ({ name }) => name, isRowHeader: true },
          { id: 'type', header: 'Type', cell: ({ type }) => type },
        ]}
        empty={
          <Box color="text-body-secondary">
            Every managed policy of this account is attached already.
          </Box>
        }
      />
    </Modal>
  );
}

/** One call each, until one fails. */
function attachAll(desk: Desk, role: Role, policies: readonly ManagedPolicy[]) {
  const attached: string[] = [];
  for (const { arn, name } of policies) {
    const outcome = desk.onCall({
      action: 'iam:AttachRolePolicy',
      roleName: role.name,
      policyArn: arn,
    });
    attached.push(name);
    desk.tell(outcome, `Attached to ${role.name}: ${attached.join(', ')}.`);
    if (!outcome.ok) return;
  }
}
