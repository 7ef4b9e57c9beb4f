import Header from '@cloudscape-design/components/header';
import { type Table } from '#world';
import { EntryTable } from './entry-table.tsx';

/** A DynamoDB table and its items. */
export function TablePage({ table }: { readonly table: Table }) {
  return (
    <>
      <Header variant="h2" description={table.arn}>
        <span translate="no">{table.name}</span>
      </Header>
      <EntryTable
        title="Items"
        label={`Items in ${table.name}`}
        keyHeader="Key"
        valueHeader="Item"
        entries={table.items}
        empty="The table has no items."
      />
    </>
  );
}
