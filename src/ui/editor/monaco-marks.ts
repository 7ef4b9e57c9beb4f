import { type editor, MarkerSeverity } from 'monaco-editor/editor';
import { type Diagnostic, type FindingSaid, type Severity, type Span } from '#policy';
import { type Light } from '../kit/policy-editor-props.ts';
import { lightWords } from './light-words.ts';
import { linesOf, placeOf } from './place-in-text.ts';

const markerSeverities: Record<Severity, MarkerSeverity> = {
  error: MarkerSeverity.Error,
  'security-warning': MarkerSeverity.Warning,
  warning: MarkerSeverity.Warning,
  suggestion: MarkerSeverity.Info,
};

const severityWords: Record<Severity, string> = {
  error: 'Error',
  'security-warning': 'Security',
  warning: 'Warning',
  suggestion: 'Suggestion',
};

/** A finding as a squiggle; its hover says what is wrong and what to do. */
export function markerOf(
  text: string,
  found: Diagnostic,
  { message, fix }: FindingSaid,
): editor.IMarkerData {
  return {
    ...rangeOf(text, found.at),
    severity: markerSeverities[found.severity],
    source: severityWords[found.severity],
    message: fix === undefined ? message : `${message}\n→ ${fix}`,
  };
}

/** A light: its lines tinted, and its shape in the margin beside the first of them. */
export function decorationsOf(text: string, light: Light): editor.IModelDeltaDecoration[] {
  const { first, last } = linesOf(text, light.at);
  const { words } = lightWords[light.tone];
  return [
    {
      range: lineRange(first, last),
      options: {
        isWholeLine: true,
        className: `policy-light light-${light.tone}`,
        marginClassName: `policy-light light-${light.tone}`,
      },
    },
    {
      range: lineRange(first, first),
      options: {
        glyphMarginClassName: `policy-light-shape light-shape-${light.tone}`,
        glyphMarginHoverMessage: { value: `This ${words}.` },
      },
    },
  ];
}

export function rangeOf(text: string, at: Span) {
  const from = placeOf(text, at.start);
  const to = placeOf(text, Math.max(at.end, at.start));
  return {
    startLineNumber: from.line,
    startColumn: from.column,
    endLineNumber: to.line,
    endColumn: to.column,
  };
}

function lineRange(first: number, last: number) {
  return { startLineNumber: first, startColumn: 1, endLineNumber: last, endColumn: 1 };
}
