import { useMemo } from 'react';
import { decisionAtCursor, useLab, worldAtCursor } from '#store';
import { type Outcome } from '#world';
import ConsolePage from '../../ui/console/console-page.tsx';
import { PolicyEditor } from '../../ui/editor/policy-editor.tsx';
import { type RenderedEditorProps } from '../../ui/kit/rendered-editor-props.ts';
import { lightsOf } from '../lights.ts';
import { readDraft } from '../read-draft.ts';
import { type Theme } from '../theme.ts';
import { useAdvice } from '../use-advice.ts';

const nothingToSave: Outcome = { ok: true, result: {} };

/** The console page at the cursor, with the policy editors in it. It is large, and loaded on need. */
export default function ConsoleDesk({ theme }: { theme: Theme }) {
  const world = useLab(worldAtCursor);
  const ruling = useLab(decisionAtCursor);
  const revealed = useLab((s) => s.revealed);
  const plain = useLab((s) => s.settings.plainEditor);
  const following = useLab((s) => s.following);
  const advise = useAdvice();
  const lab = useLab.getState();
  const lights = useMemo(() => lightsOf(ruling?.decision, revealed), [ruling, revealed]);
  const editor = (props: RenderedEditorProps) => (
    <PolicyEditor {...props} plain={plain} onPlain={(on) => lab.set({ plainEditor: on })} />
  );
  return (
    <ConsolePage
      world={world}
      place={useLab((s) => s.selected)}
      theme={theme}
      tab={useLab((s) => s.tab)}
      onTab={lab.openTab}
      drafts={useLab((s) => s.drafts)}
      onDraft={lab.draft}
      onDiscard={lab.discard}
      onSave={(ref) => lab.save(ref) ?? nothingToSave}
      onCall={(call) =>
        lab.act({ type: 'call', by: 'admin', with: { type: 'own' }, call }) ?? nothingToSave
      }
      reading={(ref, text, kind) => readDraft(world, ref, text, kind, advise)}
      lightsOf={(ref) => lights.get(ref) ?? []}
      litRef={following ? lights.keys().next().value : undefined}
      renderEditor={editor}
    />
  );
}
