import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactNode, useEffect, useRef } from 'react';
import { type AwsRefusal, type PolicyKind } from '#policy';
import { type Desk } from './console-props.ts';

export interface DraftedPolicy {
  readonly ref: string;
  readonly name: string;
  readonly kind: PolicyKind;
  /** As saved; empty when there is none yet. */
  readonly text: string;
  readonly readOnly: boolean;
}

/** A policy's text with what the console has beneath it: save and discard, and why one cannot save. */
export function PolicyDraft(props: {
  readonly desk: Desk;
  readonly policy: DraftedPolicy;
  /** Names the editor for whoever does not see where it stands. */
  readonly label: string;
  readonly saveLabel: string;
  /** The words of the message when it is saved. */
  readonly done: string;
  readonly moreActions?: ReactNode;
}) {
  const { desk, policy, label } = props;
  const place = useBroughtIntoView(desk.litRef === policy.ref);
  const text = textOf(desk, policy);
  const { diagnostics, refusal } = desk.reading(policy.ref, text, policy.kind);
  const unsaved = isUnsaved(desk, policy);
  const obstacle = obstacleTo(unsaved, refusal);
  const save = () => {
    if (policy.readOnly || obstacle !== undefined) return;
    desk.tell(desk.onSave(policy.ref), props.done);
  };
  return (
    <div className="policy-draft" ref={place}>
      {desk.renderEditor({
        label,
        policyRef: policy.ref,
        text,
        diagnostics,
        // The lights are places in the text that decided, which is the saved one.
        lights: unsaved ? [] : desk.lightsOf(policy.ref),
        readOnly: policy.readOnly,
        onChange: (typed) => desk.onDraft(policy.ref, typed),
        onSave: save,
        refusal,
      })}
      {policy.readOnly ? (
        <p className="policy-draft-note">
          This policy is managed by AWS: it can be read, not edited.
        </p>
      ) : (
        <div className="policy-draft-actions">
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <SaveButton label={props.saveLabel} obstacle={obstacle} onSave={save} />
            <Button disabled={!unsaved} onClick={() => desk.onDiscard(policy.ref)}>
              Discard changes
            </Button>
            {props.moreActions}
            {unsaved && <UnsavedMark />}
          </SpaceBetween>
          {unsaved && obstacle !== undefined && <p className="policy-draft-note">{obstacle}</p>}
        </div>
      )}
    </div>
  );
}

/** The policy that decided is not to lie below the fold of its column. A page that scrolls as a whole stays put. */
function useBroughtIntoView(lit: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const columnScrolls = document.documentElement.scrollHeight <= window.innerHeight;
    if (lit && columnScrolls) place.current?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  return place;
}

function SaveButton(props: {
  readonly label: string;
  readonly obstacle: string | undefined;
  readonly onSave: () => void;
}) {
  const { label, obstacle, onSave } = props;
  return obstacle === undefined ? (
    <Button variant="primary" onClick={onSave}>
      {label}
    </Button>
  ) : (
    <Button variant="primary" disabled disabledReason={obstacle}>
      {label}
    </Button>
  );
}

export function UnsavedMark() {
  return <StatusIndicator type="pending">Unsaved changes</StatusIndicator>;
}

const textOf = (desk: Desk, policy: DraftedPolicy): string =>
  desk.drafts[policy.ref] ?? policy.text;

export const isUnsaved = (desk: Desk, policy: DraftedPolicy): boolean =>
  textOf(desk, policy) !== policy.text;

function obstacleTo(unsaved: boolean, refusal: AwsRefusal | undefined): string | undefined {
  if (!unsaved) return 'There is nothing to save: the text is as it was saved.';
  return refusal === undefined
    ? undefined
    : `AWS would refuse this text with ${refusal.code}; what it says stands under the editor.`;
}
