import { useState } from 'react';
import { type ReadResult } from '#policy';
import { type Outcome } from '#world';
import ConsolePage from './console-page.tsx';
import { type ConsolePageProps, type RoleTab } from './console-props.ts';
import { exampleWorld, roleArn } from './example-world.ts';

const done: Outcome = { ok: true, result: {} };

/** Stands in for the policy language: what is not JSON is refused. */
function exampleReading(text: string): ReadResult {
  const refused: ReadResult = {
    document: undefined,
    draft: undefined,
    diagnostics: [],
    refusal: {
      code: 'MalformedPolicyDocument',
      status: 400,
      message: 'This policy contains invalid Json',
    },
  };
  try {
    JSON.parse(text);
  } catch {
    return refused;
  }
  const at = { start: 0, end: text.length };
  return {
    document: { kind: 'identity', at, version: '2012-10-17', statements: [] },
    diagnostics: [],
    refusal: undefined,
  };
}

/** The page with a memory for drafts and tabs, and an editor as simple as can be. */
export function ConsoleExample(props: Partial<ConsolePageProps>) {
  const [tab, setTab] = useState<RoleTab>(props.tab ?? 'permissions');
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  return (
    <ConsolePage
      world={exampleWorld}
      place={`role:${roleArn}`}
      theme="light"
      onTab={setTab}
      drafts={drafts}
      onDraft={(ref, text) => setDrafts((known) => ({ ...known, [ref]: text }))}
      onDiscard={(ref) =>
        setDrafts((known) =>
          Object.fromEntries(Object.entries(known).filter(([key]) => key !== ref)),
        )
      }
      onSave={() => done}
      onCall={() => done}
      reading={(_ref, text) => exampleReading(text)}
      lightsOf={() => []}
      litRef={undefined}
      renderEditor={({ label, text, readOnly, onChange, refusal }) => (
        <>
          <textarea
            aria-label={label}
            value={text}
            readOnly={readOnly}
            onChange={(event) => onChange(event.target.value)}
          />
          {refusal !== undefined && <p>{refusal.message}</p>}
        </>
      )}
      {...props}
      tab={tab}
    />
  );
}
