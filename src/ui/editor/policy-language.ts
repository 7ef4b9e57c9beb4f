import { format } from 'jsonc-parser';
import { languages } from 'monaco-editor/editor';
import { placeOf } from './place-in-text.ts';

export const policyLanguage = 'aws-policy';

/** Two spaces, as in AWS's documentation. */
const layout = { tabSize: 2, insertSpaces: true, eol: '\n' };

const tokens: languages.IMonarchLanguage = {
  tokenPostfix: '',
  brackets: [
    { open: '{', close: '}', token: 'delimiter.bracket' },
    { open: '[', close: ']', token: 'delimiter.array' },
  ],
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'policy-key'],
      [/"Allow"/, 'policy-allow'],
      [/"Deny"/, 'policy-deny'],
      [/"/, 'policy-text', '@text'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'policy-number'],
      [/\b(?:true|false|null)\b/, 'policy-number'],
      [/[{}[\]]/, '@brackets'],
      [/[,:]/, 'delimiter'],
    ],
    text: [
      [/\$\{[^}"]*\}/, 'policy-variable'],
      [/[*?]/, 'policy-wildcard'],
      [/\\./, 'policy-text'],
      [/"/, 'policy-text', '@pop'],
      // A string that is not closed ends with its line, or one quote would colour all the rest.
      [/[^"\\*?$]+$/, 'policy-text', '@pop'],
      [/[^"\\*?$]+/, 'policy-text'],
      [/.$/, 'policy-text', '@pop'],
      [/./, 'policy-text'],
    ],
  },
};

const configuration: languages.LanguageConfiguration = {
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['string'] },
    { open: '[', close: ']', notIn: ['string'] },
    { open: '"', close: '"', notIn: ['string'] },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
  ],
  indentationRules: {
    increaseIndentPattern: /^.*(?:\{[^}]*|\[[^\]]*)$/,
    decreaseIndentPattern: /^\s*[}\]],?\s*$/,
  },
};

let registered = false;

/** JSON as far as colours, brackets and layout go; what a policy means is read by the policy language itself. */
export function registerPolicyLanguage(): void {
  if (registered) return;
  registered = true;
  languages.register({ id: policyLanguage });
  languages.setMonarchTokensProvider(policyLanguage, tokens);
  languages.setLanguageConfiguration(policyLanguage, configuration);
  languages.registerDocumentFormattingEditProvider(policyLanguage, {
    provideDocumentFormattingEdits(model) {
      const text = model.getValue();
      return format(text, undefined, layout).map(({ offset, length, content }) => ({
        range: rangeIn(text, offset, offset + length),
        text: content,
      }));
    },
  });
}

function rangeIn(text: string, start: number, end: number) {
  const from = placeOf(text, start);
  const to = placeOf(text, end);
  return {
    startLineNumber: from.line,
    startColumn: from.column,
    endLineNumber: to.line,
    endColumn: to.column,
  };
}
