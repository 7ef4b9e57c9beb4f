const known = ['bob', 'julie', 'emy', 'woofy', 'admin'] as const;

/** The one colour of a person, as a CSS value. Whoever the palette does not know has the administrator's grey. */
export function personColour(person: string): string {
  const id = known.find((name) => name === person) ?? 'admin';
  return `var(--person-${id})`;
}
