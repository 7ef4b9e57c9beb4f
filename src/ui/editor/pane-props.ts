import { type RefObject } from 'react';
import { type FindingWords, type Span } from '#policy';
import { type PolicyEditorProps } from '../kit/policy-editor-props.ts';

/** One wish to go to a place: a new object each time, so that the same place can be asked for twice. */
export interface Jump {
  readonly to: Span;
}

/** What the two editors take beside the text: how the frame around them drives them. */
export interface PaneProps extends PolicyEditorProps {
  /** Monaco: what is said of findings; `undefined` while the words are under way. */
  readonly words?: FindingWords | undefined;
  readonly jump?: Jump | undefined;
  /** Plain editor: where the caret stands, `undefined` when it has left. */
  readonly onCaret?: ((offset: number | undefined) => void) | undefined;
  /** Monaco: where the caret stood in the plain editor that stood in while Monaco loaded. */
  readonly caret?: RefObject<number | undefined> | undefined;
}
