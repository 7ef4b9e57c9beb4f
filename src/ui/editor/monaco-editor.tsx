import './monaco-editor.css';
import { editor, KeyCode } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { decorationsOf, markerOf, rangeOf } from './monaco-marks.ts';
import { bringTo, modelOf } from './monaco-models.ts';
import { setUpMonaco } from './monaco-setup.ts';
import { followPageTheme } from './monaco-theme.ts';
import { type PaneProps } from './pane-props.ts';

type Editor = editor.IStandaloneCodeEditor;

/** The policy in Monaco. Imported only when the first editor opens: it is large. */
export default function MonacoPolicyEditor(props: PaneProps) {
  const host = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState<Editor>();

  useEffect(() => {
    if (host.current === null) return undefined;
    const made = createEditor(host.current);
    const stopFollowing = followPageTheme();
    setPane(made);
    return () => {
      setPane(undefined);
      stopFollowing();
      made.setModel(null); // the model lives on, with its undo history
      made.dispose();
    };
  }, []);

  useText(pane, props);
  useKeys(pane, props);
  useMarks(pane, props);
  useJump(pane, props);
  return (
    <div className="monaco-pane">
      <div className="monaco-host" ref={host} />
      <p className="monaco-hint">
        <kbd>Tab</kbd> leaves · <kbd>Ctrl ]</kbd> indents · <kbd>Ctrl S</kbd> saves · <kbd>F8</kbd>{' '}
        next finding
      </p>
    </div>
  );
}

const lowest = 116;
const highest = 460;

function createEditor(host: HTMLDivElement): Editor {
  setUpMonaco();
  const made = editor.create(host, {
    model: null,
    automaticLayout: true,
    tabFocusMode: true,
    accessibilitySupport: 'auto',
    bracketPairColorization: { enabled: false },
    contextmenu: true,
    fixedOverflowWidgets: true,
    folding: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
    fontSize: 13,
    glyphMargin: true,
    lineHeight: 20,
    lineDecorationsWidth: 14,
    lineNumbersMinChars: 2,
    links: false,
    minimap: { enabled: false },
    occurrencesHighlight: 'off',
    overviewRulerLanes: 0,
    padding: { top: 8, bottom: 8 },
    quickSuggestions: false,
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false },
    smoothScrolling: false,
    stickyScroll: { enabled: false },
    wordWrap: 'on',
    wrappingIndent: 'indent',
  });
  const fit = () => {
    host.style.height = `${Math.min(highest, Math.max(lowest, made.getContentHeight()))}px`;
    made.layout();
  };
  made.onDidContentSizeChange(fit);
  return made;
}

/** Shows the policy's text, and tells what is typed but not what came from outside. */
function useText(pane: Editor | undefined, props: PaneProps) {
  const { policyRef, text, label, readOnly, caret } = props;
  const outside = useRef(false);
  /** What was typed and has not come back yet: somebody who types fast is ahead of the page. */
  const told = useRef<string[]>([]);
  const onChange = useEffectEvent((typed: string) => props.onChange(typed));
  const currentText = useEffectEvent(() => text);

  useEffect(() => {
    if (pane === undefined) return undefined;
    const model = modelOf(policyRef, currentText());
    pane.setModel(model);
    told.current = [];
    const listening = model.onDidChangeContent(() => {
      if (outside.current || pane.getModel() !== model) return;
      const typed = model.getValue();
      told.current.push(typed);
      onChange(typed);
    });
    return () => listening.dispose();
  }, [pane, policyRef]);

  useEffect(() => {
    const model = pane?.getModel();
    if (model === null || model === undefined) return;
    const comesBack = told.current.lastIndexOf(text);
    told.current.splice(0, comesBack + 1);
    if (comesBack >= 0) return;
    told.current = [];
    outside.current = true;
    bringTo(model, text);
    outside.current = false;
  }, [pane, policyRef, text]);

  useEffect(() => {
    pane?.updateOptions({
      ariaLabel: label,
      readOnly,
      readOnlyMessage: { value: 'This policy cannot be edited here.' },
    });
  }, [pane, label, readOnly]);

  useEffect(() => {
    const offset = caret?.current;
    const model = pane?.getModel();
    if (pane === undefined || model === null || model === undefined || offset === undefined) return;
    pane.focus();
    pane.setPosition(model.getPositionAt(offset));
  }, [pane, caret]);
}

function useKeys(pane: Editor | undefined, props: PaneProps) {
  const onSave = useEffectEvent(() => props.onSave());
  useEffect(() => {
    const listening = pane?.onKeyDown((event) => {
      if (event.keyCode !== KeyCode.KeyS || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      onSave();
    });
    return () => listening?.dispose();
  }, [pane]);
}

function useMarks(pane: Editor | undefined, props: PaneProps) {
  const { policyRef, text, diagnostics, lights, words } = props;
  useEffect(() => {
    const model = pane?.getModel();
    if (model === null || model === undefined || words === undefined) return;
    editor.setModelMarkers(
      model,
      'policy',
      diagnostics.map((found) => markerOf(text, found, words.say(found))),
    );
  }, [pane, policyRef, text, diagnostics, words]);

  useEffect(() => {
    const drawn = pane?.createDecorationsCollection(
      lights.flatMap((light) => decorationsOf(text, light)),
    );
    return () => drawn?.clear();
  }, [pane, policyRef, text, lights]);

  const firstLight = useEffectEvent(() => {
    const light = lights[0];
    return light === undefined ? undefined : rangeOf(text, light.at);
  });
  const lit = JSON.stringify(lights);
  useEffect(() => {
    const range = firstLight();
    // Whoever types is not carried away from the place.
    if (pane === undefined || range === undefined || pane.hasTextFocus()) return;
    pane.revealRangeNearTop(range, editor.ScrollType.Immediate);
  }, [pane, policyRef, lit]);
}

function useJump(pane: Editor | undefined, props: PaneProps) {
  const { jump } = props;
  const currentText = useEffectEvent(() => props.text);
  useEffect(() => {
    if (pane === undefined || jump === undefined) return;
    const range = rangeOf(currentText(), jump.to);
    pane.setSelection(range);
    pane.revealRangeInCenterIfOutsideViewport(range, editor.ScrollType.Immediate);
    pane.focus();
  }, [pane, jump]);
}
