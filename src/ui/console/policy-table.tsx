import Checkbox from '@cloudscape-design/components/checkbox';
import Icon from '@cloudscape-design/components/icon';
import { Fragment, type ReactNode, useId } from 'react';
import { type StoredPolicy } from '#world';

export interface PolicyTableProps {
  readonly caption: string;
  readonly policies: readonly StoredPolicy[];
  readonly openRefs: ReadonlySet<string>;
  readonly onToggle: (ref: string) => void;
  /** `undefined`: rows cannot be picked. */
  readonly picking: Picking | undefined;
  readonly mark: (policy: StoredPolicy) => ReactNode;
  readonly text: (policy: StoredPolicy) => ReactNode;
}

interface Picking {
  readonly picked: ReadonlySet<string>;
  readonly onPick: (ref: string, picked: boolean) => void;
}

/** Policies as the console lists them: each row opens onto its text. Cloudscape's table has no such rows. */
export function PolicyTable(props: PolicyTableProps) {
  return (
    <table className="policy-table" aria-label={props.caption}>
      <thead>
        <tr>
          {props.picking !== undefined && <td />}
          <th scope="col">Policy name</th>
          <th scope="col">Type</th>
        </tr>
      </thead>
      <tbody>
        {props.policies.map((policy) => (
          <PolicyRow key={policy.ref} policy={policy} table={props} />
        ))}
      </tbody>
    </table>
  );
}

function PolicyRow(props: { readonly policy: StoredPolicy; readonly table: PolicyTableProps }) {
  const { policy, table } = props;
  const { picking } = table;
  const textId = useId();
  const open = table.openRefs.has(policy.ref);
  return (
    <Fragment>
      <tr className={open ? 'policy-row-open' : undefined}>
        {picking !== undefined && (
          <td className="policy-pick">
            <Checkbox
              checked={picking.picked.has(policy.ref)}
              onChange={({ detail }) => picking.onPick(policy.ref, detail.checked)}
              ariaLabel={`Select ${policy.name}`}
            />
          </td>
        )}
        <th scope="row">
          <button
            type="button"
            className="policy-toggle"
            aria-expanded={open}
            aria-controls={open ? textId : undefined}
            onClick={() => table.onToggle(policy.ref)}
          >
            <Icon name={open ? 'caret-down-filled' : 'caret-right-filled'} />
            <span translate="no">{policy.name}</span>
          </button>
          {table.mark(policy)}
        </th>
        <td>{policy.type}</td>
      </tr>
      {open && (
        <tr id={textId} className="policy-row-text">
          <td colSpan={picking === undefined ? 2 : 3}>{table.text(policy)}</td>
        </tr>
      )}
    </Fragment>
  );
}
