import { type RequestContext } from '#policy';

const anyRun = Symbol('*');
const anyOne = Symbol('?');

/** A pattern, piece by piece: a character that stands for itself, any run of characters, or any one of them. */
export type Piece = string | typeof anyRun | typeof anyOne;

/** What a policy's text is read with: `context` is there when the Version is one that has variables. */
export interface Variables {
  readonly context: RequestContext | undefined;
}

const wildcards = new Map<string, Piece>([
  ['*', anyRun],
  ['?', anyOne],
]);

const piecesWithoutVariables = remembered((text): readonly Piece[] =>
  Array.from(text, (character) => wildcards.get(character) ?? character),
);

const charactersOf = remembered((text): readonly string[] => Array.from(text));

/** The same texts come again and again: taking them apart once is what makes a million cases bearable. */
export function remembered<T>(makeFrom: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = makeFrom(text);
    known.set(text, made);
    return made;
  };
}

/**
 * The pieces of a policy's text. Variables are replaced by what the request carries, and what they bring in stands
 * for itself: only wildcards of the policy's own text are wildcards. `undefined`: a variable has no value.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function piecesOf(text: string, { context }: Variables): readonly Piece[] | undefined {
  if (context === undefined) return piecesWithoutVariables(text);
  const pieces: Piece[] = [];
  let rest = text;
  for (;;) {
    const start = rest.indexOf('${');
    if (start < 0) return [...pieces, ...piecesWithoutVariables(rest)];
    const end = rest.indexOf('}', start);
    const value = end < 0 ? undefined : valueOf(rest.slice(start + 2, end), context);
    if (value === undefined) return undefined;
    pieces.push(...piecesWithoutVariables(rest.slice(0, start)), ...Array.from(value));
    rest = rest.slice(end + 1);
  }
}

/** What stands for `${inside}`: an escaped character, the key's one value, or the default. */
function valueOf(inside: string, context: RequestContext): string | undefined {
  if (inside === '*' || inside === '?' || inside === '$') return inside;
  const [, key, fallback] = /^([^\s${},']+)(?:, '([^']*)')?$/.exec(inside) ?? [];
  if (key === undefined) return undefined; // not a variable: it never matches
  const name = key.toLowerCase();
  const value = Object.hasOwn(context, name) ? context[name] : fallback;
  return typeof value === 'string' ? value : undefined; // multivalued keys are no variables
}

/** The pieces as one text, where wildcards mean nothing. */
export const plainText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece === anyRun ? '*' : piece === anyOne ? '?' : piece)).join('');

/**
 * Whether the pieces match the whole text: `*` any run of characters and `?` any one. What stands before the first
 * `*` must begin the text, what stands after the last must end it, and what stands between two is looked for from
 * left to right.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesPieces(pieces: readonly Piece[], text: string): boolean {
  const characters = charactersOf(text);
  const [head = [], ...rest] = splitAtRuns(pieces);
  if (!standsAt(head, characters, 0)) return false;
  const tail = rest.pop();
  if (tail === undefined) return characters.length === head.length;
  let place = head.length;
  for (const part of rest) {
    const last = characters.length - part.length;
    while (place <= last && !standsAt(part, characters, place)) place++;
    if (place > last) return false;
    place += part.length;
  }
  const end = characters.length - tail.length;
  return end >= place && standsAt(tail, characters, end);
}

function splitAtRuns(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const run = pieces.indexOf(anyRun);
  return run < 0 ? [pieces] : [pieces.slice(0, run), ...splitAtRuns(pieces.slice(run + 1))];
}

const standsAt = (part: readonly Piece[], characters: readonly string[], place: number): boolean =>
  part.every((piece, i) => {
    const character = characters[place + i];
    return character === piece || (piece === anyOne && character !== undefined);
  });
