import { useState } from 'react';
import { Choice } from './choice.tsx';
import '../kit/button.css';
import './sandbox.css';

/** What can be leaked, and what lies in the open. */
export interface DeedsFormProps {
  readonly holdings: readonly {
    readonly by: string;
    readonly id: string;
    readonly title: string;
  }[];
  readonly published: readonly { readonly id: string; readonly title: string }[];
  readonly takers: readonly { readonly id: string; readonly name: string }[];
  readonly onWait: (seconds: number) => void;
  readonly onLeak: (by: string, credentials: string) => void;
  readonly onCopy: (by: string, credentials: string) => void;
}

const waits = [
  { seconds: 60, title: '1 minute' },
  { seconds: 900, title: '15 minutes' },
  { seconds: 3600, title: '1 hour' },
];

/** What happens outside AWS: time passes, credentials get out, somebody copies them. */
export function DeedsForm(props: DeedsFormProps) {
  const { holdings, published, takers, onWait, onLeak, onCopy } = props;
  const [leaked, setLeaked] = useState('');
  const [copied, setCopied] = useState('');
  const [taker, setTaker] = useState('');
  const toLeak = holdings.find((h) => `${h.by} ${h.id}` === leaked) ?? holdings[0];
  const toCopy = published.find((p) => p.id === copied) ?? published[0];
  const by = takers.find((t) => t.id === taker) ?? takers.at(-1);
  return (
    <div className="deeds">
      <div className="deeds-row" role="group" aria-label="Let time pass">
        {waits.map(({ seconds, title }) => (
          <button key={seconds} type="button" className="button" onClick={() => onWait(seconds)}>
            Wait {title}
          </button>
        ))}
      </div>
      {toLeak && (
        <div className="deeds-row">
          <Choice
            label="Credentials"
            value={`${toLeak.by} ${toLeak.id}`}
            onChange={setLeaked}
            options={holdings.map((h) => ({ id: `${h.by} ${h.id}`, title: h.title }))}
          />
          <button type="button" className="button" onClick={() => onLeak(toLeak.by, toLeak.id)}>
            Commit to a public repository
          </button>
        </div>
      )}
      {toCopy && by && (
        <div className="deeds-row">
          <Choice
            label="Who copies"
            value={by.id}
            onChange={setTaker}
            options={takers.map((t) => ({ id: t.id, title: t.name }))}
          />
          <Choice
            label="Published credentials"
            value={toCopy.id}
            onChange={setCopied}
            options={published}
          />
          <button type="button" className="button" onClick={() => onCopy(by.id, toCopy.id)}>
            Copy them
          </button>
        </div>
      )}
    </div>
  );
}
