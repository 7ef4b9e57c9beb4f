import { Fragment } from 'react';

/** An ARN or another long name in code, which breaks after its colons and slashes. */
export function Arn({ children }: { children: string }) {
  return (
    <code translate="no">
      {children.split(/(?<=[:/])/).map((part, position) => (
        <Fragment key={position}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}
