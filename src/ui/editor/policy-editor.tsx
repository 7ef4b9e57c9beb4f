import './policy-editor.css';
import { lazy, Suspense, useCallback, useRef, useState, useSyncExternalStore } from 'react';
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
  const usesPlain = plain || tooSmall;

  return (
    <div className="policy-editor">
      {usesPlain ? <PlainEditor {...pane} jump={jump} /> : <LazyMonaco {...pane} jump={jump} />}
      <FindingsList
        text={props.text}
        diagnostics={props.diagnostics}
        refusal={refusal}
        words={words}
        onGoTo={(to) => setJump({ to })}
      />
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
