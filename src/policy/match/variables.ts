import { type PolicyVersion } from '../syntax/document.ts';
import { type RequestContext, carried } from './caller.ts';
import { type Piece, textOfPieces } from './wildcard.ts';

/** A policy's value with its variables filled in. */
export interface Filled {
  readonly pieces: readonly Piece[];
  /** What people read: escapes such as `${*}` stay as written, so that they do not look like wildcards. */
  readonly shown: string;
  /** Keys in lower case that the request does not carry and that have no default. */
  readonly missing: readonly string[];
  /** `false`: a variable has no value, so the whole matches nothing. */
  readonly resolved: boolean;
}

/** A policy's value made ready: text in which no variable counts, or text to fill from each request. */
export type Template =
  | { readonly kind: 'text'; readonly filled: Filled }
  | { readonly kind: 'variables'; readonly fill: (context: RequestContext) => Filled };

/** A value in which no variable counts. */
export function asWritten(text: string): Template {
  const pieces = [{ text, fixed: false }];
  return { kind: 'text', filled: { pieces, shown: text, missing: [], resolved: true } };
}

/**
 * Finds `${key}` and `${key, 'default'}`. Only version 2012-10-17 has variables; in the older one they are
 * ordinary text. Only single-valued keys can fill one.
 *
 * SIMPLIFIED: `*` and `?` that come from a value stand for themselves. AWS does not say what they do; the
 * safe reading is that a caller's tag can never widen a policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readTemplate(text: string, version: PolicyVersion): Template {
  if (version === '2008-10-17' || !text.includes('${')) return asWritten(text);
  const tokens = takeApart(text).map(readToken);
  return { kind: 'variables', fill: (context) => fillAll(tokens, context) };
}

function fillAll(tokens: readonly Token[], context: RequestContext): Filled {
  const parts = tokens.map((token) => partOf(token, context));
  return {
    pieces: parts.map((part) => part.piece),
    shown: parts.map((part) => part.shown).join(''),
    missing: parts.flatMap((part) => (part.missing === undefined ? [] : [part.missing])),
    resolved: parts.every((part) => part.resolved),
  };
}

/** The text as one, for operators without wildcards. */
export const textOf = ({ pieces }: Filled): string => textOfPieces(pieces);

/** A stretch of the text: always alike, or filled from each request. */
type Token =
  | { readonly kind: 'fixed'; readonly part: Part }
  | {
      readonly kind: 'variable';
      readonly text: string;
      readonly keyInLowerCase: string;
      readonly fallback: string | undefined;
    };

interface Part {
  readonly piece: Piece;
  readonly shown: string;
  readonly missing: string | undefined;
  readonly resolved: boolean;
}

interface Stretch {
  readonly text: string;
  /** What stands between the braces; `undefined` in ordinary text. */
  readonly inside: string | undefined;
}

function takeApart(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', from)) {
    const close = text.indexOf('}', open);
    const end = close < 0 ? text.length : close + 1;
    found.push({ text: text.slice(from, open), inside: undefined });
    found.push({
      text: text.slice(open, end),
      inside: close < 0 ? '' : text.slice(open + 2, close),
    });
    from = end;
  }
  return [...found, { text: text.slice(from), inside: undefined }];
}

const part = (text: string, fixed: boolean, shown: string): Part => ({
  piece: { text, fixed },
  shown,
  missing: undefined,
  resolved: true,
});

function readToken({ text, inside }: Stretch): Token {
  if (inside === undefined) return { kind: 'fixed', part: part(text, false, text) };
  if (inside === '*' || inside === '?' || inside === '$') {
    return { kind: 'fixed', part: part(inside, true, text) };
  }
  const variable = readVariable(inside);
  if (variable !== undefined) return { kind: 'variable', text, ...variable };
  return { kind: 'fixed', part: { ...part(text, true, text), resolved: false } };
}

function partOf(token: Token, context: RequestContext): Part {
  if (token.kind === 'fixed') return token.part;
  const { text, keyInLowerCase, fallback } = token;
  const found = carried(context, keyInLowerCase);
  const value = typeof found === 'string' ? found : fallback;
  if (value !== undefined) return part(value, true, escaped(value));
  return { ...part(text, true, text), resolved: false, missing: keyInLowerCase };
}

/** As a policy would have to write it for the value's own stars to stay stars. */
const escaped = (value: string): string => value.replace(/[*?]/g, '${$&}');

/**
 * SIMPLIFIED: a malformed variable (`${}`, a missing brace or quote, a space in the name) never gets a value.
 * Access Analyzer calls each an error; whether IAM refuses to save one is not recorded.
 */
function readVariable(
  inside: string,
): { readonly keyInLowerCase: string; readonly fallback: string | undefined } | undefined {
  const [, key, fallback] = /^([^\s${},']+)(?:, '(.*)')?$/s.exec(inside) ?? [];
  return key === undefined ? undefined : { keyInLowerCase: key.toLowerCase(), fallback };
}
