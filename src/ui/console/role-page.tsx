import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useEffect, useEffectEvent } from 'react';
import { type Account, permissionPoliciesOf, type Role, trustPolicyOf, type World } from '#world';
import { sayDistance, sayLength } from '../kit/instant.ts';
import { type Desk, type RoleTab, roleTabs } from './console-props.ts';
import { showInstant } from './console-words.ts';
import { LastAccessedTab } from './last-accessed-tab.tsx';
import { PermissionsTab } from './permissions-tab.tsx';
import { RevokeTab } from './revoke-tab.tsx';
import { TagsTable } from './tags-table.tsx';
import { TrustTab } from './trust-tab.tsx';

interface Props {
  readonly desk: Desk;
  readonly account: Account;
  readonly role: Role;
}

/** A role as the IAM console of 2026 shows it. */
export function RolePage({ desk, account, role }: Props) {
  useLitTab(desk, account, role);
  return (
    <>
      <Header variant="h2" description={role.description}>
        <span translate="no">{role.name}</span>
      </Header>
      <Summary world={desk.world} role={role} />
      <Tabs
        ariaLabel={`The role ${role.name}`}
        activeTabId={desk.tab}
        onChange={({ detail }) => {
          const tab = roleTabs.find((id) => id === detail.activeTabId);
          if (tab !== undefined) desk.onTab(tab);
        }}
        tabs={roleTabs.map((id) => ({
          id,
          label: tabLabel(id, role),
          content: <TabContent tab={id} desk={desk} account={account} role={role} />,
        }))}
        i18nStrings={{ scrollLeftAriaLabel: 'Earlier tabs', scrollRightAriaLabel: 'Later tabs' }}
      />
    </>
  );
}

function Summary({ world, role }: { readonly world: World; readonly role: Role }) {
  return (
    <Container header={<Header variant="h3">Summary</Header>}>
      <SpaceBetween size="s">
        <KeyValuePairs
          columns={1}
          items={[
            {
              label: 'ARN',
              value: (
                <span translate="no">
                  <CopyToClipboard
                    variant="inline"
                    textToCopy={role.arn}
                    copyButtonAriaLabel="Copy the ARN"
                    copySuccessText="ARN copied"
                    copyErrorText="The ARN could not be copied"
                  />
                </span>
              ),
            },
          ]}
        />
        <KeyValuePairs
          columns={3}
          minColumnWidth={100}
          items={[
            { label: 'Created', value: showInstant(role.createdAt) },
            {
              label: 'Last activity',
              value: role.lastUsed === undefined ? '-' : sayDistance(world.now, role.lastUsed),
            },
            {
              label: 'Maximum session',
              value: sayLength(role.maxSessionDuration * 1000),
            },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

function tabLabel(tab: RoleTab, role: Role): string {
  switch (tab) {
    case 'permissions':
      return 'Permissions';
    case 'trust':
      return 'Trust relationships';
    case 'tags': {
      const count = Object.keys(role.tags).length;
      return count > 0 ? `Tags (${count})` : 'Tags';
    }
    case 'last-accessed':
      return 'Last Accessed';
    case 'revoke':
      return 'Revoke sessions';
  }
}

function TabContent({ tab, ...props }: Props & { readonly tab: RoleTab }) {
  switch (tab) {
    case 'permissions':
      return <PermissionsTab {...props} />;
    case 'trust':
      return <TrustTab {...props} />;
    case 'tags':
      return <TagsTable tags={props.role.tags} of="role" />;
    case 'last-accessed':
      return <LastAccessedTab {...props} />;
    case 'revoke':
      return <RevokeTab desk={props.desk} role={props.role} />;
  }
}

/** Opens the tab with the policy that decided, once each time that another one decided. */
function useLitTab(desk: Desk, account: Account, role: Role) {
  const { litRef } = desk;
  const openLitTab = useEffectEvent(() => {
    const tab = tabOf(litRef, account, role);
    if (tab !== undefined && tab !== desk.tab) desk.onTab(tab);
  });
  useEffect(() => openLitTab(), [litRef]);
}

function tabOf(ref: string | undefined, account: Account, role: Role): RoleTab | undefined {
  if (ref === trustPolicyOf(account, role).ref) return 'trust';
  const permits = permissionPoliciesOf(account, role).some((policy) => policy.ref === ref);
  return permits ? 'permissions' : undefined;
}
