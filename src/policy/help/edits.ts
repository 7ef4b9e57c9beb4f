import { type Span } from '../syntax/document.ts';
import { type JsonNode } from '../syntax/json-tree.ts';
import { type DiagnosticCode, type Facts } from '../validate/facts.ts';
import { type TextEdit } from './finding-said.ts';

/** The text that a finding is about. */
export interface Draft {
  readonly policy: string;
  /** `undefined` where the text is not JSON. */
  readonly root: JsonNode | undefined;
}

/** Makes the change for one code; `undefined` where it is not plain what was meant. */
type Edit<Code extends DiagnosticCode> = (
  draft: Draft,
  at: Span,
  facts: Facts[Code],
) => TextEdit | undefined;

/** The codes for which a mechanical change is known. */
export type Edits = { readonly [C in DiagnosticCode]?: Edit<C> };
