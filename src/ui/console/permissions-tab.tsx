import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { policyQuotas } from '#policy';
import { type Account, permissionPoliciesOf, type Role, type StoredPolicy } from '#world';
import { AttachDialog } from './attach-dialog.tsx';
import { type Desk } from './console-props.ts';
import { InlinePolicyForm } from './inline-policy-form.tsx';
import { isUnsaved, PolicyDraft, UnsavedMark } from './policy-draft.tsx';
import { PolicyTable } from './policy-table.tsx';
import { toggled, useOpenRefs } from './use-open-refs.ts';

interface Props {
  readonly desk: Desk;
  readonly account: Account;
  readonly role: Role;
}

/** What the role may do. */
export function PermissionsTab({ desk, account, role }: Props) {
  const policies = permissionPoliciesOf(account, role);
  const { open, toggle } = useOpenRefs(desk.litRef);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState<'attach' | 'inline'>();
  const chosen = policies.filter(({ ref }) => picked.has(ref));
  const remove = () => {
    removeAll(desk, role, chosen);
    setPicked(new Set());
  };
  const close = () => setAdding(undefined);

  if (adding === 'inline') {
    return <InlinePolicyForm desk={desk} account={account} role={role} onClose={close} />;
  }
  return (
    <Container
      disableContentPaddings
      header={
        <Header
          variant="h3"
          counter={`(${policies.length})`}
          description={`Asked at every request of every session. Up to ${policyQuotas.managedPoliciesPerRole} managed policies can be attached.`}
          actions={<Actions canRemove={chosen.length > 0} onRemove={remove} onAdd={setAdding} />}
        >
          Permissions policies
        </Header>
      }
    >
      {policies.length === 0 ? (
        <Box padding="l" color="text-body-secondary">
          No policy is attached: sessions of this role are allowed nothing.
        </Box>
      ) : (
        <PolicyTable
          caption={`Permissions policies of ${role.name}`}
          policies={policies}
          openRefs={open}
          onToggle={toggle}
          picking={{ picked, onPick: (ref) => setPicked(toggled(picked, ref)) }}
          mark={(policy) => isUnsaved(desk, policy) && <UnsavedMark />}
          text={(policy) => (
            <PolicyDraft
              desk={desk}
              policy={policy}
              label={`Policy ${policy.name}`}
              saveLabel="Save changes"
              done={`Policy ${policy.name} saved. It counts from the next request on.`}
            />
          )}
        />
      )}
      {adding === 'attach' && (
        <AttachDialog desk={desk} account={account} role={role} onClose={close} />
      )}
    </Container>
  );
}

function Actions(props: {
  readonly canRemove: boolean;
  readonly onRemove: () => void;
  readonly onAdd: (what: 'attach' | 'inline') => void;
}) {
  const { canRemove, onRemove, onAdd } = props;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {canRemove ? (
        <Button onClick={onRemove}>Remove</Button>
      ) : (
        <Button disabled disabledReason="Tick the policies to remove.">
          Remove
        </Button>
      )}
      <ButtonDropdown
        expandToViewport
        items={[
          { id: 'attach', text: 'Attach policies' },
          { id: 'inline', text: 'Create inline policy' },
        ]}
        onItemClick={({ detail }) => onAdd(detail.id === 'attach' ? 'attach' : 'inline')}
      >
        Add permissions
      </ButtonDropdown>
    </SpaceBetween>
  );
}

/** Detaches managed policies and deletes inline ones, one call each, until one fails. */
function removeAll(desk: Desk, role: Role, policies: readonly StoredPolicy[]) {
  const removed: string[] = [];
  for (const policy of policies) {
    const outcome = desk.onCall(removeCall(role, policy));
    removed.push(policy.name);
    desk.tell(outcome, `Removed from ${role.name}: ${removed.join(', ')}.`);
    if (!outcome.ok) return;
  }
}

function removeCall(role: Role, { arn, name }: StoredPolicy) {
  return arn === undefined
    ? ({ action: 'iam:DeleteRolePolicy', roleName: role.name, policyName: name } as const)
    : ({ action: 'iam:DetachRolePolicy', roleName: role.name, policyArn: arn } as const);
}
