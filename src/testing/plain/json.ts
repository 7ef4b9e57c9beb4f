/** Policies as `JSON.parse` gives them, looked at without our reader. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key of the object's own: `__proto__` and `constructor` are ordinary text. */
export const own = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Every element that takes a list takes one value without its brackets too. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Numbers and booleans may be written without their quotes. */
export const textsOf = (value: unknown): readonly string[] => listOf(value).map(String);
