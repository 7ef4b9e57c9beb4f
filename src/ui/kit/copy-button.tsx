import { useState } from 'react';
import './copy-button.css';
import './plain-button.css';

type Copying = 'not yet' | 'copied' | 'by hand';

/** Copies a text. Where the browser does not let a page copy, it hands the text over, selected. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [copying, setCopying] = useState<Copying>('not yet');
  const copy = () =>
    void writeToClipboard(text).then((written) => setCopying(written ? 'copied' : 'by hand'));
  return (
    <div className="copy">
      <button type="button" className="plain-button" onClick={copy}>
        {label}
      </button>
      <span className="copy-said" role="status">
        {copying === 'copied' ? 'Copied' : ''}
      </span>
      {copying === 'by hand' && <TextToCopy text={text} />}
    </div>
  );
}

function TextToCopy({ text }: { text: string }) {
  return (
    <label className="copy-by-hand">
      The browser does not let this page copy. The text is selected: press Ctrl+C (⌘C on a Mac).
      <textarea readOnly rows={4} value={text} ref={selectAll} />
    </label>
  );
}

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus();
  area?.select();
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or the page has no clipboard at all (an insecure origin, an old browser).
    return false;
  }
}
