import { type Diagnostic, type Span } from '#policy';

/** What every policy editor takes, the Monaco one and the plain text area alike. */
export interface PolicyEditorProps {
  /** Names the editor for assistive technology, and its model: one per policy. */
  readonly label: string;
  /** The world's name of the policy; a change of it shows another text with an undo history of its own. */
  readonly policyRef: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Places to light: the statements that decided. `tone` says how. */
  readonly lights: readonly Light[];
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
  /** Ctrl+S / Cmd+S inside the editor. */
  readonly onSave: () => void;
}

export interface Light {
  readonly at: Span;
  readonly tone: 'allows' | 'denies' | 'silent';
}
