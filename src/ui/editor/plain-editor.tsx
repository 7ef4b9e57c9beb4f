import './plain-editor.css';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { type Light } from '../kit/policy-editor-props.ts';
import { lightWords } from './light-words.ts';
import { type Jump, type PaneProps } from './pane-props.ts';
import { countLines, linesOf } from './place-in-text.ts';

/** The policy as a plain text area: for touch, narrow screens, screen readers, and while Monaco is under way. */
export function PlainEditor(props: PaneProps) {
  const { label, policyRef, text, lights, readOnly, jump, onCaret } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const lightsId = useId();
  const done = useRef<Jump>(undefined);
  useEffect(() => {
    if (jump === undefined || jump === done.current || area.current === null) return;
    done.current = jump;
    area.current.focus();
    area.current.setSelectionRange(jump.to.start, jump.to.end);
    const twoLinesAbove = (linesOf(text, jump.to).first - 3) * lineHeight;
    if (frame.current !== null) frame.current.scrollTop = Math.max(0, twoLinesAbove);
  }, [text, jump]);

  return (
    <div className="plain-editor">
      <div className="plain-editor-frame" ref={frame}>
        <LineNumbers count={countLines(text)} />
        <div className="plain-editor-text">
          {lights.map((light, index) => (
            <LightBand key={index} text={text} light={light} />
          ))}
          <textarea
            key={policyRef}
            ref={area}
            aria-label={label}
            aria-describedby={lights.length > 0 ? lightsId : undefined}
            value={text}
            rows={countLines(text)}
            wrap="off"
            readOnly={readOnly}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            translate="no"
            onChange={(event) => props.onChange(event.target.value)}
            onSelect={(event) => onCaret?.(event.currentTarget.selectionStart)}
            onFocus={(event) => onCaret?.(event.currentTarget.selectionStart)}
            onBlur={() => onCaret?.(undefined)}
            onKeyDown={(event) => saveOnCtrlS(event, props.onSave)}
          />
        </div>
      </div>
      {lights.length > 0 && <LightWords id={lightsId} text={text} lights={lights} />}
    </div>
  );
}

/** In rem-free numbers, because bands are placed by line. */
const lineHeight = 20;

function LineNumbers({ count }: { readonly count: number }) {
  return (
    <pre className="plain-editor-numbers" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => `${index + 1}\n`)}
    </pre>
  );
}

function LightBand({ text, light }: { readonly text: string; readonly light: Light }) {
  const { first, last } = linesOf(text, light.at);
  const style: CSSProperties = {
    top: (first - 1) * lineHeight,
    height: (last - first + 1) * lineHeight,
  };
  return <div className={`plain-editor-band light-${light.tone}`} style={style} />;
}

function LightWords(props: {
  readonly id: string;
  readonly text: string;
  readonly lights: readonly Light[];
}) {
  return (
    <ul className="plain-editor-lights" id={props.id}>
      {props.lights.map((light, index) => {
        const { first, last } = linesOf(props.text, light.at);
        const where = first === last ? `Line ${first}` : `Lines ${first}–${last}`;
        return (
          <li key={index} className={`light-word-${light.tone}`}>
            <span aria-hidden="true">{lightWords[light.tone].shape} </span>
            {`${where} ${lightWords[light.tone].words}`}
          </li>
        );
      })}
    </ul>
  );
}

function saveOnCtrlS(event: KeyboardEvent, onSave: () => void) {
  if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  onSave();
}
