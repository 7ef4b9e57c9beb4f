import { useState } from 'react';
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
          <label className="call-field">
            <span>Credentials</span>
            <select
              value={`${toLeak.by} ${toLeak.id}`}
              onChange={(event) => setLeaked(event.target.value)}
            >
              {holdings.map((h) => (
                <option key={`${h.by} ${h.id}`} value={`${h.by} ${h.id}`}>
                  {h.title}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="button" onClick={() => onLeak(toLeak.by, toLeak.id)}>
            Commit to a public repository
          </button>
        </div>
      )}
      {toCopy && by && (
        <div className="deeds-row">
          <label className="call-field">
            <span>Who copies</span>
            <select value={by.id} onChange={(event) => setTaker(event.target.value)}>
              {takers.map((t) => (
                <option key={t.id} value={t.id}>
                  {t.name}
                </option>
              ))}
            </select>
          </label>
          <label className="call-field">
            <span>Published credentials</span>
            <select value={toCopy.id} onChange={(event) => setCopied(event.target.value)}>
              {published.map((p) => (
                <option key={p.id} value={p.id}>
                  {p.title}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="button" onClick={() => onCopy(by.id, toCopy.id)}>
            Copy them
          </button>
        </div>
      )}
    </div>
  );
}
