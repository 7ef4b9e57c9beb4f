import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { type Account, permissionPoliciesOf, type Role, type SimTime } from '#world';
import { sayDistance } from '../kit/instant.ts';
import { allowedServices } from './allowed-services.ts';
import { type Desk } from './console-props.ts';
import { serviceName, showInstant } from './console-words.ts';

interface Row {
  readonly prefix: string;
  readonly policies: readonly string[];
  readonly at: SimTime | undefined;
}

/** Which services the role's policies allow, and when its sessions last called them. */
export function LastAccessedTab(props: {
  readonly desk: Desk;
  readonly account: Account;
  readonly role: Role;
}) {
  const { desk, role } = props;
  const rows = rowsOf(props);
  return (
    <Table
      header={
        <Header
          variant="h3"
          counter={`(${rows.length})`}
          description="When a session of this role last called each service. The real report can lag by up to four hours."
        >
          Allowed services
        </Header>
      }
      items={rows}
      trackBy="prefix"
      wrapLines
      ariaLabels={{ tableLabel: `Services that ${role.name} may call` }}
      columnDefinitions={[
        {
          id: 'service',
          header: 'Service',
          isRowHeader: true,
          cell: ({ prefix }) => (prefix === '*' ? 'All services' : serviceName(prefix)),
        },
        {
          id: 'policies',
          header: 'Policies granting permissions',
          cell: ({ policies }) => (
            <span className="console-wrap" translate="no">
              {policies.length > 0 ? policies.join(', ') : 'None now'}
            </span>
          ),
        },
        {
          id: 'at',
          header: 'Last accessed',
          minWidth: 150,
          cell: ({ at }) => lastAccess(desk.world.now, at),
        },
      ]}
      empty={<Box color="text-body-secondary">The policies of this role allow no service.</Box>}
    />
  );
}

function rowsOf({ desk, account, role }: Parameters<typeof LastAccessedTab>[0]): readonly Row[] {
  const allowed = allowedServices(permissionPoliciesOf(account, role), ({ ref, text, kind }) =>
    desk.reading(ref, text, kind),
  );
  const called = Object.keys(role.lastAccessed)
    .filter((prefix) => allowed.every((service) => service.prefix !== prefix))
    .map((prefix) => ({ prefix, policies: [] }));
  return [...allowed, ...called].map((service) => ({
    ...service,
    at: service.prefix === '*' ? newest(role) : role.lastAccessed[service.prefix],
  }));
}

function newest(role: Role): SimTime | undefined {
  return Object.values(role.lastAccessed).sort((a, b) => b - a)[0];
}

function lastAccess(now: SimTime, at: SimTime | undefined) {
  if (at === undefined) return 'Not accessed in the tracking period';
  return <span title={showInstant(at)}>{sayDistance(now, at)}</span>;
}
