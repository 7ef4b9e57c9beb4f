/**
 * The same text as a string of its own. What was read from a policy is a slice of the whole text, and comparing
 * slices is slow; a property's name is the one kind of string that every engine keeps whole and once.
 */
// Stryker disable next-line all: where the text is kept differs, and nobody can see that
export const interned = (text: string): string => Object.keys({ [text]: true })[0] ?? text;
