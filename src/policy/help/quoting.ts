/** The learner's own text, cut where it is long. */
export const q = (text: string): string =>
  `\`${text.length > 80 ? `${text.slice(0, 79)}…` : text}\``;

export const meant = (word: string): string | undefined =>
  word === '' ? undefined : `did you mean ${q(word)}?`;

/** `U+0430`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The names of the characters that are met most, after a space. */
export function named(character: string): string {
  const known = characterNames.find(([pattern]) => pattern.test(character));
  return known === undefined ? '' : ` (${known[1]})`;
}

const characterNames: readonly (readonly [RegExp, string])[] = [
  [/\u00A0/u, 'no-break space'],
  [/\u00AD/u, 'soft hyphen'],
  [/[\u200B\u2060\uFEFF]/u, 'zero-width space'],
  [/[\u200C\u200D]/u, 'zero-width joiner'],
  [/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u, 'writing direction mark'],
  [/[\u2018-\u201F]/u, 'curly quote'],
  [/[\u2010-\u2015]/u, 'dash'],
  [/\p{Script=Cyrillic}/u, 'a Cyrillic letter'],
  [/\p{Script=Greek}/u, 'a Greek letter'],
];
