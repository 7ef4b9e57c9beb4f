import { Fragment } from 'react';
import './prose.css';

/** Paragraphs with `code`, **strong** and *emphasised* words in them: text only, never HTML. */
export function Prose({ text }: { text: readonly string[] }) {
  return (
    <div className="prose">
      {text.map((paragraph, at) => (
        <p key={at}>
          <Inline text={paragraph} />
        </p>
      ))}
    </div>
  );
}

const marks = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/;

/** One line of the same. */
export function Inline({ text }: { text: string }) {
  return text.split(marks).map((part, at) => <Fragment key={at}>{inline(part)}</Fragment>);
}

function inline(part: string) {
  if (part.startsWith('`') && part.length > 2) return <code>{part.slice(1, -1)}</code>;
  if (part.startsWith('**') && part.length > 4) return <strong>{part.slice(2, -2)}</strong>;
  if (part.startsWith('*') && part.length > 2) return <em>{part.slice(1, -1)}</em>;
  return part;
}
