import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type Account, policyRefText, type Role } from '#world';
import { type Desk } from './console-props.ts';

const emptyPolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [],
      "Resource": []
    }
  ]
}`;

/** A new inline policy: its text is kept as a draft until it has a name and is created. */
export function InlinePolicyForm(props: {
  readonly desk: Desk;
  readonly account: Account;
  readonly role: Role;
  readonly onClose: () => void;
}) {
  const { desk, account, role, onClose } = props;
  const [name, setName] = useState('');
  const ref = policyRefText({
    type: 'inline',
    account: account.id,
    of: 'role',
    owner: role.name,
    name: '',
  });
  const text = desk.drafts[ref] ?? emptyPolicy;
  const { diagnostics, refusal } = desk.reading(ref, text, 'identity');
  const obstacle = obstacleTo(role, name, refusal?.code);
  const create = () => {
    if (obstacle !== undefined) return;
    const outcome = desk.onCall({
      action: 'iam:PutRolePolicy',
      roleName: role.name,
      policyName: name,
      policyDocument: text,
    });
    desk.tell(outcome, `Policy ${name} created.`);
    if (!outcome.ok) return;
    desk.onDiscard(ref);
    onClose();
  };
  return (
    <Container header={<Header variant="h3">Create inline policy</Header>}>
      <SpaceBetween size="m">
        <FormField
          label="Policy name"
          constraintText="Up to 128 letters, digits and +=,.@_- characters."
        >
          <Input
            value={name}
            onChange={({ detail }) => setName(detail.value)}
            disableBrowserAutocorrect
            spellcheck={false}
            autoComplete={false}
          />
        </FormField>
        {desk.renderEditor({
          label: 'Text of the new policy',
          policyRef: ref,
          text,
          diagnostics,
          lights: [],
          readOnly: false,
          onChange: (typed) => desk.onDraft(ref, typed),
          onSave: create,
          refusal,
        })}
        <div>
          <SpaceBetween direction="horizontal" size="xs">
            {obstacle === undefined ? (
              <Button variant="primary" onClick={create}>
                Create policy
              </Button>
            ) : (
              <Button variant="primary" disabled disabledReason={obstacle}>
                Create policy
              </Button>
            )}
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
          </SpaceBetween>
          {obstacle !== undefined && <p className="policy-draft-note">{obstacle}</p>}
        </div>
      </SpaceBetween>
    </Container>
  );
}

function obstacleTo(role: Role, name: string, refusal: string | undefined): string | undefined {
  if (name === '') return 'The policy needs a name.';
  if (!/^[\w+=,.@-]{1,128}$/.test(name)) return 'The name has characters that IAM does not allow.';
  if (Object.hasOwn(role.inline, name)) return `The role already has a policy named ${name}.`;
  return refusal === undefined ? undefined : `AWS would refuse this text with ${refusal}.`;
}
