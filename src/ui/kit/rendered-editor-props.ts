import { type AwsRefusal } from '#policy';
import { type PolicyEditorProps } from './policy-editor-props.ts';

/** What a page gives when it wants a policy editor drawn, together with what AWS would answer to saving the text. */
export interface RenderedEditorProps extends PolicyEditorProps {
  readonly refusal: AwsRefusal | undefined;
}
