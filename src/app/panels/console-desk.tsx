import { useMemo } from 'react';
import { type PolicyKind, readPolicy, type ReadResult } from '#policy';
import { decisionAtCursor, useLab, worldAtCursor } from '#store';
import { type Outcome, principalExists, type World } from '#world';
import ConsolePage from '../../ui/console/console-page.tsx';
import { PolicyEditor } from '../../ui/editor/policy-editor.tsx';
import { type RenderedEditorProps } from '../../ui/kit/rendered-editor-props.ts';
import { lightsOf } from '../lights.ts';
import { type Theme } from '../theme.ts';

const nothingToSave: Outcome = { ok: true, result: {} };

/** The console page at the cursor, with the policy editors in it. It is large, and loaded on need. */
export default function ConsoleDesk({ theme }: { theme: Theme }) {
  const world = useLab(worldAtCursor);
  const ruling = useLab(decisionAtCursor);
  const revealed = useLab((s) => s.revealed);
  const plain = useLab((s) => s.settings.plainEditor);
  const following = useLab((s) => s.following);
  const lab = useLab.getState();
  const lights = useMemo(() => lightsOf(ruling?.decision, revealed), [ruling, revealed]);
  const reading = useReading(world);
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
      reading={reading}
      lightsOf={(ref) => lights.get(ref) ?? []}
      litRef={following ? lights.keys().next().value : undefined}
      renderEditor={editor}
    />
  );
}

/** Reads a policy's text as this world would save it; the last texts are remembered. */
function useReading(world: World): (ref: string, text: string, kind: PolicyKind) => ReadResult {
  const { accounts } = world;
  return useMemo(() => {
    const known = new Map<string, { text: string; result: ReadResult }>();
    return (ref, text, kind) => {
      const last = known.get(ref);
      if (last?.text === text) return last.result;
      const result = readPolicy(text, kind, {
        principalExists: (arn) => principalExists({ accounts }, arn),
      });
      known.set(ref, { text, result });
      return result;
    };
  }, [accounts]);
}
