/** What of Monaco we load, and what it needs before the first editor. */
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/wordOperations/register';
import { registerPolicyLanguage } from './policy-language.ts';
import { startEditorWorker } from './trusted-worker.ts';

/** Call it before the first editor; more calls do no harm. */
export function setUpMonaco(): void {
  globalThis.MonacoEnvironment ??= { getWorker: startEditorWorker };
  registerPolicyLanguage();
}
