import Box from '@cloudscape-design/components/box';

/** What was selected does not exist at this moment of the run. */
export function NothingHere({ what, name }: { readonly what: string; readonly name: string }) {
  return (
    <Box padding="l" color="text-body-secondary">
      There is no {what} <span translate="no">{name}</span> at this moment of the run.
    </Box>
  );
}
