import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import { closes, type BracketScan } from './bracket-scan.ts';
import { type Span } from './document.ts';

/** Why a text is not JSON, in the terms of someone who writes it by hand. */
export type JsonCause =
  | 'empty'
  | 'too-deep'
  | 'comment'
  | 'trailing-comma'
  | 'extra-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'colon-in-list'
  | 'missing-value'
  | 'missing-name'
  | 'unclosed-text'
  | 'unclosed-bracket'
  | 'wrong-bracket'
  | 'unquoted'
  | 'wrong-quote'
  | 'bad-number'
  | 'bad-escape'
  | 'control-character'
  | 'after-the-end'
  | 'repeated-name';

export interface JsonProblem {
  readonly cause: JsonCause;
  readonly at: Span;
  /** What the cause's wording needs: the text at fault, the bracket that is missing, the limit. */
  readonly detail: string;
}

/** `mild`: the reader knows what was meant and what follows can still be read. */
type Explained = JsonProblem & { readonly mild: boolean };

/**
 * Turns the parser's errors into causes. After the first error that is not mild everything else is an echo
 * of it, so nothing more is said and the text counts as unreadable.
 */
export function explainErrors(
  text: string,
  errors: readonly ParseError[],
  brackets: BracketScan,
): { readonly problems: readonly JsonProblem[]; readonly readable: boolean } {
  const problems: JsonProblem[] = [];
  for (const error of errors) {
    const { mild, ...problem } = explain(text, error, brackets);
    if (!sameFault(problems.at(-1), problem)) problems.push(problem);
    if (!mild) return { problems, readable: false };
  }
  return { problems, readable: true };
}

/** The parser reports a trailing comma twice: a name is missing, and so is a value. */
const sameFault = (last: JsonProblem | undefined, next: JsonProblem): boolean =>
  last?.cause === next.cause && last.at.start === next.at.start;

function explain(text: string, error: ParseError, brackets: BracketScan): Explained {
  return (
    explainToken(text, error) ?? explainBracket(text, error, brackets) ?? explainPlace(text, error)
  );
}

const hard = (cause: JsonCause, at: Span, detail = ''): Explained => ({
  cause,
  at,
  detail,
  mild: false,
});
const mild = (cause: JsonCause, at: Span, detail = ''): Explained => ({
  cause,
  at,
  detail,
  mild: true,
});

/** Faults inside one token: the parser has read past it and goes on undisturbed, except for an unclosed text. */
function explainToken(text: string, error: ParseError): Explained | undefined {
  const at = spanOf(error);
  const token = text.slice(at.start, at.end);
  switch (printParseErrorCode(error.error)) {
    case 'InvalidCommentToken':
      return mild('comment', at);
    case 'UnexpectedEndOfString':
      return hard('unclosed-text', at, token);
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return badEscape(token, at);
    case 'InvalidCharacter':
      return controlCharacter(token, at);
    case 'UnexpectedEndOfNumber':
    case 'InvalidNumberFormat':
      return hard('bad-number', at, token);
    case 'InvalidSymbol':
      return strangeWord(text, at);
    case 'PropertyNameExpected':
    case 'ValueExpected':
    case 'ColonExpected':
    case 'CommaExpected':
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
    case 'EndOfFileExpected':
    case 'UnexpectedEndOfComment':
    case '<unknown ParseErrorCode>':
      return undefined;
  }
}

const spanOf = (error: ParseError): Span => ({
  start: error.offset,
  end: error.offset + error.length,
});

function badEscape(token: string, at: Span): Explained {
  const escapes = [...token.matchAll(/\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?/g)];
  const bad = escapes.find((found) => found[1] === undefined)?.index ?? 0;
  const start = at.start + bad;
  return mild('bad-escape', { start, end: start + 2 }, token.slice(bad, bad + 2));
}

/** All that JSON wants escaped; written so that no control character stands in this file's own patterns. */
const controls = /[^ -\uFFFF]/;

function controlCharacter(token: string, at: Span): Explained {
  const bad = token.search(controls);
  const start = at.start + bad;
  return mild('control-character', { start, end: start + 1 }, token.charAt(bad));
}

function strangeWord(text: string, at: Span): Explained {
  const word = text.slice(at.start, at.end);
  if (/^['‘’‚“”„`«»]/.test(word)) return hard('wrong-quote', at, word);
  if (/^[-+.\d]/.test(word)) return hard('bad-number', at, word);
  return hard('unquoted', at, word);
}

/** The first closing bracket of the wrong kind, or a text that ends too early: both upset all that follows. */
function explainBracket(
  text: string,
  error: ParseError,
  { mismatch, unclosed }: BracketScan,
): Explained | undefined {
  if (mismatch !== undefined && error.offset >= mismatch.at.start) {
    return hard('wrong-bracket', mismatch.at, mismatch.opened.open);
  }
  if (unclosed === undefined || error.offset < text.trimEnd().length) return undefined;
  return hard('unclosed-bracket', unclosed.at, `${unclosed.open}${closes(unclosed.open)}`);
}

function explainPlace(text: string, error: ParseError): Explained {
  const at = spanOf(error);
  const found = text.slice(at.start, at.end);
  const code = printParseErrorCode(error.error);
  if (code === 'PropertyNameExpected')
    return misplacedComma(text, at) ?? hard('missing-name', at, found);
  if (code === 'ValueExpected') return misplacedComma(text, at) ?? noValue(text, at);
  if (code === 'ColonExpected') return hard('missing-colon', at, found);
  if (code === 'CommaExpected') return noComma(text, at);
  return afterTheEnd(text, at);
}

function noComma(text: string, at: Span): Explained {
  const here = text.charAt(at.start);
  if (here === ':') return hard('colon-in-list', at);
  const leadingZero = /\d/.test(text.charAt(at.start - 1)) && /\d/.test(here);
  return leadingZero ? hard('bad-number', at, `0${here}`) : hard('missing-comma', at);
}

/** A comma with nothing after it, or nothing before it. */
function misplacedComma(text: string, at: Span): Explained | undefined {
  const before = text.slice(0, at.start).trimEnd();
  const here = text.charAt(at.start);
  if (before.endsWith(',') && (here === '}' || here === ']')) {
    return mild('trailing-comma', { start: before.length - 1, end: before.length });
  }
  return here === ',' && !before.endsWith(':') ? hard('extra-comma', at) : undefined;
}

function noValue(text: string, at: Span): Explained {
  const nothing = at.start >= text.trimEnd().length; // and no bracket is open: only comments, if anything
  return nothing ? hard('empty', { start: 0, end: text.length }) : hard('missing-value', at);
}

function afterTheEnd(text: string, at: Span): Explained {
  const end = Math.max(text.trimEnd().length, at.end);
  return hard('after-the-end', { start: at.start, end }, text.slice(at.start, end));
}
