import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { type Tags } from '#world';

/** Tags, to be read. */
export function TagsTable({ tags, of }: { readonly tags: Tags; readonly of: string }) {
  const items = Object.entries(tags).map(([key, value]) => ({ key, value }));
  return (
    <Table
      header={
        <Header variant="h3" counter={`(${items.length})`}>
          Tags
        </Header>
      }
      items={items}
      trackBy="key"
      ariaLabels={{ tableLabel: `Tags of the ${of}` }}
      columnDefinitions={[
        { id: 'key', header: 'Key', cell: ({ key }) => key, isRowHeader: true },
        { id: 'value', header: 'Value', cell: ({ value }) => value },
      ]}
      empty={<Box color="text-body-secondary">This {of} has no tags.</Box>}
    />
  );
}
