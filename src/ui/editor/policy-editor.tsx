import './policy-editor.css';
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { applyEdit, type TextEdit } from '#policy';
import { type RenderedEditorProps } from '../kit/rendered-editor-props.ts';
import { FindingsList } from './findings-list.tsx';
import { type Jump, type PaneProps } from './pane-props.ts';
import { PlainEditor } from './plain-editor.tsx';
import { useFindingWords } from './use-finding-words.ts';

export interface PolicyEditorFrameProps extends RenderedEditorProps {
  /** The person's own wish for the plain text area; small and touched screens have it anyway. */
  readonly plain: boolean;
  /** Shows the switch "Plain text editor". */
  readonly onPlain?: ((plain: boolean) => void) | undefined;
}

/** Without a network, or when the large part does not come, the plain editor does everything needed. */
const MonacoPolicyEditor = lazy(() =>
  import('./monaco-editor.tsx').catch(() => ({ default: PlainEditor })),
);

const small = '(pointer: coarse), (max-width: 719.98px)';

/** A policy's text with its findings: in Monaco where that serves, in a plain text area where not. */
export function PolicyEditor(props: PolicyEditorFrameProps) {
  const { plain, onPlain, refusal, ...given } = props;
  const words = useFindingWords();
  const pane = { ...given, words };
  const tooSmall = useMedia(small);
  const [jump, setJump] = useState<Jump>();
  const [shown, setShown] = useState(props.policyRef);
  if (shown !== props.policyRef) {
    setShown(props.policyRef);
    setJump(undefined);
  }
  const mending = useMending(props);
  const usesPlain = plain || tooSmall;

  return (
    <div className="policy-editor">
      {usesPlain ? <PlainEditor {...pane} jump={jump} /> : <LazyMonaco {...pane} jump={jump} />}
      <FindingsList
        text={props.text}
        diagnostics={props.diagnostics}
        refusal={refusal}
        words={words}
        onEdit={props.readOnly ? undefined : mending.mend}
        onGoTo={(to) => setJump({ to })}
      />
      {mending.undo !== undefined && <Mended key={props.text} onUndo={mending.undo} />}
      {onPlain !== undefined && !tooSmall && (
        <label className="policy-editor-switch">
          <input
            type="checkbox"
            role="switch"
            checked={plain}
            onChange={(event) => onPlain(event.target.checked)}
          />
          Plain text editor
        </label>
      )}
    </div>
  );
}

/** The same text stands in a plain editor until Monaco is there; whoever has begun to type keeps the caret. */
function LazyMonaco(props: PaneProps) {
  const caret = useRef<number>(undefined);
  const noteCaret = (offset: number | undefined) => {
    caret.current = offset;
  };
  return (
    <Suspense fallback={<PlainEditor {...props} onCaret={noteCaret} />}>
      <MonacoPolicyEditor {...props} caret={caret} />
    </Suspense>
  );
}

/** Applies the changes that findings offer, and can take the last one back as long as nothing else was typed. */
function useMending({ policyRef, text, onChange }: PolicyEditorFrameProps) {
  const [last, setLast] = useState<{ policyRef: string; before: string; after: string }>();
  const mend = (edit: TextEdit) => {
    const after = applyEdit(text, edit);
    setLast({ policyRef, before: text, after });
    onChange(after);
  };
  const canUndo = last?.policyRef === policyRef && last.after === text;
  return { mend, undo: canUndo ? () => onChange(last.before) : undefined };
}

/** Takes the focus, which would be lost with the finding that has gone. */
function Mended({ onUndo }: { readonly onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <p className="policy-editor-mended">
      Fixed.{' '}
      <button type="button" ref={button} onClick={onUndo}>
        Undo the fix
      </button>
    </p>
  );
}

function useMedia(query: string): boolean {
  const listen = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(listen, () => window.matchMedia(query).matches);
}
