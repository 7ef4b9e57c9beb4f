import { type SubmitEvent, useId, useState } from 'react';
import { type AwsAction, type AwsCall, type CredentialsChoice, type Outcome } from '#world';
import { VerdictBadge } from '../kit/verdict-badge.tsx';
import { callFields, callOf, type Field, isAction } from './call-fields.ts';
import { Choice } from './choice.tsx';
import '../kit/button.css';
import './sandbox.css';

/** Somebody who can call, and the credentials to call with. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly credentials: readonly { readonly id: string; readonly title: string }[];
}

export interface CallFormProps {
  readonly callers: readonly Caller[];
  /** What fields start with: the names of the things that are there. */
  readonly examples: Readonly<Record<string, string>>;
  readonly onCall: (by: string, choice: CredentialsChoice, call: AwsCall) => Outcome | undefined;
  readonly choiceOf: (credentials: string) => CredentialsChoice;
}

/** Any person makes any call, with any credentials that the person holds. */
export function CallForm({ callers, examples, onCall, choiceOf }: CallFormProps) {
  const [by, setBy] = useState(callers[0]?.id ?? '');
  const [credentials, setCredentials] = useState('');
  const [action, setAction] = useState<AwsAction>('sts:AssumeRole');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [answer, setAnswer] = useState<Outcome | undefined>(undefined);
  const caller = callers.find((c) => c.id === by) ?? callers[0];
  const held = caller?.credentials ?? [];
  const chosen = held.find((c) => c.id === credentials) ?? held[0];
  const fields = callFields[action];
  const values = Object.fromEntries(
    fields.map((f) => [f.name, typed[f.name] ?? initial(f, examples, caller?.id ?? '')]),
  );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setAnswer(onCall(caller?.id ?? '', choiceOf(chosen?.id ?? ''), callOf(action, values)));
  };
  return (
    <form className="call-form" onSubmit={send}>
      <Choice
        label="Who"
        value={caller?.id ?? ''}
        onChange={setBy}
        options={callers.map((c) => ({ id: c.id, title: c.name }))}
      />
      <Choice
        label="Signs with"
        value={chosen?.id ?? ''}
        onChange={setCredentials}
        options={held.length > 0 ? held : [{ id: '', title: 'nothing: an unsigned request' }]}
      />
      <Choice
        label="Action"
        value={action}
        onChange={(name) => isAction(name) && setAction(name)}
        options={Object.keys(callFields).map((name) => ({ id: name, title: name }))}
      />
      {fields.map((field) => (
        <FieldRow
          key={`${action} ${field.name}`}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      <button className="button button-main">Send the request</button>
      <div role="status">{answer && <Answer outcome={answer} />}</div>
    </form>
  );
}

/** As much as a stored call may hold: a longer one would be lost, with the whole run, on a reload. */
const longest = { name: 2048, document: 131_072 } as const;

const initial = (
  field: Field,
  examples: Readonly<Record<string, string>>,
  person: string,
): string => (field.name === 'roleSessionName' ? person : (examples[field.name] ?? ''));

interface FieldRowProps {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FieldRow({ field, value, onChange }: FieldRowProps) {
  const id = useId();
  const shared = {
    id,
    value,
    spellCheck: false,
    required: !field.optional,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="call-field">
      <label htmlFor={id}>
        {field.title}
        {field.optional && <span className="call-optional"> (optional)</span>}
      </label>
      {field.type === 'document' ? (
        <textarea rows={8} maxLength={longest.document} {...shared} />
      ) : (
        <input
          type={field.type === 'seconds' ? 'number' : 'text'}
          maxLength={longest.name}
          {...shared}
        />
      )}
    </div>
  );
}

function Answer({ outcome }: { outcome: Outcome }) {
  return (
    <div className="call-answer">
      <VerdictBadge tone={outcome.ok ? 'allowed' : 'denied'}>
        {outcome.ok ? 'allowed' : outcome.error.code}
      </VerdictBadge>
      <pre>{outcome.ok ? JSON.stringify(outcome.result, null, 2) : outcome.error.message}</pre>
    </div>
  );
}
