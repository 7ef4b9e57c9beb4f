import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';

/** What a bucket or a table holds, key by key. */
export function EntryTable(props: {
  readonly title: string;
  readonly label: string;
  readonly keyHeader: string;
  readonly valueHeader: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly empty: string;
}) {
  const items = Object.entries(props.entries).map(([key, value]) => ({ key, value }));
  return (
    <Table
      header={
        <Header variant="h3" counter={`(${items.length})`}>
          {props.title}
        </Header>
      }
      items={items}
      trackBy="key"
      wrapLines
      ariaLabels={{ tableLabel: props.label }}
      columnDefinitions={[
        {
          id: 'key',
          header: props.keyHeader,
          isRowHeader: true,
          cell: ({ key }) => <span translate="no">{key}</span>,
        },
        {
          id: 'value',
          header: props.valueHeader,
          cell: ({ value }) => (
            <code className="console-value" translate="no">
              {value}
            </code>
          ),
        },
      ]}
      empty={<Box color="text-body-secondary">{props.empty}</Box>}
    />
  );
}
