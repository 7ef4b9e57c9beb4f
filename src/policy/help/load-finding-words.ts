import { type AdviceOptions } from '../validate/advice/advice-options.ts';
import { type Diagnostic, type ReadResult } from '../validate/diagnostic.ts';
import { type FindingSaid, type TextEdit } from './finding-said.ts';

/** What is said of findings. */
export interface FindingWords {
  readonly say: (finding: Diagnostic) => FindingSaid;
  /**
   * The changes for the findings of this text: each makes its finding go away and leads to no new error.
   * `undefined` where it is not plain what was meant.
   */
  readonly editsIn: (policy: string) => (finding: Diagnostic) => TextEdit | undefined;
}

/** The words of findings, fetched when somebody first reads one: the first page does without. */
export async function loadFindingWords(): Promise<FindingWords> {
  const [{ sayFinding }, { editsIn }] = await Promise.all([
    import('./finding-words.ts'),
    import('./edits-in.ts'),
  ]);
  return { say: sayFinding, editsIn };
}

/** Finds in a policy what AWS saves and a reader should know about all the same. */
export type Advise = (reading: ReadResult, options?: AdviceOptions) => readonly Diagnostic[];

/** The advice on policies, fetched as the words are. */
export async function loadAdvice(): Promise<Advise> {
  const { advise } = await import('../validate/advice/advise.ts');
  return advise;
}
